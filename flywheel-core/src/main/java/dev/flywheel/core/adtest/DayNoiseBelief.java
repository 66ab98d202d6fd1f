package dev.flywheel.core.adtest;

import dev.flywheel.core.stats.DayNoise;

/**
 * How much wilder days are than chance alone. Chance spreads the orders of a day by their mean; what shakes one video
 * alone adds a share of it, and what shakes all videos alike, such as a payday, adds the square of the orders: the
 * variance over the mean is the larger of {@code ratio} and {@code 1 + swing * orders} (statistics 2.4 has the ratio
 * alone, which is too small for a video of many orders). Immutable.
 *
 * @param ratio variance of daily orders over their mean, all videos together, in [1, 5]
 * @param swing the squared coefficient of variation of what days do to all orders alike, in [0, 10]
 */
public record DayNoiseBelief(double ratio, double swing) {

    /** Checks. */
    public DayNoiseBelief {
        of(ratio, swing);
    }

    /** What an order or a click is worth where both arms live through the same days (1/ratio). */
    double eta() {
        return of(ratio, swing).eta();
    }

    /**
     * How much less a day counts in a total, where nothing on the other side went through the same day.
     *
     * @param ordersPerDay the orders that were to be expected of the day
     */
    double weight(double ordersPerDay) {
        return of(ratio, swing).weight(ordersPerDay);
    }

    private static DayNoise of(double ratio, double swing) {
        return new DayNoise(ratio, swing, 0);
    }
}
