package dev.flywheel.adapters.csv.internal.table;

/**
 * Takes the parts of a table, each a stretch of rows that follow one another. Rows of different parts may be read at the
 * same time; the parts come here in the order of the file, one after the other.
 *
 * @param <P> takes the rows of one part, on one thread
 */
public interface PartSink<P extends RowSink> {

    /** {@return what takes the rows of a part; called by any thread, also for parts that are never handed over} */
    P begin();

    /**
     * Takes a part whose rows were all read, after every part before it.
     *
     * @param part the part
     */
    void end(P part);
}
