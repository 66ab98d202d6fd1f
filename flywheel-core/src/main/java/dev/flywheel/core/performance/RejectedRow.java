package dev.flywheel.core.performance;

import java.util.Objects;

/**
 * A row that could not be used. Immutable.
 *
 * @param line its first physical line in the file, from 1
 * @param column the header of the offending column, empty when the row as a whole is wrong
 * @param value the offending cell as it stands in the file
 * @param reason why it cannot be used
 * @param remedy what to do
 */
public record RejectedRow(long line, String column, String value, String reason, String remedy) {

    /** Checks. */
    public RejectedRow {
        Objects.requireNonNull(column, "column");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(remedy, "remedy");
    }
}
