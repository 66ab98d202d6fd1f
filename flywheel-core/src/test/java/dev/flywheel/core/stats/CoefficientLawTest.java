package dev.flywheel.core.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CoefficientLawTest {

    private static final double[] TAUS = {0.3, 0.2, 0.4, 0.3};

    private static FactorModel paired(SimulatedFactors data, int hooks, int angles) {
        return FactorModel.builder(data.orders, data.clicks, data.views)
                .factor("hook", data.levels[0], hooks)
                .factor("angle", data.levels[1], angles)
                .interaction("hook", "angle")
                .fit();
    }

    @Test
    void the_joint_law_has_a_place_for_every_level_and_knows_those_with_data() {
        SimulatedFactors data = new SimulatedFactors(200, 20, 4, -0.2, TAUS, 21);
        FactorModel model = paired(data, 8, 6);
        CoefficientLaw law = model.coefficients();

        assertEquals(List.of("hook", "angle", "hook:angle"), law.factors());
        assertEquals(2 + 8 + 6 + 48, law.size());
        assertEquals(2, law.position("hook", 0));
        assertEquals(9, law.position("hook", 7));
        assertEquals(10, law.position("angle", 0));
        assertEquals(16 + 6 * 1 + 2, law.position("hook:angle", 6 * 1 + 2));
        assertEquals(model.level(), law.mean(CoefficientLaw.LEVEL));
        assertEquals(model.reachSlope(), law.mean(CoefficientLaw.REACH_SLOPE));
        assertTrue(law.isLearned(0) && law.isLearned(1) && law.isLearned(2) && law.isLearned(10));
        assertFalse(law.isLearned(9) || law.isLearned(15));
        assertEquals(0, law.mean(9));
        assertEquals(Math.pow(model.tau("hook"), 2), law.covariance(9, 9));
        assertEquals(Math.pow(model.tau("angle"), 2), law.covariance(15, 15));
        assertEquals(0, law.covariance(9, 15));
        assertEquals(0, law.covariance(2, 9));
        assertEquals(law.covariance(3, 11), law.covariance(11, 3), 1e-15);
        assertEquals(Math.pow(model.effect("angle", 1).sd(), 2), law.covariance(11, 11), 1e-12);

        assertRefused("factor must be one of [hook, angle, hook:angle], got creator", () -> law.position("creator", 0));
        assertRefused("level of hook must be in [0.0, 7.0], got 8.0", () -> law.position("hook", 8));
        assertRefused("position must be in [0.0, 63.0], got 64.0", () -> law.mean(64));
        assertRefused("position must be in [0.0, 63.0], got -1.0", () -> law.isLearned(-1));
        assertRefused(
                "coefficients and law must have the same length, got 2 and 64",
                () -> law.logRate(new double[2], 0, 1, 1));
    }

    @Test
    void a_log_rate_is_the_sum_of_what_it_is_made_of_and_unknown_levels_add_nothing() {
        SimulatedFactors data = new SimulatedFactors(200, 20, 4, -0.2, TAUS, 22);
        CoefficientLaw law = paired(data, 6, 5).coefficients();
        double[] numbers =
                IntStream.range(0, law.size()).mapToDouble(i -> 1L << i).toArray();
        int hook = law.position("hook", 3);
        int angle = law.position("angle", 4);
        int pair = law.position("hook:angle", 5 * 3 + 4);

        assertEquals(1 + 2 * 0.5 + numbers[hook] + numbers[angle] + numbers[pair], law.logRate(numbers, 0.5, 3, 4));
        assertEquals(1 + 2 * -3 + numbers[angle], law.logRate(numbers, -3, -1, 4));
        assertEquals(1, law.logRate(numbers, 0, -1, -1));
    }

    @Test
    void joint_draws_have_the_means_and_covariances_of_the_law() {
        SimulatedFactors data = new SimulatedFactors(600, 100, 4, -0.2, TAUS, 15);
        int[] seen = data.levels[0].clone();
        Arrays.setAll(seen, i -> Math.min(seen[i], 4));
        FactorModel model = FactorModel.builder(data.orders, data.clicks, data.views)
                .factor("hook", seen, 6)
                .factor("angle", data.levels[1], 5)
                .interaction("hook", "angle")
                .creators(data.creators, 100)
                .fit();
        CoefficientLaw law = model.coefficients();
        SeededDraws stream = new SeededDraws(1);
        int draws = 20_000;
        int first = law.position("hook", 1);
        int second = law.position("hook", 2);
        int unseen = law.position("hook", 5);
        double sum = 0;
        double cross = 0;
        double square = 0;
        for (int d = 0; d < draws; d++) {
            double[] draw = law.draw(stream);
            sum += draw[first] / draws;
            cross += (draw[first] - law.mean(first)) * (draw[second] - law.mean(second)) / draws;
            square += draw[unseen] * draw[unseen] / draws;
        }

        assertEquals(2 + 6 + 5 + 30, law.size());
        assertEquals(model.effect("hook", 1).mean(), law.mean(first), 1e-12);
        assertEquals(Math.pow(model.effect("hook", 1).sd(), 2), law.covariance(first, first), 1e-12);
        assertEquals(law.mean(first), sum, 4 * model.effect("hook", 1).sd() / Math.sqrt(draws));
        assertEquals(1, cross / law.covariance(first, second), 0.1);
        assertEquals(1, square / Math.pow(model.tau("hook"), 2), 0.04);
        assertEquals(0, law.covariance(unseen, first));
        assertEquals(model.tau("hook"), model.effect("hook", 5).sd());
        double[] means = IntStream.range(0, law.size()).mapToDouble(law::mean).toArray();
        assertEquals(
                model.level()
                        + model.effect("hook", 1).mean()
                        + model.effect("angle", 2).mean()
                        + model.effect("hook:angle", 1 * 5 + 2).mean(),
                law.logRate(means, 0, 1, 2),
                1e-12);
    }

    @Test
    void a_level_is_compared_with_the_average_as_the_joint_law_of_all_levels_says() {
        SimulatedFactors data = new SimulatedFactors(300, 60, 4, -0.2, TAUS, 19);
        FactorModel model = FactorModel.builder(data.orders, data.clicks, data.views)
                .factor("hook", data.levels[0], 6)
                .factor("angle", data.levels[1], 5)
                .creators(data.creators, 60)
                .fit();
        CoefficientLaw law = model.coefficients();
        for (int level = 0; level < 6; level++) {
            double mean = 0;
            double variance = 0;
            for (int i = 0; i < 6; i++) {
                double weight = (i == level ? 1 : 0) - 1 / 6.0;
                mean += weight * law.mean(law.position("hook", i));
                for (int j = 0; j < 6; j++) {
                    variance += weight
                            * ((j == level ? 1 : 0) - 1 / 6.0)
                            * law.covariance(law.position("hook", i), law.position("hook", j));
                }
            }
            FactorEffect compared = model.comparedWithOthers("hook", level);
            assertEquals(mean, compared.mean(), 1e-12, "level " + level);
            assertEquals(Math.sqrt(variance), compared.sd(), 1e-9, "level " + level);
        }
        assertEquals(300, model.size());
        assertEquals(model.population().z(5_000), model.z(5_000));
    }

    private static void assertRefused(String message, Runnable action) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, action::run).getMessage());
    }
}
