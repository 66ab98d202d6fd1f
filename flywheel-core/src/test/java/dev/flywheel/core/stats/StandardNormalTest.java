package dev.flywheel.core.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandardNormalTest {

    /** Published percentage points of the normal distribution. */
    @ParameterizedTest
    @CsvSource({"0.5, 0", "0.9, 1.2815515655446004", "0.975, 1.959963984540054", "0.005, -2.575829303548901"})
    void quantiles_are_the_published_ones(double p, double expected) {
        assertEquals(expected, StandardNormal.quantile(p), 1e-14);
        assertEquals(p, StandardNormal.below(expected), 1e-14);
    }

    @Test
    void refuses_what_is_no_open_probability() {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> StandardNormal.quantile(1));
        assertTrue(String.valueOf(refused.getMessage()).contains("p must"), refused.getMessage());
    }
}
