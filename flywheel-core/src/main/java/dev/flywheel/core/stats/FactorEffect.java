package dev.flywheel.core.stats;

import dev.flywheel.core.performance.Estimate;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * What a level of a factor does to the log of the order rate, as a normal distribution, or as Student's where few levels
 * tell how far levels lie apart; the other levels of its factor average about 0. Immutable.
 *
 * @param mean expected effect on the log rate
 * @param sd the standard deviation of the normal distribution, the scale of Student's; above 0
 * @param freedom the degrees of freedom, at least 1; {@link #NORMAL} for the normal distribution
 */
public record FactorEffect(double mean, double sd, double freedom) {

    /** So many degrees of freedom that Student's distribution is the normal one. */
    public static final double NORMAL = 1e9;

    /** Refuses what is no distribution. */
    public FactorEffect {
        Checks.finite("mean", mean);
        Checks.positive("sd", sd);
        Checks.within(freedom, 1, NORMAL, "freedom");
    }

    /**
     * A normal distribution.
     *
     * @param mean expected effect on the log rate
     * @param sd its standard deviation, above 0
     */
    public FactorEffect(double mean, double sd) {
        this(mean, sd, NORMAL);
    }

    /** {@return by what the level multiplies the order rate: the median, with the central 80 % interval} */
    public Estimate multiplier() {
        double reach = reach(Quantiles.HIGH);
        return new Estimate(Math.exp(mean), Math.exp(mean - reach), Math.exp(mean + reach), Quantiles.LEVEL);
    }

    /** How far above the mean a share of the distribution reaches. */
    double reach(double share) {
        return sd
                * (freedom == NORMAL
                        ? StandardNormal.quantile(share)
                        : TDistribution.of(freedom).inverseCumulativeProbability(share));
    }

    /** {@return the probability that the level raises the order rate} */
    public double probabilityPositive() {
        return below(mean / sd);
    }

    /** {@return the local false sign rate: the probability that the more likely sign is the wrong one} */
    public double lfsr() {
        return below(-Math.abs(mean) / sd);
    }

    private double below(double x) {
        return freedom == NORMAL
                ? StandardNormal.below(x)
                : TDistribution.of(freedom).cumulativeProbability(x);
    }
}
