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

    /**
     * A quantile of a sample in any order, several times as fast as sorting first. Moves the sample's values around, so
     * that the smaller ones come first; they stay the same values.
     *
     * @param sample the sample, not empty, without NaN
     * @param p the share below it, in [0, 1]
     * @return the quantile
     */
    static double of(double[] sample, double p) {
        double position = p * (sample.length - 1);
        int below = (int) position;
        select(sample, below);
        if (below == sample.length - 1) {
            return sample[below];
        }
        double next = sample[below + 1];
        for (int i = below + 2; i < sample.length; i++) {
            next = Math.min(next, sample[i]);
        }
        return sample[below] + (position - below) * (next - sample[below]);
    }

    /** Hoare's selection: puts the value of this rank at its place, nothing larger before it, nothing smaller after. */
    private static void select(double[] sample, int rank) {
        int low = 0;
        int high = sample.length - 1;
        while (low < high) {
            double pivot = middle(sample[low], sample[(low + high) >>> 1], sample[high]);
            int left = low;
            int right = high;
            while (left <= right) {
                while (sample[left] < pivot) {
                    left++;
                }
                while (sample[right] > pivot) {
                    right--;
                }
                if (left <= right) {
                    double swapped = sample[left];
                    sample[left++] = sample[right];
                    sample[right--] = swapped;
                }
            }
            if (rank <= right) {
                high = right;
            } else if (rank >= left) {
                low = left;
            } else {
                return;
            }
        }
    }

    private static double middle(double a, double b, double c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }
}
