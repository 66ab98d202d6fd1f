package dev.flywheel.benchmarks.csv;

import de.siegmar.fastcsv.reader.CsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.RecordType;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** FastCSV alone at its fastest: its callback hands over characters, from which numbers and dates are read without text. */
final class FastCsvTypedRows extends CsvCallbackHandler<TypedRow> {

    private static final int COLUMNS = 20;

    private final char[][] buffers = new char[COLUMNS][512];
    private final int[] lengths = new int[COLUMNS];
    private final Map<Long, LocalDate> days = new HashMap<>();
    private final Map<String, String> words = new HashMap<>();
    private int column;
    private boolean header = true;

    private FastCsvTypedRows() {}

    static long read(Path file) throws IOException {
        long sum = 0;
        try (CsvReader<TypedRow> rows = CsvReader.builder().build(new FastCsvTypedRows(), file)) {
            for (TypedRow row : rows) {
                sum += row.checksum() + 1;
            }
        }
        return sum;
    }

    @Override
    protected void beginRecord(long startingLineNumber) {
        column = 0;
    }

    @Override
    protected RecordType getRecordType() {
        return RecordType.DATA;
    }

    @Override
    protected int getFieldCount() {
        return column;
    }

    @Override
    protected void setEmpty() {
        throw new IllegalStateException("The measured file has no empty lines");
    }

    @Override
    protected void setComment(char[] chars, int from, int length) {
        throw new IllegalStateException("The measured file has no comments");
    }

    @Override
    protected void addField(char[] chars, int from, int length, boolean quoted) {
        if (buffers[column].length < length) {
            buffers[column] = new char[2 * length];
        }
        System.arraycopy(chars, from, buffers[column], 0, length);
        lengths[column++] = length;
    }

    @Override
    protected @Nullable TypedRow buildRecord() {
        if (header) {
            header = false;
            return null; // skipped by the reader
        }
        return new TypedRow(
                day(0),
                word(1),
                number(2),
                word(3),
                number(4),
                text(5),
                number(6),
                number(7),
                number(8),
                number(9),
                number(10),
                number(11),
                number(12),
                number(13),
                number(14),
                number(15),
                number(16),
                number(17),
                day(18),
                number(19));
    }

    /** The digits of a cell: the file's amounts and rates all have two decimals. */
    private long number(int at) {
        long value = 0;
        for (int i = 0; i < lengths[at]; i++) {
            int digit = buffers[at][i] - '0';
            value = digit >= 0 && digit <= 9 ? value * 10 + digit : value;
        }
        return value;
    }

    private LocalDate day(int at) {
        return days.computeIfAbsent(
                number(at), day -> LocalDate.of((int) (day / 10_000), (int) (day / 100 % 100), (int) (day % 100)));
    }

    private String word(int at) {
        return words.computeIfAbsent(text(at), same -> same);
    }

    private String text(int at) {
        return new String(buffers[at], 0, lengths[at]);
    }
}
