package dev.flywheel.core.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TopTwoTest {

    private static final int PICKS = 20_000;

    static Stream<JsonNode> cases() {
        return Oracles.cases("best_arm.json", "cases");
    }

    private static List<GammaPrior> arms(JsonNode oracle) {
        return StreamSupport.stream(oracle.get("shape_rate").spliterator(), false)
                .map(arm -> new GammaPrior(arm.get(0).asDouble(), arm.get(1).asDouble()))
                .toList();
    }

    /**
     * Against scipy.integrate.quad. The file's probabilities miss up to 1.2e-8 of 1 together ("sum"), so each is held to
     * 1e-9 beside its share of what is missing.
     */
    @ParameterizedTest
    @MethodSource("cases")
    void probabilities_agree_with_quadrature(JsonNode oracle) {
        double missing = 1 - oracle.get("sum").asDouble();
        double[] best = TopTwo.best(arms(oracle));
        double[] picked = TopTwo.probabilities(best, TopTwo.FAIR);
        for (int i = 0; i < best.length; i++) {
            assertEquals(oracle.get("p_best").get(i).asDouble(), best[i], 1e-9 + missing);
            assertEquals(oracle.get("top_two_beta_half").get(i).asDouble(), picked[i], 1e-9 + 2 * missing);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void the_formula_agrees_with_the_oracle_on_its_own_numbers(JsonNode oracle) {
        double[] best = StreamSupport.stream(oracle.get("p_best").spliterator(), false)
                .mapToDouble(JsonNode::asDouble)
                .toArray();
        double[] picked = TopTwo.probabilities(best, 0.5);
        for (int i = 0; i < best.length; i++) {
            assertEquals(oracle.get("top_two_beta_half").get(i).asDouble(), picked[i], 1e-9);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void picks_as_often_as_the_formula_says(JsonNode oracle) {
        List<GammaPrior> arms = arms(oracle);
        double[] exact = TopTwo.probabilities(TopTwo.best(arms), TopTwo.FAIR);
        int[] picked = new int[arms.size()];
        SeededDraws draws = new SeededDraws(17);
        SeededDraws coin = new SeededDraws(18);
        double[] means = arms.stream().mapToDouble(GammaPrior::mean).toArray();
        for (int i = 0; i < PICKS; i++) {
            picked[TopTwo.pick(() -> draw(arms, draws), means, coin)]++;
        }
        for (int i = 0; i < exact.length; i++) {
            double error = Math.sqrt(exact[i] * (1 - exact[i]) / PICKS);
            assertEquals(exact[i], picked[i] / (double) PICKS, 3 * error, "arm " + i);
        }
    }

    private static double[] draw(List<GammaPrior> arms, SeededDraws draws) {
        return arms.stream().mapToDouble(arm -> draws.of(arm, 1)[0]).toArray();
    }

    @Test
    void a_small_shape_and_a_far_better_arm_are_no_trouble() {
        assertArrayEquals(
                new double[] {0.5, 0.5}, TopTwo.best(List.of(new GammaPrior(0.2, 3), new GammaPrior(0.2, 3))), 1e-9);
        double[] clear = TopTwo.best(List.of(new GammaPrior(400, 10), new GammaPrior(400, 100_000)));
        assertArrayEquals(new double[] {1, 0}, clear, 1e-12);
        assertArrayEquals(new double[] {1}, TopTwo.best(List.of(new GammaPrior(3, 3))), 1e-12);
    }

    @Test
    void exact_tail_of_two_gammas_is_met() {
        // P(Gamma(2, 1) > Gamma(3, 1)) = I_{1/2}(3, 2) = 5/16.
        assertArrayEquals(
                new double[] {5 / 16.0, 11 / 16.0},
                TopTwo.best(List.of(new GammaPrior(2, 1), new GammaPrior(3, 1))),
                1e-12);
    }

    @Test
    void where_one_is_surely_best_there_is_no_challenger_in_the_formula() {
        assertArrayEquals(new double[] {0, 1, 0}, TopTwo.probabilities(new double[] {0, 1, 0}, 0.5));
        assertArrayEquals(new double[0], TopTwo.probabilities(new double[0], 0.5));
    }

    @Test
    void when_no_draw_names_another_the_second_by_mean_challenges() {
        SeededDraws coin = new SeededDraws(1);
        int[] picked = new int[3];
        for (int i = 0; i < 1_000; i++) {
            picked[TopTwo.pick(() -> new double[] {5, 1, 2}, new double[] {4, 3, 2}, coin)]++;
        }
        assertEquals(0, picked[2]);
        assertTrue(Math.abs(picked[0] - 500) < 50, picked[0] + "");
        assertEquals(1_000, picked[0] + picked[1]);
    }

    @Test
    void a_coin_below_one_half_falls_to_the_leader_and_of_equal_arms_the_first_leads() {
        for (long seed = 0; seed < 20; seed++) {
            boolean leads = new SeededDraws(seed).uniform() < 0.5;
            int arm = TopTwo.pick(() -> new double[] {3, 7, 7}, new double[] {1, 2, 2}, new SeededDraws(seed));
            assertEquals(leads ? 1 : 2, arm, "seed " + seed);
        }
    }

    @Test
    void a_single_arm_gets_the_slot() {
        SeededDraws coin = new SeededDraws(2);
        for (int i = 0; i < 20; i++) {
            assertEquals(0, TopTwo.pick(() -> new double[] {-1}, new double[] {-1}, coin));
        }
    }

    @Test
    void refuses_what_is_no_probability() {
        assertEquals(
                "best[0] must be in [0, 1], got NaN",
                assertThrows(IllegalArgumentException.class, () -> TopTwo.probabilities(new double[] {Double.NaN}, 0.5))
                        .getMessage());
        assertEquals(
                "beta must be in [0, 1], got 2.0",
                assertThrows(IllegalArgumentException.class, () -> TopTwo.probabilities(new double[] {1}, 2))
                        .getMessage());
        assertEquals(
                "arms must hold at least one, got none",
                assertThrows(IllegalArgumentException.class, () -> TopTwo.best(List.of()))
                        .getMessage());
    }
}
