package dev.flywheel.adapters.csv.internal.table;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One row of a table: the physical line it starts on (1-based; the row number in a workbook) and its cells as stored.
 * Reading past the last cell gives empty text, because trailing empty cells are left out by many writers. Immutable.
 *
 * <p>A row of a text file is a view on the file's bytes and makes text of a cell only when asked; {@link #start} and
 * {@link #end} let numbers and dates be read without it.
 */
public final class Row {

    private static final byte[] NO_BYTES = {};

    private final long line;
    private final int size;
    private final @Nullable RecordBlock block;
    private final int firstCell;
    private final List<String> texts;
    private final List<CellKind> kinds;

    private Row(long line, List<String> texts, List<CellKind> kinds) {
        this.line = line;
        this.size = texts.size();
        this.block = null;
        this.firstCell = 0;
        this.texts = texts;
        this.kinds = kinds;
    }

    Row(long line, RecordBlock block, int firstCell, int size) {
        this.line = line;
        this.size = size;
        this.block = block;
        this.firstCell = firstCell;
        this.texts = List.of();
        this.kinds = List.of();
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

    /**
     * A row of text cells that is a view on UTF-8 bytes, as rows of text files are.
     *
     * @param line the physical line, from 1
     * @param csv the row as RFC 4180 writes it
     * @return the row
     */
    public static Row ofBytes(long line, String csv) {
        byte[] text = csv.getBytes(StandardCharsets.UTF_8);
        byte[] padded = Arrays.copyOf(text, text.length + Swar.PADDING);
        RecordBlock block =
                RecordBlock.split(new RecordChunks.Chunk(padded, 0, text.length, line, text.length, true), ',');
        if (block.isOdd() || block.rows() != 1) {
            throw new IllegalArgumentException("csv must be one canonical row, got " + csv);
        }
        return block.row(0);
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
        return size;
    }

    /**
     * The cell's text as stored.
     *
     * @param column the column, from 0
     * @return the text, empty past the end
     */
    public String text(int column) {
        if (column >= size) {
            return "";
        }
        return block == null ? texts.get(column) : block.text(firstCell + column);
    }

    /**
     * Whether a cell holds nothing at all, told without making text of it.
     *
     * @param column the column, from 0
     * @return true for an empty cell and past the end
     */
    public boolean isEmpty(int column) {
        if (column >= size) {
            return true;
        }
        return block == null ? texts.get(column).isEmpty() : block.isEmpty(firstCell + column);
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
        if (block == null) {
            return texts;
        }
        List<String> made = new ArrayList<>(size);
        for (int column = 0; column < size; column++) {
            made.add(text(column));
        }
        return Collections.unmodifiableList(made);
    }

    /**
     * The same row with other texts.
     *
     * @param change gives the text in place of a cell's own
     * @return the row
     */
    public Row map(UnaryOperator<String> change) {
        return new Row(line, texts().stream().map(change).toList(), kinds);
    }

    /** {@return whether no cell holds anything but white space} */
    public boolean isBlank() {
        for (int column = 0; column < size; column++) {
            if (!text(column).isBlank()) {
                return false;
            }
        }
        return true;
    }

    /** {@return the bytes that {@link #start} and {@link #end} count in; not to be changed} */
    public byte[] bytes() {
        return block == null ? NO_BYTES : block.bytes();
    }

    /**
     * Where the UTF-8 bytes of a cell's text begin.
     *
     * @param column the column, from 0
     * @return the index of the first byte; 0, as {@link #end} is, where the text is not at hand as bytes
     */
    public int start(int column) {
        return isBytes(column) ? block().start(firstCell + column) : 0;
    }

    /**
     * Where the UTF-8 bytes of a cell's text end.
     *
     * @param column the column, from 0
     * @return the index behind the last byte
     */
    public int end(int column) {
        return isBytes(column) ? block().end(firstCell + column) : 0;
    }

    private boolean isBytes(int column) {
        return block != null && column < size && block.end(firstCell + column) >= 0;
    }

    private RecordBlock block() {
        return Objects.requireNonNull(block);
    }

    @Override
    public String toString() {
        return "line " + line + ": " + texts();
    }
}
