package dev.flywheel.core.performance;

import static dev.flywheel.core.TestEvidence.CREAM;
import static dev.flywheel.core.TestEvidence.SERUM;
import static dev.flywheel.core.TestEvidence.USD;
import static dev.flywheel.core.TestEvidence.VIDEO;
import static dev.flywheel.core.TestEvidence.ZONE;
import static dev.flywheel.core.TestEvidence.daily;
import static dev.flywheel.core.TestEvidence.day;
import static dev.flywheel.core.TestEvidence.shop;
import static dev.flywheel.core.TestEvidence.usd;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.flywheel.core.TestEvidence.Report;
import dev.flywheel.core.performance.Funnel.Amount;
import dev.flywheel.core.performance.Funnel.Count;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is known of a video from the brand's own daily funnel. */
class DailyFunnelHistoryTest {

    private static VideoHistory history(Report... reports) {
        PerformanceBook.Builder book = PerformanceBook.builder();
        for (Report report : reports) {
            book.record(report.build());
        }
        return VideoHistories.of(book.build(), List.of(), Map.of(), USD, ZONE).get(VIDEO);
    }

    @Test
    void keeps_organic_and_paid_apart() {
        VideoHistory history = history(
                daily(1, Traffic.ORGANIC).views(1_000).clicks(20).orders(1).gmv("30.00"),
                daily(1, Traffic.PAID)
                        .views(500)
                        .clicks(40)
                        .orders(2)
                        .gmv("60.00")
                        .spend("25.00"),
                daily(2, Traffic.ORGANIC).views(900).clicks(10).orders(0).gmv("0.00"));

        assertEquals(
                List.of(new RateDay(day(1), 20, 1), new RateDay(day(2), 10, 0)), history.rateDays(Traffic.ORGANIC));
        assertEquals(List.of(new RateDay(day(1), 40, 2)), history.rateDays(Traffic.PAID));
        assertEquals(List.of(), history.rateDays(Traffic.BLENDED));
        assertEquals(OptionalLong.of(3), history.seen().get(Count.ORDERS));
        assertEquals(OptionalLong.of(2_400), history.seen().get(Count.VIEWS));
        assertEquals(Optional.of(usd("90.00")), history.seen().get(Amount.GMV));
        assertEquals(1_500, history.viewsThrough(day(1)));
        assertEquals(2_400, history.viewsThrough(day(9)));
        assertEquals(0, history.viewsThrough(day(0)));
        assertEquals(usd("25.00"), history.spendSince(day(1)));
        assertTrue(history.knowsSpend());
        assertFalse(history.spread());
        assertFalse(history.exposureIsViews());
        assertEquals(Source.Booking.CLICK_DAY, history.booking());
        assertEquals(VIDEO, history.video());
    }

    @Test
    void pairs_clicks_with_views_of_the_same_organic_days_only() {
        VideoHistory history = history(
                daily(1, Traffic.ORGANIC).views(1_000).clicks(20).orders(1),
                daily(2, Traffic.ORGANIC).views(700).orders(1),
                daily(3, Traffic.ORGANIC).clicks(30).orders(1),
                daily(4, Traffic.ORGANIC).views(0).clicks(5),
                daily(1, Traffic.PAID).views(500).clicks(40).orders(2));

        assertEquals(20, history.clicksOfSeenViews());
        assertEquals(1_000, history.viewsOfSeenClicks());
    }

    @Test
    void day_with_an_unknown_cell_is_no_rate_day_and_never_zero() {
        VideoHistory history = history(
                daily(1, Traffic.ORGANIC).clicks(20),
                daily(2, Traffic.ORGANIC).orders(1),
                daily(3, Traffic.ORGANIC).clicks(30).orders(2));

        assertEquals(List.of(new RateDay(day(3), 30, 2)), history.rateDays(Traffic.ORGANIC));
        assertEquals(OptionalLong.of(3), history.seen().get(Count.ORDERS));
        assertEquals(OptionalLong.of(50), history.seen().get(Count.CLICKS));
        assertEquals(OptionalLong.empty(), history.seen().get(Count.VIEWS));
        assertEquals(Optional.empty(), history.seen().get(Amount.GMV));
        assertFalse(history.knowsSpend());
    }

    @Test
    void counts_rates_per_view_where_no_clicks_are_known() {
        VideoHistory history = history(
                daily(1, Traffic.ORGANIC).views(1_000).orders(2),
                daily(2, Traffic.ORGANIC).views(500));

        assertTrue(history.exposureIsViews());
        assertEquals(List.of(new RateDay(day(1), 1_000, 2)), history.rateDays(Traffic.ORGANIC));
        assertEquals(0, history.clicksOfSeenViews());
    }

    @Test
    void blended_days_are_what_could_not_be_told_apart() {
        VideoHistory history =
                history(daily(1, Traffic.BLENDED).views(1_000).clicks(20).orders(1));

        assertEquals(List.of(new RateDay(day(1), 20, 1)), history.rateDays(Traffic.BLENDED));
        assertEquals(List.of(), history.rateDays(Traffic.ORGANIC));
        assertEquals(20, history.clicksOfSeenViews());
        assertEquals(1_000, history.viewsOfSeenClicks());
    }

    @Test
    void blended_total_beside_its_parts_is_not_counted_again() {
        VideoHistory history = history(
                daily(1, Traffic.ORGANIC).views(1_000).clicks(20).orders(1),
                daily(1, Traffic.PAID).views(500).clicks(40).orders(2).spend("25.00"),
                daily(1, Traffic.BLENDED).views(1_500).clicks(60).orders(3),
                daily(2, Traffic.BLENDED).views(100).clicks(6).orders(1));

        assertEquals(List.of(new RateDay(day(1), 20, 1)), history.rateDays(Traffic.ORGANIC));
        assertEquals(List.of(new RateDay(day(1), 40, 2)), history.rateDays(Traffic.PAID));
        assertEquals(List.of(new RateDay(day(2), 6, 1)), history.rateDays(Traffic.BLENDED));
        assertEquals(OptionalLong.of(4), history.seen().get(Count.ORDERS));
        assertEquals(OptionalLong.of(66), history.seen().get(Count.CLICKS));
        assertEquals(OptionalLong.of(1_600), history.seen().get(Count.VIEWS));
        assertEquals(Optional.of(usd("25.00")), history.seen().get(Amount.SPEND));
        assertEquals(1_600, history.viewsThrough(day(2)));
        assertEquals(26, history.clicksOfSeenViews());
    }

    @Test
    void is_believed_where_the_shop_reports_too() {
        VideoHistory history = history(
                daily(1, Traffic.ORGANIC).clicks(20).orders(1),
                shop(1, 7).clicks(999).orders(99));

        assertEquals(OptionalLong.of(1), history.seen().get(Count.ORDERS));
        assertEquals(List.of(new RateDay(day(1), 20, 1)), history.rateDays(Traffic.ORGANIC));
    }

    @Test
    void adds_products_up_but_counts_their_common_views_once() {
        VideoHistory history = history(
                daily(1, Traffic.ORGANIC).of(SERUM).views(1_000).clicks(20).orders(1),
                daily(1, Traffic.ORGANIC).of(CREAM).views(1_000).clicks(5).orders(2));

        assertEquals(List.of(new RateDay(day(1), 25, 3)), history.rateDays(Traffic.ORGANIC));
        assertEquals(1_000, history.viewsThrough(day(1)));
        assertEquals(OptionalLong.of(1_000), history.seen().get(Count.VIEWS));
        assertEquals(1_000, history.viewsOfSeenClicks());
        assertEquals(25, history.clicksOfSeenViews());
    }

    @Test
    void product_whose_orders_are_unknown_makes_the_days_orders_unknown() {
        VideoHistory history = history(
                daily(1, Traffic.ORGANIC).of(SERUM).clicks(20).orders(1),
                daily(1, Traffic.ORGANIC).of(CREAM).clicks(5));

        assertEquals(List.of(), history.rateDays(Traffic.ORGANIC));
    }

    @Test
    void row_of_the_whole_video_is_not_added_to_its_products() {
        VideoHistory history = history(
                daily(1, Traffic.ORGANIC).clicks(25).orders(3),
                daily(1, Traffic.ORGANIC).of(SERUM).clicks(20).orders(1),
                daily(1, Traffic.ORGANIC).of(CREAM).clicks(5).orders(2));

        assertEquals(List.of(new RateDay(day(1), 25, 3)), history.rateDays(Traffic.ORGANIC));
        assertEquals(OptionalLong.of(3), history.seen().get(Count.ORDERS));
    }

    @Test
    void cannot_be_changed_from_outside() {
        VideoHistory history = history(daily(1, Traffic.ORGANIC).clicks(20).orders(1));

        assertThrows(
                UnsupportedOperationException.class,
                () -> history.rateDays(Traffic.ORGANIC).clear());
        assertThrows(
                UnsupportedOperationException.class,
                () -> VideoHistories.of(PerformanceBook.builder().build(), List.of(), Map.of(), USD, ZONE)
                        .clear());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void says_the_same_whatever_the_order_of_rows(long seed) {
        Random random = new Random(seed);
        List<Report> rows = new ArrayList<>();
        for (int day = 1; day <= 20; day++) {
            for (Traffic traffic : Traffic.values()) {
                Report row = daily(day, traffic).views(random.nextInt(1_000));
                rows.add(
                        random.nextInt(5) == 0
                                ? row
                                : row.clicks(random.nextInt(50)).orders(random.nextInt(4)));
            }
        }
        VideoHistory expected = history(rows.toArray(Report[]::new));
        Collections.shuffle(rows, random);
        VideoHistory shuffled = history(rows.toArray(Report[]::new));

        assertEquals(expected.seen(), shuffled.seen());
        for (Traffic traffic : Traffic.values()) {
            assertEquals(expected.rateDays(traffic), shuffled.rateDays(traffic));
        }
        assertEquals(expected.viewsThrough(day(11)), shuffled.viewsThrough(day(11)));
        assertEquals(expected.clicksOfSeenViews(), shuffled.clicksOfSeenViews());
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 20);
    }
}
