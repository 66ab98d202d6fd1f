package dev.flywheel.core.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SparkTestTest {

    private static final GammaPrior PRIOR = new GammaPrior(4, 4 / 0.03);
    private static final double[] EXTREMES = {0, 1e-9, 0.3, 1, 40, 1e4, 1e12};

    private static SparkTest test(SparkSide side, double ratio) {
        return side == SparkSide.DROP ? SparkTest.drop(ratio, PRIOR) : SparkTest.hold(ratio, PRIOR);
    }

    @ParameterizedTest
    @CsvSource({"100, 1.44", "150, 2.23", "300, 4.73"})
    void clicks_without_an_order_are_evidence_of_a_drop(double clicks, double expected) {
        SparkTest test = SparkTest.drop(1, new GammaPrior(64, 2133));
        assertEquals(expected, test.plainLogE(new SparkTotals(0, 0, 0, clicks), 1), 0.005);
    }

    @ParameterizedTest
    @EnumSource
    void without_paid_clicks_the_e_value_is_exactly_one(SparkSide side) {
        SparkTotals nothing = new SparkTotals(60, 2000, 0, 0);
        assertEquals(0.0, test(side, 0.9).logE(nothing, 0.7));
        assertEquals(0.0, test(side, 0.9).plainLogE(nothing, 1));
        assertEquals(0.0, test(side, 0.9).concurrentLogE(List.of(), 1));
    }

    @ParameterizedTest
    @EnumSource
    void orders_without_any_click_count_for_nothing(SparkSide side) {
        assertEquals(0.0, test(side, 1).logE(new SparkTotals(60, 2000, 9, 0), 1));
        SparkTotals spoilt = new SparkTotals(60, 0, 3, 150);
        assertEquals(
                test(side, 1).logE(new SparkTotals(0, 0, 3, 150), 1),
                test(side, 1).logE(spoilt, 1));
        List<SparkDay> days = List.of(new SparkDay(4, 100, 3, 0), new SparkDay(4, 0, 3, 100), new SparkDay(0, 0, 0, 0));
        assertEquals(0.0, test(side, 1).concurrentLogE(days, 1));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.8, 1})
    void more_paid_orders_never_argue_for_a_drop_nor_against_holding(double ratio) {
        SparkTest drop = test(SparkSide.DROP, ratio);
        SparkTest hold = test(SparkSide.HOLD, ratio);
        for (double orders = 0.5; orders < 60; orders += 0.5) {
            SparkTotals fewer = new SparkTotals(60, 2000, orders - 0.5, 600);
            SparkTotals more = new SparkTotals(60, 2000, orders, 600);
            assertTrue(drop.logE(more, 1) <= drop.logE(fewer, 1), "drop at " + orders);
            assertTrue(hold.logE(more, 1) >= hold.logE(fewer, 1), "hold at " + orders);
        }
    }

    @Test
    void the_two_sides_agree_with_plain_sight() {
        SparkTotals halved = new SparkTotals(60, 2000, 18, 1200);
        SparkTotals same = new SparkTotals(600, 20000, 360, 12000);
        assertTrue(test(SparkSide.DROP, 1).logE(halved, 1) > SparkTest.threshold(0.05));
        assertTrue(test(SparkSide.HOLD, 0.8).logE(halved, 1) < 0);
        assertTrue(test(SparkSide.DROP, 1).logE(same, 1) < 0);
        assertTrue(test(SparkSide.HOLD, 0.8).logE(same, 1) > SparkTest.threshold(0.05));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13})
    void only_totals_count_however_the_days_are_split(long seed) {
        UniformRandomProvider rng = RandomSource.XO_SHI_RO_256_PP.create(seed);
        List<SparkDay> days = days(rng, 12);
        List<SparkDay> halves = new ArrayList<>();
        for (SparkDay day : days) {
            double share = rng.nextDouble();
            halves.add(part(day, share));
            halves.add(part(day, 1 - share));
        }
        for (SparkSide side : SparkSide.values()) {
            assertEquals(test(side, 0.9).logE(total(days), 1), test(side, 0.9).logE(total(halves), 1), 1e-11);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {21, 22, 23})
    void the_order_of_days_is_irrelevant_in_the_concurrent_form(long seed) {
        List<SparkDay> days = days(RandomSource.XO_SHI_RO_256_PP.create(seed), 12);
        List<SparkDay> shuffled = new ArrayList<>(days);
        Collections.shuffle(shuffled, new Random(seed));
        SparkTest test = test(SparkSide.DROP, 1);
        assertEquals(test.concurrentLogE(days, 0.8), test.concurrentLogE(shuffled, 0.8), 1e-12);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {31, 32, 33})
    void swapping_the_arms_maps_the_ratio_to_its_inverse(long seed) {
        List<SparkDay> days = days(RandomSource.XO_SHI_RO_256_PP.create(seed), 10);
        List<SparkDay> swapped = days.stream()
                .map(d -> new SparkDay(d.paidOrders(), d.paidClicks(), d.organicOrders(), d.organicClicks()))
                .toList();
        double step = Math.log(20) / 64;
        RatioGrid below = new RatioGrid(0.8, -64 * step, step, 64, new RatioPrior(-0.7, 0.5));
        RatioGrid above = new RatioGrid(1 / 0.8, 64 * step, -step, 64, new RatioPrior(0.7, 0.5));
        RatioLikelihood likelihood = RatioLikelihood.of(SparkEvidence.concurrent(days), PRIOR, 0.8);
        RatioLikelihood mirrored = RatioLikelihood.of(SparkEvidence.concurrent(swapped), PRIOR, 1 / 0.8);
        double direct = Special.logSumExp(below.logJoint(likelihood));
        assertEquals(direct, Special.logSumExp(above.logJoint(mirrored)), 1e-10);
        assertTrue(Math.abs(direct) > 0.01, "the days say something");
    }

    @Tag("sweep")
    @ParameterizedTest
    @EnumSource
    void no_evidence_however_strange_gives_anything_but_a_finite_number(SparkSide side) {
        for (GammaPrior prior : List.of(new GammaPrior(1e-9, 1e-9), PRIOR, new GammaPrior(1e15, 1e15))) {
            SparkTest test = side == SparkSide.DROP ? SparkTest.drop(0.01, prior) : SparkTest.hold(100, prior);
            for (double x0 : EXTREMES) {
                for (double t0 : EXTREMES) {
                    for (double x1 : EXTREMES) {
                        for (double t1 : EXTREMES) {
                            SparkTotals totals = new SparkTotals(x0, t0, x1, t1);
                            assertTrue(Double.isFinite(test.logE(totals, 0.2)), totals + " " + prior);
                            double concurrent = test.concurrentLogE(List.of(new SparkDay(x0, t0, x1, t1)), 0.2);
                            assertTrue(Double.isFinite(concurrent), totals.toString());
                        }
                    }
                }
            }
        }
    }

    @Test
    void tempering_equals_fewer_orders_and_clicks_and_weakens_evidence() {
        SparkTotals totals = new SparkTotals(60, 2000, 5, 600);
        SparkTest test = test(SparkSide.DROP, 1);
        assertEquals(test.logE(new SparkTotals(30, 1000, 2.5, 300), 1), test.logE(totals, 0.5), 1e-12);
        assertTrue(test.logE(totals, 0.5) < test.logE(totals, 1));
    }

    @Test
    void a_tight_prior_cannot_win_against_the_robust_minimum() {
        SparkTest tight = SparkTest.drop(1, new GammaPrior(64, 64 / 0.03));
        SparkTotals totals = new SparkTotals(9, 300, 2, 300);
        assertTrue(tight.logE(totals, 1) < tight.plainLogE(totals, 1) - 0.3);
    }

    @Test
    void learned_alternatives_replace_the_weights_and_nothing_else() {
        SparkTest test = SparkTest.drop(1, PRIOR);
        SparkTest learned = test.withAlternative(new RatioPrior(Math.log(0.3), 0.2));
        SparkTotals collapsed = new SparkTotals(60, 2000, 2, 300);
        assertTrue(learned.logE(collapsed, 1) > test.logE(collapsed, 1));
        assertEquals(SparkSide.DROP, learned.side());
        assertEquals(1, learned.ratio());
        assertEquals(PRIOR, learned.prior());
        assertEquals(new RatioPrior(Math.log(0.3), 0.2), learned.alternative());
        assertEquals(0.0, learned.logE(new SparkTotals(60, 2000, 0, 0), 1));
    }

    @Test
    void zero_organic_orders_and_more_orders_than_clicks_are_computable() {
        SparkTest drop = SparkTest.drop(1, PRIOR);
        assertTrue(Double.isFinite(drop.logE(new SparkTotals(0, 0, 0, 150), 1)));
        SparkTotals moreOrdersThanClicks = new SparkTotals(0, 2000, 30, 20);
        assertTrue(drop.logE(moreOrdersThanClicks, 1) < -3);
        assertTrue(SparkTest.hold(0.8, PRIOR).logE(moreOrdersThanClicks, 1) > 10);
    }

    @Test
    void refuses_what_cannot_be_meant() {
        refused("paid orders must be in [0.0, 1.0E12], got -1.0", () -> new SparkTotals(0, 0, -1, 0));
        refused("paid exposure must be in [0.0, 1.0E12], got NaN", () -> new SparkTotals(0, 0, 0, Double.NaN));
        refused("organic orders must be in [0.0, 1.0E12], got Infinity", () -> new SparkTotals(1d / 0, 0, 0, 0));
        refused("organic exposure must be in [0.0, 1.0E12], got -2.0", () -> new SparkTotals(0, -2, 0, 0));
        refused("paid clicks must be in [0.0, 1.0E12], got -3.0", () -> new SparkDay(0, 0, 0, -3));
        refused("ratio must be in [0.01, 100.0], got 0.0", () -> SparkTest.drop(0, PRIOR));
        refused("ratio must be in [0.01, 100.0], got NaN", () -> SparkTest.hold(Double.NaN, PRIOR));
        refused(
                "prior shape must be in [1.0E-9, 1.0E15], got 1.0E16",
                () -> SparkTest.hold(1, new GammaPrior(1e16, 1)));
        refused(
                "prior rate must be in [1.0E-9, 1.0E15], got 1.0E-10",
                () -> SparkTest.drop(1, new GammaPrior(1, 1e-10)));
        SparkTest test = SparkTest.drop(1, PRIOR);
        refused("eta must be in (0.0, 1.0], got 0.0", () -> test.logE(new SparkTotals(0, 0, 0, 0), 0));
        refused("eta must be in (0.0, 1.0], got 1.5", () -> test.concurrentLogE(List.of(), 1.5));
        refused("alpha must be in (0.0, 1.0), got 1.0", () -> SparkTest.threshold(1));
        refused("ratio prior sd must be in [0.01, 2.0], got 0.0", () -> new RatioPrior(0, 0));
        refused("ratio prior centre must be in [-10.0, 10.0], got 11.0", () -> new RatioPrior(11, 1));
    }

    private static void refused(String message, Runnable action) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, action::run).getMessage());
    }

    private static List<SparkDay> days(UniformRandomProvider rng, int count) {
        List<SparkDay> days = new ArrayList<>();
        for (int d = 0; d < count; d++) {
            days.add(new SparkDay(rng.nextInt(9), 50 + rng.nextInt(200), rng.nextInt(6), 50 + rng.nextInt(200)));
        }
        return days;
    }

    private static SparkDay part(SparkDay day, double share) {
        return new SparkDay(
                share * day.organicOrders(),
                share * day.organicClicks(),
                share * day.paidOrders(),
                share * day.paidClicks());
    }

    private static SparkTotals total(List<SparkDay> days) {
        return new SparkTotals(
                days.stream().mapToDouble(SparkDay::organicOrders).sum(),
                days.stream().mapToDouble(SparkDay::organicClicks).sum(),
                days.stream().mapToDouble(SparkDay::paidOrders).sum(),
                days.stream().mapToDouble(SparkDay::paidClicks).sum());
    }
}
