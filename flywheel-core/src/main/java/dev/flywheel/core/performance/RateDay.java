package dev.flywheel.core.performance;

import java.time.LocalDate;
import java.util.Objects;

/**
 * One day of one traffic on which both sides of a conversion rate are known. Immutable.
 *
 * @param day the day
 * @param exposure clicks, or views where clicks are unknown; a fraction when a longer period was spread over its days
 * @param orders orders booked on the day; a fraction when spread
 */
public record RateDay(LocalDate day, double exposure, double orders) {

    /** Checks. */
    public RateDay {
        Objects.requireNonNull(day, "day");
        if (!(exposure >= 0 && orders >= 0 && Double.isFinite(exposure) && Double.isFinite(orders))) {
            throw new IllegalArgumentException(
                    "A rate day needs exposure and orders of at least 0, got " + exposure + ", " + orders);
        }
    }
}
