package dev.flywheel.adapters.csv;

import static dev.flywheel.adapters.csv.Exports.OTHER_VIDEO;
import static dev.flywheel.adapters.csv.Exports.PRODUCT;
import static dev.flywheel.adapters.csv.Exports.VIDEO;
import static dev.flywheel.adapters.csv.Folder.row;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.flywheel.adapters.csv.Folder.Container;
import dev.flywheel.core.adtest.AdTestStart;
import dev.flywheel.core.content.Authorization;
import dev.flywheel.core.content.CreativeTags;
import dev.flywheel.core.content.Video;
import dev.flywheel.core.content.VideoId;
import dev.flywheel.core.cycle.Evidence;
import dev.flywheel.core.performance.Coverage;
import dev.flywheel.core.performance.Funnel;
import dev.flywheel.core.performance.Funnel.Amount;
import dev.flywheel.core.performance.Funnel.Count;
import dev.flywheel.core.performance.ImportReport;
import dev.flywheel.core.performance.Observation;
import dev.flywheel.core.performance.OrderLine;
import dev.flywheel.core.performance.Period;
import dev.flywheel.core.performance.Source;
import dev.flywheel.core.performance.Traffic;
import dev.flywheel.core.program.ProductId;
import dev.flywheel.core.roster.CreatorId;
import dev.flywheel.core.roster.Sample;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every format in both containers. */
class FormatsTest {

    private static final Period WEEK = Folder.period("2026-07-09", "2026-07-15", 0);
    private static final String WEEK_NAME = "20260709-20260715_20260716082822";

    @TempDir
    Path dir;

    private static String money(Funnel funnel, Amount what) {
        return funnel.get(what).map(Object::toString).orElse("unknown");
    }

    private static void counts(ImportReport report, String format, long accepted, long nonData, long rejected) {
        assertEquals(format, report.format());
        assertEquals(List.of(accepted, nonData, rejected), List.of(report.accepted(), report.nonData(), (long)
                report.rejected().size()));
    }

    @ParameterizedTest
    @EnumSource
    void reads_video_performance_g3(Container container) {
        Evidence evidence = new Folder(dir)
                .table(
                        container,
                        "Video_List_" + WEEK_NAME,
                        Exports.G3_VIDEO,
                        Exports.G3_DEFINITIONS,
                        Exports.g3Video(VIDEO, "jo.glow", PRODUCT, "$1,234.56", "40"),
                        Exports.g3Video(OTHER_VIDEO, "@Kim_K ", PRODUCT + "," + Exports.OTHER_PRODUCT, "$0.00", "--"))
                .read();
        counts(Folder.only(evidence), "video performance G3", 2, 2, 0);
        assertEquals(Optional.of(WEEK), Folder.only(evidence).period());
        Funnel funnel = Folder.funnel(evidence, VIDEO);
        assertEquals("1234.56 USD", money(funnel, Amount.GMV));
        assertEquals("12.00 USD", money(funnel, Amount.REFUNDS));
        assertEquals("185.19 USD", money(funnel, Amount.COMMISSION));
        assertEquals("unknown", money(funnel, Amount.SPEND));
        assertEquals(
                "VIEWS=50000 PRODUCT_IMPRESSIONS=20000 CLICKS=1000 ORDERS=40 ITEMS=41 REFUNDED_ITEMS=1",
                funnel.toString().substring(0, funnel.toString().indexOf(" GMV")));
        assertEquals(OptionalLong.empty(), Folder.funnel(evidence, OTHER_VIDEO).get(Count.ORDERS));
        Observation observation = evidence.observations().get(0);
        assertEquals(
                List.of(WEEK, Traffic.BLENDED, Source.VIDEO_PERFORMANCE),
                List.of(observation.period(), observation.traffic(), observation.source()));
        assertEquals(Instant.parse("2026-07-16T15:28:22Z"), observation.asOf());
        Video video = evidence.videos().get(0);
        assertEquals(Instant.parse("2026-07-10T18:00:00Z"), video.postedAt());
        assertEquals(Optional.of(new CreatorId("jo.glow")), video.creator());
        assertEquals(2, evidence.videos().get(1).products().size());
        assertEquals(
                List.of("jo.glow", "kim_k"),
                evidence.creators().stream().map(CreatorId::value).toList());
    }

    @ParameterizedTest
    @EnumSource
    void reads_video_performance_g2(Container container) {
        Evidence evidence = new Folder(dir)
                .table(
                        container,
                        "Video Data " + WEEK_NAME,
                        row(
                                "Video ID",
                                "Video title",
                                "Video link",
                                "Creator name",
                                "Product name",
                                "Product ID",
                                "GMV",
                                "Orders",
                                "Items sold",
                                "Est. commission"),
                        row(VIDEO, "t", "--", "jo.glow", "Serum", PRODUCT, "$90.93", "3", "4", "$9.00"))
                .read();
        counts(Folder.only(evidence), "video performance G2", 1, 1, 0);
        Funnel funnel = Folder.funnel(evidence, VIDEO);
        assertEquals("90.93 USD", money(funnel, Amount.GMV));
        assertEquals(OptionalLong.empty(), funnel.get(Count.VIEWS));
        assertEquals(new VideoId(VIDEO).createdAt(), evidence.videos().get(0).postedAt());
    }

    @ParameterizedTest
    @EnumSource
    void reads_video_performance_g1_with_the_id_from_the_link_and_clicks_from_the_rate(Container container) {
        Evidence evidence = new Folder(dir)
                .table(
                        container,
                        "Video_List_20250604-20250831_20250902023532",
                        Exports.G1_VIDEO,
                        Exports.g1Video(
                                "https://www.tiktok.com/@jo/video/" + VIDEO + "?x=1", "jo", "90.93", "2500", "1.72%"),
                        Exports.g1Video("https://www.tiktok.com/@jo/photo/" + OTHER_VIDEO, "jo", "0.0", "0", "--"))
                .read();
        counts(Folder.only(evidence), "video performance G1", 2, 1, 0);
        assertEquals(OptionalLong.of(43), Folder.funnel(evidence, VIDEO).get(Count.CLICKS));
        assertEquals(OptionalLong.of(0), Folder.funnel(evidence, OTHER_VIDEO).get(Count.CLICKS));
        assertEquals(OptionalLong.empty(), Folder.funnel(evidence, VIDEO).get(Count.VIEWS));
        assertEquals("90.93 USD", money(Folder.funnel(evidence, VIDEO), Amount.GMV));
        assertTrue(evidence.findings().stream()
                .anyMatch(finding -> finding.message().contains("derived as impressions times click rate")));
    }

    @ParameterizedTest
    @EnumSource
    void reads_creator_performance_g3_with_23_columns(Container container) {
        Evidence evidence = new Folder(dir)
                .table(
                        container,
                        "Creator_List_" + WEEK_NAME,
                        Exports.G3_CREATOR,
                        Exports.g3Creator("jo.glow", "$1,234.56"),
                        Exports.g3Creator("", "$5.00"))
                .read();
        counts(Folder.only(evidence), "creator performance G3", 1, 1, 1);
        assertEquals("1234.56 USD", money(Folder.funnel(evidence, "jo.glow"), Amount.GMV));
        assertEquals("89.99 USD", money(Folder.funnel(evidence, "jo.glow"), Amount.REFUNDS));
        assertEquals("1234.56 USD", money(Folder.funnel(evidence, "jo.glow"), Amount.VIDEO_GMV));
        assertEquals(
                "empty, but every row needs it", Folder.onlyRejected(evidence).reason());
    }

    @ParameterizedTest
    @EnumSource
    void reads_creator_performance_g3_with_11_columns(Container container) {
        Evidence evidence = new Folder(dir)
                .table(
                        container,
                        "Transaction_Analysis_Creator_List_20260724-20260724",
                        Exports.SHORT_CREATOR,
                        row("jo.glow", "$10.00", "$0.00", "$1.00", "1", "1", "0", "2", "0", "$10.00", "3"))
                .read();
        counts(Folder.only(evidence), "creator performance G3", 1, 1, 0);
        assertEquals(
                Period.of(LocalDate.of(2026, 7, 24)),
                evidence.observations().get(0).period());
        assertEquals(
                Instant.parse("2026-07-25T06:59:59Z"),
                evidence.observations().get(0).asOf());
    }

    @ParameterizedTest
    @EnumSource
    void reads_creator_performance_g1(Container container) {
        Evidence evidence = new Folder(dir)
                .currency("MYR")
                .table(
                        container,
                        "Creator_List_" + WEEK_NAME,
                        Exports.G1_CREATOR,
                        Exports.g1Creator("jo.glow", "7988.8", "40"))
                .read();
        counts(Folder.only(evidence), "creator performance G1", 1, 1, 0);
        assertEquals("7988.80 MYR", money(Folder.funnel(evidence, "jo.glow"), Amount.GMV));
        assertEquals(Source.CREATOR_PERFORMANCE, evidence.observations().get(0).source());
    }

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
        assertTrue(evidence.creators().isEmpty(), "the account is a display name, not a handle");
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
        Evidence evidence = new Folder(dir)
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
                        row("2026-07-05", "2026-07-11", "amazon.com", "northpeak serum", "1,200"))
                .read();
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
                List.of(new Evidence.BrandedSearch(
                        Folder.period("2026-07-05", "2026-07-11", 0), "amazon.com", "northpeak serum", 1200)),
                evidence.brandedSearches());
        assertEquals(List.of(), evidence.findings());
    }

    @ParameterizedTest
    @EnumSource
    void reads_the_daily_funnel_and_adds_up_products(Container container) {
        Evidence evidence = new Folder(dir)
                .table(
                        container,
                        "funnel",
                        row(
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
                                "spend"),
                        row(
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
                                ""),
                        row(
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
                                ""),
                        row(
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
                                "50.00"),
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
