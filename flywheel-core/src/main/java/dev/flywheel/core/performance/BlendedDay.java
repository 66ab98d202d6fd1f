package dev.flywheel.core.performance;

import java.time.LocalDate;
import java.util.Objects;

/**
 * One day whose orders are known only for organic and paid traffic together, while the clicks of each are known.
 * Immutable.
 *
 * @param day the day
 * @param organicClicks clicks that ads did not deliver
 * @param paidClicks clicks that ads delivered
 * @param orders orders of both
 */
public record BlendedDay(LocalDate day, double organicClicks, double paidClicks, double orders) {

    /** Checks. */
    public BlendedDay {
        Objects.requireNonNull(day, "day");
        if (!(organicClicks >= 0 && paidClicks >= 0 && orders >= 0)
                || Double.isInfinite(organicClicks + paidClicks + orders)) {
            throw new IllegalArgumentException("A blended day needs clicks and orders of at least 0, got "
                    + organicClicks + ", " + paidClicks + ", " + orders);
        }
    }
}
