package dev.flywheel.adapters.csv.internal.table;

import de.siegmar.fastcsv.reader.CsvCallbackHandler;
import de.siegmar.fastcsv.reader.RecordType;
import java.util.ArrayList;
import java.util.List;

/** Makes rows of what FastCSV finds, and stops inside a row that goes beyond the limits. Not thread-safe. */
final class FastCsvRows extends CsvCallbackHandler<Row> {

    /** Carries a refusal through FastCSV. */
    static final class Beyond extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final FileRefused refusal;

        Beyond(FileRefused refusal) {
            super(refusal);
            this.refusal = refusal;
        }

        FileRefused refusal() {
            return refusal;
        }
    }

    private final TableLimits limits;
    private final long skipped;
    private final List<String> cells = new ArrayList<>();
    private RecordType type = RecordType.DATA;
    private long rows;
    private long line;
    private long lastLine;
    private long chars;

    FastCsvRows(TableLimits limits, long skipped) {
        this.limits = limits;
        this.skipped = skipped;
    }

    /** {@return where the last row begins that was read whole} */
    long lastLine() {
        return lastLine;
    }

    @Override
    protected RecordType getRecordType() {
        return type;
    }

    @Override
    protected int getFieldCount() {
        return cells.size();
    }

    @Override
    protected void beginRecord(long startingLine) {
        line = startingLine;
        cells.clear();
        chars = 0;
        type = RecordType.DATA;
    }

    @Override
    protected void addField(char[] buffer, int offset, int length, boolean quoted) {
        chars += length;
        try {
            limits.requireColumns(line, cells.size() + 1);
            limits.requireCell(line, cells.size(), length);
            limits.requireRow(line, chars);
        } catch (FileRefused refusal) {
            throw new Beyond(refusal);
        }
        cells.add(new String(buffer, offset, length));
    }

    @Override
    protected void setComment(char[] buffer, int offset, int length) {
        throw new IllegalStateException("Comments are not looked for");
    }

    @Override
    protected void setEmpty() {
        type = RecordType.EMPTY;
        cells.add("");
    }

    @Override
    protected Row buildRecord() {
        try {
            limits.requireRows(++rows);
        } catch (FileRefused refusal) {
            throw new Beyond(refusal);
        }
        lastLine = line;
        return rows > skipped ? Row.ofText(line, cells) : Row.ofText(line, List.of());
    }
}
