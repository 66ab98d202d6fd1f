package dev.flywheel.core.performance;

import java.util.Objects;

/**
 * Days for which a source lists every event: an event that is absent there did not happen. Immutable.
 *
 * @param source the kind of report
 * @param period the days
 */
public record Coverage(Source source, Period period) {

    /** Checks. */
    public Coverage {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(period, "period");
    }
}
