package dev.flywheel.core.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/**
 * Against the same matrix written down whole: three shared columns (two of a group of precision 4, one of precision 2),
 * then two creators of precision 5. The last unit has no creator, the one before it no column.
 */
class MixedSystemTest {

    private static final FactorDesign DESIGN = new FactorDesign(
            new int[][] {{0, 2}, {1, 2}, {0}, {1}, {}, {0, 2}},
            new int[] {0, 0, 1},
            2,
            new int[] {0, 0, 1, 1, 1, -1},
            2);
    private static final double[] WEIGHTS = {1, 2, 3, 4, 5, 6};
    private static final double[] PRECISIONS = {4, 2, 5};

    /** Weights of units that two effects share, and the precision of each on the diagonal. */
    private static final double[][] WHOLE = {
        {1 + 3 + 6 + 4, 0, 1 + 6, 1, 3},
        {0, 2 + 4 + 4, 2, 2, 4},
        {7, 2, 1 + 2 + 6 + 2, 1 + 2, 0},
        {1, 2, 3, 1 + 2 + 5, 0},
        {3, 4, 0, 0, 3 + 4 + 5 + 5}
    };

    private static MixedSystem assembled() {
        MixedSystem system = new MixedSystem(DESIGN);
        system.assemble(WEIGHTS, PRECISIONS);
        return system;
    }

    @Test
    void solves_like_the_whole_matrix() {
        double[] side = {1, -2, 3, -4, 5};
        double[] shared = {1, -2, 3};
        double[] creators = {-4, 5};
        assembled().solve(shared, creators);

        double[] solved = {shared[0], shared[1], shared[2], creators[0], creators[1]};
        for (int i = 0; i < side.length; i++) {
            double product = 0;
            for (int j = 0; j < side.length; j++) {
                product += WHOLE[i][j] * solved[j];
            }
            assertEquals(side[i], product, 1e-12, "row " + i);
        }
    }

    @Test
    void has_the_determinant_and_the_variances_of_the_whole_matrix() {
        Cholesky whole = Cholesky.of(WHOLE);
        double[][] inverse = whole.inverse();
        MixedSystem system = assembled();
        system.invert();

        assertEquals(whole.logDeterminant(), system.logDeterminant(), 1e-12);
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                assertEquals(inverse[i][j], system.sharedCovariance()[i][j], 1e-12);
            }
        }
        assertEquals(inverse[3][3], system.creatorVariance(0), 1e-12);
        assertEquals(inverse[4][4], system.creatorVariance(1), 1e-12);
        assertEquals(sum(inverse, 0, 2), system.variance(new int[] {0, 2}, -1), 1e-12);
        assertEquals(sum(inverse, 0, 2, 4), system.variance(new int[] {0, 2}, 1), 1e-12);
        assertEquals(sum(inverse, 1, 3), system.variance(new int[] {1}, 0), 1e-12);
    }

    private static double sum(double[][] covariance, int... places) {
        double sum = 0;
        for (int i : places) {
            for (int j : places) {
                sum += covariance[i][j];
            }
        }
        return sum;
    }

    @Test
    void assembling_again_forgets_the_former_weights() {
        MixedSystem again = new MixedSystem(DESIGN);
        again.assemble(new double[] {9, 8, 7, 6, 5, 4}, new double[] {1, 1, 1});
        again.assemble(WEIGHTS, PRECISIONS);
        assertEquals(assembled().logDeterminant(), again.logDeterminant(), 1e-12);
    }

    @Test
    void the_design_counts_levels_of_each_group_and_columns_that_meet_a_creator() {
        assertEquals(6, DESIGN.units());
        assertEquals(3, DESIGN.columns());
        assertEquals(3, DESIGN.variances());
        assertArrayEquals(new int[] {2, 1, 2}, DESIGN.sizes());
        assertArrayEquals(new int[] {0, 1, 2}, DESIGN.columnsOfCreators()[0]);
        assertArrayEquals(new int[] {0, 1}, DESIGN.columnsOfCreators()[1]);

        FactorDesign alone = new FactorDesign(new int[][] {{0}, {0}}, new int[] {0}, 1, new int[] {-1, -1}, 0);
        assertEquals(1, alone.variances());
        assertArrayEquals(new int[] {1}, alone.sizes());
        assertEquals(0, alone.columnsOfCreators().length);
    }
}
