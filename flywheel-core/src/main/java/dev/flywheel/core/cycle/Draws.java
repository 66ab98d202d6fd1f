package dev.flywheel.core.cycle;

import dev.flywheel.core.performance.Estimate;
import dev.flywheel.core.stats.Quantiles;
import dev.flywheel.core.stats.SeededDraws;
import dev.flywheel.core.stats.StandardNormal;

/** Seeded streams, one for each purpose, and what draws add up to. Intervals are central 80 %. */
final class Draws {

    static final double LEVEL = 0.8;

    /** Standard deviations from the mean to either end of a central 80 % interval of a normal distribution. */
    private static final double REACH = StandardNormal.quantile((1 + LEVEL) / 2);

    private Draws() {}

    /** A stream that depends on the seed and its purpose alone, so that one question never moves another's answer. */
    static SeededDraws stream(long seed, String purpose) {
        return SeededDraws.of(seed, purpose);
    }

    static long seedFor(long seed, String purpose) {
        return SeededDraws.seedFor(seed, purpose);
    }

    static Estimate summary(double[] draws) {
        return Quantiles.summary(draws);
    }

    static Estimate normal(double mean, double deviation) {
        return new Estimate(mean, mean - REACH * deviation, mean + REACH * deviation, LEVEL);
    }

    /** The standard deviation of a normal distribution with this central interval. */
    static double deviation(Estimate estimate) {
        return (estimate.high() - estimate.low()) / (2 * REACH);
    }
}
