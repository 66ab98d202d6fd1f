package dev.flywheel.adapters.csv.internal;

import dev.flywheel.adapters.csv.internal.cell.CellFault;
import dev.flywheel.adapters.csv.internal.cell.Dates;
import dev.flywheel.adapters.csv.internal.cell.Ids;
import dev.flywheel.adapters.csv.internal.cell.Moment;
import dev.flywheel.adapters.csv.internal.cell.NumberHabit;
import dev.flywheel.adapters.csv.internal.cell.Numbers;
import dev.flywheel.adapters.csv.internal.cell.Texts;
import dev.flywheel.adapters.csv.internal.format.CellType;
import dev.flywheel.adapters.csv.internal.format.Field;
import dev.flywheel.adapters.csv.internal.format.Header;
import dev.flywheel.adapters.csv.internal.table.CellKind;
import dev.flywheel.adapters.csv.internal.table.Row;
import dev.flywheel.core.content.VideoId;
import dev.flywheel.core.money.Money;
import dev.flywheel.core.money.Rate;
import dev.flywheel.core.performance.Funnel;
import dev.flywheel.core.performance.RejectedRow;
import dev.flywheel.core.program.ProductId;
import dev.flywheel.core.roster.CreatorId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One row read by meaning. An absent column and a missing cell both give null: unknown, not zero. */
final class Cells {

    private final ImportFrame frame;
    private final Header header;
    private final ColumnFacts facts;
    private final Row row;
    private @Nullable Instant latestVideo;

    Cells(ImportFrame frame, Header header, ColumnFacts facts, Row row) {
        latestVideo = frame.latestVideo();
        this.frame = frame;
        this.header = header;
        this.facts = facts;
        this.row = row;
    }

    /** A row of a later day than the as-of date may name a video of that day; the engine leaves the row out by its date. */
    void knows(LocalDate day) {
        latestVideo = frame.latestVideo(day);
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

    boolean has(Field field) {
        return header.position(field).isPresent();
    }

    String raw(Field field) {
        return header.position(field).isPresent()
                ? row.text(header.position(field).getAsInt())
                : "";
    }

    private CellKind kind(Field field) {
        return header.position(field).isPresent()
                ? row.kind(header.position(field).getAsInt())
                : CellKind.TEXT;
    }

    /** {@return the words of a cell without the blanks around them, or null when missing} */
    @Nullable
    String text(Field field) {
        String raw = raw(field);
        return Texts.isMissing(raw) ? null : Texts.bare(raw);
    }

    @Nullable
    Money money(Field field) throws RowRejected {
        return read(field, () -> Numbers.money(raw(field), kind(field), frame.currency()));
    }

    @Nullable
    Long count(Field field) throws RowRejected {
        return read(field, () -> Numbers.count(raw(field), kind(field), NumberHabit.of(frame.currency())));
    }

    @Nullable
    Rate points(Field field) throws RowRejected {
        return read(field, () -> Numbers.rate(raw(field), kind(field), true));
    }

    @Nullable
    String id(Field field) throws RowRejected {
        return read(field, () -> Ids.id(raw(field), kind(field)));
    }

    @Nullable
    VideoId video(Field field) throws RowRejected {
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

    @Nullable
    CreatorId creator(Field field) throws RowRejected {
        return read(field, () -> Ids.creator(raw(field)));
    }

    List<ProductId> products(Field field) throws RowRejected {
        List<ProductId> products = read(field, () -> Ids.products(raw(field), kind(field)));
        return products == null ? List.of() : products;
    }

    @Nullable
    Moment moment(Field field) throws RowRejected {
        return read(field, () -> Dates.read(raw(field), kind(field), facts.dayOrder(field)));
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

    @Nullable
    Money notNegative(Field field) throws RowRejected {
        Money value = money(field);
        if (value != null && value.isNegative()) {
            throw rejected(field, "an amount below zero", "correct the amount; refunds have a column of their own");
        }
        return value;
    }

    RowRejected rejected(Field field, String reason, String remedy) {
        String column = header.position(field).isPresent()
                ? Texts.bare(header.row().text(header.position(field).getAsInt()))
                : "";
        return new RowRejected(new RejectedRow(row.line(), column, raw(field), reason, remedy));
    }

    /** Whether a cell holds something that reads as what its column promises. */
    boolean reads(Field field, CellType type) {
        try {
            return switch (type) {
                case ID -> id(field) != null;
                case VIDEO_ID -> video(field) != null;
                case PRODUCT_IDS -> !products(field).isEmpty();
                case HANDLE -> creator(field) != null;
                case MONEY -> money(field) != null;
                case COUNT -> count(field) != null;
                case POINTS -> points(field) != null;
                case DATE -> moment(field) != null;
                case TEXT -> text(field) != null;
            };
        } catch (RowRejected unreadable) {
            return false;
        }
    }

    private <T> @Nullable T read(Field field, Reading<T> reading) throws RowRejected {
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
