package dev.flywheel.core.performance;

import static dev.flywheel.core.TestEvidence.USD;
import static dev.flywheel.core.TestEvidence.VIDEO;
import static dev.flywheel.core.TestEvidence.ZONE;
import static dev.flywheel.core.TestEvidence.ads;
import static dev.flywheel.core.TestEvidence.adsAndOrganic;
import static dev.flywheel.core.TestEvidence.day;
import static dev.flywheel.core.TestEvidence.days;
import static dev.flywheel.core.TestEvidence.line;
import static dev.flywheel.core.TestEvidence.shop;
import static dev.flywheel.core.TestEvidence.usd;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.flywheel.core.TestEvidence.Report;
import dev.flywheel.core.content.VideoId;
import dev.flywheel.core.performance.Funnel.Amount;
import dev.flywheel.core.performance.Funnel.Count;
import dev.flywheel.core.performance.OrderLine.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What is known of a video by joining shop reports, ad reports and affiliate order lines. */
class NativeReportsHistoryTest {

    private final PerformanceBook.Builder book = PerformanceBook.builder();
    private final List<Coverage> coverage = new ArrayList<>();
    private Map<VideoId, LocalDate> boostedSince = Map.of();

    private NativeReportsHistoryTest reports(Report... reports) {
        for (Report report : reports) {
            book.record(report.build());
        }
        return this;
    }

    private NativeReportsHistoryTest lines(OrderLine.Builder... lines) {
        for (OrderLine.Builder line : lines) {
            book.record(line.build(), Instant.EPOCH);
        }
        return this;
    }

    private NativeReportsHistoryTest covered(Source source, int first, int last) {
        coverage.add(new Coverage(source, days(first, last)));
        return this;
    }

    private NativeReportsHistoryTest boostedFrom(int day) {
        boostedSince = Map.of(VIDEO, day(day));
        return this;
    }

    private VideoHistory history() {
        return VideoHistories.of(book.build(), coverage, boostedSince, USD, ZONE)
                .get(VIDEO);
    }

    private static RateDay rate(int day, double exposure, double orders) {
        return new RateDay(day(day), exposure, orders);
    }

    private static OrderLine.Builder paidLine(String order, String sku, int day) {
        return line(order, sku, day).shopAdsCommission(usd("3.00"));
    }

    @Nested
    class ShopReportsAlone {

        @Test
        void are_organic_where_no_ads_ran() {
            VideoHistory history = reports(
                            shop(1, 1).views(1_000).clicks(20).orders(2).gmv("60.00"))
                    .history();

            assertEquals(List.of(rate(1, 20, 2)), history.rateDays(Traffic.ORGANIC));
            assertEquals(List.of(), history.rateDays(Traffic.BLENDED));
            assertEquals(List.of(), history.rateDays(Traffic.PAID));
            assertEquals(Source.Booking.ORDER_DAY, history.booking());
            assertFalse(history.spread());
            assertFalse(history.knowsSpend());
            assertEquals(usd("0.00"), history.spendSince(LocalDate.MIN));
        }

        @Test
        void are_spread_evenly_over_their_days() {
            VideoHistory history =
                    reports(shop(1, 4).views(1_000).clicks(20).orders(2)).history();

            assertTrue(history.spread());
            assertEquals(
                    List.of(rate(1, 5, 0.5), rate(2, 5, 0.5), rate(3, 5, 0.5), rate(4, 5, 0.5)),
                    history.rateDays(Traffic.ORGANIC));
            assertEquals(500, history.viewsThrough(day(2)));
            assertEquals(OptionalLong.of(2), history.seen().get(Count.ORDERS));
        }

        @Test
        void count_rates_per_view_where_clicks_are_unknown() {
            VideoHistory history = reports(shop(1, 1).views(1_000).orders(2)).history();

            assertTrue(history.exposureIsViews());
            assertEquals(List.of(rate(1, 1_000, 2)), history.rateDays(Traffic.ORGANIC));
        }

        @Test
        void give_no_rate_where_orders_are_unknown() {
            VideoHistory history = reports(
                            shop(1, 1).views(1_000).clicks(5),
                            shop(2, 2).clicks(7).orders(0))
                    .history();

            assertEquals(List.of(rate(2, 7, 0)), history.rateDays(Traffic.ORGANIC));
            assertEquals(5, history.clicksOfSeenViews());
        }

        @Test
        void of_a_boosted_video_are_not_separable_from_its_first_day_of_ads_on() {
            VideoHistory history = reports(
                            shop(1, 1).clicks(20).orders(2),
                            shop(2, 2).clicks(30).orders(3))
                    .boostedFrom(2)
                    .history();

            assertEquals(List.of(rate(1, 20, 2)), history.rateDays(Traffic.ORGANIC));
            assertEquals(List.of(rate(2, 30, 3)), history.rateDays(Traffic.BLENDED));
        }
    }

    @Nested
    class AdReports {

        @Test
        void make_the_shops_day_inseparable_when_they_count_clicks() {
            VideoHistory history = reports(
                            shop(1, 1).clicks(20).orders(2),
                            shop(2, 2).clicks(30).orders(3),
                            ads(1, 1).clicks(0).spend("0.00"),
                            ads(2, 2).clicks(10).spend("7.00"),
                            adsAndOrganic(2, 2).orders(3).gmv("90.00"))
                    .history();

            assertEquals(List.of(rate(1, 20, 2)), history.rateDays(Traffic.ORGANIC));
            assertEquals(List.of(rate(2, 30, 3)), history.rateDays(Traffic.BLENDED));
            assertEquals(List.of(), history.rateDays(Traffic.PAID));
            assertEquals(Optional.of(usd("7.00")), history.seen().get(Amount.SPEND));
            assertEquals(OptionalLong.of(5), history.seen().get(Count.ORDERS));
        }

        @Test
        void that_do_not_know_their_clicks_make_the_day_inseparable() {
            VideoHistory history = reports(
                            shop(1, 1).clicks(20).orders(2), ads(1, 1).spend("7.00"))
                    .history();

            assertEquals(List.of(), history.rateDays(Traffic.ORGANIC));
            assertEquals(List.of(rate(1, 20, 2)), history.rateDays(Traffic.BLENDED));
        }

        @Test
        void that_stop_leave_the_days_after_them_inseparable() {
            reports(
                    shop(1, 1).clicks(20).orders(2),
                    shop(2, 2).clicks(30).orders(3),
                    shop(3, 3).clicks(40).orders(4),
                    ads(2, 2).clicks(10).spend("7.00"));
            VideoHistory unknown = history();
            VideoHistory known = covered(Source.GMV_MAX_CREATIVE, 1, 3).history();

            assertEquals(List.of(rate(1, 20, 2)), unknown.rateDays(Traffic.ORGANIC));
            assertEquals(List.of(rate(2, 30, 3), rate(3, 40, 4)), unknown.rateDays(Traffic.BLENDED));
            assertEquals(List.of(rate(1, 20, 2), rate(3, 40, 4)), known.rateDays(Traffic.ORGANIC));
            assertEquals(List.of(rate(2, 30, 3)), known.rateDays(Traffic.BLENDED));
        }

        @Test
        void of_a_boosted_day_without_a_click_mean_that_no_ads_ran_then() {
            VideoHistory history = reports(shop(1, 1).clicks(20).orders(2))
                    .boostedFrom(1)
                    .covered(Source.GMV_MAX_CREATIVE, 1, 1)
                    .history();

            assertEquals(List.of(rate(1, 20, 2)), history.rateDays(Traffic.ORGANIC));
        }

        @Test
        void of_which_nothing_can_be_read_are_unknown_also_where_all_ads_are_listed() {
            VideoHistory history = reports(shop(1, 1).clicks(20).orders(2), ads(1, 1))
                    .covered(Source.GMV_MAX_CREATIVE, 1, 1)
                    .history();

            assertEquals(List.of(), history.rateDays(Traffic.ORGANIC));
            assertEquals(List.of(rate(1, 20, 2)), history.rateDays(Traffic.BLENDED));
        }

        @Test
        void that_straddle_a_day_count_in_proportion_to_their_days() {
            VideoHistory history = reports(
                            ads(1, 7).clicks(70).spend("70.07"),
                            ads(8, 8).clicks(10).spend("9.00"),
                            ads(9, 9).clicks(10))
                    .history();

            assertEquals(usd("79.07"), history.spendSince(day(1)));
            assertEquals(usd("79.07"), history.spendSince(LocalDate.MIN));
            assertEquals(usd("39.03"), history.spendSince(day(5)));
            assertEquals(usd("9.00"), history.spendSince(day(8)));
            assertEquals(usd("0.00"), history.spendSince(day(9)));
            assertTrue(history.knowsSpend());
        }
    }

    @Nested
    class OrderLines {

        @Test
        void tell_paid_from_organic_orders_and_the_difference_of_clicks_is_organic() {
            VideoHistory history = reports(
                            shop(1, 1).clicks(50).orders(9),
                            ads(1, 1).clicks(30).spend("20.00"))
                    .lines(line("o1", "s", 1), paidLine("o2", "s", 1), paidLine("o3", "s", 1))
                    .covered(Source.AFFILIATE_ORDERS, 1, 1)
                    .history();

            assertEquals(List.of(rate(1, 20, 1)), history.rateDays(Traffic.ORGANIC));
            assertEquals(List.of(rate(1, 30, 2)), history.rateDays(Traffic.PAID));
            assertEquals(List.of(), history.rateDays(Traffic.BLENDED));
            assertEquals(OptionalLong.of(9), history.seen().get(Count.ORDERS));
        }

        @Test
        void take_paid_clicks_from_the_shops_whole_period() {
            VideoHistory history = reports(
                            shop(1, 4).clicks(100).orders(4),
                            ads(1, 1).clicks(60),
                            ads(2, 2).clicks(0),
                            ads(3, 3).clicks(0),
                            ads(4, 4).clicks(0))
                    .lines(line("o1", "s", 2))
                    .covered(Source.AFFILIATE_ORDERS, 1, 4)
                    .history();

            assertEquals(
                    List.of(rate(1, 10, 0), rate(2, 10, 1), rate(3, 10, 0), rate(4, 10, 0)),
                    history.rateDays(Traffic.ORGANIC));
            assertEquals(
                    List.of(rate(1, 60, 0), rate(2, 0, 0), rate(3, 0, 0), rate(4, 0, 0)),
                    history.rateDays(Traffic.PAID),
                    "days without a paid click can still bring late paid orders");
        }

        @Test
        void never_leave_less_than_no_organic_clicks() {
            VideoHistory history = reports(
                            shop(1, 1).clicks(10).orders(1), ads(1, 1).clicks(30))
                    .lines(line("o1", "s", 1))
                    .covered(Source.AFFILIATE_ORDERS, 1, 1)
                    .history();

            assertEquals(List.of(rate(1, 0, 1)), history.rateDays(Traffic.ORGANIC));
        }

        @Test
        void separate_nothing_on_a_boosted_day_without_an_ad_report() {
            VideoHistory history = reports(shop(1, 1).clicks(50).orders(9))
                    .lines(line("o1", "s", 1), paidLine("o2", "s", 1))
                    .covered(Source.AFFILIATE_ORDERS, 1, 1)
                    .boostedFrom(1)
                    .history();

            assertEquals(List.of(), history.rateDays(Traffic.ORGANIC));
            assertEquals(List.of(), history.rateDays(Traffic.PAID));
            assertEquals(List.of(rate(1, 50, 9)), history.rateDays(Traffic.BLENDED));
        }

        @Test
        void betray_ads_that_nobody_recorded() {
            VideoHistory history = reports(
                            shop(1, 1).clicks(20).orders(1),
                            shop(2, 2).clicks(50).orders(9))
                    .lines(line("o1", "s", 1), paidLine("o2", "s", 2))
                    .covered(Source.AFFILIATE_ORDERS, 1, 2)
                    .history();

            assertEquals(List.of(rate(1, 20, 1)), history.rateDays(Traffic.ORGANIC));
            assertEquals(List.of(rate(2, 50, 9)), history.rateDays(Traffic.BLENDED));
            assertEquals(List.of(), history.rateDays(Traffic.PAID));
        }

        @Test
        void count_a_paid_order_that_comes_after_the_last_paid_click() {
            VideoHistory history = reports(ads(1, 1).clicks(30))
                    .lines(paidLine("o1", "s", 2))
                    .covered(Source.AFFILIATE_ORDERS, 1, 2)
                    .covered(Source.GMV_MAX_CREATIVE, 1, 2)
                    .history();

            assertEquals(List.of(rate(1, 30, 0), rate(2, 0, 1)), history.rateDays(Traffic.PAID));
        }

        @Test
        void outside_of_what_an_export_covers_say_nothing() {
            VideoHistory history = reports(
                            shop(1, 1).clicks(50).orders(9),
                            shop(2, 2).clicks(40).orders(0))
                    .lines(line("o1", "s", 2))
                    .covered(Source.AFFILIATE_ORDERS, 2, 2)
                    .history();

            assertEquals(List.of(rate(1, 50, 9), rate(2, 40, 1)), history.rateDays(Traffic.ORGANIC));
        }

        @Test
        void absent_on_a_covered_day_are_no_orders() {
            VideoHistory history = reports(
                            shop(1, 1).clicks(50).orders(1), shop(2, 2).clicks(40))
                    .lines(line("o1", "s", 1))
                    .covered(Source.AFFILIATE_ORDERS, 1, 2)
                    .history();

            assertEquals(List.of(rate(1, 50, 1), rate(2, 40, 0)), history.rateDays(Traffic.ORGANIC));
        }

        @Test
        void that_name_no_order_of_a_video_that_sells_do_not_carry_it() {
            VideoHistory history = reports(shop(1, 1).clicks(50).orders(9))
                    .covered(Source.AFFILIATE_ORDERS, 1, 1)
                    .history();

            assertEquals(List.of(rate(1, 50, 9)), history.rateDays(Traffic.ORGANIC));
        }

        @Test
        void that_do_not_say_their_traffic_leave_their_day_inseparable() {
            OrderLine.Builder silent = OrderLine.builder(
                            "o2", "s", day(1).atTime(12, 0).atZone(ZONE).toInstant())
                    .video(VIDEO)
                    .paid(usd("30.00"));
            VideoHistory history = reports(
                            shop(1, 1).clicks(50).orders(9),
                            ads(1, 1).clicks(30),
                            shop(2, 2).clicks(20).orders(9),
                            ads(2, 2).clicks(0))
                    .lines(line("o1", "s", 1), silent, line("o3", "s", 2))
                    .covered(Source.AFFILIATE_ORDERS, 1, 2)
                    .history();

            assertEquals(List.of(rate(1, 50, 9)), history.rateDays(Traffic.BLENDED));
            assertEquals(List.of(rate(2, 20, 1)), history.rateDays(Traffic.ORGANIC));
        }

        @Test
        void of_one_order_count_once_and_one_ads_commission_makes_it_paid() {
            VideoHistory history = reports(
                            shop(1, 1).clicks(50).orders(9), ads(1, 1).clicks(30))
                    .lines(line("o1", "a", 1), paidLine("o1", "b", 1), line("o2", "a", 1), line("o2", "b", 1))
                    .covered(Source.AFFILIATE_ORDERS, 1, 1)
                    .history();

            assertEquals(List.of(rate(1, 20, 1)), history.rateDays(Traffic.ORGANIC));
            assertEquals(List.of(rate(1, 30, 1)), history.rateDays(Traffic.PAID));
        }

        @Test
        void leave_out_what_was_void_or_a_sample() {
            VideoHistory history = reports(shop(1, 1).clicks(50).orders(9))
                    .lines(
                            line("o1", "s", 1),
                            line("o2", "s", 1).status(Status.VOID),
                            line("o3", "s", 1).paid(usd("0.00")))
                    .covered(Source.AFFILIATE_ORDERS, 1, 1)
                    .history();

            assertEquals(List.of(rate(1, 50, 1)), history.rateDays(Traffic.ORGANIC));
        }

        @Test
        void belong_to_the_day_of_the_brands_zone() {
            OrderLine.Builder late = OrderLine.builder("o1", "s", Instant.parse("2026-11-02T07:59:59Z"))
                    .video(VIDEO)
                    .paid(usd("30.00"))
                    .shopAdsCommission(usd("0.00"));
            VideoHistory history = reports(
                            shop(1, 1).clicks(50).orders(1),
                            shop(2, 2).clicks(40).orders(0))
                    .lines(late)
                    .covered(Source.AFFILIATE_ORDERS, 1, 2)
                    .history();

            assertEquals(List.of(rate(1, 50, 1), rate(2, 40, 0)), history.rateDays(Traffic.ORGANIC));
        }

        @Test
        void set_against_views_where_clicks_are_unknown() {
            VideoHistory history = reports(shop(1, 1).views(1_000).orders(9))
                    .lines(line("o1", "s", 1))
                    .covered(Source.AFFILIATE_ORDERS, 1, 1)
                    .history();

            assertTrue(history.exposureIsViews());
            assertEquals(List.of(rate(1, 1_000, 1)), history.rateDays(Traffic.ORGANIC));
        }

        @Test
        void alone_give_totals_of_sales_and_no_rates() {
            VideoHistory history = lines(
                            line("o1", "a", 1).quantity(2),
                            line("o1", "b", 1).refunded(true).quantity(3),
                            line("o2", "a", 2).status(Status.VOID),
                            paidLine("o3", "a", 3))
                    .covered(Source.AFFILIATE_ORDERS, 1, 3)
                    .history();

            assertEquals(OptionalLong.of(2), history.seen().get(Count.ORDERS));
            assertEquals(OptionalLong.of(6), history.seen().get(Count.ITEMS));
            assertEquals(OptionalLong.of(3), history.seen().get(Count.REFUNDED_ITEMS));
            assertEquals(Optional.of(usd("90.00")), history.seen().get(Amount.GMV));
            assertEquals(Optional.of(usd("13.50")), history.seen().get(Amount.COMMISSION));
            assertEquals(OptionalLong.empty(), history.seen().get(Count.VIEWS));
            assertEquals(List.of(), history.rateDays(Traffic.ORGANIC));
            assertEquals(List.of(), history.rateDays(Traffic.BLENDED));
            assertEquals(List.of(), history.rateDays(Traffic.PAID));
        }

        @Test
        void fill_what_the_shop_does_not_know() {
            VideoHistory history = reports(shop(1, 1).views(1_000).clicks(50).orders(9))
                    .lines(line("o1", "s", 1))
                    .history();

            assertEquals(OptionalLong.of(9), history.seen().get(Count.ORDERS));
            assertEquals(Optional.of(usd("30.00")), history.seen().get(Amount.GMV));
        }
    }
}
