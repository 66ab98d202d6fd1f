package dev.flywheel.core.adtest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.flywheel.core.Portfolio;
import dev.flywheel.core.adtest.AdTestEvidence.Day;
import dev.flywheel.core.adtest.AdTestEvidence.Mixed;
import dev.flywheel.core.adtest.AdTestEvidence.Side;
import dev.flywheel.core.performance.LagCurve;
import dev.flywheel.core.program.Policy;
import dev.flywheel.core.winner.RateBelief;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

class FormChoiceTest {

    private static final LocalDate START = LocalDate.of(2026, 11, 1);
    private static final AdTestPlan PLAN = AdTestPlan.of(
            new AdTestStart(Portfolio.video(1), START, Portfolio.usd("50"), AdTestStart.Kind.SPARK_AD),
            new RateBelief(4, 133),
            Policy.defaults(),
            PastTests.NONE,
            1,
            AdTestOffer.UNKNOWN,
            null);

    private static FormChoice choice(boolean spread, int days, IntFunction<Day> day) {
        List<Day> all = new ArrayList<>();
        for (int d = 0; d < days; d++) {
            all.add(day.apply(d));
        }
        return FormChoice.of(
                PLAN,
                new AdTestEvidence(START.plusDays(days - 1L), Side.NOTHING, all, LagCurve.USUAL_ORDERS, spread, false),
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
    void views_are_not_compared_with_clicks() {
        AdTestEvidence views = new AdTestEvidence(START, Side.NOTHING, List.of(), LagCurve.USUAL_ORDERS, false, true);
        assertEquals(
                "no report knows the clicks of this video",
                FormChoice.of(PLAN, views, 3).missing());
    }
}
