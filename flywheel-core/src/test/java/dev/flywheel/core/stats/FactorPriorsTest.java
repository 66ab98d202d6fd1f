package dev.flywheel.core.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class FactorPriorsTest {

    private static final FactorPriors PRIORS = new FactorPriors(
            new double[] {-3, 0.5}, new double[] {4, 9}, new double[] {0.5, Double.POSITIVE_INFINITY}, 1.2, 2);

    @Test
    void fixed_coefficients_and_the_log_shape_have_normal_laws() {
        // 4 * 1^2 / 2 and 9 * 2^2 / 2; 2 * 3^2 / 2.
        assertEquals(-2 - 18, PRIORS.ofFixed(new double[] {-2, 2.5, 99}), 1e-12);
        assertEquals(-4, PRIORS.fixedSlope(0, -2), 1e-12);
        assertEquals(-18, PRIORS.fixedSlope(1, 2.5), 1e-12);
        assertEquals(-9, PRIORS.ofLogShape(4.2), 1e-12);
        assertEquals(-6, PRIORS.logShapeSlope(4.2), 1e-12);
        assertEquals(2, PRIORS.fixed());
    }

    /** The half-normal density of tau times d tau / d log tau: tau exp(-tau^2 / (2 scale^2)). */
    @Test
    void a_spread_has_a_half_normal_law_read_on_the_scale_of_its_logarithm() {
        double tau = 0.3;
        assertEquals(Math.log(tau) - 0.09 / 0.5, PRIORS.ofTau(0, Math.log(tau)), 1e-12);
        assertEquals(1 - 0.09 / 0.25, PRIORS.tauSlope(0, Math.log(tau)), 1e-12);
        assertEquals(0, PRIORS.tauSlope(0, Math.log(0.5)), 1e-12, "highest at the scale");
    }

    @Test
    void an_infinite_scale_is_no_law_at_all() {
        assertEquals(0, PRIORS.ofTau(1, -2));
        assertEquals(0, PRIORS.tauSlope(1, -2));
        assertArrayEquals(new double[] {Math.log(0.2), Math.log(0.4)}, PRIORS.startLogTaus(), 1e-12);
    }
}
