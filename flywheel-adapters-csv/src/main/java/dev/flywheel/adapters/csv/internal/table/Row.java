package dev.flywheel.adapters.csv.internal.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * One row of a table: the physical line it starts on (1-based; the row number in a workbook) and its cells as stored.
 * Reading past the last cell gives empty text, because trailing empty cells are left out by many writers. Immutable.
 */
public final class Row {

    private final long line;
    private final List<String> texts;
    private final List<CellKind> kinds;

    private Row(long line, List<String> texts, List<CellKind> kinds) {
        this.line = line;
        this.texts = texts;
        this.kinds = kinds;
    }

    /**
     * A row of text cells.
     *
     * @param line the physical line, from 1
     * @param texts the cells
     * @return the row
     */
    public static Row ofText(long line, List<String> texts) {
        return new Row(line, List.copyOf(texts), List.of());
    }

    static Row of(long line, List<String> texts, List<CellKind> kinds) {
        return new Row(
                line,
                Collections.unmodifiableList(new ArrayList<>(texts)),
                Collections.unmodifiableList(new ArrayList<>(kinds)));
    }

    /** {@return the physical line, from 1} */
    public long line() {
        return line;
    }

    /** {@return the number of cells up to the last one written} */
    public int size() {
        return texts.size();
    }

    /**
     * The cell's text as stored.
     *
     * @param column the column, from 0
     * @return the text, empty past the end
     */
    public String text(int column) {
        return column < texts.size() ? texts.get(column) : "";
    }

    /**
     * How the cell was stored.
     *
     * @param column the column, from 0
     * @return the kind
     */
    public CellKind kind(int column) {
        return column < kinds.size() ? kinds.get(column) : CellKind.TEXT;
    }

    /** {@return the cells' texts} */
    public List<String> texts() {
        return texts;
    }

    /** {@return whether no cell holds anything but white space} */
    public boolean isBlank() {
        return texts.stream().allMatch(String::isBlank);
    }

    @Override
    public String toString() {
        return "line " + line + ": " + texts;
    }
}
