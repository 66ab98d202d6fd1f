package dev.flywheel.core.stats;

import java.util.OptionalDouble;

/**
 * How long a Spark-ad test will run before an answer is likely (statistics 2.8). An approximation for planning; it
 * decides nothing. Immutable.
 *
 * @param ratio the margin ratio r of the test, in [0.01, 100]
 * @param alpha the accepted probability of a false rejection, in (0, 1)
 */
public record TestPlanner(double ratio, double alpha) {

    /** What a mixture costs over the best single alternative, in nats. */
    private static final double MIXTURE_COST = 1.2;

    /**
     * Refuses a ratio or alpha out of range.
     *
     * @param ratio the margin ratio
     * @param alpha the accepted probability of a false rejection
     */
    public TestPlanner {
        Checks.within(ratio, 0.01, 100, "ratio");
        Checks.strictlyWithin(alpha, 0, 1, "alpha");
    }

    /**
     * The orders that the paid clicks would bring at the organic rate by the time the test is likely to answer, if the
     * organic rate were known.
     *
     * @param trueRatio the ratio c supposed to be true, in [0.01, 100]
     * @return orders; empty when the ratio is the margin itself, which no amount of data settles
     */
    public OptionalDouble ordersNeeded(double trueRatio) {
        Checks.within(trueRatio, 0.01, 100, "true ratio");
        double gain = trueRatio * Math.log(trueRatio / ratio) - trueRatio + ratio;
        return gain > 0
                ? OptionalDouble.of((SparkTest.threshold(alpha) + MIXTURE_COST) / gain)
                : OptionalDouble.empty();
    }

    /**
     * The days until the test is likely to answer. The orders needed grow by the factor 1 + T1/B, because the organic
     * rate is itself only known from B clicks; organic clicks that keep coming make B grow.
     *
     * @param trueRatio the ratio c supposed to be true
     * @param organic the law of the organic rate so far, Gamma(A, B)
     * @param paidClicksPerDay matured paid clicks a day, zero or more
     * @param organicClicksPerDay matured organic clicks a day while the test runs, zero or more
     * @return days; empty when the test is not expected to answer at all on this plan
     */
    public OptionalDouble daysNeeded(
            double trueRatio, GammaPrior organic, double paidClicksPerDay, double organicClicksPerDay) {
        Checks.within(paidClicksPerDay, 0, 1e12, "paid clicks a day");
        Checks.within(organicClicksPerDay, 0, 1e12, "organic clicks a day");
        OptionalDouble orders = ordersNeeded(trueRatio);
        if (orders.isEmpty() || paidClicksPerDay == 0) {
            return OptionalDouble.empty();
        }
        return days(orders.getAsDouble(), Checks.moderate(organic), paidClicksPerDay, organicClicksPerDay);
    }

    /**
     * The paid clicks until the test is likely to answer; see {@link #daysNeeded}.
     *
     * @param trueRatio the ratio c supposed to be true
     * @param organic the law of the organic rate so far, Gamma(A, B)
     * @param paidClicksPerDay matured paid clicks a day, zero or more
     * @param organicClicksPerDay matured organic clicks a day while the test runs, zero or more
     * @return clicks; empty when the test is not expected to answer at all on this plan
     */
    public OptionalDouble clicksNeeded(
            double trueRatio, GammaPrior organic, double paidClicksPerDay, double organicClicksPerDay) {
        OptionalDouble days = daysNeeded(trueRatio, organic, paidClicksPerDay, organicClicksPerDay);
        return days.isPresent() ? OptionalDouble.of(days.getAsDouble() * paidClicksPerDay) : days;
    }

    /** Solves p*lambda*t = N * (1 + p*t / (B + g*t)) for t: a quadratic, or a line when no organic clicks come. */
    private static OptionalDouble days(double orders, GammaPrior organic, double paid, double growing) {
        double ordersPerDay = paid * organic.mean();
        double square = ordersPerDay * growing;
        double line = ordersPerDay * organic.rate() - orders * (growing + paid);
        double constant = orders * organic.rate();
        if (square == 0) {
            return line > 0 ? OptionalDouble.of(constant / line) : OptionalDouble.empty();
        }
        double root = Math.sqrt(line * line + 4 * square * constant);
        return OptionalDouble.of(line > 0 ? 2 * constant / (line + root) : (root - line) / (2 * square));
    }
}
