package dev.flywheel.core.performance;

import dev.flywheel.core.money.Money;
import java.time.LocalDate;
import java.util.Objects;

/**
 * What the ads of one video cost on one day and how many clicks that bought. Immutable.
 *
 * @param day the day
 * @param spend the ad money
 * @param clicks the paid clicks, at least 0
 */
public record SpendDay(LocalDate day, Money spend, long clicks) {

    /** Checks. */
    public SpendDay {
        Objects.requireNonNull(day, "day");
        Objects.requireNonNull(spend, "spend");
        if (clicks < 0) {
            throw new IllegalArgumentException("clicks must be at least 0, got " + clicks);
        }
    }

    SpendDay plus(SpendDay part) {
        return new SpendDay(day, spend.plus(part.spend), Math.addExact(clicks, part.clicks));
    }
}
