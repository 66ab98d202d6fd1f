package dev.flywheel.core.stats;

/**
 * Coefficients that are known together, not one by one: a normal distribution with a covariance (statistics 4). Draws by
 * Cholesky's factor; a direction without variance keeps its mean. Immutable and thread-safe; the stream of draws is the
 * caller's.
 */
public final class JointNormal {

    /** A pivot below this share of its variance is rounding, not knowledge. */
    private static final double ROUNDING = 1e-12;

    private final double[] means;
    private final double[] covariance;
    private final double[] factor;

    private JointNormal(double[] means, double[] covariance, double[] factor) {
        this.means = means;
        this.covariance = covariance;
        this.factor = factor;
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
        for (int i = 0; i < size; i++) {
            Checks.finite("means[" + i + "]", means[i]);
        }
        for (int i = 0; i < covariance.length; i++) {
            Checks.finite("covariance[" + i + "]", covariance[i]);
        }
        return new JointNormal(means.clone(), covariance.clone(), cholesky(size, covariance));
    }

    private static double[] cholesky(int size, double[] covariance) {
        double[] factor = new double[covariance.length];
        for (int row = 0; row < size; row++) {
            for (int column = 0; column <= row; column++) {
                double rest = covariance[start(row) + column];
                for (int k = 0; k < column; k++) {
                    rest -= factor[start(row) + k] * factor[start(column) + k];
                }
                if (row == column) {
                    factor[start(row) + row] = pivot(row, covariance[start(row) + row], rest);
                } else {
                    double above = factor[start(column) + column];
                    factor[start(row) + column] = above > 0 ? rest / above : 0;
                }
            }
        }
        return factor;
    }

    private static double pivot(int row, double variance, double rest) {
        double tolerance = ROUNDING * Math.max(1, Math.abs(variance));
        if (variance < 0 || rest < -1e4 * tolerance) {
            throw new IllegalArgumentException("covariance must be that of a distribution, got variance " + variance
                    + " of coefficient " + row + " of which " + rest + " is its own");
        }
        return rest > tolerance ? Math.sqrt(rest) : 0;
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
                sum += covariance[start(Math.max(one, other)) + Math.min(one, other)];
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
        double[] drawn = means.clone();
        for (int row = 0; row < drawn.length; row++) {
            for (int column = 0; column <= row; column++) {
                drawn[row] += factor[start(row) + column] * independent[column];
            }
        }
        return drawn;
    }
}
