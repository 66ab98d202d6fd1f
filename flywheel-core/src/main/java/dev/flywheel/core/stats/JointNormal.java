package dev.flywheel.core.stats;

import java.util.Arrays;

/**
 * Coefficients that are known together, not one by one: a normal distribution with a covariance (statistics 4). Immutable and thread-safe; the stream of draws is the
 * caller's.
 */
public final class JointNormal {

    private final double[] means;
    private final double[][] covariance;
    private final Cholesky factor;

    private JointNormal(double[] means, double[][] covariance) {
        this.means = means;
        this.covariance = covariance;
        factor = Cholesky.of(covariance);
    }

    /**
     * The distribution.
     *
     * @param means of each coefficient
     * @param covariance the lower triangle with the diagonal, row by row: {@code k (k + 1) / 2} numbers
     * @return the distribution
     */
    public static JointNormal of(double[] means, double[] covariance) {
        int size = means.length;
        if (covariance.length != start(size)) {
            throw new IllegalArgumentException("covariance of " + size + " coefficients must have " + start(size)
                    + " numbers (lower triangle), got " + covariance.length);
        }
        double[][] rows = new double[size][];
        for (int row = 0; row < size; row++) {
            Checks.finite("means[" + row + "]", means[row]);
            rows[row] = Arrays.copyOfRange(covariance, start(row), start(row + 1));
            for (double number : rows[row]) {
                Checks.finite("covariance of coefficient " + row, number);
            }
            Checks.nonNegative("variance of coefficient " + row, rows[row][row]);
        }
        return new JointNormal(means.clone(), rows);
    }

    private static int start(int row) {
        return row * (row + 1) / 2;
    }

    /**
     * The expected sum of some coefficients.
     *
     * @param which their places
     * @return the mean
     */
    public double mean(int... which) {
        double sum = 0;
        for (int one : which) {
            sum += means[one];
        }
        return sum;
    }

    /**
     * The variance of the sum of some coefficients.
     *
     * @param which their places, each once
     * @return the variance, never below zero
     */
    public double variance(int... which) {
        double sum = 0;
        for (int one : which) {
            for (int other : which) {
                sum += covariance[Math.max(one, other)][Math.min(one, other)];
            }
        }
        return Math.max(0, sum);
    }

    /**
     * Draws all coefficients at once.
     *
     * @param random the stream to draw from; each call takes one normal draw for each coefficient
     * @return a draw of each
     */
    public double[] draw(SeededDraws random) {
        double[] independent = new double[means.length];
        for (int i = 0; i < independent.length; i++) {
            independent[i] = random.normal();
        }
        double[] drawn = factor.times(independent);
        for (int i = 0; i < drawn.length; i++) {
            drawn[i] += means[i];
        }
        return drawn;
    }
}
