package dev.flywheel.core.learning;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.flywheel.core.content.CreativeTags.Factor;
import dev.flywheel.core.performance.Estimate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TagEffectTest {

    @ParameterizedTest
    @CsvSource({"0.0499, 3, true", "0.05, 3, false", "0.0499, 2, false", "0, 100, true", "0.5, 100, false"})
    void claims_below_five_per_cent_and_from_three_creators_on(double lfsr, int creators, boolean claim) {
        TagEffect effect =
                new TagEffect(Factor.HOOK, "proof", new Estimate(1.4, 1.1, 1.8, 0.8), 1 - lfsr, lfsr, 100, creators);

        assertEquals(claim, effect.isClaim());
    }
}
