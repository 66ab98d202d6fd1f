package dev.flywheel.core.cycle;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.flywheel.core.adtest.AdTestStart;
import dev.flywheel.core.content.CreativeTags;
import dev.flywheel.core.performance.Estimate;
import dev.flywheel.core.performance.Period;
import dev.flywheel.core.stats.BetaPosterior;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MomentumOverRotationsTest {

    private static final int ROTATIONS = 6;

    private static Momentum.Indicator indicator(Scene scene, String name) {
        Measured measured = scene.measured();
        return Indicators.of(measured, scene.selected().winners(), RotationWindow.of(measured), 5).stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Six whole rotations of forty samples each, so many of which bring a winning post. */
    private static Scene winners(IntUnaryOperator winnersRotationsBack) {
        Scene scene = new Scene().requested("first", 28 * ROTATIONS - 1);
        int id = 1;
        for (int back = 0; back < ROTATIONS; back++) {
            for (int i = 0; i < 40; i++) {
                scene.sample("c" + i, Scene.SERUM, null, 28 * back + 20, 28 * back + 16, "10.00");
                if (i < winnersRotationsBack.applyAsInt(back)) {
                    scene.video(id, "c" + i, 28 * back + 10, 3).winner(id++);
                }
            }
        }
        return scene;
    }

    @Test
    void the_share_shown_leans_on_earlier_rotations_each_half_as_much_as_the_next() {
        Momentum.Indicator winners = indicator(winners(back -> 2 + back), "winnersPer100Samples");
        double hits = 2 + 3 / 2.0 + 4 / 4.0 + 5 / 8.0 + 6 / 16.0 + 7 / 32.0;
        double samples = 40 * (2 - 1 / 32.0);
        Estimate expected = new BetaPosterior(0.5 + hits, 0.5 + samples - hits).estimate();
        assertEquals(100 * expected.mean(), winners.current().orElseThrow().mean(), 1e-9);
        assertEquals(100 * expected.high(), winners.current().orElseThrow().high(), 1e-9);
    }

    @Test
    void the_comparison_and_earlier_rotations_stand_on_their_own_numbers() {
        Momentum.Indicator winners = indicator(winners(back -> 2 + back), "winnersPer100Samples");
        BetaPosterior now = new BetaPosterior(2.5, 38.5);
        BetaPosterior before = new BetaPosterior(3.5, 37.5);
        assertEquals(now.probabilityAbove(before), winners.probabilityBetter().orElseThrow(), 1e-12);
        assertEquals(ROTATIONS - 1, winners.earlier().size());
        assertEquals(
                new Period(Scene.ago(55), Scene.ago(28)),
                winners.earlier().get(0).period());
        assertEquals(
                100 * before.mean(),
                winners.earlier().get(0).known().orElseThrow().mean(),
                1e-9);
    }

    @ParameterizedTest(name = "{0} winners a rotation more: {1}")
    @CsvSource({"3, IMPROVING", "0, STEADY", "-3, WORSENING"})
    void winners_and_their_cost_go_the_same_way(int more, Momentum.Direction direction) {
        Scene scene = winners(back -> back == 0 ? 0 : 10 + more * (3 - back));
        for (String name : List.of("winnersPer100Samples", "costPerWinner")) {
            Momentum.Trend trend = indicator(scene, name).overRotations().orElseThrow();
            assertEquals(direction, trend.direction(), name + " " + trend);
            assertEquals(1, trend.improving() + trend.worsening(), 1e-9);
            assertEquals(ROTATIONS - 1, trend.rotations(), "this rotation had less time to win");
            double change = trend.changePerRotation().mean();
            assertTrue(more == 0 || (change > 0) == (more > 0 ^ name.equals("costPerWinner")), name + " " + trend);
        }
    }

    @Test
    void says_over_the_rotations_what_improves_and_worsens() {
        String headline = winners(back -> back == 0 ? 10 : 10 + 3 * (3 - back))
                .compound(5)
                .momentum()
                .headline();
        assertTrue(
                headline.contains(" Over the last 6 rotations improving: cost per winner, ")
                        && headline.contains("winners per 100 samples"),
                headline);
    }

    @Test
    void a_cost_leans_on_earlier_rotations_and_without_a_winner_is_only_bounded() {
        Momentum.Indicator cost = indicator(winners(back -> back == 0 ? 0 : 4), "costPerWinner");
        assertTrue(cost.current().isEmpty());
        assertTrue(cost.note().startsWith("400 for samples and ads, 0 winners: a winner costs > "), cost::note);
        Momentum.Indicator found = indicator(winners(back -> 4), "costPerWinner");
        double weights = 2 - 1 / 32.0;
        assertEquals(
                400 * weights / (0.5 + 4 * weights),
                found.current().orElseThrow().mean(),
                1e-9);
    }

    @Test
    void creators_who_come_back_more_and_more_are_a_trend() {
        Scene scene = new Scene().requested("first", 28 * ROTATIONS - 1);
        int id = 1;
        for (int back = 0; back < ROTATIONS; back++) {
            for (int i = 0; i < 30; i++) {
                boolean regular = i < 28 - 5 * back;
                scene.listed(id++, regular ? "c" + i : "once" + id, 28 * back + 10, CreativeTags.UNKNOWN);
            }
        }
        Momentum.Trend trend =
                indicator(scene, "repeatCreatorRate").overRotations().orElseThrow();
        assertEquals(Momentum.Direction.IMPROVING, trend.direction());
        assertEquals(ROTATIONS - 1, trend.rotations());
    }

    @Test
    void revenue_of_a_creator_that_grows_by_a_third_each_rotation_is_a_trend() {
        Scene scene = new Scene().requested("first", 28 * ROTATIONS - 1);
        int id = 1;
        for (int back = 0; back < ROTATIONS; back++) {
            for (int i = 0; i < 20; i++) {
                scene.video(id++, "c" + i, 28 * back + 10, (int) (30 * Math.pow(0.75, back)) + i % 4);
            }
        }
        for (String name : List.of("gmvPerActiveCreatorMean", "gmvPerActiveCreatorMedian", "gmvPerSellingCreator")) {
            Momentum.Trend trend = indicator(scene, name).overRotations().orElseThrow();
            assertEquals(Momentum.Direction.IMPROVING, trend.direction(), name);
            assertEquals(30, trend.changePerRotation().mean(), 6, name);
            assertEquals(ROTATIONS, trend.rotations());
        }
        assertTrue(indicator(scene, "concentration").overRotations().isEmpty());
    }

    @Test
    void days_before_the_first_report_are_unknown_and_not_without_sales() {
        Scene scene = new Scene().requested("first", 28 * ROTATIONS - 1);
        int id = 1;
        for (int back = 0; back < ROTATIONS; back++) {
            for (int i = 0; i < 10; i++) {
                scene.listed(id, "c" + i, 28 * back + 10, CreativeTags.UNKNOWN);
                if (back < 2) {
                    scene.funnel(id, 28 * back + 9, 5).funnel(id, 28 * back + 27, 5);
                }
                id++;
            }
        }
        Momentum.Indicator money = indicator(scene, "gmvPerActiveCreatorMean");
        assertEquals(1, money.earlier().size());
        assertTrue(money.overRotations().isEmpty());
        assertEquals(5, indicator(scene, "winnersPer100Samples").earlier().size());
    }

    @Test
    void times_the_stages_whose_days_are_known() {
        Scene scene = new Scene().requested("first", 28 * ROTATIONS - 1);
        int id = 1;
        for (int back = 0; back < ROTATIONS; back++) {
            for (int i = 0; i < 12; i++) {
                int sent = 28 * back + 27;
                int took = 2 + 2 * back + i % 4;
                scene.sample("c" + i, Scene.SERUM, null, sent, sent - took, "10.00");
                scene.listed(id, "c" + i, 28 * back + 9, CreativeTags.UNKNOWN, Scene.SERUM)
                        .winner(id);
                int started = 28 * back + 9 - i % 4 - 2;
                int video = id++;
                scene.add(builder -> builder.add(new AdTestStart(
                        Scene.video(video), Scene.ago(started), Scene.usd(50), AdTestStart.Kind.SPARK_AD)));
            }
        }
        Momentum.Indicator arrival = indicator(scene, "daysFromSampleSentToArrival");
        Momentum.Indicator boost = indicator(scene, "daysFromPostToBoost");
        assertAll(
                () -> assertEquals(3.5, arrival.current().orElseThrow().mean()),
                () -> assertEquals(5.5, arrival.previous().orElseThrow().mean()),
                () -> assertEquals(
                        Momentum.Direction.IMPROVING,
                        arrival.overRotations().orElseThrow().direction()),
                () -> assertTrue(
                        arrival.overRotations()
                                        .orElseThrow()
                                        .changePerRotation()
                                        .high()
                                < 0,
                        "fewer days"),
                () -> assertTrue(arrival.note().contains("briefs carry no day")),
                () -> assertEquals(3.5, boost.current().orElseThrow().mean(), 0.5),
                () -> assertEquals(
                        Momentum.Direction.STEADY,
                        boost.overRotations().orElseThrow().direction()),
                () -> assertTrue(
                        boost.note().startsWith("12 of 12 posts that won or were boosted have had a boost."),
                        boost::note));
    }
}
