package dev.flywheel.core.cycle;

import static dev.flywheel.core.cycle.Scene.number;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.flywheel.core.content.CreativeTags;
import dev.flywheel.core.halo.BrandedSearch;
import dev.flywheel.core.performance.Period;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CompoundTest {

    private static final long SEED = 5;

    private static Momentum.Indicator indicator(Scene scene, String name) {
        return scene.compound(SEED).momentum().indicators().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Two whole rotations: in each, creators with one video, its orders and one sample. */
    private static Scene two(int creatorsBefore, int ordersBefore, int creatorsNow, int ordersNow) {
        Scene scene = new Scene().sample("first", Scene.SERUM, 55, null, null, "10.00");
        for (int i = 0; i < creatorsBefore; i++) {
            scene.video(100 + i, "c" + i, 40, ordersBefore + i % 3).delivered("c" + i, 46);
        }
        for (int i = 0; i < creatorsNow; i++) {
            scene.video(200 + i, "c" + i, 12, ordersNow + i % 3).delivered("c" + i, 18);
        }
        return scene;
    }

    @Nested
    final class Momenta {

        @Test
        void names_every_measure_once() {
            assertEquals(
                    List.of(
                            "daysFromSampleSentToArrival",
                            "daysFromSampleToPost",
                            "daysFromPostToBoost",
                            "winnersPer100Samples",
                            "costPerWinner",
                            "repeatCreatorRate",
                            "gmvPerActiveCreatorMean",
                            "gmvPerActiveCreatorMedian",
                            "gmvPerSellingCreator",
                            "concentration",
                            "topTenthShare"),
                    new Scene()
                            .compound(SEED).momentum().indicators().stream()
                                    .map(Momentum.Indicator::name)
                                    .collect(Collectors.toList()));
        }

        @Test
        void has_nothing_to_compare_with_in_the_first_rotation() {
            Momentum momentum = new Scene().video(1, "a", 10, 3).compound(SEED).momentum();
            assertEquals(1, momentum.rotation());
            assertEquals(
                    "This is rotation 1: there is no earlier one to compare with. A trend needs 4 whole rotations.",
                    momentum.headline());
            assertTrue(momentum.indicators().stream()
                    .allMatch(one ->
                            one.previous().isEmpty() && one.probabilityBetter().isEmpty()));
        }

        @Test
        void does_not_compare_with_half_a_rotation() {
            Momentum momentum = new Scene().requested("a", 40).compound(SEED).momentum();
            assertEquals(
                    "This is rotation 2: evidence begins within the rotation before, on 2026-10-07, so the two are not"
                            + " compared. A trend needs 4 whole rotations.",
                    momentum.headline());
        }

        @Test
        void says_better_when_creators_sell_clearly_more() {
            String headline = two(12, 1, 12, 9).compound(SEED).momentum().headline();
            assertEquals(
                    "This is rotation 2: better than the rotation before in gmv per active creator mean,"
                            + " gmv per active creator median, gmv per selling creator. A trend needs 4 whole rotations.",
                    headline);
        }

        @Test
        void says_worse_when_creators_sell_clearly_less() {
            assertTrue(two(12, 9, 12, 1)
                    .compound(SEED)
                    .momentum()
                    .headline()
                    .startsWith("This is rotation 2: worse than the rotation before in gmv per active creator mean,"));
        }

        @Test
        void says_that_nothing_differs_when_nothing_does() {
            assertEquals(
                    "This is rotation 2: no measure differs from the rotation before with 90% probability. A trend needs"
                            + " 4 whole rotations.",
                    two(6, 3, 6, 3).compound(SEED).momentum().headline());
        }

        @Test
        void says_both_when_measures_disagree() {
            Scene scene = two(12, 1, 12, 9);
            for (int i = 0; i < 12; i++) {
                scene.winner(100 + i);
            }
            String headline = scene.compound(SEED).momentum().headline();
            assertTrue(
                    headline.contains("better than the rotation before in gmv per active creator mean,")
                            && headline.contains(
                                    ", worse in cost per winner, winners per 100 samples. Videos of this rotation have had less"
                                            + " time to win."),
                    headline);
        }

        @Test
        void speaks_of_trends_from_four_whole_rotations_on() {
            Scene three = two(6, 3, 6, 3).sample("old", Scene.SERUM, 110, null, null, null);
            assertTrue(three.compound(SEED).momentum().headline().endsWith(" A trend needs 4 whole rotations."));
            Scene four = three.sample("older", Scene.SERUM, 111, null, null, null);
            assertEquals(
                    "This is rotation 4: no measure differs from the rotation before with 90% probability. Over the last 4"
                            + " rotations no measure has a direction with 90% probability.",
                    four.compound(SEED).momentum().headline());
        }
    }

    @Nested
    final class Measures {

        @Test
        void keeps_open_samples_in_the_time_to_a_post() {
            Scene scene = new Scene();
            for (int i = 0; i < 8; i++) {
                scene.delivered("fast" + i, 20).listed(i + 1, "fast" + i, 17 - i % 4, CreativeTags.UNKNOWN);
            }
            Momentum.Indicator finished = indicator(scene, "daysFromSampleToPost");
            for (int i = 0; i < 2; i++) {
                scene.delivered("open" + i, 15);
            }
            Momentum.Indicator withOpen = indicator(scene, "daysFromSampleToPost");
            assertTrue(mean(withOpen) > mean(finished), withOpen + " after " + finished);
            assertTrue(withOpen.note().startsWith("8 of 10 samples that arrived have a post."), withOpen::note);
            assertTrue(withOpen.note().contains("How long a post takes to become a winner is not timed"));
        }

        @Test
        void has_no_median_while_fewer_than_half_have_a_post() {
            Scene scene = new Scene()
                    .delivered("a", 20)
                    .video(1, "a", 10, 0)
                    .delivered("b", 20)
                    .delivered("c", 20);
            Momentum.Indicator time = indicator(scene, "daysFromSampleToPost");
            assertTrue(time.current().isEmpty());
            assertTrue(time.note()
                    .startsWith(
                            "1 of 3 samples that arrived have a post; the median is not reached while fewer than half"
                                    + " have."));
        }

        @Test
        void names_the_median_in_words_while_its_interval_is_open() {
            Scene scene = new Scene().delivered("a", 20).video(1, "a", 12, 0).delivered("b", 20);
            Momentum.Indicator time = indicator(scene, "daysFromSampleToPost");
            assertTrue(time.current().isEmpty());
            assertTrue(
                    time.note().contains("; the median is 8 days, and its interval cannot be closed yet."), time::note);
        }

        @Test
        void counts_winners_of_a_rotation_per_sample_sent_in_it() {
            Scene scene = two(5, 3, 10, 3).winner(200).winner(201).winner(100);
            Momentum.Indicator winners = indicator(scene, "winnersPer100Samples");
            assertAll(
                    () -> assertEquals(100 * (0.5 + 2 + 0.5) / (1 + 10 + 2.5), mean(winners), 1e-9),
                    () -> assertEquals(
                            100 * 1.5 / 6, winners.previous().orElseThrow().mean(), 1e-9),
                    () -> assertTrue(winners.probabilityBetter().orElseThrow() < 0.5),
                    () -> assertEquals(
                            "2 winners, 10 samples; before: 1 winners, 5 samples. Younger videos have had less time to"
                                    + " win.",
                            winners.note()));
        }

        @Test
        void knows_no_winners_per_sample_without_samples() {
            Scene scene = new Scene().video(1, "a", 10, 5).winner(1);
            Momentum.Indicator winners = indicator(scene, "winnersPer100Samples");
            assertTrue(winners.current().isEmpty());
            assertTrue(winners.note().contains("; more winners than samples count as one for each."), winners::note);
        }

        @Test
        void adds_samples_and_ads_into_the_cost_of_a_winner() {
            Scene scene = two(3, 3, 3, 3)
                    .adSpend(200, 5, 70)
                    .adSpend(100, 35, 20)
                    .winner(200)
                    .winner(201)
                    .winner(100);
            Momentum.Indicator cost = indicator(scene, "costPerWinner");
            assertAll(
                    () -> assertEquals((100 + 25) / (2 + 0.5 + 0.5), mean(cost), 1e-9),
                    () -> assertEquals(50, cost.previous().orElseThrow().mean(), 1e-9),
                    () -> assertEquals(
                            "100 for samples and ads, 2 winners. Before: 50, 1 winners. Younger videos have"
                                    + " had less time to win.",
                            cost.note()));
        }

        @Test
        void bounds_the_cost_of_a_winner_from_below_while_there_is_none() {
            Scene scene = new Scene().delivered("a", 10).delivered("b", 10);
            Momentum.Indicator cost = indicator(scene, "costPerWinner");
            assertTrue(cost.current().isEmpty());
            assertEquals("20 for samples and ads, 0 winners: a winner costs > 8.69 with 90% confidence.", cost.note());
        }

        @Test
        void claims_no_cost_where_nothing_was_spent() {
            Momentum.Indicator cost = indicator(new Scene().video(1, "a", 5, 4).winner(1), "costPerWinner");
            assertTrue(cost.current().isEmpty());
            assertEquals("0 for samples and ads, 1 winners.", cost.note());
        }

        @Test
        void compares_costs_of_winners_by_money_and_winners() {
            assertEquals(0.5, Objects.requireNonNull(WinnerMeasures.cheaper(100, 3, 100, 3)), 1e-9);
            assertTrue(Objects.requireNonNull(WinnerMeasures.cheaper(100, 9, 100, 1)) > 0.95);
            assertTrue(Objects.requireNonNull(WinnerMeasures.cheaper(900, 3, 100, 3)) < 0.05);
            assertNull(WinnerMeasures.cheaper(100, 0, 100, 0));
            assertNull(WinnerMeasures.cheaper(0, 2, 100, 1));
            assertNull(WinnerMeasures.cheaper(100, 2, 0, 1));
        }

        @Test
        void counts_who_posts_again_in_the_next_rotation() {
            Scene scene = two(8, 1, 4, 1);
            Momentum.Indicator repeat = indicator(scene, "repeatCreatorRate");
            assertEquals(50, mean(repeat), 1e-9);
            assertEquals("4 of 8 creators posted again.", repeat.note());
            for (int i = 0; i < 4; i++) {
                scene.video(300 + i, "c" + i, 70, 1);
            }
            scene.requested("old", 83);
            Momentum.Indicator three = indicator(scene, "repeatCreatorRate");
            assertEquals("4 of 8 creators posted again. Before: 4 of 4 creators posted again.", three.note());
            assertTrue(three.probabilityBetter().orElseThrow() < 0.1);
        }

        @Test
        void knows_no_repeats_where_nobody_posted_before() {
            Momentum.Indicator repeat = indicator(two(0, 0, 4, 1), "repeatCreatorRate");
            assertTrue(repeat.current().isEmpty());
            assertEquals("0 of 0 creators posted again.", repeat.note());
        }

        @Test
        void tells_mean_and_median_per_active_creator_apart() {
            Scene scene = new Scene().video(1, "a", 10, 1).video(2, "b", 10, 1).video(3, "c", 10, 28);
            assertEquals(300, mean(indicator(scene, "gmvPerActiveCreatorMean")), 1e-9);
            assertEquals(30, mean(indicator(scene, "gmvPerActiveCreatorMedian")), 1e-9);
            assertEquals(
                    "3 creators, 900 of orders.",
                    indicator(scene, "gmvPerActiveCreatorMean").note());
        }

        @Test
        void withholds_the_comparison_where_reports_straddle_rotations() {
            Scene scene = new Scene().requested("first", 55);
            for (int i = 0; i < 6; i++) {
                scene.listed(i + 1, "c" + i, 50, CreativeTags.UNKNOWN).shopReport(i + 1, 55, 0, 20 + i);
            }
            Momentum.Indicator mean = indicator(scene, "gmvPerActiveCreatorMean");
            assertTrue(mean.probabilityBetter().isEmpty());
            assertTrue(mean.note().endsWith("so rotations are not compared."), mean::note);
        }

        @Test
        void has_no_revenue_without_active_creators() {
            Momentum.Indicator mean = indicator(new Scene(), "gmvPerActiveCreatorMean");
            assertTrue(mean.current().isEmpty());
            assertEquals(
                    "Nobody sold in this rotation.",
                    indicator(new Scene(), "concentration").note());
        }

        @Test
        void measures_concentration_from_equal_to_one_creator() {
            Scene equal = new Scene().video(1, "a", 10, 4).video(2, "b", 10, 4);
            Scene alone = new Scene().video(1, "a", 10, 4);
            assertEquals(0, mean(indicator(equal, "concentration")), 1e-9);
            assertEquals(1, mean(indicator(alone, "concentration")), 1e-9);
            assertTrue(indicator(equal, "concentration").note().startsWith("As concentrated as 2 equal creators ("));
        }

        private double mean(Momentum.Indicator indicator) {
            return indicator
                    .current()
                    .orElseThrow(() -> new AssertionError(indicator.note()))
                    .mean();
        }
    }

    @Nested
    final class Halos {

        @Test
        void claims_nothing_and_says_what_is_missing() {
            assertEquals(
                    "Not measured yet: whether content lifts branded search. No branded search volume is in the evidence;"
                            + " at least 26 weeks before a push are needed.",
                    new Scene().compound(SEED).halo());
        }

        @Test
        void counts_weeks_and_terms_up_to_the_day_looked_at() {
            Scene scene = new Scene();
            for (int week = -1; week < 3; week++) {
                for (String term : List.of("northpeak", "north peak")) {
                    Period days = new Period(Scene.ago(7 * week + 6), Scene.ago(7 * week));
                    scene.add(builder -> builder.add(new BrandedSearch(days, "US", term, 100)));
                }
            }
            Compounded compounded = scene.compound(SEED);
            assertTrue(
                    compounded.halo().contains("3 weeks of branded search volume for 2 terms are in the evidence"),
                    compounded::halo);
            assertTrue(scene.measured().findings().stream()
                    .anyMatch(finding -> finding.message()
                            .equals("2 of 8 branded searches are dated after 2026-11-16 and were not used")));
        }
    }

    @Test
    void reports_its_facts_and_what_no_model_can_part() {
        PhaseReport report = two(3, 3, 3, 3).winner(200).compound(SEED).report();
        assertAll(
                () -> assertEquals(2, number(report, "rotation")),
                () -> assertEquals(4, number(report, "creators")),
                () -> assertEquals(1, number(report, "winners")),
                () -> assertEquals(0, number(report, "briefs")),
                () -> assertEquals(0, number(report, "claims")),
                () -> assertTrue(report.facts().stream()
                        .anyMatch(fact ->
                                fact.name().equals("factorModel") && fact.text().endsWith(EffectWords.CONFOUNDING))));
    }

    @ParameterizedTest(name = "shuffle seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void gives_the_same_result_whatever_the_order_of_the_evidence(long shuffle) {
        Scene scene = two(7, 2, 9, 4)
                .winner(200)
                .winner(101)
                .adSpend(200, 5, 70)
                .hook("a", 9, 4, 90, 5)
                .hook("b", 9, 4, 70, 5)
                .hook("c", 9, 4, 60, 5)
                .angle("d", 9, 4, 90, 5)
                .angle("e", 9, 4, 80, 5)
                .placement("f", 9, 4, 90, 5);
        assertEquals(scene.compound(SEED), scene.compound(scene.shuffled(shuffle), SEED));
    }
}
