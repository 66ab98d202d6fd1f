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
}
