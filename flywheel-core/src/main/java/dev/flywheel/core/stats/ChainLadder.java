package dev.flywheel.core.stats;

/**
 * The chain ladder: how a count of late events grows from one age to the next, learned from a run-off triangle
 * (statistics 2.5; Mack 1993 for the standard errors). Rows are cohorts, columns their ages 0, 1, 2, ..., entries what
 * had been seen in total; NaN where nobody looked. Immutable.
 */
public final class ChainLadder {

    private final double[][] triangle;
    private final double[] factors;
    /** Mack's variance parameter of each link, sigma squared. */
    private final double[] variances;
    /** What the rows behind each factor had shown before and after the step. */
    private final double[] before;

    private final double[] after;

    private ChainLadder(double[][] triangle, int ages) {
        this.triangle = triangle;
        int links = Math.max(0, ages - 1);
        factors = new double[links];
        variances = new double[links];
        before = new double[links];
        after = new double[links];
        for (int k = 0; k < links; k++) {
            learn(k);
        }
        extendLastVariance();
    }

    /**
     * Learns the factors {@code f_k = sum C_(k+1) / sum C_k} over rows that have both.
     *
     * @param triangle cumulative counts by cohort and age, zero or more, NaN where unknown; rows may differ in length
     * @return the ladder
     * @throws IllegalArgumentException for a negative or infinite count
     */
    public static ChainLadder of(double[][] triangle) {
        double[][] copy = new double[triangle.length][];
        int ages = 0;
        for (int i = 0; i < copy.length; i++) {
            copy[i] = triangle[i].clone();
            for (int k = 0; k < copy[i].length; k++) {
                if (!Double.isNaN(copy[i][k])) {
                    Checks.within(copy[i][k], 0, Checks.LARGEST, "triangle[" + i + "][" + k + "]");
                    ages = Math.max(ages, k + 1);
                }
            }
        }
        return new ChainLadder(copy, ages);
    }

    private void learn(int k) {
        int rows = 0;
        for (double[] row : triangle) {
            if (has(row, k) && has(row, k + 1)) {
                before[k] += row[k];
                after[k] += row[k + 1];
                rows += row[k] > 0 ? 1 : 0;
            }
        }
        factors[k] = before[k] > 0 ? bounded(after[k] / before[k]) : 1;
        double squares = 0;
        for (double[] row : triangle) {
            if (has(row, k) && has(row, k + 1) && row[k] > 0) {
                double residual = row[k + 1] / row[k] - factors[k];
                squares += row[k] * residual * residual;
            }
        }
        variances[k] = rows > 1 ? bounded(squares / (rows - 1)) : -1;
    }

    /** Mack's rule for a link that a single row shows: the trend of the two before it, never above either. */
    private void extendLastVariance() {
        for (int k = 0; k < variances.length; k++) {
            if (variances[k] < 0) {
                double last = k > 0 ? variances[k - 1] : 0;
                double lastButOne = k > 1 ? variances[k - 2] : last;
                double trend = lastButOne > 0 ? last * last / lastButOne : last;
                variances[k] = Math.min(trend, Math.min(last, lastButOne));
            }
        }
    }

    private static boolean has(double[] row, int k) {
        return k < row.length && !Double.isNaN(row[k]);
    }

    private static int lastAge(double[] row) {
        int last = row.length - 1;
        while (last >= 0 && Double.isNaN(row[last])) {
            last--;
        }
        return last;
    }

    /** {@return the number of links: one less than the ages seen} */
    public int links() {
        return factors.length;
    }

    /**
     * The growth from one age to the next.
     *
     * @param age the younger age
     * @return the factor; 1 where no row had shown anything
     */
    public double factor(int age) {
        return factors[age];
    }

    /**
     * Mack's sigma of a link.
     *
     * @param age the younger age
     * @return the square root of the variance parameter
     */
    public double sigma(int age) {
        return Math.sqrt(variances[age]);
    }

    /**
     * What the rows behind a factor had shown at the younger age.
     *
     * @param age the younger age
     * @return events
     */
    public double shown(int age) {
        return before[age];
    }

    /**
     * The squared relative error of a factor: Mack's, and at least that of a Poisson count of the late events.
     *
     * @param age the younger age
     * @return the squared error over the squared factor; infinite where no row had shown anything
     */
    public double relativeError(int age) {
        double late = Math.max(0, after[age] - before[age]);
        double grown = Math.max(before[age], after[age]);
        return grown > 0 ? Math.max(late, variances[age] * before[age]) / (grown * grown) : Double.POSITIVE_INFINITY;
    }

    /**
     * What a cohort will have shown in the end.
     *
     * @param row the cohort
     * @return its newest count, grown by the factors of the ages to come; 0 for a cohort nobody looked at
     */
    public double ultimate(int row) {
        int last = lastAge(triangle[row]);
        double ultimate = last < 0 ? 0 : triangle[row][last];
        for (int k = Math.max(0, last); k < factors.length; k++) {
            ultimate = bounded(ultimate * factors[k]);
        }
        return ultimate;
    }

    /**
     * Mack's standard error of {@link #ultimate}.
     *
     * @param row the cohort
     * @return the standard error; 0 for a cohort that has shown nothing
     */
    public double standardError(int row) {
        return Math.sqrt(squaredError(row));
    }

    /** Mack's recursion: what was unsure grows by the factor, and the step adds its own spread and that of its factor. */
    private double squaredError(int row) {
        int last = lastAge(triangle[row]);
        double at = last < 0 ? 0 : triangle[row][last];
        double error = 0;
        for (int k = Math.max(0, last); k < factors.length; k++) {
            if (before[k] > 0) {
                double added = variances[k] * at * (1 + bounded(at / before[k]));
                error = bounded(factors[k] * (factors[k] * error) + added);
            }
            at = bounded(at * factors[k]);
        }
        return error;
    }

    /** {@return Mack's standard error of what all cohorts together still have to show} */
    public double totalStandardError() {
        double sum = 0;
        for (int i = 0; i < triangle.length; i++) {
            double younger = 0;
            for (int j = i + 1; j < triangle.length; j++) {
                younger = bounded(younger + ultimate(j));
            }
            double shared = 0;
            for (int k = Math.max(0, lastAge(triangle[i])); k < factors.length; k++) {
                shared = bounded(shared + 2 * relativeErrorOfFactor(k));
            }
            sum += squaredError(i) + bounded(ultimate(i) * shared) * younger;
        }
        return Math.sqrt(bounded(sum));
    }

    /** A link that leaves nothing needs none: what went through it has an ultimate of 0. */
    private double relativeErrorOfFactor(int k) {
        return factors[k] > 0 && before[k] > 0 ? variances[k] / factors[k] / factors[k] / before[k] : 0;
    }

    /** Counts that differ by hundreds of orders of magnitude have no meaningful product; no step may pass infinity on. */
    private static double bounded(double value) {
        return Math.min(value, Double.MAX_VALUE);
    }
}
