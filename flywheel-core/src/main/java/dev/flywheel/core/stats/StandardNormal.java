package dev.flywheel.core.stats;

import org.apache.commons.statistics.distribution.NormalDistribution;

/** The normal distribution with mean 0 and standard deviation 1. Thread-safe. */
public final class StandardNormal {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private StandardNormal() {}

    /**
     * The value below which a share of the distribution lies.
     *
     * @param p the share, in (0, 1)
     * @return the quantile
     */
    public static double quantile(double p) {
        return NORMAL.inverseCumulativeProbability(Checks.openProbability("p", p));
    }

    /** {@return the share of the distribution at or below x} */
    static double below(double x) {
        return NORMAL.cumulativeProbability(x);
    }
}
