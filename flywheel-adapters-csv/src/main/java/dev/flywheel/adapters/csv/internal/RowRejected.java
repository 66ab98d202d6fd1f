package dev.flywheel.adapters.csv.internal;

import dev.flywheel.core.performance.RejectedRow;

/** A row that is set aside while the others are used. */
final class RowRejected extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient RejectedRow row;
    private final boolean afterAsOf;

    private RowRejected(RejectedRow row, boolean afterAsOf) {
        super(row.reason(), null, false, false);
        this.row = row;
        this.afterAsOf = afterAsOf;
    }

    static RowRejected because(RejectedRow row) {
        return new RowRejected(row, false);
    }

    static RowRejected afterAsOf(RejectedRow row) {
        return new RowRejected(row, true);
    }

    RejectedRow row() {
        return row;
    }

    boolean isAfterAsOf() {
        return afterAsOf;
    }
}
