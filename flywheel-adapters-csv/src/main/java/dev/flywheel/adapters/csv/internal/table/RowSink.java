package dev.flywheel.adapters.csv.internal.table;

/** Takes the rows of a table one after the other. */
@FunctionalInterface
public interface RowSink {

    /**
     * Takes one row.
     *
     * @param row the row
     * @return whether to go on
     */
    boolean accept(Row row);
}
