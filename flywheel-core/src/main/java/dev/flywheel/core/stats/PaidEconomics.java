package dev.flywheel.core.stats;

import java.util.List;

/**
 * What a paid click is worth: the posterior of the paid conversion rate c * lambda0, with the ratio c and the organic
 * rate lambda0 both uncertain (statistics 2.7). Immutable and safe for use by several threads. Unlike the e-values this
 * is a belief, not a guarantee: it decides about money, never about "dropped" or "holds".
 */
public final class PaidEconomics {

    /** Twelve standard deviations of log c: what lies outside is below 1e-8 of the prior. */
    private static final int POINTS = 241;

    private static final double REACH = 6;

    private final double[] weights;
    /** The paid rate given c_j is Gamma(shape, rates[j]). */
    private final double[] rates;

    private final double[] logRatios;
    private final double shape;

    private PaidEconomics(double[] weights, double[] rates, double[] logRatios, double shape) {
        this.weights = weights;
        this.rates = rates;
        this.logRatios = logRatios;
        this.shape = shape;
    }

    /**
     * The posterior after totals.
     *
     * @param prior the law of the organic rate in this video's class
     * @param ratioPrior the belief about c before the test
     * @param totals all evidence so far; without any, the answers are those of the priors
     * @param eta the weight of the evidence, 1/phi, in (0, 1]
     * @return the posterior
     */
    public static PaidEconomics of(GammaPrior prior, RatioPrior ratioPrior, SparkTotals totals, double eta) {
        return of(prior, ratioPrior, totals, List.of(), eta);
    }

    /**
     * The posterior after the evidence so far. A belief uses everything known in one way, whatever form the test takes.
     *
     * @param prior the law of the organic rate in this video's class
     * @param ratioPrior the belief about c before the test
     * @param totals what is told apart; without any, the answers are those of the priors
     * @param mixed days whose orders are blended
     * @param eta the weight of the evidence, 1/phi, in (0, 1]
     * @return the posterior
     */
    public static PaidEconomics of(
            GammaPrior prior, RatioPrior ratioPrior, SparkTotals totals, List<SparkMix> mixed, double eta) {
        Checks.aboveUpTo(eta, 0, 1, "eta");
        Checks.moderate(prior);
        SparkEvidence tempered = SparkEvidence.blended(totals, mixed).tempered(eta);
        GammaPrior baseline = tempered.soFar().baseline(prior);
        double shape = baseline.shape() + tempered.soFar().judgedPaidOrders();
        double organic = baseline.rate();
        double paid = tempered.soFar().paidExposure();
        for (SparkMix day : tempered.mixed()) {
            shape += day.judgedOrders();
            organic += day.organicClicks();
            paid += day.paidClicks();
        }
        double reach = REACH * ratioPrior.sd();
        double step = 2 * reach / (POINTS - 1);
        RatioGrid grid = new RatioGrid(1, ratioPrior.centre() - reach, step, POINTS, ratioPrior);
        double[] weights = grid.logJoint(RatioLikelihood.of(tempered, prior, 1));
        double total = Special.logSumExp(weights);
        double[] rates = new double[weights.length];
        double[] logRatios = new double[weights.length];
        for (int j = 0; j < weights.length; j++) {
            weights[j] = Math.exp(weights[j] - total);
            rates[j] = organic / grid.ratio(j) + paid;
            logRatios[j] = Math.log(grid.ratio(j));
        }
        return new PaidEconomics(weights, rates, logRatios, shape);
    }

    /** {@return the expected log c} */
    public double meanLogRatio() {
        double sum = 0;
        for (int j = 0; j < weights.length; j++) {
            sum += weights[j] * logRatios[j];
        }
        return sum;
    }

    /** {@return the standard deviation of log c} */
    public double sdLogRatio() {
        double mean = meanLogRatio();
        double sum = 0;
        for (int j = 0; j < weights.length; j++) {
            sum += weights[j] * (logRatios[j] - mean) * (logRatios[j] - mean);
        }
        return Math.sqrt(sum);
    }

    /** {@return the expected paid conversion rate, orders per matured click} */
    public double expectedRate() {
        double sum = 0;
        for (int j = 0; j < weights.length; j++) {
            sum += weights[j] * shape / rates[j];
        }
        return sum;
    }

    /**
     * Draws a paid conversion rate: first c from its weights, then the rate given c.
     *
     * @param draws the stream
     * @return orders per matured click
     */
    public double draw(SeededDraws draws) {
        double left = draws.uniform();
        int j = 0;
        while (j < weights.length - 1 && left >= weights[j]) {
            left -= weights[j];
            j++;
        }
        return draws.of(new GammaPrior(shape, rates[j]), 1)[0];
    }

    /**
     * The probability that the paid conversion rate exceeds a level.
     *
     * @param level orders per matured click; any number, 0 or less gives 1
     * @return the probability
     * @throws IllegalArgumentException for NaN
     */
    public double probabilityRateAbove(double level) {
        Checks.within(level, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, "level");
        if (level <= 0) {
            return 1;
        }
        if (level == Double.POSITIVE_INFINITY) {
            return 0;
        }
        double sum = 0;
        for (int j = 0; j < weights.length; j++) {
            // The rest of the grid cannot move the answer's tenth digit, and the tail is the costly part.
            if (weights[j] > 1e-13) {
                sum += weights[j] * Special.gammaTail(level * rates[j], shape);
            }
        }
        return Math.min(1, sum);
    }

    /**
     * The expected profit of one more paid click.
     *
     * @param orderValues equally likely net values of an order, in money; one value, or a sample that carries its
     *     uncertainty
     * @param costPerClick money per click, zero or more
     * @return expected money per click
     */
    public double expectedProfitPerClick(double[] orderValues, double costPerClick) {
        double sum = 0;
        for (double value : checked(orderValues, costPerClick)) {
            sum += value;
        }
        return expectedRate() * (sum / orderValues.length) - costPerClick;
    }

    /**
     * The probability that a paid click earns more than it costs. An order worth nothing or less never does.
     *
     * @param orderValues equally likely net values of an order, in money; a few dozen quantiles are enough
     * @param costPerClick money per click, zero or more
     * @return the probability that rate * value exceeds the cost
     */
    public double probabilityProfitable(double[] orderValues, double costPerClick) {
        double sum = 0;
        for (double value : checked(orderValues, costPerClick)) {
            sum += value > 0 ? probabilityRateAbove(costPerClick / value) : 0;
        }
        return sum / orderValues.length;
    }

    private static double[] checked(double[] orderValues, double costPerClick) {
        Checks.within(costPerClick, 0, 1e12, "cost per click");
        if (orderValues.length == 0) {
            throw new IllegalArgumentException("order values must hold at least one value, got none");
        }
        for (double value : orderValues) {
            Checks.within(value, -1e12, 1e12, "order value");
        }
        return orderValues;
    }
}
