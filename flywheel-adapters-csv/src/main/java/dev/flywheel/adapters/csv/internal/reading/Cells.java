package dev.flywheel.adapters.csv.internal.reading;

import dev.flywheel.adapters.csv.internal.cell.Canonical;
import dev.flywheel.adapters.csv.internal.cell.Dates;
import dev.flywheel.adapters.csv.internal.cell.Ids;
import dev.flywheel.adapters.csv.internal.cell.Moment;
import dev.flywheel.adapters.csv.internal.cell.Numbers;
import dev.flywheel.adapters.csv.internal.format.CellType;
import dev.flywheel.adapters.csv.internal.format.Column;
import dev.flywheel.adapters.csv.internal.format.Field;
import dev.flywheel.adapters.csv.internal.format.Header;
import dev.flywheel.adapters.csv.internal.frame.ImportFrame;
import dev.flywheel.adapters.csv.internal.table.CellKind;
import dev.flywheel.adapters.csv.internal.table.Row;
import dev.flywheel.core.content.VideoId;
import dev.flywheel.core.money.Money;
import dev.flywheel.core.money.Rate;
import dev.flywheel.core.performance.Funnel;
import dev.flywheel.core.performance.Traffic;
import dev.flywheel.core.program.ProductId;
import dev.flywheel.core.roster.CreatorId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads rows by meaning, one after the other. An absent column and a missing cell both give null: unknown, not zero. The
 * commonest spellings are read from the bytes, everything else from the text. Not thread-safe.
 */
public final class Cells extends WrittenCells {

    private final ImportFrame frame;
    private final ColumnFacts facts;
    private final ColumnFacts seen;
    private final Amounts amounts;
    private final Known known;
    private final @Nullable Instant latestByAsOf;
    private @Nullable Instant latestVideo;

    /** Reads rows with given facts about their columns, and puts what they show of them into those seen. */
    public Cells(ImportFrame frame, Header header, ColumnFacts facts, ColumnFacts seen, Known known) {
        super(header);
        this.frame = frame;
        this.facts = facts;
        this.seen = seen;
        this.known = known;
        latestByAsOf = frame.latestVideo();
        latestVideo = latestByAsOf;
        amounts = new Amounts(this, frame.currency(), facts, seen, known.canonical());
    }

    /** Goes on to a row. */
    public Cells at(Row next) {
        goTo(next);
        latestVideo = latestByAsOf;
        return this;
    }

    /** A row of a later day than the as-of date may name a video of that day; the engine leaves the row out by its date. */
    public void knows(LocalDate day) {
        latestVideo = frame.isKnown(day) ? latestByAsOf : frame.latestVideo(day);
    }

    @Nullable
    public Money money(Field field) throws RowRejected {
        return amounts.money(field);
    }

    /** An amount of which no export prints one below zero. */
    @Nullable
    public Money notNegative(Field field) throws RowRejected {
        return amounts.notNegative(field, amounts.money(field));
    }

    /** The same in a currency that the file names itself. */
    @Nullable
    public Money notNegative(Field field, Currency currency) throws RowRejected {
        return amounts.notNegative(field, amounts.money(field, currency));
    }

    @Nullable
    public BigDecimal decimal(Field field) throws RowRejected {
        return amounts.decimal(field);
    }

    /** Whether the row, or the name of an amount's column, says in which currency the amount is. */
    public boolean namesCurrency(Field amount) {
        return amounts.namesCurrency(amount);
    }

    /** An amount whose currency stands in a column of its own must be in the programme's. */
    public void requireCurrency(String amount, String remedy) throws RowRejected {
        amounts.requireCurrency(amount, remedy);
    }

    @Nullable
    public Long count(Field field) throws RowRejected {
        long count = Canonical.count(row(), header().column(field));
        return count == Canonical.UNKNOWN ? amounts.count(field) : (Long) count;
    }

    /** A place in an order, from 1. */
    @Nullable
    public Long rank(Field field) throws RowRejected {
        Long rank = count(field);
        if (rank != null && rank < 1) {
            throw rejected(field, "a rank below 1", "download the report again");
        }
        return rank;
    }

    @Nullable
    public Rate points(Field field) throws RowRejected {
        return read(field, () -> Numbers.rate(raw(field), kind(field), true));
    }

    @Nullable
    public Rate fraction(Field field) throws RowRejected {
        return read(field, () -> Numbers.rate(raw(field), kind(field), false));
    }

    @Nullable
    public String id(Field field) throws RowRejected {
        return read(field, () -> Ids.id(raw(field), kind(field)));
    }

    @Nullable
    public VideoId video(Field field) throws RowRejected {
        long number = Canonical.id(row(), header().column(field));
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
    public VideoId videoInLink(Field field) throws RowRejected {
        String digits = Ids.inLink(raw(field)).orElse(null);
        return digits == null ? null : read(field, () -> Ids.video(digits, CellKind.TEXT, latestVideo));
    }

    /** The video whose id stands among the words of a cell; null where there is none, or more than one. */
    @Nullable
    public VideoId videoNamed(Field field) {
        Set<VideoId> named = Ids.videosNamed(raw(field), latestVideo);
        return named.size() == 1 ? named.iterator().next() : null;
    }

    /** The creator whose {@code @handle} stands among the words of a cell; null where there is none, or more than one. */
    @Nullable
    public CreatorId creatorNamed(Field field) {
        Set<CreatorId> named = Ids.creatorsNamed(raw(field));
        return named.size() == 1 ? named.iterator().next() : null;
    }

    @Nullable
    public CreatorId creator(Field field) throws RowRejected {
        int column = header().column(field);
        CreatorId creator = known.creators().get(row(), column);
        if (creator == null) {
            creator = read(field, () -> Ids.creator(raw(field)));
            if (creator != null) {
                known.creators().put(row(), column, creator);
            }
        }
        return creator;
    }

    public List<ProductId> products(Field field) throws RowRejected {
        long number = Canonical.id(row(), header().column(field));
        if (number != Canonical.UNKNOWN) {
            return known.products(number);
        }
        List<ProductId> products = read(field, () -> Ids.products(raw(field), kind(field)));
        return products == null ? List.of() : products;
    }

    /** The one product of a row, or none. */
    public List<ProductId> product(Field field) throws RowRejected {
        long number = Canonical.id(row(), header().column(field));
        if (number != Canonical.UNKNOWN) {
            return known.products(number);
        }
        String id = id(field);
        return id == null ? List.of() : List.of(new ProductId(id));
    }

    /** The constant that a required cell names, in any case. */
    public <E extends Enum<E>> E word(Field field, Class<E> type) throws RowRejected {
        String text = required(field, text(field));
        try {
            return Enum.valueOf(type, text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw rejected(
                    field,
                    "not one of the words known here",
                    "write one of " + Arrays.toString(type.getEnumConstants()));
        }
    }

    /** The traffic that a required cell names. */
    public Traffic traffic(Field field) throws RowRejected {
        int column = header().column(field);
        Traffic traffic = known.traffics().get(row(), column);
        if (traffic == null) {
            traffic = word(field, Traffic.class);
            known.traffics().put(row(), column, traffic);
        }
        return traffic;
    }

    /** A date, a time without an offset being one of the file's own zone: this is the only place where zones are converted. */
    @Nullable
    public Moment moment(Field field) throws RowRejected {
        long isoDate = Canonical.isoDate(row(), header().column(field));
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
    public LocalDate day(Field field) throws RowRejected {
        Moment moment = moment(field);
        return moment == null ? null : moment.day(frame.zone());
    }

    public <T> T required(Field field, @Nullable T value) throws RowRejected {
        if (value == null) {
            throw rejected(field, "empty, but every row needs it", "fill it in, or remove the row");
        }
        return value;
    }

    /** Sets a count if the cell has one. */
    public void count(Funnel.Builder funnel, Funnel.Count what, Field field) throws RowRejected {
        long canonical = Canonical.count(row(), header().column(field));
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
    public void amount(Funnel.Builder funnel, Funnel.Amount what, Field field) throws RowRejected {
        Money value = notNegative(field);
        if (value != null) {
            funnel.amount(what, value);
        }
    }

    public void amount(Funnel.Builder funnel, Funnel.Amount what, Field field, Currency currency) throws RowRejected {
        Money value = notNegative(field, currency);
        if (value != null) {
            funnel.amount(what, value);
        }
    }

    /** Whether the row has a video id or another id that nobody would write anywhere but in a row of data. */
    public boolean isSurelyData() {
        for (Column column : header().idColumns()) {
            long number = Canonical.id(row(), header().column(column.field()));
            if (number != Canonical.UNKNOWN
                    && (column.type() == CellType.ID || (!facts.areRounded() && Ids.isVideo(number, latestVideo)))) {
                return true;
            }
        }
        return false;
    }
}
