package dev.flywheel.core.stats;

/** Sample quantiles, Hyndman-Fan type 7. */
final class Quantiles {

    private Quantiles() {}

    static double ofSorted(double[] sorted, double p) {
        double position = p * (sorted.length - 1);
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }
}
