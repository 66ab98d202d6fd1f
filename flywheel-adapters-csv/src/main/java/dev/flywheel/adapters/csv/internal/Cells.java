package dev.flywheel.adapters.csv.internal;

import dev.flywheel.adapters.csv.internal.cell.Canonical;
import dev.flywheel.adapters.csv.internal.cell.CellFault;
import dev.flywheel.adapters.csv.internal.cell.Dates;
import dev.flywheel.adapters.csv.internal.cell.Ids;
import dev.flywheel.adapters.csv.internal.cell.Moment;
import dev.flywheel.adapters.csv.internal.cell.NumberHabit;
import dev.flywheel.adapters.csv.internal.cell.Numbers;
import dev.flywheel.adapters.csv.internal.cell.Texts;
import dev.flywheel.adapters.csv.internal.format.CellType;
import dev.flywheel.adapters.csv.internal.format.Column;
import dev.flywheel.adapters.csv.internal.format.Field;
import dev.flywheel.adapters.csv.internal.format.Header;
import dev.flywheel.adapters.csv.internal.table.CellKind;
import dev.flywheel.adapters.csv.internal.table.Row;
import dev.flywheel.core.content.VideoId;
import dev.flywheel.core.money.Money;
import dev.flywheel.core.money.Rate;
import dev.flywheel.core.performance.Funnel;
import dev.flywheel.core.performance.RejectedRow;
import dev.flywheel.core.performance.Traffic;
import dev.flywheel.core.program.ProductId;
import dev.flywheel.core.roster.CreatorId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads rows by meaning, one after the other. An absent column and a missing cell both give null: unknown, not zero. The
 * commonest spellings are read from the bytes, everything else from the text. Not thread-safe.
 */
final class Cells {

    private static final int LONGEST_SHOWN = 200;

    private final ImportFrame frame;
    private final Header header;
    private final ColumnFacts facts;
    private final ColumnFacts seen;
    private final Known known;
    private final NumberHabit habit;
    private final Set<Field> foreign;
    private final @Nullable Instant latestByAsOf;
    private Row row;
    private @Nullable Instant latestVideo;

    /** Reads rows with given facts about their columns, and puts what they show of them into those seen. */
    Cells(ImportFrame frame, Header header, ColumnFacts facts, ColumnFacts seen, Known known) {
        this.frame = frame;
        this.header = header;
        this.facts = facts;
        this.seen = seen;
        this.known = known;
        habit = NumberHabit.of(frame.currency());
        foreign = foreign();
        latestByAsOf = frame.latestVideo();
        latestVideo = latestByAsOf;
        row = header.row();
    }

    /** The amounts whose column says that they are in another currency than the programme's. */
    private Set<Field> foreign() {
        Set<Field> found = EnumSet.noneOf(Field.class);
        for (Column column : header.format().columns()) {
            header.currencySign(column.field())
                    .filter(sign -> !Numbers.isSignOf(sign, frame.currency()))
                    .ifPresent(sign -> found.add(column.field()));
        }
        return found;
    }

    /** Goes on to a row. */
    Cells at(Row next) {
        row = next;
        latestVideo = latestByAsOf;
        return this;
    }

    /** A row of a later day than the as-of date may name a video of that day; the engine leaves the row out by its date. */
    void knows(LocalDate day) {
        latestVideo = frame.isKnown(day) ? latestByAsOf : frame.latestVideo(day);
    }

    long line() {
        return row.line();
    }

    Row row() {
        return row;
    }

    Header header() {
        return header;
    }

    /** Whether the row's cells stand under their names; see {@link Header#isInPlace}. */
    boolean isInPlace() {
        return header.isInPlace(row);
    }

    boolean has(Field field) {
        return header.position(field).isPresent();
    }

    String raw(Field field) {
        return row.text(header.column(field));
    }

    private CellKind kind(Field field) {
        return row.kind(header.column(field));
    }

    /** {@return the words of a cell without the blanks around them, or null when missing} */
    @Nullable
    String text(Field field) {
        String raw = raw(field);
        return Texts.isMissing(raw) ? null : Texts.bare(raw);
    }

    /** {@return the words of a cell as they are, also those that elsewhere say that a value is missing, or null when empty} */
    @Nullable
    String words(Field field) {
        String bare = Texts.bare(raw(field));
        return bare.isEmpty() ? null : bare;
    }

    @Nullable
    Money money(Field field) throws RowRejected {
        if (!foreign.isEmpty()) {
            requireOwnCurrency(field);
        }
        long minorUnits = known.canonical().minorUnits(row, header.column(field));
        return minorUnits == Canonical.UNKNOWN
                ? number(
                        field, () -> Numbers.money(raw(field), kind(field), frame.currency(), facts.decimalMark(field)))
                : new Money(minorUnits, frame.currency());
    }

    private void requireOwnCurrency(Field field) throws RowRejected {
        if (foreign.contains(field) && !Texts.isMissing(raw(field))) {
            throw rejected(
                    field,
                    "an amount in \"" + header.currencySign(field).orElse("")
                            + "\", as its column is called, in a programme" + " that counts in "
                            + frame.currency().getCurrencyCode(),
                    "import only files of this programme's shop, or correct currency in program.toml");
        }
    }

    /** An amount in a currency that the file names itself. */
    @Nullable
    Money notNegative(Field field, Currency currency) throws RowRejected {
        String sign = header.currencySign(field).orElse("");
        if (!sign.isEmpty() && !Texts.isMissing(raw(field)) && !Numbers.isSignOf(sign, currency)) {
            throw rejected(
                    field,
                    "an amount in \"" + sign + "\", as its column is called, in a report in " + currency,
                    "download the report again, for one marketplace");
        }
        return notNegative(
                field, number(field, () -> Numbers.money(raw(field), kind(field), currency, facts.decimalMark(field))));
    }

    @Nullable
    Long count(Field field) throws RowRejected {
        long count = Canonical.count(row, header.column(field));
        return count == Canonical.UNKNOWN
                ? number(field, () -> Numbers.count(raw(field), kind(field), habit))
                : (Long) count;
    }

    /** A place in an order, from 1. */
    @Nullable
    Long rank(Field field) throws RowRejected {
        Long rank = count(field);
        if (rank != null && rank < 1) {
            throw rejected(field, "a rank below 1", "download the report again");
        }
        return rank;
    }

    @Nullable
    Rate points(Field field) throws RowRejected {
        return read(field, () -> Numbers.rate(raw(field), kind(field), true));
    }

    @Nullable
    Rate fraction(Field field) throws RowRejected {
        return read(field, () -> Numbers.rate(raw(field), kind(field), false));
    }

    @Nullable
    BigDecimal decimal(Field field) throws RowRejected {
        return number(field, () -> Numbers.decimal(raw(field), kind(field), habit, facts.decimalMark(field)));
    }

    /** Reads a number from its text, which shows something of its column whether it can be read or not. */
    private <T> @Nullable T number(Field field, Reading<T> reading) throws RowRejected {
        if (kind(field) == CellKind.TEXT && !row.isEmpty(header.column(field))) {
            seen.seeNumber(field, raw(field));
        }
        return read(field, reading);
    }

    @Nullable
    String id(Field field) throws RowRejected {
        return read(field, () -> Ids.id(raw(field), kind(field)));
    }

    @Nullable
    VideoId video(Field field) throws RowRejected {
        long number = Canonical.id(row, header.column(field));
        if (number != Canonical.UNKNOWN && !facts.areRounded() && Ids.isVideo(number, latestVideo)) {
            return known.video(number);
        }
        if (facts.isRoundedId(field, raw(field))) {
            throw rejected(
                    field,
                    "an id that ends in zeros like too many others here: a spreadsheet has rounded it",
                    "export again and do not save the file with a spreadsheet; the lost digits cannot be restored");
        }
        return read(field, () -> Ids.video(raw(field), kind(field), latestVideo));
    }

    /** The video that the link names; null where the link is a signed download or a short one. */
    @Nullable
    VideoId videoInLink(Field field) throws RowRejected {
        String digits = Ids.inLink(raw(field)).orElse(null);
        return digits == null ? null : read(field, () -> Ids.video(digits, CellKind.TEXT, latestVideo));
    }

    /** The video whose id stands among the words of a cell; null where there is none, or more than one. */
    @Nullable
    VideoId videoNamed(Field field) {
        Set<VideoId> named = Ids.videosNamed(raw(field), latestVideo);
        return named.size() == 1 ? named.iterator().next() : null;
    }

    /** The creator whose {@code @handle} stands among the words of a cell; null where there is none, or more than one. */
    @Nullable
    CreatorId creatorNamed(Field field) {
        Set<CreatorId> named = Ids.creatorsNamed(raw(field));
        return named.size() == 1 ? named.iterator().next() : null;
    }

    @Nullable
    CreatorId creator(Field field) throws RowRejected {
        int column = header.column(field);
        CreatorId creator = known.creators().get(row, column);
        if (creator == null) {
            creator = read(field, () -> Ids.creator(raw(field)));
            if (creator != null) {
                known.creators().put(row, column, creator);
            }
        }
        return creator;
    }

    List<ProductId> products(Field field) throws RowRejected {
        long number = Canonical.id(row, header.column(field));
        if (number != Canonical.UNKNOWN) {
            return known.products(number);
        }
        List<ProductId> products = read(field, () -> Ids.products(raw(field), kind(field)));
        return products == null ? List.of() : products;
    }

    /** The one product of a row, or none. */
    List<ProductId> product(Field field) throws RowRejected {
        long number = Canonical.id(row, header.column(field));
        if (number != Canonical.UNKNOWN) {
            return known.products(number);
        }
        String id = id(field);
        return id == null ? List.of() : List.of(new ProductId(id));
    }

    /** The traffic that a required cell names. */
    Traffic traffic(Field field) throws RowRejected {
        int column = header.column(field);
        Traffic traffic = known.traffics().get(row, column);
        if (traffic == null) {
            traffic = Words.constant(this, field, Traffic.class);
            known.traffics().put(row, column, traffic);
        }
        return traffic;
    }

    /** A date, a time without an offset being one of the file's own zone: this is the only place where zones are converted. */
    @Nullable
    Moment moment(Field field) throws RowRejected {
        long isoDate = Canonical.isoDate(row, header.column(field));
        Moment read = isoDate == Canonical.UNKNOWN
                ? read(field, () -> Dates.read(raw(field), kind(field), facts.dayOrder(field)))
                : known.day(isoDate);
        if (read == null || !frame.isOfAnotherZone()) {
            return read;
        }
        if (read.time() == null) {
            seen.seeWholeDay();
        }
        return read.in(frame.fileZone());
    }

    @Nullable
    LocalDate day(Field field) throws RowRejected {
        Moment moment = moment(field);
        return moment == null ? null : moment.day(frame.zone());
    }

    <T> T required(Field field, @Nullable T value) throws RowRejected {
        if (value == null) {
            throw rejected(field, "empty, but every row needs it", "fill it in, or remove the row");
        }
        return value;
    }

    /** Sets a count if the cell has one. */
    void count(Funnel.Builder funnel, Funnel.Count what, Field field) throws RowRejected {
        long canonical = Canonical.count(row, header.column(field));
        if (canonical != Canonical.UNKNOWN) {
            funnel.count(what, canonical);
            return;
        }
        Long value = count(field);
        if (value != null) {
            funnel.count(what, value);
        }
    }

    /** Sets an amount if the cell has one; no export prints one below zero. */
    void amount(Funnel.Builder funnel, Funnel.Amount what, Field field) throws RowRejected {
        Money value = notNegative(field);
        if (value != null) {
            funnel.amount(what, value);
        }
    }

    void amount(Funnel.Builder funnel, Funnel.Amount what, Field field, Currency currency) throws RowRejected {
        Money value = notNegative(field, currency);
        if (value != null) {
            funnel.amount(what, value);
        }
    }

    @Nullable
    Money notNegative(Field field) throws RowRejected {
        return notNegative(field, money(field));
    }

    private @Nullable Money notNegative(Field field, @Nullable Money value) throws RowRejected {
        if (value != null && value.isNegative()) {
            throw rejected(field, "an amount below zero", "correct the amount; refunds have a column of their own");
        }
        return value;
    }

    /** Whether the row, or the name of an amount's column, says in which currency the amount is. */
    boolean namesCurrency(Field amount) {
        String text = text(amount);
        return text == null
                || text(Field.CURRENCY) != null
                || header.currencySign(amount).isPresent()
                || text.chars()
                        .anyMatch(c -> Character.isLetter(c) || Character.getType(c) == Character.CURRENCY_SYMBOL);
    }

    /** An amount whose currency stands in a column of its own must be in the programme's. */
    void requireCurrency(String amount, String remedy) throws RowRejected {
        String text = text(Field.CURRENCY);
        String own = frame.currency().getCurrencyCode();
        if (text != null && !text.toUpperCase(Locale.ROOT).equals(own)) {
            throw rejected(Field.CURRENCY, amount + " in " + text + " in a programme that counts in " + own, remedy);
        }
    }

    RowRejected rejected(Field field, String reason, String remedy) {
        String column = Texts.bare(header.row().text(header.column(field)));
        String value = header.shown(row, header.column(field));
        String shown = value.length() > LONGEST_SHOWN ? value.substring(0, LONGEST_SHOWN) + "..." : value;
        return new RowRejected(new RejectedRow(row.line(), column, shown, reason, remedy));
    }

    /** Whether the row has a video id or another id that nobody would write anywhere but in a row of data. */
    boolean isSurelyData() {
        for (Column column : header.idColumns()) {
            long number = Canonical.id(row, header.column(column.field()));
            if (number != Canonical.UNKNOWN
                    && (column.type() == CellType.ID || (!facts.areRounded() && Ids.isVideo(number, latestVideo)))) {
                return true;
            }
        }
        return false;
    }

    /** Asks the text; an empty cell is missing in every type. */
    private <T> @Nullable T read(Field field, Reading<T> reading) throws RowRejected {
        if (row.isEmpty(header.column(field))) {
            return null;
        }
        try {
            return reading.read();
        } catch (CellFault fault) {
            throw rejected(field, fault.reason(), fault.remedy());
        }
    }

    @FunctionalInterface
    private interface Reading<T> {
        @Nullable
        T read() throws CellFault;
    }
}
