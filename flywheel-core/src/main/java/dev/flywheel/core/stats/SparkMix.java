package dev.flywheel.core.stats;

/**
 * One day whose orders are known only for both arms together, while the clicks of each arm are known (statistics 2.6).
 * Immutable. Orders of such a day tell of the ratio by how their number moves with the share of paid clicks.
 *
 * @param orders orders of the day from clicks of both kinds
 * @param organicClicks organic clicks, matured
 * @param paidClicks paid clicks, matured like the organic ones
 */
public record SparkMix(double orders, double organicClicks, double paidClicks) {

    private static final double MOST = 1e12;

    /**
     * Refuses anything negative, not finite or beyond 1e12.
     *
     * @param orders orders
     * @param organicClicks clicks
     * @param paidClicks clicks
     */
    public SparkMix {
        Checks.within(orders, 0, MOST, "orders");
        Checks.within(organicClicks, 0, MOST, "organic clicks");
        Checks.within(paidClicks, 0, MOST, "paid clicks");
    }

    /** {@return orders that have an exposure to be judged against} */
    double judgedOrders() {
        return organicClicks + paidClicks > 0 ? orders : 0;
    }

    SparkMix tempered(double eta) {
        return new SparkMix(eta * orders, eta * organicClicks, eta * paidClicks);
    }
}
