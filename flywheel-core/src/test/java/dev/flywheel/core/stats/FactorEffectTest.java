package dev.flywheel.core.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class FactorEffectTest {

    /** P(Z < 1) = 0.8413447460685429. */
    @Test
    void the_sign_is_as_sure_as_the_normal_law_says() {
        assertEquals(0.8413447460685429, new FactorEffect(0.2, 0.2).probabilityPositive(), 1e-12);
        assertEquals(1 - 0.8413447460685429, new FactorEffect(0.2, 0.2).lfsr(), 1e-12);
        assertEquals(1 - 0.8413447460685429, new FactorEffect(-0.2, 0.2).lfsr(), 1e-12);
        assertEquals(0.5, new FactorEffect(0, 3).lfsr(), 1e-12);
    }

    @Test
    void the_multiplier_is_the_median_with_four_fifths_around_it() {
        var multiplier = new FactorEffect(0.2, 0.3).multiplier();
        assertEquals(Math.exp(0.2), multiplier.mean(), 1e-12);
        assertEquals(Math.exp(0.2 - 1.2815515655446004 * 0.3), multiplier.low(), 1e-12);
        assertEquals(Math.exp(0.2 + 1.2815515655446004 * 0.3), multiplier.high(), 1e-12);
        assertEquals(0.8, multiplier.level());
    }

    @Test
    void few_degrees_of_freedom_reach_further_and_are_less_sure_of_the_sign() {
        FactorEffect normal = new FactorEffect(0.3, 0.2);
        FactorEffect student = new FactorEffect(0.3, 0.2, 4);
        // Quantiles of tables: 1.2816 and 1.5332 at nine tenths; one tail beyond 1.5 is .0668 and .1040.
        assertEquals(0.2 * 1.2816, normal.reach(0.9), 1e-4);
        assertEquals(0.2 * 1.5332, student.reach(0.9), 1e-4);
        assertEquals(Math.exp(0.3 - 0.2 * 1.5332), student.multiplier().low(), 1e-4);
        assertEquals(0.0668, normal.lfsr(), 1e-4);
        assertEquals(0.1040, student.lfsr(), 1e-4);
        assertEquals(1 - 0.1040, student.probabilityPositive(), 1e-4);
    }
}
