package dev.flywheel.core.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class GammaPriorTest {

    @Test
    void orders_add_to_the_shape_and_exposure_to_the_rate() {
        assertEquals(new GammaPrior(7.5, 250), new GammaPrior(3, 100).posterior(4.5, 150));
        assertEquals(0.03, new GammaPrior(3, 100).mean(), 1e-15);
    }

    /** An exponential law: the quantile of p is -log(1 - p) over the rate. */
    @Test
    void the_interval_holds_four_fifths() {
        var estimate = new GammaPrior(1, 50).estimate();
        assertEquals(0.02, estimate.mean(), 1e-15);
        assertEquals(-Math.log(0.9) / 50, estimate.low(), 1e-12);
        assertEquals(-Math.log(0.1) / 50, estimate.high(), 1e-12);
    }

    @Test
    void refuses_all_but_positive_finite_numbers() {
        for (double wrong : new double[] {0, -1, Double.POSITIVE_INFINITY, Double.NaN}) {
            refused(wrong, 1);
            refused(1, wrong);
        }
    }

    private static void refused(double shape, double rate) {
        assertEquals(
                "Gamma prior needs shape and rate above 0, got " + shape + ", " + rate,
                assertThrows(IllegalArgumentException.class, () -> new GammaPrior(shape, rate))
                        .getMessage());
    }
}
