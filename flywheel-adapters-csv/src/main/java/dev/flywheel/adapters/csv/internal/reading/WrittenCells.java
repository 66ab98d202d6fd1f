package dev.flywheel.adapters.csv.internal.reading;

import dev.flywheel.adapters.csv.internal.cell.CellFault;
import dev.flywheel.adapters.csv.internal.cell.Texts;
import dev.flywheel.adapters.csv.internal.format.Field;
import dev.flywheel.adapters.csv.internal.format.Header;
import dev.flywheel.adapters.csv.internal.table.CellKind;
import dev.flywheel.adapters.csv.internal.table.Row;
import dev.flywheel.core.performance.RejectedRow;
import org.jspecify.annotations.Nullable;

/** The cells of one row after the other as they are written, found by field, and what is said of one that cannot be used. */
public class WrittenCells {

    private static final int LONGEST_SHOWN = 200;

    private final Header header;
    private Row row;

    WrittenCells(Header header) {
        this.header = header;
        row = header.row();
    }

    final void goTo(Row next) {
        row = next;
    }

    public final Row row() {
        return row;
    }

    public final long line() {
        return row.line();
    }

    public final Header header() {
        return header;
    }

    /** Whether the row's cells stand under their names; see {@link Header#isInPlace}. */
    public final boolean isInPlace() {
        return header.isInPlace(row);
    }

    public final boolean has(Field field) {
        return header.position(field).isPresent();
    }

    public final String raw(Field field) {
        return row.text(header.column(field));
    }

    final CellKind kind(Field field) {
        return row.kind(header.column(field));
    }

    final boolean isEmpty(Field field) {
        return row.isEmpty(header.column(field));
    }

    /** {@return the words of a cell without the blanks around them, or null when missing} */
    public final @Nullable String text(Field field) {
        String raw = raw(field);
        return Texts.isMissing(raw) ? null : Texts.bare(raw);
    }

    /** {@return the words of a cell as they are, also those that elsewhere say that a value is missing, or null when empty} */
    public final @Nullable String words(Field field) {
        String bare = Texts.bare(raw(field));
        return bare.isEmpty() ? null : bare;
    }

    /** {@return why a row is set aside because of one of its cells, which is shown if its column may be} */
    public final RowRejected rejected(Field field, String reason, String remedy) {
        String column = Texts.bare(header.row().text(header.column(field)));
        String value = header.shown(row, header.column(field));
        String shown = value.length() > LONGEST_SHOWN ? value.substring(0, LONGEST_SHOWN) + "..." : value;
        return new RowRejected(new RejectedRow(row.line(), column, shown, reason, remedy));
    }

    /** Asks the text; an empty cell is missing in every type. */
    final <T> @Nullable T read(Field field, Reading<T> reading) throws RowRejected {
        if (isEmpty(field)) {
            return null;
        }
        try {
            return reading.read();
        } catch (CellFault fault) {
            throw rejected(field, fault.reason(), fault.remedy());
        }
    }
}
