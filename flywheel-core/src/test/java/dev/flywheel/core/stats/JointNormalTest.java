package dev.flywheel.core.stats;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

final class JointNormalTest {

    private static final double[] MEANS = {1, -2, 0.5};

    /** Variances 4, 1, .25; covariances 1.2, -.3, .2. */
    private static final double[] COVARIANCE = {4, 1.2, 1, -0.3, 0.2, 0.25};

    private static double[][] draws(JointNormal law, int count) {
        SeededDraws random = new SeededDraws(3);
        double[][] draws = new double[count][];
        for (int d = 0; d < count; d++) {
            draws[d] = law.draw(random);
        }
        return draws;
    }

    private static double mean(double[][] draws, int i) {
        double sum = 0;
        for (double[] draw : draws) {
            sum += draw[i];
        }
        return sum / draws.length;
    }

    private static double covariance(double[][] draws, int i, int j) {
        double sum = 0;
        for (double[] draw : draws) {
            sum += (draw[i] - mean(draws, i)) * (draw[j] - mean(draws, j));
        }
        return sum / draws.length;
    }

    @Test
    void draws_have_the_means_and_the_covariance() {
        double[][] draws = draws(JointNormal.of(MEANS, COVARIANCE), 4000);
        int place = 0;
        for (int i = 0; i < 3; i++) {
            assertEquals(MEANS[i], mean(draws, i), 0.1, "mean " + i);
            for (int j = 0; j <= i; j++) {
                double expected = COVARIANCE[place++];
                assertEquals(expected, covariance(draws, i, j), 0.03 + 0.06 * Math.abs(expected), i + ", " + j);
            }
        }
    }

    @Test
    void sums_have_mean_and_variance_in_closed_form() {
        JointNormal law = JointNormal.of(MEANS, COVARIANCE);
        assertAll(
                () -> assertEquals(-1, law.mean(0, 1), 1e-15),
                () -> assertEquals(4 + 1 + 2 * 1.2, law.variance(0, 1), 1e-15),
                () -> assertEquals(4 + 0.25 - 2 * 0.3, law.variance(2, 0), 1e-15),
                () -> assertEquals(0, law.mean()),
                () -> assertEquals(0, law.variance()));
    }

    @Test
    void what_has_no_variance_keeps_its_mean_and_what_is_tied_stays_tied() {
        JointNormal law = JointNormal.of(MEANS, new double[] {0, 0, 1, 0, -1, 1});
        for (double[] draw : draws(law, 50)) {
            assertEquals(1, draw[0], 1e-6);
            assertEquals(-1.5, draw[1] + draw[2], 1e-6);
        }
    }

    @Test
    void the_same_stream_gives_the_same_draw() {
        JointNormal law = JointNormal.of(MEANS, COVARIANCE);
        assertArrayEquals(law.draw(new SeededDraws(9)), law.draw(new SeededDraws(9)));
    }

    @Test
    void no_coefficient_is_a_distribution_too() {
        assertEquals(0, JointNormal.of(new double[0], new double[0]).draw(new SeededDraws(1)).length);
    }

    @Test
    void refuses_what_is_no_covariance() {
        assertAll(
                () -> refused(new double[] {-1, 0, 1}, "variance of coefficient 0 must be in [0, 1e12], got -1.0"),
                () -> refused(
                        new double[] {1, 2},
                        "covariance of 2 coefficients must have 3 numbers (lower triangle), got 2"),
                () -> refused(
                        new double[] {1, Double.NaN, 1},
                        "covariance of coefficient 1 must be in [-1e12, 1e12], got NaN"));
        assertEquals(
                "means[0] must be in [-1e12, 1e12], got NaN",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> JointNormal.of(new double[] {Double.NaN}, new double[] {1}))
                        .getMessage());
    }

    private static void refused(double[] covariance, String message) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, () -> JointNormal.of(new double[] {0, 0}, covariance))
                        .getMessage());
    }
}
