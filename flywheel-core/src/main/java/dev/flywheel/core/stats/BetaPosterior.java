package dev.flywheel.core.stats;

import dev.flywheel.core.performance.Estimate;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.numbers.gamma.Digamma;
import org.apache.commons.numbers.gamma.LogBeta;
import org.apache.commons.numbers.gamma.RegularizedBeta;
import org.apache.commons.numbers.gamma.Trigamma;
import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * A Beta distribution of a share of a true subset: clicks of views, refunds of orders, winners of samples. Immutable.
 *
 * @param alpha prior plus seen successes, in (0, 1e12]
 * @param beta prior plus seen failures, in (0, 1e12]
 */
public record BetaPosterior(double alpha, double beta) {

    /** Log-density below its top by this much is nothing in double precision. */
    private static final double NEGLIGIBLE = 42;

    private static final double FAR_OUT = -600;
    private static final double WIDEST_STEP = 0.4;
    private static final int POINTS = 512;
    /** A parameter of almost nothing spreads the log-odds without end. */
    private static final int MOST_POINTS = 50_000;

    /**
     * Refuses parameters out of range.
     *
     * @param alpha prior plus seen successes
     * @param beta prior plus seen failures
     */
    public BetaPosterior {
        Checks.positive("alpha", alpha);
        Checks.positive("beta", beta);
    }

    /**
     * A prior given as a mean and the number of trials it is worth.
     *
     * @param mean the expected share, in (0, 1)
     * @param size the weight in trials, above 0
     * @return the distribution
     */
    public static BetaPosterior ofMean(double mean, double size) {
        Checks.openProbability("mean", mean);
        Checks.positive("size", size);
        return new BetaPosterior(mean * size, (1 - mean) * size);
    }

    /**
     * The conjugate update.
     *
     * @param successes at least 0, may be fractional
     * @param trials at least {@code successes}
     * @return the posterior
     */
    public BetaPosterior posterior(double successes, double trials) {
        checkSubset(successes, trials);
        return new BetaPosterior(alpha + successes, beta + (trials - successes));
    }

    /** {@return the expected share} */
    public double mean() {
        return alpha / (alpha + beta);
    }

    /**
     * The share that is not exceeded with probability {@code p}.
     *
     * @param p in [0, 1]
     * @return the quantile
     */
    public double quantile(double p) {
        return BetaDistribution.of(alpha, beta).inverseCumulativeProbability(Checks.probability("p", p));
    }

    /**
     * The probability that the share is at most {@code share}.
     *
     * @param share in [0, 1]
     * @return the probability
     */
    public double probabilityAtMost(double share) {
        return RegularizedBeta.value(Checks.probability("share", share), alpha, beta);
    }

    /**
     * The probability that this share is above another, both independent: the trapezoid rule on the log-odds scale,
     * where the integrand is analytic and falls exponentially, so that the error is below 1e-10; below 1e-2 when a
     * parameter is below 0.002.
     *
     * @param other the share to compare with
     * @return P(this &gt; other)
     */
    public double probabilityAbove(BetaPosterior other) {
        return alpha + beta >= other.alpha + other.beta
                ? expected(other::atMostLogOdds)
                : 1 - other.expected(this::atMostLogOdds);
    }

    /** {@return the expected logarithm of what is left of 1} */
    double meanLogRest() {
        return Digamma.value(beta) - Digamma.value(alpha + beta);
    }

    /** {@return the variance of the logarithm of what is left of 1} */
    double varianceLogRest() {
        return Trigamma.value(beta) - Trigamma.value(alpha + beta);
    }

    /** {@return the mean with the central 80 % interval} */
    public Estimate estimate() {
        return new Estimate(mean(), quantile(Quantiles.LOW), quantile(Quantiles.HIGH), Quantiles.LEVEL);
    }

    static void checkSubset(double successes, double trials) {
        Checks.nonNegative("successes", successes);
        Checks.nonNegative("trials", trials);
        if (successes > trials) {
            throw new IllegalArgumentException(
                    "successes must be in [0, trials], got " + successes + " of " + trials + " trials");
        }
    }

    /** The log-probability of {@code x} successes in {@code n} trials whose share has a Beta(a, b) distribution. */
    static double logBetaBinomial(double x, double n, double a, double b) {
        return -Math.log(n + 1)
                - LogBeta.value(n - x + 1, x + 1)
                + LogBeta.value(x + a, n - x + b)
                - LogBeta.value(a, b);
    }

    private double expected(DoubleUnaryOperator function) {
        double top = Math.log(alpha / beta);
        double low = top - reach(top, -1);
        double high = top + reach(top, 1);
        int points = (int) Math.min(MOST_POINTS, Math.max(POINTS, Math.ceil((high - low) / WIDEST_STEP)));
        double step = (high - low) / points;
        double sum = 0;
        double mass = 0;
        for (int i = 0; i <= points; i++) {
            double logOdds = low + i * step;
            double density = Math.exp(logDensity(logOdds) - logDensity(top));
            mass += density;
            sum += density * function.applyAsDouble(logOdds);
        }
        return Math.min(1, sum / mass);
    }

    /** The distribution function on the log-odds scale, by the smaller tail; far out the first term of its series. */
    private double atMostLogOdds(double logOdds) {
        if (logOdds > 0) {
            return 1 - complement().atMostLogOdds(-logOdds);
        }
        double odds = Math.exp(logOdds);
        return logOdds < FAR_OUT
                ? Math.exp(alpha * logOdds - Math.log(alpha) - LogBeta.value(alpha, beta))
                : RegularizedBeta.value(odds / (1 + odds), alpha, beta);
    }

    private BetaPosterior complement() {
        return new BetaPosterior(/* alpha= */ beta, /* beta= */ alpha);
    }

    private double reach(double top, int direction) {
        double floor = logDensity(top) - NEGLIGIBLE;
        double near = 0;
        double far = 1e-6;
        while (logDensity(top + direction * far) > floor) {
            near = far;
            far *= 2;
        }
        for (int i = 0; i < 20; i++) {
            double middle = (near + far) / 2;
            if (logDensity(top + direction * middle) > floor) {
                near = middle;
            } else {
                far = middle;
            }
        }
        return far;
    }

    private double logDensity(double logOdds) {
        return logOdds < 0
                ? alpha * logOdds - (alpha + beta) * Math.log1p(Math.exp(logOdds))
                : -beta * logOdds - (alpha + beta) * Math.log1p(Math.exp(-logOdds));
    }
}
