package dev.flywheel.adapters.csv.internal.table;

/** Follows the reading of a table and may end it. Never called by two threads at once. */
@FunctionalInterface
public interface Watch {

    /** Reads on whatever happens. */
    Watch NOBODY = (bytes, ofBytes, rows) -> {};

    /**
     * Called after each stretch of rows.
     *
     * @param bytes the bytes read so far
     * @param ofBytes the bytes there are
     * @param rows the rows read so far
     * @throws java.util.concurrent.CancellationException to end the reading
     */
    void read(long bytes, long ofBytes, long rows);
}
