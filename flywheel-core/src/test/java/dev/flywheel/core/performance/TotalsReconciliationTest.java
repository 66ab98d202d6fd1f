package dev.flywheel.core.performance;

import static dev.flywheel.core.TestEvidence.ANNA;
import static dev.flywheel.core.TestEvidence.BEN;
import static dev.flywheel.core.TestEvidence.CREAM;
import static dev.flywheel.core.TestEvidence.EXPORTED;
import static dev.flywheel.core.TestEvidence.SERUM;
import static dev.flywheel.core.TestEvidence.VIDEO;
import static dev.flywheel.core.TestEvidence.ZONE;
import static dev.flywheel.core.TestEvidence.ads;
import static dev.flywheel.core.TestEvidence.adsManager;
import static dev.flywheel.core.TestEvidence.creators;
import static dev.flywheel.core.TestEvidence.days;
import static dev.flywheel.core.TestEvidence.line;
import static dev.flywheel.core.TestEvidence.live;
import static dev.flywheel.core.TestEvidence.products;
import static dev.flywheel.core.TestEvidence.shop;
import static dev.flywheel.core.TestEvidence.usd;
import static dev.flywheel.core.TestEvidence.wholeShop;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.flywheel.core.TestEvidence.Report;
import dev.flywheel.core.content.LiveId;
import dev.flywheel.core.performance.Finding.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TotalsReconciliationTest {

    private static final LiveId LIVE = new LiveId("7561234567890123456");
    private static final LiveId NOBODYS = new LiveId("7561234567890123457");
    private static final String SAME_PERIOD =
            "Export both reports again for the same period; a missing or restated file is the usual cause.";

    private final List<OrderLine> lines = new ArrayList<>();
    private Period covered = days(1, 7);

    private List<Finding> check(Report... reports) {
        PerformanceBook.Builder book = PerformanceBook.builder();
        List.of(reports).forEach(report -> book.record(report.build()));
        lines.forEach(line -> book.record(line, EXPORTED));
        return TotalsReconciliation.check(
                book.build(),
                List.of(new Coverage(Source.AFFILIATE_ORDERS, covered)),
                Map.of(VIDEO, ANNA),
                Map.of(LIVE, ANNA),
                ZONE);
    }

    private static Finding differ(String subject, String message) {
        return new Finding(Kind.TOTALS_DIFFER, subject, message, SAME_PERIOD);
    }

    @Nested
    class ProductsAgainstOrderLines {

        private void sold(String order, int day, String paid, OrderLine.Status status) {
            lines.add(line(order, "s", day)
                    .product(SERUM)
                    .paid(usd(paid))
                    .status(status)
                    .build());
        }

        @Test
        void agree_between_the_lines_that_count_and_all_lines() {
            sold("o1", 1, "60.00", OrderLine.Status.SETTLED);
            sold("o2", 7, "40.00", OrderLine.Status.VOID);

            assertEquals(List.of(), check(products(SERUM, 1, 7).gmv("55.00")));
            assertEquals(List.of(), check(products(SERUM, 1, 7).gmv("80.00")));
            assertEquals(List.of(), check(products(SERUM, 1, 7).gmv("105.00")));
        }

        @Test
        void differ_below_the_lines_that_count_and_above_all_lines() {
            sold("o1", 1, "60.00", OrderLine.Status.SETTLED);
            sold("o2", 7, "40.00", OrderLine.Status.VOID);
            sold("o3", 8, "999.00", OrderLine.Status.SETTLED);

            assertEquals(
                    List.of(differ(
                            "product " + SERUM,
                            "the product report says 54.99 USD in 2026-11-01..2026-11-07 but the order lines add up to"
                                    + " 60.00 USD, or 100.00 USD with cancelled ones")),
                    check(products(SERUM, 1, 7).gmv("54.99")));
            assertEquals(1, check(products(SERUM, 1, 7).gmv("105.01")).size());
        }

        @Test
        void differ_when_no_line_names_a_product_that_sold() {
            assertEquals(
                    List.of(differ(
                            "product " + CREAM,
                            "the product report says 90.00 USD in 2026-11-01..2026-11-07 but the order lines add up to"
                                    + " 0.00 USD")),
                    check(products(CREAM, 1, 7).gmv("90.00")));
        }

        @Test
        void are_not_compared_where_lines_do_not_cover_the_period_or_do_not_say() {
            covered = days(1, 6);
            assertEquals(List.of(), check(products(SERUM, 1, 7).gmv("90.00")));

            covered = days(1, 7);
            assertEquals(List.of(), check(products(SERUM, 1, 7).orders(3)));

            lines.add(OrderLine.builder("o4", "s", line("o4", "s", 3).build().createdAt())
                    .product(SERUM)
                    .build());
            assertEquals(List.of(), check(products(SERUM, 1, 7).gmv("90.00")));
        }

        @Test
        void are_not_compared_in_a_period_with_a_line_of_an_unknown_product() {
            lines.add(line("o1", "s", 3).build());

            assertEquals(List.of(), check(products(SERUM, 1, 7).gmv("90.00")));
            assertEquals(1, check(products(SERUM, 4, 7).gmv("90.00")).size());
        }

        @Test
        void do_not_count_free_samples() {
            sold("o1", 1, "0.00", OrderLine.Status.SETTLED);

            assertEquals(List.of(), check(products(SERUM, 1, 7).gmv("0.00")));
        }
    }

    @Nested
    class CreatorsAgainstShop {

        @Test
        void may_sell_up_to_what_the_shop_sells() {
            assertEquals(
                    List.of(),
                    check(
                            wholeShop(1, 3).gmv("100.00"),
                            wholeShop(4, 7).gmv("100.00"),
                            creators(1, 7).gmv("120.00"),
                            creators(1, 7).of(BEN).gmv("85.00")));
        }

        @Test
        void are_a_finding_above_it() {
            assertEquals(
                    List.of(differ(
                            "shop",
                            "creators add up to 205.01 USD in 2026-11-01..2026-11-07 but the whole shop's days to"
                                    + " 200.00 USD")),
                    check(
                            wholeShop(1, 3).gmv("100.00"),
                            wholeShop(4, 7).gmv("100.00"),
                            creators(1, 7).gmv("120.00"),
                            creators(1, 7).of(BEN).gmv("85.01")));
        }

        @Test
        void are_not_compared_with_a_shop_of_which_a_day_is_unknown() {
            assertEquals(
                    List.of(), check(wholeShop(1, 6).gmv("1.00"), creators(1, 7).gmv("120.00")));
            assertEquals(
                    List.of(),
                    check(
                            wholeShop(1, 6).gmv("1.00"),
                            wholeShop(7, 7).orders(2),
                            creators(1, 7).gmv("120.00")));
        }

        @Test
        void never_counts_a_shops_day_twice() {
            assertEquals(
                    1,
                    check(
                                    wholeShop(1, 7).gmv("100.00"),
                                    wholeShop(1, 3).gmv("50.00"),
                                    wholeShop(4, 7).gmv("50.00"),
                                    creators(1, 7).gmv("120.00"))
                            .size());
        }
    }

    @Nested
    class PostsAgainstCreators {

        private final Finding above = differ(
                "creator anna",
                "videos of 60.00 USD and LIVEs of 50.00 USD in 2026-11-01..2026-11-07 are above the creator's total of"
                        + " 100.00 USD");

        @Test
        void may_add_up_to_less_than_the_total_that_holds_product_cards_too() {
            assertEquals(
                    List.of(),
                    check(
                            shop(1, 7).gmv("60.00"),
                            live(LIVE, null, 1, 7).gmv("30.00"),
                            creators(1, 7).gmv("100.00")));
        }

        @Test
        void are_a_finding_above_it() {
            assertEquals(
                    List.of(above),
                    check(
                            shop(1, 7).gmv("60.00"),
                            live(LIVE, null, 1, 7).gmv("50.00"),
                            creators(1, 7).gmv("100.00")));
        }

        @Test
        void count_the_products_of_a_live_once() {
            assertEquals(
                    List.of(above),
                    check(
                            shop(1, 7).gmv("60.00"),
                            live(LIVE, SERUM, 1, 7).gmv("30.00"),
                            live(LIVE, CREAM, 1, 7).gmv("20.00"),
                            creators(1, 7).gmv("100.00")));
            assertEquals(
                    List.of(above),
                    check(
                            shop(1, 7).gmv("60.00"),
                            live(LIVE, null, 1, 7).gmv("50.00"),
                            live(LIVE, SERUM, 1, 7).gmv("50.00"),
                            creators(1, 7).gmv("100.00")));
        }

        @Test
        void are_compared_only_where_all_three_are_known_for_the_same_period() {
            assertEquals(
                    List.of(), check(shop(1, 7).gmv("60.00"), creators(1, 7).gmv("1.00")));
            assertEquals(
                    List.of(),
                    check(live(LIVE, null, 1, 7).gmv("60.00"), creators(1, 7).gmv("1.00")));
            assertEquals(
                    List.of(),
                    check(
                            shop(1, 7).gmv("60.00"),
                            live(LIVE, null, 1, 6).gmv("60.00"),
                            creators(1, 7).gmv("1.00")));
            assertEquals(
                    List.of(),
                    check(
                            shop(1, 7).gmv("60.00"),
                            live(LIVE, null, 1, 7).gmv("60.00"),
                            creators(1, 7).orders(9)));
            assertEquals(
                    List.of(),
                    check(
                            shop(1, 7).gmv("60.00"),
                            live(NOBODYS, null, 1, 7).gmv("60.00"),
                            creators(1, 7).gmv("1.00")));
        }
    }

    @Nested
    class TwoReportsOfSpend {

        @Test
        void on_the_same_days_say_which_is_believed() {
            assertEquals(
                    List.of(new Finding(
                            Kind.SPEND_IN_TWO_REPORTS,
                            "video " + VIDEO,
                            "GMV Max reports ads of 50.00 USD, Ads Manager of 30.00 USD in periods that share days with"
                                    + " it",
                            "GMV Max is believed, because it lists posts; the two are never added. If they are"
                                    + " different campaigns, the post cost more than is counted.")),
                    check(
                            ads(1, 7).spend("50.00"),
                            adsManager(7, 7).spend("30.00"),
                            adsManager(8, 8).spend("9.00")));
        }

        @Test
        void on_other_days_or_without_spend_are_fine() {
            assertEquals(
                    List.of(), check(ads(1, 7).spend("50.00"), adsManager(8, 9).spend("30.00")));
            assertEquals(
                    List.of(), check(ads(1, 7).spend("0.00"), adsManager(1, 7).spend("30.00")));
            assertEquals(
                    List.of(), check(ads(1, 7).spend("50.00"), adsManager(1, 7).clicks(4)));
        }
    }
}
