package dev.flywheel.adapters.csv.internal.reading;

import dev.flywheel.core.performance.RejectedRow;

/** A row that is set aside while the others are used. */
public final class RowRejected extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient RejectedRow row;

    public RowRejected(RejectedRow row) {
        super(row.reason(), null, false, false);
        this.row = row;
    }

    public RejectedRow row() {
        return row;
    }
}
