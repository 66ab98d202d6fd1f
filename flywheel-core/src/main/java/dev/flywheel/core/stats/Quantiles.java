package dev.flywheel.core.stats;

import dev.flywheel.core.performance.Estimate;
import java.util.Arrays;

/** Sample quantiles, Hyndman-Fan type 7. */
public final class Quantiles {

    /** The share of probability inside the intervals that this package gives: 80 %, central. */
    public static final double LEVEL = 0.8;

    static final double LOW = 0.1;
    static final double HIGH = 0.9;

    private Quantiles() {}

    /**
     * A quantile of a sample.
     *
     * @param sorted the sample in ascending order, not empty
     * @param p the share below it, in [0, 1]
     * @return the quantile
     */
    public static double ofSorted(double[] sorted, double p) {
        double position = p * (sorted.length - 1);
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }

    /**
     * What draws add up to.
     *
     * @param draws equally likely values, not empty
     * @return their mean with the central 80 % interval
     */
    public static Estimate summary(double[] draws) {
        double[] sorted = draws.clone();
        Arrays.sort(sorted);
        return new Estimate(
                Arrays.stream(draws).sum() / draws.length, ofSorted(sorted, LOW), ofSorted(sorted, HIGH), LEVEL);
    }
}
