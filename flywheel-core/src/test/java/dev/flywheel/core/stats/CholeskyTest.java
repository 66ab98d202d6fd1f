package dev.flywheel.core.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** The matrix is {@code L L'} of {@code L = [2; 6 1; -8 5 3]}, of which every answer follows by hand. */
class CholeskyTest {

    private final Cholesky cholesky = Cholesky.of(new double[][] {{4}, {12, 37}, {-16, -43, 98}});

    @Test
    void the_factor_is_the_one_the_matrix_was_made_from() {
        assertArrayEquals(new double[] {2, 16, 342}, cholesky.times(new double[] {1, 10, 100}), 1e-12);
    }

    @Test
    void the_determinant_is_the_squared_product_of_the_pivots() {
        assertEquals(Math.log(36), cholesky.logDeterminant(), 1e-12);
    }

    @Test
    void solving_gives_back_what_the_matrix_was_multiplied_with() {
        double[] b = {-20, -43, 192};
        cholesky.solve(b);
        assertArrayEquals(new double[] {1, 2, 3}, b, 1e-10);
    }

    @Test
    void the_inverse_has_both_triangles() {
        double[][] inverse = cholesky.inverse();
        assertArrayEquals(new double[] {1777 / 36.0, -122 / 9.0, 19 / 9.0}, inverse[0], 1e-10);
        assertArrayEquals(new double[] {-122 / 9.0, 34 / 9.0, -5 / 9.0}, inverse[1], 1e-10);
        assertArrayEquals(new double[] {19 / 9.0, -5 / 9.0, 1 / 9.0}, inverse[2], 1e-10);
    }

    @Test
    void a_matrix_that_rounding_made_singular_keeps_a_pivot_of_a_small_share_of_its_diagonal() {
        Cholesky singular = Cholesky.of(new double[][] {{9}, {9, 9}});
        assertArrayEquals(new double[] {0, 3e-7}, singular.times(new double[] {0, 1}), 1e-20);
    }
}
