package dev.flywheel.core.stats;

import org.apache.commons.statistics.distribution.GammaDistribution;

/**
 * An expected value with its central 80 % interval, in whatever unit the quantity has. Immutable.
 *
 * @param mean the posterior mean; in a strongly skewed distribution it may lie outside the interval
 * @param low the 10 % quantile
 * @param high the 90 % quantile, not below {@code low}
 */
public record Estimate(double mean, double low, double high) {

    static final double LOW = 0.1;
    static final double HIGH = 0.9;

    /**
     * Refuses anything that is not finite and ordered.
     *
     * @param mean the posterior mean
     * @param low the 10 % quantile
     * @param high the 90 % quantile
     */
    public Estimate {
        if (!(Double.isFinite(mean) && Double.isFinite(low) && Double.isFinite(high) && low <= high)) {
            throw new IllegalArgumentException(
                    "estimate must be finite with low <= high, got " + mean + " [" + low + ", " + high + "]");
        }
    }

    /**
     * Sums up a Gamma distribution.
     *
     * @param distribution the distribution of a rate
     * @return its mean and central 80 % interval
     */
    public static Estimate of(GammaPrior distribution) {
        GammaDistribution gamma = GammaDistribution.of(distribution.shape(), 1);
        return new Estimate(
                distribution.mean(),
                gamma.inverseCumulativeProbability(LOW) / distribution.rate(),
                gamma.inverseCumulativeProbability(HIGH) / distribution.rate());
    }

    /**
     * Sums up a Beta distribution.
     *
     * @param distribution the distribution of a share
     * @return its mean and central 80 % interval
     */
    public static Estimate of(BetaPosterior distribution) {
        return new Estimate(distribution.mean(), distribution.quantile(LOW), distribution.quantile(HIGH));
    }
}
