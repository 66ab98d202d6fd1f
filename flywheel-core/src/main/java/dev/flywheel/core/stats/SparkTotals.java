package dev.flywheel.core.stats;

/**
 * Everything a Spark-ad test has seen so far of one video. Immutable. How the counts were spread over days is not in
 * here: who adds up days that chance alone does not explain weighs them first ({@link DayNoise#weight}). So counts may be
 * fractional, and orders may exceed clicks (late attribution).
 *
 * <p>Orders on an exposure of zero carry no information about a rate and are ignored by the mathematics.
 *
 * @param organicOrders orders credited to organic traffic, before launch and since
 * @param organicExposure matured organic clicks behind them
 * @param paidOrders orders credited to paid clicks
 * @param paidExposure matured paid clicks behind them
 */
public record SparkTotals(double organicOrders, double organicExposure, double paidOrders, double paidExposure) {

    /** No video has more of anything; the bound keeps the arithmetic away from overflow. */
    private static final double MOST = 1e12;

    /**
     * Refuses anything negative, not finite or beyond 1e12.
     *
     * @param organicOrders orders
     * @param organicExposure matured clicks
     * @param paidOrders orders
     * @param paidExposure matured clicks
     */
    public SparkTotals {
        Checks.within(organicOrders, 0, MOST, "organic orders");
        Checks.within(organicExposure, 0, MOST, "organic exposure");
        Checks.within(paidOrders, 0, MOST, "paid orders");
        Checks.within(paidExposure, 0, MOST, "paid exposure");
    }

    /**
     * The same evidence at reduced weight: overdispersed days are worth {@code 1/phi} of what Poisson days are
     * (statistics 2.4).
     *
     * @param eta the weight, in (0, 1]
     * @return the tempered totals
     */
    public SparkTotals tempered(double eta) {
        Checks.aboveUpTo(eta, 0, 1, "eta");
        return new SparkTotals(eta * organicOrders, eta * organicExposure, eta * paidOrders, eta * paidExposure);
    }

    /** {@return the law of the organic rate after the organic evidence: Gamma(A, B) of statistics 2.1} */
    GammaPrior baseline(GammaPrior prior) {
        return prior.posterior(organicExposure > 0 ? organicOrders : 0, organicExposure);
    }

    /** {@return paid orders that have an exposure to be judged against} */
    double judgedPaidOrders() {
        return paidExposure > 0 ? paidOrders : 0;
    }
}
