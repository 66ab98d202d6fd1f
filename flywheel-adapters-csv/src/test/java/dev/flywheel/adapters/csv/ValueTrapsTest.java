package dev.flywheel.adapters.csv;

import static dev.flywheel.adapters.csv.Exports.OTHER_VIDEO;
import static dev.flywheel.adapters.csv.Exports.PRODUCT;
import static dev.flywheel.adapters.csv.Exports.VIDEO;
import static dev.flywheel.adapters.csv.Folder.row;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.flywheel.adapters.csv.Folder.Container;
import dev.flywheel.core.cycle.Evidence;
import dev.flywheel.core.performance.Finding;
import dev.flywheel.core.performance.Funnel.Amount;
import dev.flywheel.core.performance.Funnel.Count;
import dev.flywheel.core.performance.RejectedRow;
import dev.flywheel.core.performance.Traffic;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Traps about dates, numbers and money, by their number on the formats page. */
class ValueTrapsTest extends TrapsFixture {

    @ParameterizedTest
    @ValueSource(strings = {"--", "-", "", "N/A", "n/a", " "})
    void trap_09_a_missing_marker_is_unknown(String marker) {
        Evidence evidence = video("Creator video-attributed GMV", marker);
        assertEquals(1, Folder.only(evidence).accepted());
        assertTrue(Folder.funnel(evidence, VIDEO).get(Amount.GMV).isEmpty());
    }

    @Test
    void trap_10_orders_have_the_day_first_also_in_the_us() {
        Evidence evidence = order("Time Created", "03/07/2026 10:11:12");
        assertEquals(
                Instant.parse("2026-07-03T17:11:12Z"),
                evidence.orderLines().get(0).line().createdAt());
        assertTrue(Folder.findings(evidence, Finding.Kind.DATE_ORDER_ASSUMED)
                .get(0)
                .contains("read as DD/MM/YYYY"));
    }

    @Test
    void trap_10_performance_has_the_month_first() {
        Evidence evidence = video("Post date", "07/05/2026 08:30");
        assertEquals(
                Instant.parse("2026-07-05T15:30:00Z"), evidence.videos().get(0).postedAt());
        assertTrue(Folder.findings(evidence, Finding.Kind.DATE_ORDER_ASSUMED)
                .get(0)
                .contains("read as MM/DD/YYYY"));
    }

    @Test
    void trap_10_one_day_above_twelve_decides_the_whole_column() {
        Evidence evidence = folder().table(
                        Container.CSV,
                        WEEK,
                        Exports.G3_VIDEO,
                        Exports.with(Exports.G3_VIDEO, good(), "Post date", "05/07/2026 08:30"),
                        Exports.with(
                                Exports.G3_VIDEO,
                                Exports.g3Video(OTHER_VIDEO, "kim", PRODUCT, "$1.00", "1"),
                                "Post date",
                                "13/07/2026 08:30"))
                .read();
        assertEquals(
                Instant.parse("2026-07-05T15:30:00Z"), evidence.videos().get(0).postedAt());
        assertEquals(List.of(), Folder.findings(evidence, Finding.Kind.DATE_ORDER_ASSUMED));
    }

    @Test
    void trap_10_a_small_file_with_undecidable_dates_sets_the_rows_aside() {
        Evidence evidence = folder().table(
                        Container.CSV, "f", FUNNEL, row("03/07/2026", VIDEO, "PAID", "1", "0", "0.00"))
                .read();
        assertEquals(
                "a date that can be read with the day or with the month first",
                Folder.onlyRejected(evidence).reason());
        assertTrue(Folder.findings(evidence, Finding.Kind.DATE_ORDER_ASSUMED)
                .get(0)
                .contains("set aside"));
    }

    @Test
    void trap_10_a_serial_day_left_by_a_spreadsheet_is_read() {
        Evidence evidence = folder().table(Container.CSV, "f", FUNNEL, row("46218", VIDEO, "PAID", "1", "0", "0.00"))
                .read();
        assertEquals(
                "2026-07-15..2026-07-15",
                evidence.observations().get(0).period().toString());
    }

    @Test
    void trap_11_times_are_the_shops_own() {
        Evidence evidence = order("Time Created", "13/07/2026 23:30:00");
        assertEquals(
                Instant.parse("2026-07-14T06:30:00Z"),
                evidence.orderLines().get(0).line().createdAt());
        assertEquals(
                "2026-07-13..2026-07-13",
                Folder.only(evidence).period().orElseThrow().toString());
    }

    @Test
    void trap_12_a_scheduled_video_keeps_its_future_date() {
        Evidence evidence = video("Post date", "07/30/2026 08:30");
        assertEquals(
                Instant.parse("2026-07-30T15:30:00Z"), evidence.videos().get(0).postedAt());
    }

    @Test
    void trap_18_refunds_above_gmv_and_rates_above_100_percent_are_legal() {
        Evidence evidence = folder().table(
                        Container.CSV,
                        "Creator_List_20260709-20260715",
                        Exports.G3_CREATOR,
                        Exports.with(Exports.G3_CREATOR, Exports.g3Creator("jo.glow", "$0.00"), "CTOR", "200%"))
                .read();
        assertEquals(
                "89.99 USD",
                Folder.funnel(evidence, "jo.glow")
                        .get(Amount.REFUNDS)
                        .orElseThrow()
                        .toString());
    }

    @Test
    void trap_19_a_percent_sign_means_points_and_the_size_never_decides() {
        Evidence evidence = folder().table(
                        Container.CSV,
                        WEEK,
                        Exports.G1_VIDEO,
                        Exports.g1Video("https://www.tiktok.com/@jo/video/" + VIDEO, "jo", "1.00", "1000", "106.67%"),
                        Exports.g1Video(
                                "https://www.tiktok.com/@jo/video/" + OTHER_VIDEO, "jo", "1.00", "1000", "0.5%"))
                .read();
        assertEquals(OptionalLong.of(1067), Folder.funnel(evidence, VIDEO).get(Count.CLICKS));
        assertEquals(OptionalLong.of(5), Folder.funnel(evidence, OTHER_VIDEO).get(Count.CLICKS));
    }

    @ParameterizedTest
    @CsvSource({
        "USD,'$1,234.56',1234.56 USD",
        "MYR,'RM7,988.80',7988.80 MYR",
        "MYR,7988.8,7988.80 MYR",
        "GBP,\u00A312.30,12.30 GBP",
        "IDR,Rp1.234.567,1234567.00 IDR",
        "VND,627.840.078\u20AB,627840078 VND",
        "JPY,'2,281,428\u5186',2281428 JPY",
        "INR,Rs.201.68,201.68 INR",
        "EUR,'15,21 \u20AC',15.21 EUR"
    })
    void trap_20_money_is_read_in_every_form(String currency, String text, String expected) {
        Evidence evidence = folder().currency(currency)
                .table(
                        Container.CSV,
                        "Creator_List_20260709-20260715",
                        row("Creator name", "Creator-attributed GMV", "Attributed orders"),
                        row("jo.glow", text, "1"))
                .read();
        assertEquals(
                expected,
                Folder.funnel(evidence, "jo.glow").get(Amount.GMV).orElseThrow().toString());
    }

    @Test
    void trap_20_an_ad_account_in_another_currency_is_refused() {
        Evidence evidence = folder().table(
                        Container.CSV,
                        "Creative data 2026-07-09 - 2026-07-15",
                        Exports.GMV_MAX,
                        Exports.with(
                                Exports.GMV_MAX, Exports.ad("177", VIDEO, "15000", "4", "120000"), "Currency", "KRW"))
                .read();
        assertEquals(
                "an amount in KRW in a programme that counts in USD",
                Folder.onlyRejected(evidence).reason());
    }

    @Test
    void trap_35_rows_after_the_as_of_date_keep_their_dates_for_the_engine_to_leave_out() {
        String later = Exports.videoId("2026-07-20T20:00:00Z", 1);
        Evidence evidence = folder().asOf("2026-07-14")
                .table(
                        Container.CSV,
                        "f",
                        FUNNEL,
                        row("2026-07-14", VIDEO, "PAID", "1", "0", "0.00"),
                        row("2026-07-20", later, "PAID", "1", "0", "0.00"),
                        row("2026-07-14", later, "PAID", "1", "0", "0.00"))
                .read();
        assertEquals(2, evidence.observations().size());
        assertEquals(4, Folder.onlyRejected(evidence).line());
    }

    @Test
    void trap_35_orders_are_known_to_be_complete_only_up_to_the_as_of_date() {
        List<List<String>> orders = Exports.table(
                Exports.ORDERS_US,
                Exports.order("576000000000000001", "1730000000000000001", "Settled", "13/07/2026 10:11:12"),
                Exports.order("576000000000000002", "1730000000000000001", "Settled", "18/07/2026 10:11:12"));
        folder().tableOf(Container.CSV, "orders", orders);
        assertEquals(
                "[2026-07-13..2026-07-14]",
                folder().asOf("2026-07-14").read().coverage().stream()
                        .map(coverage -> coverage.period().toString())
                        .toList()
                        .toString());
        assertEquals(List.of(), folder().asOf("2026-07-12").read().coverage());
    }

    @Test
    void a_shop_ads_rate_stands_in_where_no_amount_is_printed() {
        assertEquals(
                Traffic.PAID,
                order("Shop Ads commission rate", "10%")
                        .orderLines()
                        .get(0)
                        .line()
                        .traffic());
        assertEquals(
                Traffic.ORGANIC,
                order("Shop Ads commission rate", "10%", "Est. Shop Ads commission payment", "0")
                        .orderLines()
                        .get(0)
                        .line()
                        .traffic());
    }

    @Test
    void an_unknown_order_status_is_rejected_rather_than_guessed() {
        RejectedRow rejected = Folder.onlyRejected(order("Order Status", "Schwebend"));
        assertEquals("Order Status", rejected.column());
        assertTrue(rejected.remedy().contains("settled"), rejected.remedy());
    }

    @ParameterizedTest
    @ValueSource(strings = {"-$12.00", "($12.00)", "#REF!", "$abc"})
    void money_that_cannot_be_true_sets_the_row_aside(String text) {
        RejectedRow rejected = Folder.onlyRejected(video("Creator video-attributed GMV", text));
        assertEquals("Creator video-attributed GMV", rejected.column());
        assertEquals(text, rejected.value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"gmv ($)", "gmv (USD)", "gmv(us$)", "GMV  (A$)", "gmv (£)", "gmv (Rp)"})
    void trap_20_the_currency_of_a_header_must_be_the_programmes(String header) {
        Evidence evidence = folder().table(
                        Container.CSV,
                        "funnel",
                        row("date", "video_id", "traffic", "orders", header),
                        row("2026-07-10", VIDEO, "paid", "3", "45.50"),
                        row("2026-07-11", VIDEO, "paid", "", "--"))
                .read();
        boolean own = List.of("gmv ($)", "gmv (USD)", "gmv(us$)").contains(header);
        assertEquals(own ? 2 : 1, Folder.only(evidence).accepted());
        if (own) {
            assertEquals(
                    "45.50 USD",
                    String.valueOf(evidence.observations()
                            .get(0)
                            .funnel()
                            .get(Amount.GMV)
                            .get()));
        } else {
            String sign = header.substring(header.indexOf('(') + 1, header.indexOf(')'));
            RejectedRow rejected = Folder.only(evidence).rejected().get(0);
            assertEquals(header.strip(), rejected.column());
            assertEquals(
                    "an amount in \"" + sign + "\", as its column is called, in a programme that counts in USD",
                    rejected.reason());
        }
    }
}
