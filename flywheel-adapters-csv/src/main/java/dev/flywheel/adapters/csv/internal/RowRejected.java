package dev.flywheel.adapters.csv.internal;

import dev.flywheel.core.performance.RejectedRow;

/** A row that is set aside while the others are used. */
final class RowRejected extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient RejectedRow row;

    RowRejected(RejectedRow row) {
        super(row.reason(), null, false, false);
        this.row = row;
    }

    RejectedRow row() {
        return row;
    }
}
