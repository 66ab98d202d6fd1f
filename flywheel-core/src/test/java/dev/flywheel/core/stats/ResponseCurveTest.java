package dev.flywheel.core.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResponseCurveTest {

    private static final ResponseExponent PRIOR = new ResponseExponent(0.85, 0.1);

    @Test
    void is_the_power_curve_of_the_design() {
        ResponseCurve curve = new ResponseCurve(100, 0.5, 0.85);

        assertEquals(200, curve.clicks(100), 1e-12);
        assertEquals(200 * Math.pow(0.5, 0.85), curve.clicks(50), 1e-12);
        assertEquals(0, curve.clicks(0));
        assertEquals(200 * 0.7 - 100, curve.profit(100, 0.7), 1e-12);
        assertEquals(0, curve.profit(0, 0.7));
    }

    @Test
    void with_an_exponent_of_one_every_click_costs_the_same() {
        assertEquals(300, new ResponseCurve(40, 0.5, 1).clicks(150), 1e-9);
    }

    @Test
    void profits_stay_within_what_a_knapsack_compares() {
        assertEquals(1e9, new ResponseCurve(100, 1e-6, 1).profit(1e6, 1e9));
        assertEquals(-1e9, new ResponseCurve(100, 1e-6, 1).profit(1e6, -1e9));
    }

    @Test
    void refuses_what_no_ad_account_shows() {
        assertEquals(
                "exponent must be in [0.5, 1.0], got 1.1",
                assertThrows(IllegalArgumentException.class, () -> new ResponseCurve(100, 1, 1.1))
                        .getMessage());
        assertEquals(
                "cost per click must be in [1.0E-6, 1.0E12], got 0.0",
                assertThrows(IllegalArgumentException.class, () -> new ResponseCurve(100, 0, 0.9))
                        .getMessage());
        assertEquals(
                "exponent sd must be in (0.0, 10.0], got 0.0",
                assertThrows(IllegalArgumentException.class, () -> new ResponseExponent(0.9, 0))
                        .getMessage());
    }

    @Test
    void exponents_are_drawn_from_the_cut_normal() {
        SeededDraws draws = new SeededDraws(5);
        double[] drawn = new double[20_000];
        Arrays.setAll(drawn, i -> PRIOR.draw(draws));

        // Mean of N(.85, .1) cut to [.5, 1]: .85 - .1 (phi(1.5) - phi(-3.5)) / (Phi(1.5) - Phi(-3.5)).
        double mean = 0.85 - 0.1 * (0.12951760 - 0.00087268) / (0.93319280 - 0.00023263);
        assertEquals(mean, PRIOR.mean(), 1e-7);
        assertEquals(mean, Arrays.stream(drawn).average().orElseThrow(), 0.002);
        assertTrue(Arrays.stream(drawn).allMatch(each -> each >= 0.5 && each <= 1));
    }

    @Test
    void a_belief_far_outside_stays_at_the_border() {
        assertEquals(1, new ResponseExponent(5, 0.05).mean(), 0.02);
        assertEquals(0.5, new ResponseExponent(-5, 0.05).mean(), 0.02);
    }

    @Test
    void two_levels_teach_nothing() {
        int[] video = {1, 1, 1, 1, 2, 2};
        double[] spend = {50, 52, 100, 99, 150, 151};
        double[] clicks = {70, 75, 140, 139, 200, 201};

        assertEquals(PRIOR, PRIOR.learnedFrom(video, spend, clicks, 10), "the third level is on a video of its own");
        assertEquals(PRIOR, PRIOR.learnedFrom(new int[0], new double[0], new double[0], 10));
    }

    @Test
    void days_without_clicks_or_spend_are_left_out() {
        int[] video = {1, 1, 1};
        assertEquals(PRIOR, PRIOR.learnedFrom(video, new double[] {0, 50, 100}, new double[] {9, 0, 140}, 10));
    }

    @Test
    void the_update_is_the_stated_formula() {
        int[] video = {1, 1, 1, 2, 2};
        double[] spend = {50, 100, 150, 60, 120};
        double[] clicks = {100, 160, 230, 300, 500};

        ResponseExponent learned = PRIOR.learnedFrom(video, spend, clicks, 10);

        double xx = 0;
        double xy = 0;
        double yy = 0;
        int[][] groups = {{0, 1, 2}, {3, 4}};
        for (int[] group : groups) {
            double x = Arrays.stream(group)
                    .mapToDouble(i -> Math.log(spend[i]))
                    .average()
                    .orElseThrow();
            double y = Arrays.stream(group)
                    .mapToDouble(i -> Math.log(clicks[i]))
                    .average()
                    .orElseThrow();
            for (int i : group) {
                xx += (Math.log(spend[i]) - x) * (Math.log(spend[i]) - x);
                xy += (Math.log(spend[i]) - x) * (Math.log(clicks[i]) - y);
                yy += (Math.log(clicks[i]) - y) * (Math.log(clicks[i]) - y);
            }
        }
        double variance = (4 * 0.04 + yy - xy * xy / xx) / (4 + 5 - 2 - 1);
        double precision = 100 + xx / variance;
        assertEquals((85 + xy / variance) / precision, learned.centre(), 1e-12);
        assertEquals(1 / Math.sqrt(precision), learned.sd(), 1e-12);
    }

    @ParameterizedTest(name = "true exponent {0}: found on average, and within the belief's own spread")
    @CsvSource({"0.6", "0.75", "0.9"})
    void many_days_at_many_levels_find_the_true_exponent(double truth) {
        double sum = 0;
        double squares = 0;
        for (int seed = 1; seed <= 100; seed++) {
            ResponseExponent learned = learnedFromSimulatedDays(truth, seed);
            sum += learned.centre();
            squares += Math.pow((learned.centre() - truth) / learned.sd(), 2);
            assertTrue(learned.sd() < 0.04, "sd " + learned.sd());
        }
        assertEquals(truth, sum / 100, 0.02);
        assertTrue(squares / 100 > 0.6 && squares / 100 < 2, "mean squared error over variance " + squares / 100);
    }

    private static ResponseExponent learnedFromSimulatedDays(double truth, long seed) {
        SeededDraws draws = new SeededDraws(seed);
        int days = 600;
        int[] video = new int[days];
        double[] spend = new double[days];
        double[] clicks = new double[days];
        for (int day = 0; day < days; day++) {
            video[day] = day % 12;
            spend[day] = 50 + 10 * draws.index(11);
            clicks[day] = Math.rint(
                    (100 + 10 * video[day]) * Math.pow(spend[day] / 100, truth) * Math.exp(0.2 * draws.normal()));
        }
        return PRIOR.learnedFrom(video, spend, clicks, 10);
    }
}
