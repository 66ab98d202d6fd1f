package dev.flywheel.adapters.csv.internal;

import dev.flywheel.adapters.csv.internal.table.PartSink;
import dev.flywheel.adapters.csv.internal.table.Row;
import dev.flywheel.adapters.csv.internal.table.RowSink;
import dev.flywheel.core.performance.RejectedRow;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Counts the rows of one pass where the reader hands them over, before anything else sees them, and holds what became of
 * them against that. A row that is lost, or that counts twice, is an error of the programme and stops the import.
 */
final class RowAccount implements PartSink<RowAccount.Part> {

    private final ImportPass pass;
    private long rows;
    private long lastLine;

    RowAccount(ImportPass pass) {
        this.pass = pass;
    }

    @Override
    public Part begin() {
        return new Part(pass.begin());
    }

    @Override
    public void end(Part part) {
        rows += part.rows;
        lastLine = Math.max(lastLine, part.lastLine);
        pass.end(part.next);
    }

    /** Closes the account once the mapper has handed over what it has. */
    void close(List<RejectedRow> rejected, long withdrawn) {
        long accepted = pass.accepted() - withdrawn;
        require(
                rows == pass.rows() && accepted >= 0 && accepted + pass.nonData() + rejected.size() == rows,
                "of " + rows + " rows that were read, " + accepted + " were accepted, " + pass.nonData()
                        + " had no data and " + rejected.size() + " were rejected");
        Set<Long> lines = new HashSet<>();
        for (RejectedRow row : rejected) {
            require(
                    row.line() > pass.headerLine() && row.line() <= lastLine,
                    "line " + row.line() + " was rejected, but the data are on lines " + (pass.headerLine() + 1)
                            + " to " + lastLine);
            require(lines.add(row.line()), "line " + row.line() + " was rejected twice");
        }
    }

    /** Asks the mapper whether it has all rows that it took. */
    void requireKept(OptionalLong kept) {
        require(
                kept.isEmpty() || kept.getAsLong() == pass.accepted(),
                pass.accepted() + " rows were accepted, but " + kept.orElse(0) + " were kept");
    }

    static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException("The import has lost track of its rows: " + otherwise);
        }
    }

    /** Counts the rows of a part. */
    static final class Part implements RowSink {

        private final ImportPass.Part next;
        private long rows;
        private long lastLine;

        private Part(ImportPass.Part next) {
            this.next = next;
        }

        @Override
        public boolean accept(Row row) {
            rows++;
            lastLine = row.line();
            return next.accept(row);
        }
    }
}
