package dev.flywheel.core.performance;

import static dev.flywheel.core.TestEvidence.ANNA;
import static dev.flywheel.core.TestEvidence.CREAM;
import static dev.flywheel.core.TestEvidence.SERUM;
import static dev.flywheel.core.TestEvidence.VIDEO;
import static dev.flywheel.core.TestEvidence.ads;
import static dev.flywheel.core.TestEvidence.adsAndOrganic;
import static dev.flywheel.core.TestEvidence.creators;
import static dev.flywheel.core.TestEvidence.daily;
import static dev.flywheel.core.TestEvidence.days;
import static dev.flywheel.core.TestEvidence.shop;
import static dev.flywheel.core.TestEvidence.video;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.flywheel.core.TestEvidence.Report;
import dev.flywheel.core.content.VideoId;
import dev.flywheel.core.performance.Finding.Kind;
import dev.flywheel.core.performance.Funnel.Amount;
import dev.flywheel.core.roster.CreatorId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReconciliationTest {

    private static final VideoId SECOND = video(2);
    private static final Map<VideoId, CreatorId> BOTH_BY_ANNA = Map.of(VIDEO, ANNA, SECOND, ANNA);

    /** What is found besides the overlaps that a case needs to make its point. */
    private static List<Finding> check(Report... reports) {
        return checkAll(reports).stream()
                .filter(finding -> finding.kind() != Kind.PERIODS_OVERLAP)
                .toList();
    }

    private static List<Finding> checkAll(Report... reports) {
        return Reconciliation.check(book(List.of(reports)), List.of(), BOTH_BY_ANNA, List.of());
    }

    private static PerformanceBook book(List<Report> reports) {
        PerformanceBook.Builder book = PerformanceBook.builder();
        reports.forEach(report -> book.record(report.build()));
        return book.build();
    }

    @Nested
    class VideosAgainstCreators {

        private Finding differs(String videos, String creator) {
            return new Finding(
                    Kind.TOTALS_DIFFER,
                    "creator anna",
                    "videos add up to " + videos + " USD in 2026-11-01..2026-11-07 but the creator report says "
                            + creator + " USD",
                    "Export both reports again for the same period; a missing or restated file is the usual cause.");
        }

        @Test
        void agree_when_the_videos_add_up() {
            assertEquals(
                    List.of(),
                    check(
                            shop(1, 7).gmv("60.00"),
                            shop(1, 7).of(SECOND).gmv("40.00"),
                            creators(1, 7).gmv("500.00").amount(Amount.VIDEO_GMV, "100.00")));
        }

        @Test
        void differ_in_either_direction() {
            assertEquals(
                    List.of(differs("160.00", "100.00")),
                    check(
                            shop(1, 7).gmv("120.00"),
                            shop(1, 7).of(SECOND).gmv("40.00"),
                            creators(1, 7).amount(Amount.VIDEO_GMV, "100.00")));
            assertEquals(
                    List.of(differs("60.00", "100.00")),
                    check(shop(1, 7).gmv("60.00"), creators(1, 7).amount(Amount.VIDEO_GMV, "100.00")));
        }

        @ParameterizedTest
        @CsvSource({
            "100.00, 105.00, false",
            "100.00, 105.01, true",
            "100.10, 95.10, false",
            "100.11, 95.10, true",
            "0.10, 5.10, false",
            "0.10, 5.11, true",
            "1020.00, 1000.00, false",
            "1020.01, 1000.00, true",
            "1000.00, 1020.00, false",
            "1000.00, 1020.01, true"
        })
        void may_differ_by_two_percent_or_five_units_to_the_cent(String videos, String creator, boolean broken) {
            assertEquals(
                    broken ? List.of(differs(videos, creator)) : List.of(),
                    check(shop(1, 7).gmv(videos), creators(1, 7).amount(Amount.VIDEO_GMV, creator)));
        }

        @Test
        void may_add_up_to_less_than_a_total_that_holds_lives_and_showcases_too() {
            assertEquals(
                    List.of(), check(shop(1, 7).gmv("60.00"), creators(1, 7).gmv("100.00")));
            assertEquals(
                    List.of(differs("110.00", "100.00")),
                    check(shop(1, 7).gmv("110.00"), creators(1, 7).gmv("100.00")));
        }

        @Test
        void are_compared_over_the_same_period_only() {
            assertEquals(
                    List.of(), check(shop(1, 6).gmv("60.00"), creators(1, 7).amount(Amount.VIDEO_GMV, "100.00")));
            assertEquals(
                    List.of(), check(shop(1, 7).gmv("60.00"), creators(1, 7).orders(9)));
        }

        @Test
        void are_compared_over_a_period_that_days_of_one_video_overlap() {
            assertEquals(
                    List.of(),
                    check(
                            shop(1, 7).gmv("60.00"),
                            shop(3, 3).gmv("20.00"),
                            shop(1, 7).of(SECOND).gmv("40.00"),
                            creators(1, 7).amount(Amount.VIDEO_GMV, "100.00")));
        }

        @Test
        void count_the_products_of_a_video_once() {
            assertEquals(
                    List.of(),
                    check(
                            shop(1, 7).gmv("100.00"),
                            shop(1, 7).of(SERUM).gmv("60.00"),
                            shop(1, 7).of(CREAM).gmv("40.00"),
                            creators(1, 7).amount(Amount.VIDEO_GMV, "100.00")));
        }

        @Test
        void leave_out_a_video_of_unknown_origin() {
            assertEquals(
                    List.of(),
                    check(shop(1, 7).of(video(3)).gmv("999.00"), creators(1, 7).amount(Amount.VIDEO_GMV, "1.00")));
        }
    }

    @Nested
    class RefundsAgainstGmv {

        @Test
        void are_legal_up_to_the_value_of_the_orders() {
            assertEquals(List.of(), check(shop(1, 7).gmv("60.00").amount(Amount.REFUNDS, "60.00")));
        }

        @Test
        void are_a_finding_above_it() {
            assertEquals(
                    List.of(
                            new Finding(
                                    Kind.REFUNDS_ABOVE_GMV,
                                    "video " + VIDEO,
                                    "refunds of 60.01 USD are above orders of 60.00 USD (VIDEO_PERFORMANCE)",
                                    "Refunds count on their own day. If earlier exports are missing, add them; else expect a loss.")),
                    check(shop(1, 7).gmv("60.00").amount(Amount.REFUNDS, "60.01")));
        }

        @Test
        void add_up_over_time_before_they_are_compared() {
            assertEquals(
                    List.of(),
                    check(
                            shop(1, 7).gmv("60.00").amount(Amount.REFUNDS, "0.00"),
                            shop(8, 14).gmv("5.00").amount(Amount.REFUNDS, "30.00")));
        }

        @Test
        void of_overlapping_periods_are_not_added_up() {
            assertEquals(
                    List.of(),
                    check(
                            shop(1, 7).gmv("10.00").amount(Amount.REFUNDS, "40.00"),
                            shop(1, 1).gmv("60.00").amount(Amount.REFUNDS, "30.00")));
        }

        @Test
        void are_compared_only_where_both_are_known() {
            assertEquals(List.of(), check(shop(1, 7).gmv("9.00"), shop(8, 14).amount(Amount.REFUNDS, "30.00")));
        }
    }

    @Nested
    class OrdersWithoutClicks {

        private Finding finding(String message) {
            return new Finding(
                    Kind.ORDERS_WITHOUT_CLICKS,
                    "video " + VIDEO,
                    message,
                    "These orders came from earlier clicks or another counting; rates stay usable, the orders count.");
        }

        @Test
        void are_one_finding_for_each_subject() {
            assertEquals(
                    List.of(finding("5 orders in 2 periods that report 0 clicks")),
                    check(
                            daily(1, Traffic.ORGANIC).clicks(0).orders(2),
                            daily(2, Traffic.ORGANIC).clicks(0).orders(3),
                            daily(3, Traffic.ORGANIC).clicks(5).orders(3)));
        }

        @Test
        void of_overlapping_periods_are_counted_once() {
            assertEquals(
                    List.of(finding("2 orders in 1 periods that report 0 clicks")),
                    check(shop(1, 7).clicks(0).orders(9), shop(2, 2).clicks(0).orders(2)));
        }

        @Test
        void are_nothing_to_find_when_clicks_are_unknown_or_orders_none() {
            assertEquals(
                    List.of(),
                    check(
                            daily(1, Traffic.ORGANIC).orders(2),
                            daily(2, Traffic.ORGANIC).clicks(0).orders(0),
                            daily(3, Traffic.ORGANIC).clicks(0)));
        }
    }

    @Nested
    class PaidAgainstShop {

        private Finding above(String ads, String shop) {
            return new Finding(
                    Kind.PAID_REVENUE_ABOVE_SHOP,
                    "video " + VIDEO,
                    "ads report revenue of " + ads + " USD in 2026-11-01..2026-11-07 but the shop counts only " + shop
                            + " USD",
                    "Ads claim orders of other content or another attribution window; trust the order lines.");
        }

        @Test
        void revenue_above_the_shops_is_a_finding() {
            assertEquals(
                    List.of(above("205.01", "200.00")),
                    check(shop(1, 7).gmv("200.00"), adsAndOrganic(1, 7).gmv("205.01")));
            assertEquals(
                    List.of(),
                    check(shop(1, 7).gmv("200.00"), adsAndOrganic(1, 7).gmv("205.00")));
        }

        @Test
        void days_within_the_shops_period_add_up() {
            assertEquals(
                    List.of(above("260.00", "200.00")),
                    check(
                            shop(1, 7).gmv("200.00"),
                            adsAndOrganic(1, 3).gmv("130.00"),
                            adsAndOrganic(4, 7).gmv("130.00")));
        }

        @Test
        void days_that_straddle_the_shops_period_are_not_compared() {
            assertEquals(
                    List.of(),
                    check(shop(1, 7).gmv("20.00"), adsAndOrganic(4, 9).gmv("130.00")));
        }

        @Test
        void products_of_the_video_are_counted_once() {
            assertEquals(
                    List.of(above("130.00", "100.00")),
                    check(
                            shop(1, 7).gmv("100.00"),
                            shop(1, 7).of(SERUM).gmv("100.00"),
                            adsAndOrganic(1, 7).gmv("130.00")));
        }

        @Test
        void spend_and_clicks_alone_are_no_revenue() {
            assertEquals(
                    List.of(), check(shop(1, 7).gmv("1.00"), ads(1, 7).clicks(9).spend("900.00")));
        }
    }

    @Nested
    class MissingPeriods {

        private Finding missing(String source, String message) {
            return new Finding(
                    Kind.PERIOD_MISSING,
                    source,
                    message,
                    "Export this period; until then its numbers are unknown, not zero.");
        }

        @Test
        void are_found_between_two_reports_of_one_source() {
            assertEquals(
                    List.of(missing("VIDEO_PERFORMANCE", "no report covers 2026-11-08..2026-11-14 (7 days)")),
                    check(shop(1, 7), shop(15, 21).of(SECOND)));
        }

        @Test
        void are_not_found_between_neighbours_or_inside_a_longer_period() {
            assertEquals(List.of(), check(shop(1, 7), shop(8, 14), shop(15, 15)));
            assertEquals(List.of(), check(shop(1, 28), shop(2, 3), shop(20, 21)));
        }

        @Test
        void that_overlap_are_named_once_for_each_kind_of_report() {
            assertEquals(
                    List.of(new Finding(
                            Kind.PERIODS_OVERLAP,
                            "VIDEO_PERFORMANCE",
                            "reports of 2 videos or creators share days, such as 2026-11-01..2026-11-07 and"
                                    + " 2026-11-03..2026-11-03",
                            "Overlapping reports are never added up: the shorter one is used, and of the longer one"
                                    + " nothing. Export periods that meet without sharing days.")),
                    checkAll(
                            shop(1, 7),
                            shop(3, 3),
                            shop(5, 5),
                            shop(2, 8).of(SECOND),
                            shop(8, 14).of(SECOND)));
        }

        @Test
        void of_different_videos_may_overlap() {
            assertEquals(List.of(), checkAll(shop(1, 7), shop(3, 3).of(SECOND), daily(3, Traffic.ORGANIC)));
        }

        @Test
        void of_one_source_are_not_filled_by_another() {
            assertEquals(
                    List.of(missing("VIDEO_PERFORMANCE", "no report covers 2026-11-02..2026-11-02 (1 days)")),
                    check(shop(1, 1), shop(3, 3), daily(2, Traffic.ORGANIC)));
        }

        @Test
        void of_single_events_are_found_by_what_exports_cover() {
            assertEquals(
                    List.of(missing("AFFILIATE_ORDERS", "no report covers 2026-11-08..2026-11-09 (2 days)")),
                    Reconciliation.check(
                            book(List.of()),
                            List.of(
                                    new Coverage(Source.AFFILIATE_ORDERS, days(10, 20)),
                                    new Coverage(Source.AFFILIATE_ORDERS, days(1, 7))),
                            Map.of(),
                            List.of()));
        }
    }

    @Nested
    class TruncatedExports {

        private ImportReport report(long accepted, int rejected) {
            return new ImportReport(
                    "3f2a",
                    "Video Data.xlsx",
                    "video performance",
                    days(1, 7),
                    accepted,
                    2,
                    Collections.nCopies(rejected, new RejectedRow(1, "", "", "", "")));
        }

        private List<Finding> checkImports(ImportReport... reports) {
            return Reconciliation.check(book(List.of()), List.of(), Map.of(), List.of(reports));
        }

        @ParameterizedTest
        @CsvSource({"5000, 0, 5000", "4999, 1, 5000", "1000, 0, 1000"})
        void have_exactly_as_many_rows_as_an_export_may_have(long accepted, int rejected, long rows) {
            assertEquals(
                    List.of(new Finding(
                            Kind.EXPORT_TRUNCATED,
                            "file 3f2a",
                            "exactly " + rows + " data rows (video performance)",
                            "Exports stop at this number and drop the smallest rows: export shorter periods.")),
                    checkImports(report(accepted, rejected)));
        }

        @ParameterizedTest
        @ValueSource(longs = {0, 999, 1001, 4998, 5001})
        void are_not_files_of_any_other_length(long accepted) {
            assertEquals(List.of(), checkImports(report(accepted, 0)));
        }

        @Test
        void are_found_once_for_the_same_content() {
            assertEquals(1, checkImports(report(5_000, 0), report(5_000, 0)).size());
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void finds_the_same_in_any_order(long seed) {
        Random random = new Random(seed);
        List<Report> reports = new ArrayList<>();
        for (int i = 1; i <= 6; i++) {
            VideoId video = video(i);
            int first = 1 + 7 * random.nextInt(3);
            reports.add(shop(first, first + 6)
                    .of(video)
                    .clicks(random.nextInt(2))
                    .orders(random.nextInt(3))
                    .gmv(random.nextInt(300) + ".00")
                    .amount(Amount.REFUNDS, random.nextInt(300) + ".00"));
            reports.add(adsAndOrganic(first, first + 6).of(video).gmv(random.nextInt(300) + ".00"));
            reports.add(creators(first, first + 6).gmv(random.nextInt(300) + ".00"));
        }
        List<Finding> found = Reconciliation.check(book(reports), List.of(), BOTH_BY_ANNA, List.of());
        Collections.shuffle(reports, random);

        assertEquals(
                found.stream().distinct().sorted().toList(),
                Reconciliation.check(book(reports), List.of(), BOTH_BY_ANNA, List.of()));
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 20);
    }
}
