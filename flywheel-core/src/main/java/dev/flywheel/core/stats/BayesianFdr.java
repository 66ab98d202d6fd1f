package dev.flywheel.core.stats;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Bayesian false-discovery control (statistics 1.4). Sorted by the probability of being false (PEP), the q-value of the
 * i-th unit is the mean PEP of the first i: the expected share of false ones if the cut is made there. Equal PEPs are
 * ordered by posterior mean, higher first, then by index, so give the units in the order of their keys.
 * Immutable and thread-safe.
 */
public final class BayesianFdr {

    private final int[] order;
    private final double[] qValues;

    private BayesianFdr(int[] order, double[] qValues) {
        this.order = order;
        this.qValues = qValues;
    }

    /**
     * Computes the q-values.
     *
     * @param falseProbability of each unit the probability that choosing it is wrong, in [0, 1]
     * @param posteriorMean of each unit the posterior mean that breaks ties
     * @return the sorted units
     */
    public static BayesianFdr of(double[] falseProbability, double[] posteriorMean) {
        Checks.sameLength("falseProbability", falseProbability.length, "posteriorMean", posteriorMean.length);
        for (int i = 0; i < falseProbability.length; i++) {
            Checks.probability("falseProbability[" + i + "]", falseProbability[i]);
            if (Double.isNaN(posteriorMean[i])) {
                throw new IllegalArgumentException("posteriorMean[" + i + "] must be a number, got NaN");
            }
        }
        Integer[] sorted = new Integer[falseProbability.length];
        Arrays.setAll(sorted, i -> i);
        Arrays.sort(
                sorted,
                Comparator.<Integer>comparingDouble(i -> falseProbability[i])
                        .thenComparingDouble(i -> -posteriorMean[i])
                        .thenComparingInt(i -> i));
        double[] q = new double[sorted.length];
        double sum = 0;
        for (int rank = 0; rank < sorted.length; rank++) {
            sum += falseProbability[sorted[rank]];
            q[sorted[rank]] = Math.min(1, sum / (rank + 1));
        }
        return new BayesianFdr(Arrays.stream(sorted).mapToInt(i -> i).toArray(), q);
    }

    /**
     * The smallest level at which a unit is chosen.
     *
     * @param unit its index
     * @return its q-value
     */
    public double qValue(int unit) {
        return qValues[unit];
    }

    /**
     * The units to choose so that the expected share of wrong ones is at most {@code level}.
     *
     * @param level in [0, 1]
     * @return their indices, surest first
     */
    public int[] select(double level) {
        Checks.probability("level", level);
        return Arrays.stream(order).takeWhile(i -> qValues[i] <= level).toArray();
    }
}
