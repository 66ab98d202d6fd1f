package dev.flywheel.core.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestPlannerTest {

    private static final GammaPrior ORGANIC = new GammaPrior(64, 64 / 0.03);
    private final TestPlanner planner = new TestPlanner(1, 0.10);

    @ParameterizedTest
    @CsvSource({"0.5, 23", "0.6, 37", "0.8, 163"})
    void orders_needed_match_the_published_table(double ratio, long orders) {
        assertEquals(orders, Math.round(planner.ordersNeeded(ratio).getAsDouble()));
    }

    @ParameterizedTest
    @CsvSource({"0.5, 150, 0", "0.5, 150, 150", "0.6, 75, 20", "0.8, 150, 300", "0.95, 150, 80"})
    void days_satisfy_the_equation_they_solve(double ratio, double paid, double organic) {
        double days = planner.daysNeeded(ratio, ORGANIC, paid, organic).getAsDouble();
        double orders = planner.ordersNeeded(ratio).getAsDouble();
        double paidClicks = days * paid;
        double organicClicks = ORGANIC.rate() + days * organic;
        assertEquals(orders * (1 + paidClicks / organicClicks), paidClicks * ORGANIC.mean(), 1e-6 * orders);
        assertEquals(
                paidClicks, planner.clicksNeeded(ratio, ORGANIC, paid, organic).getAsDouble(), 1e-9);
    }

    @Test
    void a_small_difference_outgrows_what_a_fixed_baseline_can_tell() {
        assertEquals(OptionalDouble.empty(), planner.daysNeeded(0.8, ORGANIC, 150, 0));
        assertTrue(planner.daysNeeded(0.8, ORGANIC, 150, 150).isPresent());
        assertEquals(OptionalDouble.empty(), planner.clicksNeeded(0.8, ORGANIC, 150, 0));
    }

    @Test
    void a_trickle_of_organic_clicks_changes_the_days_by_nothing() {
        double fixed = planner.daysNeeded(0.5, ORGANIC, 150, 0).getAsDouble();
        assertEquals(fixed, planner.daysNeeded(0.5, ORGANIC, 150, 1e-11).getAsDouble(), 1e-9);
    }

    @Test
    void no_clicks_or_no_difference_never_gives_an_answer() {
        assertEquals(OptionalDouble.empty(), planner.daysNeeded(0.5, ORGANIC, 0, 150));
        assertEquals(OptionalDouble.empty(), planner.ordersNeeded(1));
        assertEquals(OptionalDouble.empty(), planner.daysNeeded(1, ORGANIC, 150, 150));
    }

    @Test
    void works_from_a_prior_alone_and_on_the_holding_side() {
        TestPlanner hold = new TestPlanner(0.8, 0.10);
        assertTrue(hold.ordersNeeded(1).getAsDouble() > 100);
        assertTrue(
                planner.daysNeeded(0.3, new GammaPrior(4, 4 / 0.03), 150, 150).isPresent());
    }

    @Test
    void refuses_numbers_out_of_range() {
        refused("ratio must be in [0.01, 100.0], got 0.0", () -> new TestPlanner(0, 0.1));
        refused("alpha must be in (0.0, 1.0), got 0.0", () -> new TestPlanner(1, 0));
        refused("true ratio must be in [0.01, 100.0], got NaN", () -> planner.ordersNeeded(Double.NaN));
        refused("paid clicks a day must be in [0.0, 1.0E12], got -1.0", () -> planner.daysNeeded(1, ORGANIC, -1, 0));
    }

    private static void refused(String message, Runnable action) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, action::run).getMessage());
    }
}
