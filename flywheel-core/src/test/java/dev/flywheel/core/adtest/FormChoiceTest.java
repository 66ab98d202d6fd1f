package dev.flywheel.core.adtest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.flywheel.core.Portfolio;
import dev.flywheel.core.adtest.AdTestEvidence.Day;
import dev.flywheel.core.adtest.AdTestEvidence.Mixed;
import dev.flywheel.core.adtest.AdTestEvidence.Side;
import dev.flywheel.core.performance.LagCurve;
import dev.flywheel.core.program.Policy;
import dev.flywheel.core.stats.SparkDay;
import dev.flywheel.core.stats.SparkEvidence;
import dev.flywheel.core.stats.SparkMix;
import dev.flywheel.core.stats.SparkTotals;
import dev.flywheel.core.winner.RateBelief;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

class FormChoiceTest {

    private static final LocalDate START = LocalDate.of(2026, 11, 1);
    private static final AdTestPlan PLAN = plan(new RateBelief(4, 133), new DayNoiseBelief(1, 0));

    private static AdTestPlan plan(RateBelief prior, DayNoiseBelief noise) {
        return AdTestPlan.of(
                new AdTestStart(Portfolio.video(1), START, Portfolio.usd("50"), AdTestStart.Kind.SPARK_AD),
                prior,
                Policy.defaults(),
                PastTests.NONE,
                noise,
                AdTestOffer.UNKNOWN,
                null);
    }

    private static FormChoice choice(boolean spread, int days, IntFunction<Day> day) {
        List<Day> all = new ArrayList<>();
        for (int d = 0; d < days; d++) {
            all.add(day.apply(d));
        }
        return FormChoice.of(
                PLAN,
                new AdTestEvidence(
                        START.plusDays(days - 1L), Side.NOTHING, 0, all, LagCurve.USUAL_ORDERS, spread, false),
                3);
    }

    private static Day apart(int d, double organic, double paid, double orders) {
        return new Day(
                START.plusDays(d), new Side(organic, organic, orders), new Side(paid, paid, orders), false, null);
    }

    @Test
    void enough_organic_clicks_on_every_day_are_set_side_by_side() {
        assertEquals(
                AdTestForm.CONCURRENT,
                choice(false, 9, d -> apart(d, 75, 150, 3)).form());
    }

    @Test
    void few_organic_clicks_from_the_start_let_the_baseline_grow() {
        assertEquals(
                AdTestForm.GROWING_BASELINE,
                choice(false, 9, d -> apart(d, 74, 150, 3)).form());
        assertEquals(
                AdTestForm.GROWING_BASELINE,
                choice(true, 9, d -> apart(d, 150, 150, 3)).form(),
                "spread clicks are no days");
    }

    @Test
    void once_organic_clicks_are_too_few_over_three_days_the_baseline_grows_for_good() {
        FormChoice choice = choice(false, 9, d -> apart(d, d == 3 || d == 4 ? 0 : 150, 150, 3));

        // Days 2, 3 and 4 bring 150 organic clicks and 450 paid ones.
        assertEquals(new FormChoice(AdTestForm.CONCURRENT_THEN_GROWING, START.plusDays(4), null), choice);
    }

    @Test
    void orders_never_choose() {
        for (double orders : new double[] {0, 3, 150}) {
            assertEquals(
                    choice(false, 9, d -> apart(d, d < 5 ? 100 : 10, 150, 3)),
                    choice(false, 9, d -> apart(d, d < 5 ? 100 : 10, 150, orders)));
        }
    }

    @Test
    void organic_clicks_that_cannot_be_told_apart_fix_the_baseline() {
        Side paid = new Side(150, 150, 3);
        assertEquals(
                AdTestForm.FIXED_BASELINE,
                choice(false, 9, d -> new Day(START.plusDays(d), null, paid, true, null))
                        .form());
    }

    @Test
    void blended_orders_are_judged_when_each_arms_clicks_are_known_and_refused_when_not() {
        Mixed mixed = new Mixed(100, 100, 150, 150, 7);
        assertEquals(
                AdTestForm.BLENDED,
                choice(false, 9, d -> new Day(START.plusDays(d), null, null, true, mixed))
                        .form());
        FormChoice refused =
                choice(false, 9, d -> new Day(START.plusDays(d), null, null, true, d % 3 == 0 ? null : mixed));
        assertEquals("orders of 9 days since 2026-11-01 are reported for organic and paid together", refused.missing());
    }

    @Test
    void a_day_counts_the_less_in_a_total_the_more_orders_were_to_be_expected_of_it() {
        AdTestPlan swinging = plan(new RateBelief(4, 100), new DayNoiseBelief(1.5, 0.2));
        // 100 orders on 10 days before: 10 a day, a ratio of 1 + .2 x 10 = 3, twice that of all videos.
        // The rate is 104 / 2,100, so 210 paid clicks promise 10.4 orders and 40 organic ones 2.
        AdTestEvidence seen = new AdTestEvidence(
                START,
                new Side(2_000, 2_000, 100),
                10,
                List.of(new Day(START, new Side(40, 40, 1), new Side(210, 210, 7), false, null)),
                LagCurve.USUAL_ORDERS,
                false,
                false);
        double paid = 1.5 / (1 + 0.2 * 10.4);

        SparkTotals totals =
                new FormChoice(AdTestForm.GROWING_BASELINE, null, null).totals(swinging, seen, seen.days());

        assertEquals(0.5 * 100 + 1, totals.organicOrders(), 1e-9);
        assertEquals(0.5 * 2_000 + 40, totals.organicExposure(), 1e-9);
        assertEquals(paid * 7, totals.paidOrders(), 1e-9);
        assertEquals(paid * 210, totals.paidExposure(), 1e-9);
        SparkEvidence together = new FormChoice(AdTestForm.CONCURRENT, null, null).evidence(swinging, seen, START);
        assertEquals(List.of(new SparkDay(1, 40, 7, 210)), together.sideBySide(), "a payday meets both arms");
    }

    @Test
    void blended_days_weigh_as_much_as_their_orders_let_them() {
        AdTestPlan swinging = plan(new RateBelief(4, 40), new DayNoiseBelief(1, 0.1));
        Mixed mixed = new Mixed(60, 60, 40, 40, 7);
        AdTestEvidence seen = new AdTestEvidence(
                START,
                Side.NOTHING,
                0,
                List.of(new Day(START, null, null, true, mixed)),
                LagCurve.USUAL_ORDERS,
                false,
                false);
        FormChoice choice = new FormChoice(AdTestForm.BLENDED, null, null);
        // 100 clicks at a rate of one in ten promise 10 orders: a ratio of 2.
        assertEquals(List.of(new SparkMix(3.5, 30, 20)), choice.mixed(swinging, seen, seen.days()));
    }

    @Test
    void views_are_not_compared_with_clicks() {
        AdTestEvidence views =
                new AdTestEvidence(START, Side.NOTHING, 0, List.of(), LagCurve.USUAL_ORDERS, false, true);
        assertEquals(
                "no report knows the clicks of this video",
                FormChoice.of(PLAN, views, 3).missing());
    }
}
