package dev.flywheel.core.stats;

/**
 * One day of both arms side by side, for the concurrent form of a {@link SparkTest}. Immutable. A day on which either
 * arm had no clicks says nothing about the ratio and counts for nothing.
 *
 * @param organicOrders orders of the day from organic clicks
 * @param organicClicks organic clicks of the day, matured like the paid ones
 * @param paidOrders orders of the day from paid clicks
 * @param paidClicks paid clicks of the day
 */
public record SparkDay(double organicOrders, double organicClicks, double paidOrders, double paidClicks) {

    private static final double MOST = 1e12;

    /**
     * Refuses anything negative, not finite or beyond 1e12.
     *
     * @param organicOrders orders
     * @param organicClicks clicks
     * @param paidOrders orders
     * @param paidClicks clicks
     */
    public SparkDay {
        Checks.within(organicOrders, 0, MOST, "organic orders");
        Checks.within(organicClicks, 0, MOST, "organic clicks");
        Checks.within(paidOrders, 0, MOST, "paid orders");
        Checks.within(paidClicks, 0, MOST, "paid clicks");
    }

    /** {@return whether the day compares the arms at all} */
    boolean compares() {
        return organicClicks > 0 && paidClicks > 0;
    }
}
