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
