package dev.flywheel.core.stats;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The guarantees of statistics 6 in small; {@link HealthCalibrationGridTest} has them at length. */
class HealthCalibrationTest {

    private static final long SEED = 6;

    @ParameterizedTest(name = "variance ratio {0}, seed 6")
    @CsvSource({"1", "2", "4"})
    void rings_by_chance_no_oftener_than_once_in_200_days(double phi) {
        double looks = DetectorSimulation.days().phi(phi).meanLooks(1, 1, 600, 60, SEED);
        assertTrue(looks >= 200, "mean days until a false alarm, at least: " + looks);
    }

    @Test
    void wild_days_ring_too_often_without_tempering() {
        double looks = DetectorSimulation.days().phi(2).untempered().meanLooks(1, 1, 600, 60, SEED);
        assertTrue(looks < 200, "mean days until a false alarm, at most: " + looks);
    }

    @Test
    void five_measures_together_ring_no_oftener_than_one() {
        double looks = DetectorSimulation.days().phi(1.5).meanLooks(1, 5, 600, 40, SEED);
        assertTrue(looks >= 200, "mean days until a false alarm, at least: " + looks);
    }

    @Test
    void notices_a_halved_conversion_within_two_weeks_of_300_clicks_a_day() {
        double days = DetectorSimulation.days().phi(1.5).medianLooks(0.5, 200, 200, SEED);
        assertTrue(days <= 14, "median days until the alarm: " + days);
    }

    @Test
    void notices_a_halved_answer_rate_of_six_in_ten_within_30_samples() {
        double samples = DetectorSimulation.samples(0.6, 300).medianLooks(0.5, 200, 200, SEED);
        assertTrue(samples <= 30, "median samples until the alarm: " + samples);
    }

    @ParameterizedTest(name = "{0}, seed 6")
    @EnumSource(TrendSimulation.Kind.class)
    void calls_nothing_improving_more_often_than_one_time_in_ten(TrendSimulation.Kind kind) {
        for (int rotations : new int[] {4, 6}) {
            double share = new TrendSimulation(kind, rotations, 0.2, SEED).improving(1, 60);
            // Three standard errors of 60 runs above .1.
            assertTrue(share <= 0.1 + 3 * Math.sqrt(0.09 / 60), rotations + " rotations: " + share);
        }
    }

    @ParameterizedTest(name = "{0}, seed 6")
    @EnumSource(TrendSimulation.Kind.class)
    void sees_a_fifth_more_in_each_of_eight_rotations(TrendSimulation.Kind kind) {
        double share = new TrendSimulation(kind, 8, 0.2, SEED).improving(1.2, 40);
        assertTrue(share >= 0.9, "called improving: " + share);
    }
}
