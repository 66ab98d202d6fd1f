package dev.flywheel.core.stats;

import java.util.Arrays;
import java.util.List;

/**
 * The joint law of the shared coefficients of a {@link FactorModel}, for questions that need them together: which cell is
 * best, what to try next. Coefficients are the level, the reach slope, then every level of every factor and interaction,
 * also those without data, which have N(0, tau^2) on their own. Creators are averaged over. Immutable and thread-safe.
 */
public final class CoefficientLaw {

    /** The place of the log rate of a unit of average reach. */
    public static final int LEVEL = 0;

    /** The place of the change of the log rate per unit of log reach. */
    public static final int REACH_SLOPE = 1;

    private final FactorLevels levels;
    private final int[] starts;
    private final double[] taus;
    private final double[] means;
    private final double[][] covariance;
    private final Cholesky factor;

    CoefficientLaw(FactorLevels levels, double[] taus, double[] means, double[][] covariance) {
        this.levels = levels;
        this.taus = taus;
        this.means = means;
        this.covariance = covariance;
        this.factor = Cholesky.of(covariance);
        this.starts = new int[levels.factors().size() + 1];
        starts[0] = REACH_SLOPE + 1;
        for (int g = 0; g + 1 < starts.length; g++) {
            starts[g + 1] = starts[g] + levels.factors().get(g).size();
        }
    }

    /** {@return how many coefficients there are} */
    public int size() {
        return starts[starts.length - 1];
    }

    /** {@return the names of factors and interactions, in their order} */
    public List<String> factors() {
        return levels.factors().stream().map(FactorLevels.Factor::name).toList();
    }

    /**
     * Where a level stands among the coefficients.
     *
     * @param factor its factor, or an interaction such as "hook:angle"
     * @param level the level; of an interaction {@code first * size of second + second}
     * @return its place in draws
     */
    public int position(String factor, int level) {
        int group = levels.group(factor);
        if (group < 0) {
            throw new IllegalArgumentException("factor must be one of " + factors() + ", got " + factor);
        }
        Checks.within(level, 0, levels.factors().get(group).size() - 1, "level of " + factor);
        return starts[group] + level;
    }

    /** {@return whether the fit has seen the level of the coefficient at a place} */
    public boolean isLearned(int position) {
        return known(position) >= 0;
    }

    /** {@return the expected coefficient at a place} */
    public double mean(int position) {
        int known = known(position);
        return known < 0 ? 0 : means[known];
    }

    /** {@return the covariance of the coefficients at two places} */
    public double covariance(int left, int right) {
        int first = known(left);
        int second = known(right);
        if (first >= 0 && second >= 0) {
            return covariance[first][second];
        }
        double tau = first < 0 ? taus[group(left)] : 0;
        return left == right ? tau * tau : 0;
    }

    /**
     * Draws all coefficients together.
     *
     * @param draws the stream to draw from; it advances by {@link #size()} normal draws
     * @return one draw of each, at its place
     */
    public double[] draw(SeededDraws draws) {
        double[] independent = new double[means.length];
        Arrays.setAll(independent, j -> draws.normal());
        double[] correlated = factor.times(independent);
        double[] result = new double[size()];
        for (int position = 0; position < result.length; position++) {
            int known = known(position);
            result[position] = known < 0 ? taus[group(position)] * draws.normal() : means[known] + correlated[known];
        }
        return result;
    }

    /**
     * The log rate of a cell at a draw (or at the means), for a creator of the average kind.
     *
     * @param coefficients one number for each place
     * @param z centred log reach
     * @param plainLevels the level of each factor in its order without interactions; -1 counts as no effect
     * @return the log of orders per unit of exposure
     */
    public double logRate(double[] coefficients, double z, int... plainLevels) {
        Checks.sameLength("coefficients", coefficients.length, "law", size());
        int[] complete = levels.complete(plainLevels);
        double sum = coefficients[LEVEL] + coefficients[REACH_SLOPE] * z;
        for (int g = 0; g < complete.length; g++) {
            sum += complete[g] < 0 ? 0 : coefficients[starts[g] + complete[g]];
        }
        return sum;
    }

    private int known(int position) {
        Checks.within(position, 0, size() - 1, "position");
        if (position <= REACH_SLOPE) {
            return position;
        }
        int group = group(position);
        int column = levels.column(group, position - starts[group]);
        return column < 0 ? column : REACH_SLOPE + 1 + column;
    }

    private int group(int position) {
        int group = 0;
        while (starts[group + 1] <= position) {
            group++;
        }
        return group;
    }
}
