package dev.flywheel.core.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class CostPerWinnerTest {

    /** Exact 80 % limits of a Poisson mean after 10 events: 6.2213 and 15.4066 (half chi-squared quantiles). */
    @Test
    void interval_is_spend_over_exact_poisson_limits() {
        CostPerWinner ten = CostPerWinner.of(1_000, 10);

        assertEquals(100, ten.cost().orElseThrow(), 1e-12);
        assertEquals(1_000 / 15.4066, ten.low(), 1e-3);
        assertEquals(1_000 / 6.2213, ten.high().orElseThrow(), 2e-3);
    }

    @Test
    void without_winners_only_a_lower_bound_is_known() {
        CostPerWinner none = CostPerWinner.of(1_000, 0);

        assertEquals(1_000 / -Math.log(0.1), none.low(), 1e-9);
        assertEquals(OptionalDouble.empty(), none.cost());
        assertEquals(OptionalDouble.empty(), none.high());
        assertEquals(0, CostPerWinner.of(0, 0).low());
    }

    @Test
    void earlier_periods_narrow_the_interval() {
        CostPerWinner alone = CostPerWinner.of(1_000, 4);
        CostPerWinner informed = CostPerWinner.of(1_000, 4, new GammaPrior(8, 2_000));
        CostPerWinner none = CostPerWinner.of(1_000, 0, new GammaPrior(8, 2_000));

        assertEquals(250, informed.cost().orElseThrow(), 1e-9);
        assertTrue(informed.low() > alone.low());
        assertTrue(informed.high().orElseThrow() < alone.high().orElseThrow());
        assertEquals(OptionalDouble.empty(), none.high());
        assertTrue(none.low() > informed.low());
    }

    @Test
    void refuses_impossible_inputs_by_name() {
        assertEquals(
                "spend must be in [0, 1e12], got -1.0",
                assertThrows(IllegalArgumentException.class, () -> CostPerWinner.of(-1, 0))
                        .getMessage());
    }
}
