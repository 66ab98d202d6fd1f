package dev.flywheel.adapters.csv.internal;

import dev.flywheel.adapters.csv.internal.table.FileRefused;
import dev.flywheel.core.performance.RejectedRow;

/** Ends the reading of a file of which so many rows are wrong that something is wrong with the file. */
final class TooManyRejected extends RuntimeException {

    /** Each rejected row is held in memory with its reason, and no person mends so many. */
    static final int MOST = 100_000;

    private static final long serialVersionUID = 1L;

    private final transient RejectedRow first;

    TooManyRejected(RejectedRow first) {
        super("more than " + MOST + " rows rejected");
        this.first = first;
    }

    FileRefused refusal() {
        return new FileRefused(
                "more than " + MOST + " rows cannot be read; the first of them, line " + first.line() + ", column \""
                        + first.column() + "\": " + first.reason(),
                first.remedy());
    }
}
