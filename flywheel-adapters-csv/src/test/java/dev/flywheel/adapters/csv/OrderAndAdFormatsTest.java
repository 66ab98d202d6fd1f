package dev.flywheel.adapters.csv;

import static dev.flywheel.adapters.csv.Exports.PRODUCT;
import static dev.flywheel.adapters.csv.Exports.VIDEO;
import static dev.flywheel.adapters.csv.Folder.row;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.flywheel.adapters.csv.Folder.Container;
import dev.flywheel.core.adtest.AdTestStart;
import dev.flywheel.core.content.Authorization;
import dev.flywheel.core.content.CreativeTags;
import dev.flywheel.core.content.VideoId;
import dev.flywheel.core.cycle.Evidence;
import dev.flywheel.core.halo.BrandedSearch;
import dev.flywheel.core.performance.Coverage;
import dev.flywheel.core.performance.Funnel.Amount;
import dev.flywheel.core.performance.Funnel.Count;
import dev.flywheel.core.performance.Observation;
import dev.flywheel.core.performance.OrderLine;
import dev.flywheel.core.performance.Period;
import dev.flywheel.core.performance.Source;
import dev.flywheel.core.performance.Traffic;
import dev.flywheel.core.program.ProductId;
import dev.flywheel.core.roster.CreatorId;
import dev.flywheel.core.roster.Sample;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Orders, ad reports and the brand's own files, in both containers. */
class OrderAndAdFormatsTest extends FormatsFixture {

    @ParameterizedTest
    @EnumSource
    void reads_affiliate_orders_of_the_us(Container container) {
        List<String> paid = Exports.with(
                Exports.ORDERS_US,
                Exports.order("576000000000000002", "1730000000000000002", "Settled", "31/07/2026 23:30:00"),
                "Actual Commission Payment",
                "4.00",
                "Est. Shop Ads commission payment",
                "2.50");
        Evidence evidence = new Folder(dir)
                .table(
                        container,
                        "affiliate_orders",
                        Exports.ORDERS_US,
                        Exports.order("576000000000000001", "1730000000000000001", "Pending", "03/07/2026 10:11:12"),
                        paid)
                .read();
        counts(Folder.only(evidence), "affiliate orders", 2, 1, 0);
        OrderLine organic = evidence.orderLines().get(0).line();
        assertEquals("576000000000000001", organic.orderId());
        assertEquals(Instant.parse("2026-07-03T17:11:12Z"), organic.createdAt());
        assertEquals(List.of(Traffic.ORGANIC, OrderLine.Status.PENDING), List.of(organic.traffic(), organic.status()));
        assertEquals("4.28 USD", organic.commission().orElseThrow().toString());
        assertEquals("28.50 USD", organic.paid().orElseThrow().toString());
        assertEquals(Optional.of(new VideoId(VIDEO)), organic.video());
        OrderLine boosted = evidence.orderLines().get(1).line();
        assertEquals(List.of(Traffic.PAID, OrderLine.Status.SETTLED), List.of(boosted.traffic(), boosted.status()));
        assertEquals("6.50 USD", boosted.commission().orElseThrow().toString());
        assertEquals(
                List.of(new Coverage(Source.AFFILIATE_ORDERS, Folder.period("2026-07-03", "2026-07-31", 0))),
                evidence.coverage());
        assertEquals(
                Instant.parse("2026-08-01T06:59:59Z"),
                evidence.orderLines().get(0).asOf());
    }

    @ParameterizedTest
    @EnumSource
    void reads_affiliate_orders_of_the_uk_with_31_columns(Container container) {
        List<List<String>> table = Exports.table(
                Exports.ORDERS_US,
                Exports.with(
                        Exports.ORDERS_US,
                        Exports.order("576000000000000001", "1730000000000000001", "Ineligible", "13/07/2026 10:11:12"),
                        "Currency",
                        "GBP",
                        "Payment Amount",
                        "\u00A328.50",
                        "Content Type",
                        "Livestream"));
        List<List<String>> uk = table.stream()
                .map(us -> {
                    List<String> cells = new java.util.ArrayList<>(us);
                    cells.add(12, us == table.get(0) ? "Creator Region" : "GB");
                    return List.copyOf(cells);
                })
                .toList();
        Evidence evidence =
                new Folder(dir).currency("GBP").tableOf(container, "orders", uk).read();
        counts(Folder.only(evidence), "affiliate orders", 1, 1, 0);
        OrderLine line = evidence.orderLines().get(0).line();
        assertEquals(OrderLine.Status.VOID, line.status());
        assertEquals(Optional.empty(), line.video());
        assertEquals("28.50 GBP", line.paid().orElseThrow().toString());
    }

    @ParameterizedTest
    @EnumSource
    void reads_the_mixed_indonesian_order_header(Container container) {
        Evidence evidence = new Folder(dir)
                .currency("IDR")
                .table(
                        container,
                        "pesanan",
                        row(
                                "ID Pesanan",
                                "ID Produk",
                                "Produk",
                                "ID SKU",
                                "Harga",
                                "Payment Amount",
                                "Status Pesanan",
                                "Jenis Konten",
                                "ID Konten",
                                "Waktu Dibuat",
                                "Order Delivery Time"),
                        row(
                                "576000000000000001",
                                PRODUCT,
                                "Serum",
                                "1730000000000000001",
                                "Rp1.234.567",
                                "Rp1.234.567",
                                "Completed",
                                "Video",
                                VIDEO,
                                "13/07/2026 10:11:12",
                                ""))
                .read();
        counts(Folder.only(evidence), "affiliate orders", 1, 1, 0);
        assertEquals(
                "1234567.00 IDR",
                evidence.orderLines().get(0).line().paid().orElseThrow().toString());
        assertEquals(Traffic.BLENDED, evidence.orderLines().get(0).line().traffic());
    }

    @ParameterizedTest
    @EnumSource
    void reads_the_gmv_max_creative_report(Container container) {
        Evidence evidence = new Folder(dir)
                .table(
                        container,
                        "Creative data 2026-07-09 - 2026-07-15 - Product 1730837453039702652 (1)",
                        Exports.GMV_MAX,
                        Exports.ad("177", VIDEO, "15.00", "4", "120.00"),
                        Exports.ad("178", VIDEO, "20.00", "5", "150.00"),
                        Exports.ad("178", VIDEO, "20.00", "5", "150.00"),
                        Exports.productCard("6.00"))
                .read();
        counts(Folder.only(evidence), "GMV Max creative report", 2, 2, 1);
        Observation paid = evidence.observations().get(0);
        Observation blended = evidence.observations().get(1);
        assertEquals(List.of(Traffic.PAID, Traffic.BLENDED), List.of(paid.traffic(), blended.traffic()));
        assertEquals(
                "PRODUCT_IMPRESSIONS=20000 CLICKS=400 SPEND=35.00 USD",
                paid.funnel().toString());
        assertEquals("ORDERS=9 GMV=270.00 USD", blended.funnel().toString());
        assertEquals(WEEK, paid.period());
        assertTrue(evidence.findings().stream()
                .anyMatch(finding -> finding.message().contains("1 rows without a video")
                        && finding.message().contains("6.00 USD")));
        assertEquals(List.of(new Coverage(Source.GMV_MAX_CREATIVE, WEEK)), evidence.coverage());
        assertTrue(evidence.creators().isEmpty(), "the account is a display name, not a handle");
    }

    /** Of a video that a full report does not list, no ads ran; one whose row cannot be used is listed. */
    @ParameterizedTest
    @EnumSource
    void a_video_whose_ad_row_cannot_be_used_is_unknown_and_not_without_ads(Container container) {
        Evidence evidence = new Folder(dir)
                .table(
                        container,
                        "Creative data 2026-07-09 - 2026-07-15",
                        Exports.GMV_MAX,
                        Exports.ad("177", VIDEO, "15.00", "4", "120.00"),
                        Exports.ad("177", Exports.OTHER_VIDEO, "many", "5", "150.00"))
                .read();
        assertEquals(List.of(new Coverage(Source.GMV_MAX_CREATIVE, WEEK)), evidence.coverage());
        Observation unknown = evidence.observations().get(2);
        assertEquals(
                "video " + Exports.OTHER_VIDEO + " PAID ",
                unknown.subject() + " " + unknown.traffic() + " " + unknown.funnel());
    }

    @ParameterizedTest
    @EnumSource
    void a_gmv_max_report_that_may_be_of_one_product_says_nothing_about_absent_videos(Container container) {
        Evidence evidence = new Folder(dir)
                .tableOf(
                        container,
                        "Creative data 2026-07-09 - 2026-07-15",
                        Exports.without(
                                "Product ID",
                                Exports.table(Exports.GMV_MAX, Exports.ad("177", VIDEO, "15.00", "4", "120.00"))))
                .read();
        assertEquals(List.of(), evidence.coverage());
    }

    @ParameterizedTest
    @EnumSource
    void reads_an_older_gmv_max_report_with_other_names_and_no_cost(Container container) {
        Evidence evidence = new Folder(dir)
                .table(
                        container,
                        "creative data for product campaigns 2026-07-09 00 ~ 2026-07-15 20",
                        row(
                                "Creative",
                                "Post ID",
                                "Orders (SKU)",
                                "Gross revenue",
                                "Product ad impressions",
                                "Product ad clicks",
                                "Status"),
                        row("caption", VIDEO, "4", "1143.99", "0", "N/A", "Authorization needed"))
                .read();
        counts(Folder.only(evidence), "GMV Max creative report", 1, 1, 0);
        assertEquals(
                "PRODUCT_IMPRESSIONS=0", evidence.observations().get(0).funnel().toString());
        assertEquals(
                "ORDERS=4 GMV=1143.99 USD",
                evidence.observations().get(1).funnel().toString());
    }

    @ParameterizedTest
    @EnumSource
    void reads_the_small_files(Container container) {
        Evidence evidence = smallFiles(container).read();
        assertEquals(
                java.util.Map.of(new VideoId(VIDEO), new CreativeTags("question", "proof", null, "demo")),
                evidence.tags());
        Sample sample = evidence.samples().get(0);
        assertEquals(new CreatorId("jo.glow"), sample.creator());
        assertEquals(LocalDate.of(2026, 7, 2), sample.approvedOn());
        assertEquals(null, sample.deliveredOn());
        assertEquals(
                List.of(new Authorization(
                        new VideoId(VIDEO), LocalDate.of(2026, 7, 12), 30, Authorization.Kind.SPARK_CODE)),
                evidence.authorizations());
        assertEquals(AdTestStart.Kind.GMV_MAX_BOOST, evidence.adTests().get(0).kind());
        assertEquals(
                List.of(new BrandedSearch(
                        Folder.period("2026-07-05", "2026-07-11", 0), "amazon.com", "northpeak serum", 1200)),
                evidence.brandedSearches());
        assertEquals(List.of(), evidence.findings());
    }

    private static final List<String> FUNNEL = row(
            "date",
            "video_id",
            "creator",
            "product_id",
            "traffic",
            "views",
            "clicks",
            "add_to_carts",
            "orders",
            "items",
            "gmv",
            "refunds",
            "refunded_items",
            "commission",
            "spend");

    private static final List<String> ORGANIC_SERUM = row(
            "2026-07-14",
            VIDEO,
            "jo.glow",
            PRODUCT,
            "organic",
            "100",
            "10",
            "",
            "2",
            "2",
            "60.00",
            "0.00",
            "0",
            "9.00",
            "");

    private static final List<String> ORGANIC_CREAM = row(
            "2026-07-14",
            VIDEO,
            "jo.glow",
            Exports.OTHER_PRODUCT,
            "ORGANIC",
            "100",
            "5",
            "",
            "1",
            "1",
            "20.00",
            "0.00",
            "0",
            "3.00",
            "");

    private static final List<String> PAID_SERUM = row(
            "2026-07-15",
            VIDEO,
            "jo.glow",
            PRODUCT,
            "PAID",
            "40",
            "4",
            "",
            "1",
            "1",
            "30.00",
            "0.00",
            "0",
            "3.00",
            "50.00");

    private Folder smallFiles(Container container) {
        return new Folder(dir)
                .table(
                        container,
                        "tags",
                        row("video_id", "hook", "angle", "placement", "format"),
                        row(VIDEO, "question", "proof", "", "demo"))
                .table(
                        container,
                        "samples",
                        row(
                                "creator",
                                "product_id",
                                "requested_at",
                                "approved_at",
                                "shipped_at",
                                "delivered_at",
                                "cost"),
                        row("@Jo.Glow", PRODUCT, "2026-07-01", "2026-07-02", "", "", "11.00"))
                .table(
                        container,
                        "rights",
                        row("video_id", "granted_at", "duration_days", "kind"),
                        row(VIDEO, "2026-07-12", "30", "spark_code"))
                .table(
                        container,
                        "boosts",
                        row("video_id", "started_on", "daily_budget", "kind"),
                        row(VIDEO, "2026-07-14", "50.00", "GMV_MAX_BOOST"))
                .table(
                        container,
                        "search",
                        row("period_start", "period_end", "marketplace", "query", "volume"),
                        row("2026-07-05", "2026-07-11", "amazon.com", "northpeak serum", "1,200"));
    }

    @ParameterizedTest
    @EnumSource
    void reads_the_daily_funnel_and_adds_up_products(Container container) {
        Evidence evidence = new Folder(dir)
                .table(
                        container,
                        "funnel",
                        FUNNEL,
                        ORGANIC_SERUM,
                        ORGANIC_CREAM,
                        PAID_SERUM,
                        row("2026-07-15", "", "kim", "", "BLENDED", "", "", "", "1", "1", "30.00", "", "", "", ""),
                        row("2026-07-15", "", "", "", "BLENDED", "", "", "", "1", "1", "30.00", "", "", "", ""),
                        row("2026-07-15", VIDEO, "", "", "SOMETIMES", "", "", "", "1", "1", "30.00", "", "", "", ""))
                .read();
        counts(Folder.only(evidence), "daily funnel", 4, 1, 2);
        Observation organic = evidence.observations().get(0);
        assertEquals(
                "VIEWS=100 CLICKS=15 ORDERS=3 ITEMS=3 REFUNDED_ITEMS=0 GMV=80.00 USD REFUNDS=0.00 USD COMMISSION=12.00 USD",
                organic.funnel().toString());
        assertEquals(OptionalLong.empty(), organic.funnel().get(Count.ADD_TO_CARTS));
        assertEquals(Traffic.PAID, evidence.observations().get(1).traffic());
        assertEquals("50.00 USD", money(evidence.observations().get(1).funnel(), Amount.SPEND));
        assertEquals(Period.of(LocalDate.of(2026, 7, 14)), organic.period());
        assertEquals(Instant.parse("2026-07-16T06:59:59Z"), organic.asOf());
        assertEquals(
                List.of("neither a video nor a creator", "not one of the words known here"),
                Folder.only(evidence).rejected().stream()
                        .map(rejected -> rejected.reason())
                        .toList());
        assertEquals(List.of(new ProductId(PRODUCT)), evidence.videos().get(0).products());
    }
}
