package dev.flywheel.core.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FactorModelTest {

    private static final double[] TAUS = {0.3, 0.2, 0.4, 0.3};

    @Tag("sweep")
    @Test
    void recovers_what_made_the_data() {
        SimulatedFactors data = new SimulatedFactors(4_000, 800, 4, -0.2, TAUS, 7);

        FactorModel model = data.everything().fit();

        assertEquals(4, model.shape(), 0.6);
        assertEquals(-0.2, model.reachSlope(), 0.03);
        assertEquals(0.3, model.tau("creator"), 0.05);
        for (int g = 0; g < 3; g++) {
            String name = SimulatedFactors.NAMES[g];
            double mean = Arrays.stream(data.effects[g]).average().orElseThrow();
            double sd = Math.sqrt(Arrays.stream(data.effects[g])
                    .map(effect -> (effect - mean) * (effect - mean))
                    .average()
                    .orElseThrow());
            assertEquals(sd, model.tau(name), 0.15, name);
            assertTrue(model.detectsDifferences(name));
            for (int level = 0; level < SimulatedFactors.SIZES[g]; level++) {
                FactorEffect effect = model.comparedWithOthers(name, level);
                assertEquals(data.effects[g][level] - mean, effect.mean(), 0.12, name + level);
                assertTrue(effect.sd() < 0.06, name + level);
                assertTrue(effect.sd() < model.effect(name, level).sd());
            }
        }
        assertTrue(model.tau("hook:angle") < 0.1);
        assertFalse(model.detectsDifferences("angle:placement"));
    }

    @Tag("sweep")
    @Test
    void predicts_as_many_orders_as_there_were() {
        SimulatedFactors data = new SimulatedFactors(2_000, 1_000, 4, -0.2, TAUS, 8);

        FactorModel model = data.everything().fit();

        double predicted = IntStream.range(0, 2_000)
                .mapToDouble(i -> data.clicks[i] * model.priorFor(i).mean())
                .sum();
        assertEquals(1, predicted / Arrays.stream(data.orders).sum(), 0.015);
    }

    @Tag("sweep")
    @Test
    void comes_nearer_to_the_true_rates_than_stage_a_and_its_intervals_hold() {
        SimulatedFactors data = new SimulatedFactors(1_000, 200, 4, -0.2, TAUS, 9);
        FactorModel model = data.everything().fit();

        double stageA = 0;
        double stageB = 0;
        int inside = 0;
        for (int i = 0; i < 1_000; i++) {
            stageA += Math.pow(model.population().posterior(i).mean() - data.truth[i], 2);
            stageB += Math.pow(model.posterior(i).mean() - data.truth[i], 2);
            var interval = model.widenedPosterior(i).estimate();
            inside += data.truth[i] >= interval.low() && data.truth[i] <= interval.high() ? 1 : 0;
        }

        assertTrue(stageB < 0.85 * stageA, stageB + " " + stageA);
        assertEquals(0.80, inside / 1_000.0, 0.03);
    }

    @Test
    void equals_stage_a_closely_where_nothing_has_an_effect() {
        SimulatedFactors data = new SimulatedFactors(2_000, 40, 4, -0.2, new double[4], 10);

        FactorModel model = data.factors().creators(data.creators, 40).fit();

        assertEquals(0, Math.log(model.shape() / model.population().shape()), 0.1);
        assertEquals(model.population().reachSlope(), model.reachSlope(), 0.01);
        for (int i = 0; i < 2_000; i++) {
            assertEquals(
                    0,
                    Math.log(model.posterior(i).mean()
                            / model.population().posterior(i).mean()),
                    0.2);
        }
        for (String factor : List.of("hook", "angle", "placement", "creator")) {
            assertFalse(model.detectsDifferences(factor), factor);
        }
    }

    @Test
    void without_any_factor_it_is_stage_a() {
        SimulatedFactors data = new SimulatedFactors(500, 40, 4, -0.2, TAUS, 10);

        FactorModel model =
                FactorModel.builder(data.orders, data.clicks, data.views).fit();

        assertEquals(model.population().shape(), model.shape(), 1e-5);
        assertEquals(Math.log(model.population().meanRate()), model.level(), 1e-7);
        assertEquals(model.population().reachSlope(), model.reachSlope(), 1e-7);
        assertEquals(
                model.population().widenedPosterior(3).shape(),
                model.widenedPosterior(3).shape(),
                1e-3);
    }

    @Test
    void eliminating_the_creators_changes_nothing() {
        SimulatedFactors data = new SimulatedFactors(300, 60, 4, -0.2, TAUS, 11);

        FactorModel eliminated = data.factors().creators(data.creators, 60).fit();
        FactorModel dense = data.factors().factor("person", data.creators, 60).fit();

        assertEquals(dense.shape(), eliminated.shape(), 1e-9 * dense.shape());
        assertEquals(dense.tau("person"), eliminated.tau("creator"), 1e-9);
        for (int c = 0; c < 60; c++) {
            assertSame(dense.effect("person", c), eliminated.effect("creator", c));
        }
        for (int level = 0; level < 6; level++) {
            assertSame(dense.effect("hook", level), eliminated.effect("hook", level));
        }
        for (int i = 0; i < 300; i++) {
            assertSame(dense.widenedPosterior(i), eliminated.widenedPosterior(i));
        }
    }

    @Test
    void order_of_units_does_not_matter() {
        SimulatedFactors data = new SimulatedFactors(300, 60, 4, -0.2, TAUS, 12);
        List<Integer> order =
                new java.util.ArrayList<>(IntStream.range(0, 300).boxed().toList());
        Collections.shuffle(order, new Random(1));

        FactorModel model = data.everything().fit();
        FactorModel shuffled = FactorModel.builder(
                        shuffled(data.orders, order), shuffled(data.clicks, order), shuffled(data.views, order))
                .categoryRate(SimulatedPortfolio.MEAN_RATE)
                .factor("hook", shuffled(data.levels[0], order), 6)
                .factor("angle", shuffled(data.levels[1], order), 5)
                .factor("placement", shuffled(data.levels[2], order), 4)
                .interaction("hook", "angle")
                .interaction("angle", "placement")
                .creators(shuffled(data.creators, order), 60)
                .fit();

        for (int at = 0; at < 300; at++) {
            assertSame(model.posterior(order.get(at)), shuffled.posterior(at));
        }
        assertSame(model.effect("angle:placement", 3), shuffled.effect("angle:placement", 3));
    }

    @Test
    void same_data_give_the_same_bytes() {
        SimulatedFactors data = new SimulatedFactors(200, 40, 4, -0.2, TAUS, 13);

        assertEquals(
                data.everything().fit().widenedPosterior(5),
                data.everything().fit().widenedPosterior(5));
        assertEquals(
                data.everything().fit().effect("hook", 2),
                data.everything().fit().effect("hook", 2));
    }

    @Test
    void an_unknown_level_adds_its_variance_to_a_prediction() {
        SimulatedFactors data = new SimulatedFactors(800, 100, 4, -0.2, TAUS, 14);
        FactorModel model = data.factors().creators(data.creators, 100).fit();
        double reach = 10_000;

        GammaPrior known = model.priorFor(reach, 3, 1, 1, 1);
        GammaPrior unknownHook = model.priorFor(reach, 3, -1, 1, 1);
        GammaPrior unknownAll = model.priorFor(reach, -1, -1, -1, -1);

        assertEquals(model.shape(), known.shape(), 1e-9);
        double tau = model.tau("hook");
        assertEquals((1 + 1 / model.shape()) * Math.exp(tau * tau) - 1, 1 / unknownHook.shape(), 1e-9);
        double all = List.of("hook", "angle", "placement", "creator").stream()
                .mapToDouble(factor -> model.tau(factor) * model.tau(factor))
                .sum();
        assertEquals((1 + 1 / model.shape()) * Math.exp(all) - 1, 1 / unknownAll.shape(), 1e-9);
        assertEquals(Math.exp(model.level() + model.reachSlope() * model.z(reach) + all / 2), unknownAll.mean(), 1e-12);
        assertTrue(model.widenedPriorFor(reach, 3, 1, 1, 1).shape() < known.shape());
        assertEquals(known.mean(), model.widenedPriorFor(reach, 3, 1, 1, 1).mean(), 1e-12);
    }

    @Test
    void a_level_without_company_or_without_data_is_compared_with_nothing() {
        SimulatedFactors data = new SimulatedFactors(120, 20, 4, -0.2, TAUS, 20);
        Arrays.fill(data.levels[0], 2);
        FactorModel model = FactorModel.builder(data.orders, data.clicks, data.views)
                .factor("hook", data.levels[0], 6)
                .factor("angle", data.levels[1], 7)
                .fit();

        assertEquals(model.effect("hook", 2), model.comparedWithOthers("hook", 2));
        assertEquals(new FactorEffect(0, model.tau("angle")), model.comparedWithOthers("angle", 6));
    }

    @Test
    void sees_a_difference_that_is_there_and_none_where_levels_were_dealt_at_random() {
        int n = 200;
        double[] clicks = new double[n];
        Arrays.fill(clicks, 200);
        int[] hook = IntStream.range(0, n).map(i -> i % 2).toArray();
        int[] angle = IntStream.range(0, n).map(i -> i / 2 % 2).toArray();
        double[] orders =
                IntStream.range(0, n).mapToDouble(i -> 4 + 4 * hook[i] + i % 5).toArray();

        FactorModel model = FactorModel.builder(orders, clicks, clicks)
                .factor("hook", hook, 2)
                .factor("angle", angle, 2)
                .fit();

        assertTrue(model.detectsDifferences("hook"));
        assertFalse(model.detectsDifferences("angle"));
        // 6 orders against 10 on average.
        double ratio = model.comparedWithOthers("hook", 1).mean()
                - model.comparedWithOthers("hook", 0).mean();
        assertEquals(Math.log(10 / 6.0), ratio, 0.03);
    }

    @Test
    void a_pair_of_levels_has_a_place_of_its_own_and_none_when_one_is_unknown() {
        assertEquals(0, FactorLevels.cell(0, 0, 5));
        assertEquals(7, FactorLevels.cell(1, 2, 5));
        assertEquals(-1, FactorLevels.cell(-1, 2, 5));
        assertEquals(-1, FactorLevels.cell(1, -1, 5));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "no units",
                "no orders",
                "no exposure",
                "one level",
                "no level known",
                "level without unit",
                "creator is hook",
                "more orders than clicks",
                "huge counts",
                "one unit",
                "one order"
            })
    void every_degenerate_input_has_a_finite_answer(String what) {
        SimulatedFactors data = new SimulatedFactors(what.equals("no units") ? 0 : 60, 6, 4, -0.2, TAUS, 16);
        int n = data.orders.length;
        int[] hook = data.levels[0];
        for (int i = 0; i < n; i++) {
            switch (what) {
                case "no orders" -> data.orders[i] = 0;
                case "no exposure" -> data.clicks[i] = 0;
                case "one level" -> hook[i] = 0;
                case "no level known" -> hook[i] = -1;
                case "level without unit" -> hook[i] = Math.min(hook[i], 2);
                case "creator is hook" -> data.creators[i] = hook[i];
                case "more orders than clicks" -> data.orders[i] += 10 * data.clicks[i];
                case "huge counts" -> {
                    data.orders[i] = 1e12 / (1 + i % 7);
                    data.clicks[i] = i % 3 == 0 ? 1e12 : 1e-9;
                }
                case "one unit" -> data.clicks[i] = i == 0 ? data.clicks[i] : 0;
                case "one order" -> data.orders[i] = i == 0 ? 1 : 0;
                default -> assertEquals("no units", what);
            }
        }

        FactorModel model = data.everything().fit();

        assertTrue(model.shape() >= 0.049 && model.shape() <= 10_001, "shape " + model.shape());
        for (String factor : List.of("hook", "angle", "placement", "hook:angle", "angle:placement", "creator")) {
            assertTrue(model.tau(factor) >= 0.0099 && model.tau(factor) <= 5.1, factor + " " + model.tau(factor));
            FactorEffect effect = model.effect(factor, 3);
            assertTrue(effect.lfsr() >= 0 && effect.lfsr() <= 0.5, factor + effect);
            assertTrue(effect.multiplier().low() < effect.multiplier().high());
        }
        for (int i = 0; i < n; i++) {
            GammaPrior posterior = model.posterior(i);
            assertTrue(model.widenedPosterior(i).shape() <= posterior.shape() * (1 + 1e-9));
            assertEquals(posterior.mean(), model.widenedPosterior(i).mean(), 1e-9 * posterior.mean());
        }
        assertTrue(model.priorFor(0, -1, -1, -1, -1).mean() > 0);
        assertTrue(Arrays.stream(model.coefficients().draw(new SeededDraws(1))).allMatch(Double::isFinite));
    }

    @Test
    void a_hook_of_one_creator_alone_is_not_told_apart_from_the_creator() {
        SimulatedFactors data = new SimulatedFactors(400, 20, 4, -0.2, new double[4], 17);
        for (int i = 0; i < 400; i++) {
            boolean star = data.creators[i] == 0;
            data.levels[0][i] = star ? 5 : data.levels[0][i] % 5;
            data.orders[i] *= star ? 3 : 1;
        }

        FactorModel model = data.factors().creators(data.creators, 20).fit();

        FactorEffect hook = model.effect("hook", 5);
        FactorEffect star = model.effect("creator", 0);
        assertTrue(hook.mean() + star.mean() > 0.7, hook + " " + star);
        assertTrue(hook.mean() > 0 && star.mean() > 0);
        assertTrue(hook.sd() > 0.2, "the share of the hook is not known");
    }

    @Test
    void an_interaction_with_a_factor_of_one_level_is_left_to_the_other_factor() {
        SimulatedFactors data = new SimulatedFactors(400, 80, 4, -0.2, TAUS, 18);
        Arrays.fill(data.levels[1], 0);

        FactorModel with = data.everything().fit();
        FactorModel without = data.factors().creators(data.creators, 80).fit();

        assertSame(without.effect("hook", 2), with.effect("hook", 2));
        assertEquals(new FactorEffect(0, 0.01), with.effect("hook:angle", 10));
        assertSame(without.posterior(7), with.posterior(7));
    }

    @Test
    void levels_beyond_the_fullest_count_as_never_seen() {
        int n = 600;
        double[] ones = new double[n];
        Arrays.fill(ones, 20);
        int[] many = IntStream.range(0, n).map(i -> i < 300 ? i : i % 100).toArray();

        FactorModel model =
                FactorModel.builder(ones, ones, ones).factor("hook", many, 300).fit();

        assertTrue(model.effect("hook", 99).sd() < model.tau("hook"));
        assertEquals(new FactorEffect(0, model.tau("hook")), model.effect("hook", 299));
    }

    @Test
    void refuses_what_makes_no_sense() {
        double[] one = {1};
        FactorModelBuilder builder = FactorModel.builder(one, one, one).factor("hook", new int[] {0}, 2);

        assertRefused("level of angle must be in [-1, 1], got 2", () -> builder.factor("angle", new int[] {2}, 2));
        assertRefused("factor must have a name of its own, got hook", () -> builder.factor("hook", new int[1], 1));
        assertRefused(
                "factor must have a name of its own, got creator", () -> builder.factor("creator", new int[1], 1));
        assertRefused("interaction needs a factor added before, got angle", () -> builder.interaction("hook", "angle"));
        assertRefused(
                "counts and levels of creator must have the same length, got 1 and 2",
                () -> builder.creators(new int[2], 1));
        assertRefused("categoryRate must be in (0, 1e12], got 0.0", () -> builder.categoryRate(0));
        FactorModel model = builder.fit();
        assertRefused("factor must be one of [hook, creator], got angle", () -> model.tau("angle"));
        assertRefused("level of hook must be in [0.0, 1.0], got 2.0", () -> model.effect("hook", 2));
        assertRefused("levels must name 1 factors, got 2", () -> model.priorFor(1, -1, 0, 0));
        assertRefused("levels must name one level of each factor, got 0", () -> model.priorFor(1, -1));
    }

    private static void assertRefused(String message, Runnable action) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, action::run).getMessage());
    }

    private static void assertSame(FactorEffect expected, FactorEffect actual) {
        assertEquals(expected.mean(), actual.mean(), 1e-9);
        // Differences of gradients stand behind a part of it.
        assertEquals(expected.sd(), actual.sd(), 1e-8);
    }

    private static void assertSame(GammaPrior expected, GammaPrior actual) {
        assertEquals(expected.mean(), actual.mean(), 1e-9);
        assertEquals(expected.shape(), actual.shape(), 1e-8 * expected.shape());
    }

    private static double[] shuffled(double[] values, List<Integer> order) {
        return order.stream().mapToDouble(i -> values[i]).toArray();
    }

    private static int[] shuffled(int[] values, List<Integer> order) {
        return order.stream().mapToInt(i -> values[i]).toArray();
    }
}
