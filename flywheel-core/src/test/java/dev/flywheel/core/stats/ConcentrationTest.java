package dev.flywheel.core.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConcentrationTest {

    @Test
    void equal_creators_are_not_concentrated() {
        double[] amounts = new double[20];
        Arrays.fill(amounts, 7);

        Concentration equal = Concentration.of(amounts, 1).orElseThrow();

        assertEquals(0, equal.index().mean(), 1e-15);
        assertEquals(20, equal.effectiveNumber().mean(), 1e-12);
        assertEquals(0.1, equal.topTenthShare().mean(), 1e-15);
    }

    @Test
    void follows_the_definition() {
        Concentration mixed = Concentration.of(new double[] {10, 50, 0, 40}, 1).orElseThrow();

        assertEquals((0.42 - 0.25) / 0.75, mixed.index().mean(), 1e-12);
        assertEquals(1 / 0.42, mixed.effectiveNumber().mean(), 1e-12);
        assertEquals(0.5, mixed.topTenthShare().mean(), 1e-12);
    }

    @Test
    void the_best_tenth_is_rounded_up_to_whole_creators() {
        double[] amounts = new double[11];
        Arrays.fill(amounts, 1);
        amounts[3] = 6;
        amounts[9] = 4;

        assertEquals(
                10 / 19.0,
                Concentration.of(amounts, 1).orElseThrow().topTenthShare().mean(),
                1e-12);
    }

    @Test
    void one_who_brings_everything_gives_one() {
        double[] amounts = new double[30];
        amounts[11] = 1e-3;

        assertEquals(1, Concentration.of(amounts, 1).orElseThrow().index().mean(), 1e-12);
        assertEquals(
                1, Concentration.of(new double[] {5}, 1).orElseThrow().index().mean());
        assertEquals(
                1, Concentration.of(new double[] {5}, 1).orElseThrow().index().low());
    }

    @Test
    void nothing_has_no_concentration() {
        assertEquals(Optional.empty(), Concentration.of(new double[0], 1));
        assertEquals(Optional.empty(), Concentration.of(new double[4], 1));
    }

    @Test
    void interval_is_seeded_independent_of_order_and_spans_the_estimate() {
        double[] amounts = new double[60];
        double[] reversed = new double[60];
        for (int i = 0; i < 60; i++) {
            amounts[i] = 100.0 / (1 + i);
            reversed[59 - i] = amounts[i];
        }

        Concentration first = Concentration.of(amounts, 9).orElseThrow();

        assertEquals(first, Concentration.of(reversed, 9).orElseThrow());
        assertTrue(!first.equals(Concentration.of(amounts, 10).orElseThrow()));
        assertTrue(first.topTenthShare().low() < first.topTenthShare().mean()
                && first.topTenthShare().mean() < first.topTenthShare().high());
    }

    @Test
    void refuses_negative_amounts() {
        assertEquals(
                "amounts[1] must be in [0, 1e12], got -2.0",
                assertThrows(IllegalArgumentException.class, () -> Concentration.of(new double[] {1, -2}, 1))
                        .getMessage());
    }
}
