package dev.flywheel.adapters.csv.internal.table;

import dev.flywheel.adapters.csv.internal.table.RecordChunks.Chunk;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Some records of a text file: where each cell starts and ends in the bytes. Only what RFC 4180 allows is taken, with any
 * delimiter and with LF or CRLF; anything else makes the block odd, and the file is then left to FastCSV from here on.
 * Immutable once split.
 */
final class RecordBlock {

    private static final long QUOTES = Swar.repeated('"');
    private static final long LINE_FEEDS = Swar.repeated('\n');
    private static final long RETURNS = Swar.repeated('\r');
    private static final int BYTES_A_CELL = 9;
    private static final int CELLS_A_ROW = 8;

    private final byte[] bytes;
    private final int to;
    private final byte delimiter;
    private final long delimiters;

    /** For each cell its first byte, and the byte behind it; the latter inverted where it holds doubled marks. */
    private int[] starts;

    private int[] ends;
    private int cells;

    /** For each row its first cell and its physical line. */
    private int[] firstCells;

    private long[] lines;
    private int rows;

    private int cellStart;
    private long line;
    private boolean odd;

    private RecordBlock(Chunk chunk, char delimiter) {
        bytes = chunk.bytes();
        to = chunk.to();
        line = chunk.line();
        cellStart = chunk.from();
        this.delimiter = (byte) delimiter;
        delimiters = Swar.repeated(delimiter);
        int expected = (chunk.to() - chunk.from()) / BYTES_A_CELL + CELLS_A_ROW;
        starts = new int[expected];
        ends = new int[expected];
        firstCells = new int[expected / CELLS_A_ROW + 1];
        lines = new long[firstCells.length];
    }

    static RecordBlock split(Chunk chunk, char delimiter) {
        RecordBlock block = new RecordBlock(chunk, delimiter);
        if (chunk.whole()) {
            block.split(chunk.from());
        } else {
            block.odd = true;
        }
        return block;
    }

    /** {@return whether something in it is not as RFC 4180 has it, so that its rows must not be used} */
    boolean isOdd() {
        return odd;
    }

    int rows() {
        return rows;
    }

    Row row(int index) {
        int first = firstCells[index];
        int next = index + 1 < rows ? firstCells[index + 1] : cells;
        return new Row(lines[index], this, first, next - first);
    }

    /** {@return the bytes of a row, none of whose cells can have more characters} */
    int bytesOf(int index) {
        int first = firstCells[index];
        int last = (index + 1 < rows ? firstCells[index + 1] : cells) - 1;
        return (ends[last] < 0 ? ~ends[last] : ends[last]) - starts[first];
    }

    private void split(int from) {
        startRow();
        int at = from;
        while (at < to && !odd) {
            long word = Swar.word(bytes, at);
            long marks = Swar.equal(word, delimiters)
                    | Swar.equal(word, LINE_FEEDS)
                    | Swar.equal(word, QUOTES)
                    | Swar.equal(word, RETURNS);
            at = marks == 0 ? at + Long.BYTES : marked(at, marks);
        }
        boolean openRow = cellStart < to || (to > from && bytes[to - 1] == delimiter);
        if (!odd && openRow && cellStart <= to) {
            endCell(to, cellStart);
            rows++;
        }
    }

    /** Goes over the marked bytes of one word and tells where the next word to look at begins. */
    private int marked(int at, long word) {
        for (long marks = word; marks != 0; marks &= marks - 1) {
            int position = at + Swar.index(marks);
            byte found = bytes[position];
            if (found == delimiter) {
                endCell(position, position + 1);
            } else if (found == '\n') {
                endCell(position, position + 1);
                endRow();
            } else if (found == '\r') {
                odd |= position + 1 >= to || bytes[position + 1] != '\n';
                if (!odd) {
                    endCell(position, position + 2);
                    endRow();
                }
                return position + 2;
            } else if (position == cellStart) {
                return quoted(position + 1);
            } else {
                odd = true;
            }
            if (odd) {
                break;
            }
        }
        return at + Long.BYTES;
    }

    /** Reads a cell from behind its opening mark on; tells where the cell after it begins. */
    private int quoted(int from) {
        boolean doubled = false;
        int at = closingMark(from);
        while (!odd && at + 1 < to && bytes[at + 1] == '"') {
            doubled = true;
            at = closingMark(at + 2);
        }
        if (odd) {
            return to;
        }
        int next = at + 1;
        add(from, doubled ? ~at : at);
        if (next >= to) {
            cellStart = to + 1;
            rows++;
            return to;
        }
        if (bytes[next] == delimiter) {
            cellStart = next + 1;
            return cellStart;
        }
        boolean returned = bytes[next] == '\r' && next + 1 < to && bytes[next + 1] == '\n';
        if (returned || bytes[next] == '\n') {
            cellStart = next + (returned ? 2 : 1);
            endRow();
            return cellStart;
        }
        odd = true;
        return to;
    }

    /** {@return the next quotation mark; line breaks on the way count as lines, and a lone return makes the block odd} */
    private int closingMark(int from) {
        for (int at = from; at < to; at += Long.BYTES) {
            long word = Swar.word(bytes, at);
            long marks = Swar.equal(word, QUOTES);
            long before = marks == 0 ? -1L : (marks & -marks) - 1;
            line += Long.bitCount(Swar.equal(word, LINE_FEEDS) & before);
            for (long returns = Swar.equal(word, RETURNS) & before; returns != 0; returns &= returns - 1) {
                int next = at + Swar.index(returns) + 1;
                odd |= next >= to || bytes[next] != '\n';
            }
            if (marks != 0) {
                return at + Swar.index(marks);
            }
        }
        odd = true;
        return to;
    }

    private void endCell(int end, int next) {
        add(cellStart, end);
        cellStart = next;
    }

    private void add(int start, int end) {
        if (cells == starts.length) {
            starts = Arrays.copyOf(starts, cells * 2);
            ends = Arrays.copyOf(ends, cells * 2);
        }
        starts[cells] = start;
        ends[cells++] = end;
    }

    private void endRow() {
        rows++;
        line++;
        startRow();
    }

    private void startRow() {
        if (rows == firstCells.length) {
            firstCells = Arrays.copyOf(firstCells, rows * 2);
            lines = Arrays.copyOf(lines, rows * 2);
        }
        firstCells[rows] = cells;
        lines[rows] = line;
    }

    byte[] bytes() {
        return bytes;
    }

    int start(int cell) {
        return starts[cell];
    }

    /** {@return the byte behind a cell, or a negative number if its bytes are not yet its text} */
    int end(int cell) {
        return ends[cell];
    }

    boolean isEmpty(int cell) {
        return starts[cell] == ends[cell];
    }

    String text(int cell) {
        int start = starts[cell];
        int end = ends[cell];
        return end >= 0
                ? new String(bytes, start, end - start, StandardCharsets.UTF_8)
                : new String(bytes, start, ~end - start, StandardCharsets.UTF_8).replace("\"\"", "\"");
    }
}
