package dev.flywheel.core.stats;

import static dev.flywheel.core.stats.AmountBootstrap.Measure.CONCENTRATION;
import static dev.flywheel.core.stats.AmountBootstrap.Measure.EFFECTIVE_NUMBER;
import static dev.flywheel.core.stats.AmountBootstrap.Measure.GEOMETRIC_MEAN;
import static dev.flywheel.core.stats.AmountBootstrap.Measure.MEAN;
import static dev.flywheel.core.stats.AmountBootstrap.Measure.MEDIAN;
import static dev.flywheel.core.stats.AmountBootstrap.Measure.TOP_TENTH_SHARE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.flywheel.core.performance.Estimate;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class AmountBootstrapTest {

    @Test
    void equal_creators_are_not_concentrated() {
        double[] amounts = new double[20];
        Arrays.fill(amounts, 7);

        AmountBootstrap equal = AmountBootstrap.of(amounts, 1).orElseThrow();

        assertEquals(0, equal.estimate(CONCENTRATION).orElseThrow().mean(), 1e-15);
        assertEquals(20, equal.estimate(EFFECTIVE_NUMBER).orElseThrow().mean(), 1e-12);
        assertEquals(0.1, equal.estimate(TOP_TENTH_SHARE).orElseThrow().mean(), 1e-15);
    }

    @Test
    void follows_the_definition() {
        AmountBootstrap mixed =
                AmountBootstrap.of(new double[] {10, 50, 0, 40}, 1).orElseThrow();

        assertEquals(
                (0.42 - 0.25) / 0.75,
                mixed.estimate(CONCENTRATION).orElseThrow().mean(),
                1e-12);
        assertEquals(1 / 0.42, mixed.estimate(EFFECTIVE_NUMBER).orElseThrow().mean(), 1e-12);
        assertEquals(0.5, mixed.estimate(TOP_TENTH_SHARE).orElseThrow().mean(), 1e-12);
    }

    @Test
    void the_best_tenth_is_rounded_up_to_whole_creators() {
        double[] amounts = new double[11];
        Arrays.fill(amounts, 1);
        amounts[3] = 6;
        amounts[9] = 4;

        assertEquals(
                10 / 19.0,
                AmountBootstrap.of(amounts, 1)
                        .orElseThrow()
                        .estimate(TOP_TENTH_SHARE)
                        .orElseThrow()
                        .mean(),
                1e-12);
    }

    @Test
    void one_who_brings_everything_gives_one() {
        double[] amounts = new double[30];
        amounts[11] = 1e-3;

        assertEquals(
                1,
                AmountBootstrap.of(amounts, 1)
                        .orElseThrow()
                        .estimate(CONCENTRATION)
                        .orElseThrow()
                        .mean(),
                1e-12);
        assertEquals(
                1,
                AmountBootstrap.of(new double[] {5}, 1)
                        .orElseThrow()
                        .estimate(CONCENTRATION)
                        .orElseThrow()
                        .mean());
        assertEquals(
                1,
                AmountBootstrap.of(new double[] {5}, 1)
                        .orElseThrow()
                        .estimate(CONCENTRATION)
                        .orElseThrow()
                        .low());
    }

    @Test
    void nothing_has_no_shares_but_an_average() {
        AmountBootstrap nothing = AmountBootstrap.of(new double[4], 1).orElseThrow();

        assertEquals(Optional.empty(), AmountBootstrap.of(new double[0], 1));
        assertEquals(Optional.empty(), nothing.estimate(CONCENTRATION));
        assertEquals(Optional.empty(), nothing.estimate(GEOMETRIC_MEAN));
        assertEquals(0, nothing.estimate(MEAN).orElseThrow().high());
        assertEquals(0, nothing.estimate(MEDIAN).orElseThrow().mean());
        assertEquals(OptionalDouble.empty(), nothing.logDeviation(MEAN));
    }

    @Test
    void median_and_geometric_mean_are_not_moved_by_one_large_creator() {
        AmountBootstrap even = bootstrap(10, 20, 40, 80);
        AmountBootstrap odd = bootstrap(0, 10, 1000);

        assertEquals(37.5, mean(even, MEAN), 1e-12);
        assertEquals(30, mean(even, MEDIAN), 1e-12);
        assertEquals(
                Math.exp((Math.log(10) + Math.log(20) + Math.log(40) + Math.log(80)) / 4),
                mean(even, GEOMETRIC_MEAN),
                1e-9);
        assertEquals(10, mean(odd, MEDIAN), 1e-12);
        assertEquals(100, mean(odd, GEOMETRIC_MEAN), 1e-9);
    }

    @Test
    void spread_of_logarithms_follows_the_central_limit() {
        double[] amounts = new double[400];
        for (int i = 0; i < amounts.length; i++) {
            amounts[i] = 1 + i % 2;
        }
        // Mean 1.5, deviation 0.5 of one creator, 400 creators: 0.5 / 20 / 1.5 on the log scale.
        assertEquals(
                0.5 / 20 / 1.5,
                AmountBootstrap.of(amounts, 4).orElseThrow().logDeviation(MEAN).orElseThrow(),
                1e-3);
    }

    @Test
    void compares_draw_by_draw_with_ties_counting_half() {
        assertEquals(0.5, bootstrap(3, 3).probabilityAbove(MEAN, bootstrap(3, 3)));
        assertEquals(1, bootstrap(4, 5).probabilityAbove(MEAN, bootstrap(1, 2)));
        // Draws of {0.5, 2} average 0.5, 1.25, 1.25 or 2: above 1.25 in a quarter, equal in half of all cases.
        assertEquals(
                0.5,
                AmountBootstrap.of(new double[] {0.5, 2}, 3).orElseThrow().probabilityAbove(MEAN, bootstrap(1.25)),
                0.03);
    }

    @Test
    void interval_is_seeded_independent_of_order_and_spans_the_estimate() {
        double[] amounts = new double[60];
        double[] reversed = new double[60];
        for (int i = 0; i < 60; i++) {
            amounts[i] = 100.0 / (1 + i);
            reversed[59 - i] = amounts[i];
        }
        Estimate first = bootstrap(amounts).estimate(TOP_TENTH_SHARE).orElseThrow();

        assertEquals(first, bootstrap(reversed).estimate(TOP_TENTH_SHARE).orElseThrow());
        assertNotEquals(
                first,
                AmountBootstrap.of(amounts, 10)
                        .orElseThrow()
                        .estimate(TOP_TENTH_SHARE)
                        .orElseThrow());
        assertTrue(first.low() < first.mean() && first.mean() < first.high());
    }

    private static AmountBootstrap bootstrap(double... amounts) {
        return AmountBootstrap.of(amounts, 1).orElseThrow();
    }

    private static double mean(AmountBootstrap bootstrap, AmountBootstrap.Measure measure) {
        return bootstrap.estimate(measure).orElseThrow().mean();
    }

    @Test
    void refuses_negative_amounts() {
        assertEquals(
                "amounts[1] must be in [0, 1e12], got -2.0",
                assertThrows(IllegalArgumentException.class, () -> AmountBootstrap.of(new double[] {1, -2}, 1))
                        .getMessage());
    }
}
