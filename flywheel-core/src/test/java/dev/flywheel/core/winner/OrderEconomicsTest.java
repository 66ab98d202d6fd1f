package dev.flywheel.core.winner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.flywheel.core.Portfolio;
import dev.flywheel.core.money.Rate;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderEconomicsTest {

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_certain_order_leaves_what_unit_economics_says(boolean paid) {
        OrderEconomics certain = new OrderEconomics(Math.log(30), 0, 1e6, 9e6, 0.79, 0.84, 11, 2);

        double exact = Portfolio.economics()
                .contributionPerOrder(Rate.ofPercent("10"), paid)
                .asDouble();
        assertEquals(paid ? 11.48 : 10.13, exact);
        assertEquals(exact, certain.expectedPerOrder(paid), 1e-9);
        for (double value : certain.equallyLikelyPerOrder(paid)) {
            assertEquals(exact, value, 0.01);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void equally_likely_values_carry_the_uncertainty_around_the_mean(boolean paid) {
        OrderEconomics unsure = new OrderEconomics(Math.log(30), 0.3, 2, 18, 0.79, 0.84, 11, 2);

        double[] values = unsure.equallyLikelyPerOrder(paid);

        assertEquals(25, values.length);
        assertEquals(
                unsure.expectedPerOrder(paid), Arrays.stream(values).average().orElseThrow(), 0.6);
        assertTrue(Arrays.stream(values).min().orElseThrow() < 3
                && Arrays.stream(values).max().orElseThrow() > 22);
    }
}
