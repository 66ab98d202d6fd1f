package dev.flywheel.core.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ConversionLagTest {

    private final ConversionLag lag = ConversionLag.conversions();

    @Test
    void conversions_mature_over_a_week() {
        double[] expected = {0.60, 0.75, 0.85, 0.90, 0.94, 0.97, 0.99, 1};
        for (int age = 0; age < expected.length; age++) {
            assertEquals(expected[age], lag.seenShare(age));
        }
        assertEquals(1, lag.seenShare(8));
        assertEquals(1, lag.seenShare(Integer.MAX_VALUE));
        assertEquals(0, lag.seenShare(-1));
        assertEquals(7, lag.window());
    }

    @Test
    void refunds_mature_over_forty_five_days_and_slowly_at_first() {
        ConversionLag refunds = ConversionLag.refunds();
        assertEquals(0.02, refunds.seenShare(0));
        assertEquals(0.15, refunds.seenShare(7), 1e-15);
        assertEquals(0.40, refunds.seenShare(14), 1e-15);
        assertEquals((0.15 + 0.40) / 2, (refunds.seenShare(10) + refunds.seenShare(11)) / 2, 1e-15);
        assertTrue(refunds.seenShare(44) < 1);
        assertEquals(1, refunds.seenShare(45));
        assertEquals(45, refunds.window());
        for (int age = 1; age <= 45; age++) {
            assertTrue(refunds.seenShare(age) > refunds.seenShare(age - 1), "age " + age);
        }
    }

    @Test
    void young_clicks_count_for_the_share_of_their_orders_that_can_have_been_seen() {
        assertEquals(
                100 * 0.60 + 200 * 0.75 + 300,
                lag.maturedExposure(new double[] {100, 200, 300, 400}, new int[] {0, 1, 30, -2}),
                1e-12);
        assertEquals(0, lag.maturedExposure(new double[0], new int[0]));
    }

    @Test
    void booking_by_order_day_matures_the_same_total_as_booking_by_click_day() {
        double[] clicks = {100, 40, 0, 250, 90};
        int today = clicks.length - 1;
        double byOrderDay = 0;
        for (int orderDay = 0; orderDay <= today; orderDay++) {
            for (int clickDay = 0; clickDay <= orderDay; clickDay++) {
                int age = orderDay - clickDay;
                byOrderDay += clicks[clickDay] * (lag.seenShare(age) - lag.seenShare(age - 1));
            }
        }
        assertEquals(byOrderDay, lag.maturedExposure(clicks, new int[] {4, 3, 2, 1, 0}), 1e-12);
    }

    @Test
    void a_fitted_curve_is_copied_and_ends_where_it_completes() {
        double[] shares = {0.5, 1, 1};
        ConversionLag fitted = ConversionLag.of(shares);
        shares[0] = 0.1;
        assertEquals(0.5, fitted.seenShare(0));
        assertEquals(1, fitted.window());
        assertEquals(0, ConversionLag.of(1).window());
    }

    @Test
    void a_learned_curve_takes_the_growth_to_come_one_and_a_half_errors_and_one_event_too_large() {
        ChainLadder ladder = ChainLadder.of(new double[][] {{50, 80, 100}});
        ConversionLag learned = ConversionLag.learned(ladder, ConversionLag.of(0.5, 0.8, 1));

        double last = 20 / (100.0 * 100.0);
        double first = 30 / (80.0 * 80.0);
        assertEquals(1 / (1.25 * (1 + 1.5 * Math.sqrt(last)) + 1 / 80.0), learned.seenShare(1), 1e-15);
        assertEquals(1 / (2 * (1 + 1.5 * Math.sqrt(last + first)) + 1 / 50.0), learned.seenShare(0), 1e-15);
        assertEquals(2, learned.window());
    }

    @Test
    void a_link_of_fewer_than_fifty_events_grows_as_usual_and_no_faster() {
        ConversionLag usual = ConversionLag.of(0.5, 0.8, 1);
        double last = 20 / (100.0 * 100.0);
        ConversionLag steep = ConversionLag.learned(ChainLadder.of(new double[][] {{49, 80, 100}}), usual);
        assertEquals(1 / (1.25 * (0.8 / 0.5) * (1 + 1.5 * Math.sqrt(last))), steep.seenShare(0), 1e-15);

        ConversionLag flat = ConversionLag.learned(ChainLadder.of(new double[][] {{49, 80, 80}}), usual);
        assertEquals(1 / (1 + 1 / 80.0), flat.seenShare(1), 1e-15);
        assertEquals(0.5, flat.seenShare(0));
    }

    @Test
    void a_ladder_that_knows_nothing_leaves_the_usual_curve() {
        ConversionLag learned = ConversionLag.learned(ChainLadder.of(new double[0][]), lag);
        assertEquals(lag.window(), learned.window());
        for (int age = 0; age <= lag.window(); age++) {
            assertEquals(lag.seenShare(age), learned.seenShare(age), 1e-15);
        }
    }

    @Test
    void a_learned_curve_never_falls_even_where_an_older_link_is_less_sure() {
        ChainLadder ladder = ChainLadder.of(new double[][] {{50, 50, 50}, {150, 150}});
        ConversionLag learned = ConversionLag.learned(ladder, ConversionLag.of(1));
        assertEquals(1 / 1.02, learned.seenShare(1), 1e-15);
        assertEquals(1 / 1.02, learned.seenShare(0), 1e-15);
    }

    @Test
    void orders_taken_back_do_not_make_a_learned_curve_faster() {
        ConversionLag learned = ConversionLag.learned(ChainLadder.of(new double[][] {{100, 90}}), ConversionLag.of(1));
        assertEquals(1 / 1.01, learned.seenShare(0), 1e-15);
        assertEquals(1, learned.curve().window());
    }

    @Test
    void refuses_curves_that_fall_or_never_complete() {
        refused("seen share at age 1 must be in [0.8, 1.0], got 0.7", () -> ConversionLag.of(0.8, 0.7, 1));
        refused("seen share at age 0 must be in (0.0, 1.0], got 0.0", () -> ConversionLag.of(0, 1));
        refused("seen share at age 0 must be in (0.0, 1.0], got NaN", () -> ConversionLag.of(Double.NaN));
        refused("last seen share must be 1, got 0.9", () -> ConversionLag.of(0.8, 0.9));
        refused("last seen share must be 1, got 0.0", ConversionLag::of);
        refused(
                "exposurePerDay and ages must have the same length, got 1 and 2",
                () -> lag.maturedExposure(new double[1], new int[2]));
        refused(
                "exposure must be in [0.0, 1.0E12], got -5.0",
                () -> lag.maturedExposure(new double[] {-5}, new int[] {0}));
    }

    private static void refused(String message, Runnable action) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, action::run).getMessage());
    }
}
