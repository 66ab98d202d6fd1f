package dev.flywheel.core.learning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.flywheel.core.learning.EffectGrid.Place;
import dev.flywheel.core.learning.EffectLaw.Kind;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EffectGridTest {

    /** Hook and base are correlated; no angle has met a placement, and nobody has tried the hook "shock". */
    private static final EffectGrid GRID = new EffectGrid(new Laws()
            .and(Kind.HOOK, "proof", "", 0.5, 0.1)
            .and(Kind.HOOK, "question", "", -0.1, 0.2)
            .and(Kind.ANGLE, "price", "", 0.3, 0.1)
            .and(Kind.PLACEMENT, "early", "", 0.1, 0.1)
            .and(Kind.HOOK_AND_ANGLE, "proof", "price", 0.2, 0.15)
            .correlated(1, 0, 0.5)
            .inputs(1));

    private static double expected(String hook) {
        return GRID.expectedRate(
                GRID.place(new BriefCell(hook, "price", "early")).orElseThrow());
    }

    @Test
    void the_expected_rate_is_the_mean_of_the_log_normal_law_of_the_sum() {
        double variance = 0.05 * 0.05 + 3 * 0.1 * 0.1 + 0.15 * 0.15 + 2 * 0.5 * 0.05 * 0.1;
        assertEquals(0.03 * Math.exp(0.5 + 0.3 + 0.1 + 0.2 + (variance + 0.1 * 0.1) / 2), expected("proof"), 1e-14);
    }

    @Test
    void what_was_not_tried_has_the_spread_of_its_kind() {
        double known = 0.05 * 0.05 + 2 * 0.1 * 0.1;
        double untried = 0.4 * 0.4 + 0.1 * 0.1 + 0.1 * 0.1;
        assertEquals(0.03 * Math.exp(0.3 + 0.1 + (known + untried) / 2), expected("shock"), 1e-14);
    }

    @Test
    void of_equal_combinations_the_first_by_name_is_best() {
        assertEquals(Optional.of(new Place(0, 0, 0)), GRID.best(place -> 1, any -> true));
        assertEquals(Optional.of(new Place(1, 0, 0)), GRID.best(place -> 1, place -> place.hook() == 1));
        assertEquals(Optional.empty(), GRID.best(place -> 1, any -> false));
        assertEquals(12, GRID.all().size());
        assertEquals(Optional.empty(), GRID.place(new BriefCell("proof", "price", "never")));
    }

    @Test
    void refuses_a_coefficient_named_twice() {
        BriefInputs twice = new Laws()
                .and(Kind.HOOK, "proof", "", 0.5, 0.1)
                .and(Kind.HOOK, "proof", "", 0.4, 0.1)
                .inputs(1);
        assertEquals(
                "coefficients must differ, got Coefficient[kind=HOOK, first=proof, second=] twice",
                assertThrows(IllegalArgumentException.class, () -> new EffectGrid(twice))
                        .getMessage());
    }
}
