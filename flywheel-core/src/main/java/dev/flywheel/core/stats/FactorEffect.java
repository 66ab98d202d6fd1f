package dev.flywheel.core.stats;

import dev.flywheel.core.performance.Estimate;

/**
 * What a level of a factor does to the log of the order rate, as a normal distribution; the other levels of its factor
 * average about 0. Immutable.
 *
 * @param mean expected effect on the log rate
 * @param sd its standard deviation, above 0
 */
public record FactorEffect(double mean, double sd) {

    /** Refuses what is not a normal distribution. */
    public FactorEffect {
        Checks.finite("mean", mean);
        Checks.positive("sd", sd);
    }

    /** {@return by what the level multiplies the order rate: the median, with the central 80 % interval} */
    public Estimate multiplier() {
        double reach = StandardNormal.quantile(Quantiles.HIGH) * sd;
        return new Estimate(Math.exp(mean), Math.exp(mean - reach), Math.exp(mean + reach), Quantiles.LEVEL);
    }

    /** {@return the probability that the level raises the order rate} */
    public double probabilityPositive() {
        return StandardNormal.below(mean / sd);
    }

    /** {@return the local false sign rate: the probability that the more likely sign is the wrong one} */
    public double lfsr() {
        return StandardNormal.below(-Math.abs(mean) / sd);
    }
}
