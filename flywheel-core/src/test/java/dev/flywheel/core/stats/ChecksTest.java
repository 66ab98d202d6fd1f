package dev.flywheel.core.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class ChecksTest {

    private static void gives(DoubleUnaryOperator check, double... values) {
        for (double value : values) {
            assertEquals(value, check.applyAsDouble(value));
        }
    }

    private static void refuses(String range, DoubleUnaryOperator check, double... values) {
        for (double value : values) {
            assertEquals(
                    "it must be in " + range + ", got " + value,
                    assertThrows(IllegalArgumentException.class, () -> check.applyAsDouble(value))
                            .getMessage());
        }
        assertEquals(
                "it must be in " + range + ", got NaN",
                assertThrows(IllegalArgumentException.class, () -> check.applyAsDouble(Double.NaN))
                        .getMessage());
    }

    @Test
    void magnitudes_end_at_a_million_million() {
        double beyond = Math.nextUp(1e12);
        gives(value -> Checks.nonNegative("it", value), 0, 5, 1e12);
        refuses("[0, 1e12]", value -> Checks.nonNegative("it", value), -Double.MIN_VALUE, beyond);
        gives(value -> Checks.positive("it", value), Double.MIN_VALUE, 1e12);
        refuses("(0, 1e12]", value -> Checks.positive("it", value), 0, -1, beyond);
        gives(value -> Checks.finite("it", value), -1e12, 0, 1e12);
        refuses("[-1e12, 1e12]", value -> Checks.finite("it", value), -beyond, beyond);
    }

    @Test
    void probabilities_hold_their_ends_unless_they_are_open() {
        gives(value -> Checks.probability("it", value), 0, 0.5, 1);
        refuses("[0, 1]", value -> Checks.probability("it", value), -1e-9, 1.000001);
        gives(value -> Checks.openProbability("it", value), 1e-300, 0.999999);
        refuses("(0, 1)", value -> Checks.openProbability("it", value), 0, 1);
    }

    @Test
    void ranges_hold_their_closed_ends_and_refuse_their_open_ones() {
        gives(value -> Checks.within(value, 2, 3, "it"), 2, 2.5, 3);
        refuses("[2.0, 3.0]", value -> Checks.within(value, 2, 3, "it"), 1.999, 3.001);
        gives(value -> Checks.aboveUpTo(value, 2, 3, "it"), 2.001, 3);
        refuses("(2.0, 3.0]", value -> Checks.aboveUpTo(value, 2, 3, "it"), 2, 3.001);
        gives(value -> Checks.strictlyWithin(value, 2, 3, "it"), 2.001, 2.999);
        refuses("(2.0, 3.0)", value -> Checks.strictlyWithin(value, 2, 3, "it"), 2, 3);
    }

    @Test
    void an_array_is_copied_and_refused_by_place() {
        double[] given = {1, 2};
        double[] copy = Checks.nonNegative("them", given);
        given[0] = -9;
        assertArrayEquals(new double[] {1, 2}, copy);
        assertEquals(
                "them[0] must be in [0, 1e12], got -9.0",
                assertThrows(IllegalArgumentException.class, () -> Checks.nonNegative("them", given))
                        .getMessage());
        assertEquals(
                "ones and twos must have the same length, got 1 and 2",
                assertThrows(IllegalArgumentException.class, () -> Checks.sameLength("ones", 1, "twos", 2))
                        .getMessage());
    }

    @Test
    void a_moderate_prior_keeps_products_from_overflow() {
        assertEquals(new GammaPrior(1e-9, 1e15), Checks.moderate(new GammaPrior(1e-9, 1e15)));
        assertThrows(IllegalArgumentException.class, () -> Checks.moderate(new GammaPrior(1e-10, 1)));
        assertThrows(IllegalArgumentException.class, () -> Checks.moderate(new GammaPrior(1, 1e16)));
    }
}
