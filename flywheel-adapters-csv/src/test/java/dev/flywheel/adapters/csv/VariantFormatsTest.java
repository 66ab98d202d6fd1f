package dev.flywheel.adapters.csv;

import static dev.flywheel.adapters.csv.Exports.OTHER_PRODUCT;
import static dev.flywheel.adapters.csv.Exports.PRODUCT;
import static dev.flywheel.adapters.csv.Exports.VIDEO;
import static dev.flywheel.adapters.csv.Folder.row;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.flywheel.core.content.VideoId;
import dev.flywheel.core.cycle.Evidence;
import dev.flywheel.core.performance.Coverage;
import dev.flywheel.core.performance.Finding;
import dev.flywheel.core.performance.OrderLine;
import dev.flywheel.core.performance.Source;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same reports in other languages, of partners, and of generations between. */
class VariantFormatsTest extends FormatsFixture {

    private static final String ORDER = "576000000000000001";
    private static final String SKU = "1730000000000000001";

    private static final List<String> PARTNER_ORDERS = row(
            "Partner campaign ID",
            "Shop code",
            "Order ID",
            "Product ID",
            "SKU ID",
            "Quantity",
            "Commission GMV",
            "Order settlement status",
            "Standard affiliate partner commission rate",
            "Attribution type",
            "Creator Username",
            "Content Type",
            "Content ID",
            "Time Created",
            "Currency");

    private static List<String> partnerOrder(String order, String shop, String product) {
        return row(
                "77",
                shop,
                order,
                product,
                SKU,
                "2",
                "28.50",
                "Settled",
                "3%",
                "Direct",
                "jo.glow",
                "Video",
                VIDEO,
                "13/07/2026 10:11:12",
                "USD");
    }

    @Test
    void reads_only_our_products_of_a_partners_orders_and_claims_no_day_to_be_complete() {
        Evidence evidence = both(
                "USD",
                "partner orders",
                PARTNER_ORDERS,
                partnerOrder(ORDER, "USLC1", PRODUCT),
                partnerOrder("576000000000000002", "USLC2", OTHER_PRODUCT),
                partnerOrder("576000000000000003", "USLC2", ""));
        counts(Folder.only(evidence), "affiliate orders of a partner", 1, 3, 0);
        OrderLine line = evidence.orderLines().get(0).line();
        assertEquals(
                List.of(ORDER, OrderLine.Status.SETTLED, Optional.of(new VideoId(VIDEO))),
                List.of(line.orderId(), line.status(), line.video()));
        assertEquals(List.<Coverage>of(), evidence.coverage());
        assertEquals(
                List.of("2 rows of a partner's export name no product of the programme and were left out"),
                Folder.findings(evidence, Finding.Kind.ROWS_WITHOUT_VIDEO));
    }

    @Test
    void reads_a_partners_orders_in_japanese_and_english() {
        Evidence evidence = both(
                "JPY",
                "orders",
                row(
                        "Order ID",
                        "Product ID",
                        "SKU ID",
                        "\u4FA1\u683C",
                        "\u6570\u91CF",
                        "\u6210\u679C\u5831\u916CGMV",
                        "\u6210\u679C\u5831\u916C\u30D9\u30FC\u30B9",
                        "\u652F\u6255\u3044\u72B6\u6CC1",
                        "\u6CE8\u6587\u306E\u6C7A\u6E08\u72B6\u6CC1",
                        "\u3059\u3079\u3066\u8FD4\u54C1\u307E\u305F\u306F\u8FD4\u91D1\u6E08\u307F",
                        "\u6CE8\u6587\u914D\u9054\u65E5\u6642",
                        "\u652F\u6255\u3044\u65E5\u6642",
                        "Time Created",
                        "Seller Sku"),
                japaneseOrder(ORDER, "\u6C7A\u6E08\u6E08\u307F", "\u3044\u3044\u3048"),
                japaneseOrder("576000000000000002", "Settled", "\u306F\u3044"),
                japaneseOrder("576000000000000003", "\u8B0E", "No"));
        counts(Folder.only(evidence), "affiliate orders of a partner", 2, 1, 1);
        OrderLine line = evidence.orderLines().get(0).line();
        assertEquals(
                List.of(OrderLine.Status.SETTLED, false, 3L), List.of(line.status(), line.refunded(), line.quantity()));
        assertEquals(true, evidence.orderLines().get(1).line().refunded());
        assertEquals(List.<Coverage>of(), evidence.coverage());
        assertEquals(
                "an order status that is not known, so nobody can say whether it was a sale",
                Folder.onlyRejected(evidence).reason());
    }

    private static List<String> japaneseOrder(String order, String status, String refunded) {
        return row(
                order,
                PRODUCT,
                SKU,
                "3,000\u5186",
                "3",
                "9,000\u5186",
                "9,000\u5186",
                "-",
                status,
                refunded,
                "",
                "",
                "13/07/2026 10:11:12",
                "S-1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Creator name;GMV;Orders;Videos;Samples shipped;Est. commission|jo.glow;$10.50;2;3;1;$1.50"
                        + "|creator performance G2|USD|ORDERS=2 GMV=10.50 USD COMMISSION=1.50 USD",
                "Creator name;Affiliate-attributed GMV;Affiliate video-attributed GMV;Affiliate live-attributed GMV"
                        + ";Attributed orders;Affiliate-attributed items sold;AOV;Refunds;Items refunded"
                        + ";Avg. daily customers;Avg.daily products added to showcase"
                        + "|jo.glow;$10.50;$9.00;$1.50;2;3;$5.25;$0.00;0;0.3;0.1"
                        + "|creator performance G2|USD"
                        + "|ORDERS=2 ITEMS=3 REFUNDED_ITEMS=0 GMV=10.50 USD VIDEO_GMV=9.00 USD REFUNDS=0.00 USD",
                "Nama Kreator;GMV dari kreator;Pengembalian dana;Pesanan teratribusi;Produk yang terjual melalui afiliasi"
                        + ";Produk yang dikembalikan dananya;AOV;Video;Siaran LIVE;Sampel terkirim;Perkiraan komisi"
                        + ";Pengikut;GMV dari siaran LIVE;GMV dari video"
                        + "|jo.glow;Rp1.234.567;Rp0;2;3;0;Rp617.284;4;1;2;Rp123.456;1.000;Rp234.567;Rp1.000.000"
                        + "|creator performance|IDR|ORDERS=2 ITEMS=3 REFUNDED_ITEMS=0 GMV=1234567.00 IDR"
                        + " VIDEO_GMV=1000000.00 IDR REFUNDS=0.00 IDR COMMISSION=123456.00 IDR",
                "Creator name;Creator-attributed GMV;GMV \u0111\u1EBFn t\u1EEB video li\u00EAn k\u1EBFt;Attributed orders"
                        + "|jo.glow;627.840.078\u20AB;500.000\u20AB;12|creator performance G3|VND"
                        + "|ORDERS=12 GMV=627840078 VND VIDEO_GMV=500000 VND",
                "Creator name;Creator-attributed GMV (\u0E3F);LIVE-attributed GMV (\u0E3F);Attributed orders"
                        + "|jo.glow;1,234.50;34.50;12|creator performance|THB|ORDERS=12 GMV=1234.50 THB",
                "Creator nickname;Creator username;Affiliate GMV;Items sold;Est. commission;Commission base;LIVE CTR"
                        + ";LIVE CTOR;LIVE RPM;Video CTR;Video CTOR;Video RPM"
                        + "|Jo;jo.glow;2,281,428\u5186;90;22,814\u5186;2,281,428\u5186;1%;2%;3;4%;5%;6"
                        + "|creator performance G1|JPY|ITEMS=90 GMV=2281428 JPY COMMISSION=22814 JPY",
            })
    void reads_creator_performance_of_every_generation_and_language(
            String header, String cells, String format, String currency, String funnel) {
        Evidence evidence = both(currency, "Creator_List_" + WEEK_NAME, row(header.split(";")), row(cells.split(";")));
        counts(Folder.only(evidence), format, 1, 1, 0);
        assertEquals(funnel, Folder.funnel(evidence, "jo.glow").toString());
        assertEquals(WEEK, evidence.observations().get(0).period());
    }

    @Test
    void the_summary_of_all_creators_is_recognised_and_is_no_creator() {
        List<String> header =
                row("Creator-attributed GMV", "Refunds", "Attributed orders", "AOV", "Videos", "Samples shipped");
        Evidence evidence = both(
                "USD",
                "Transaction_Analysis_Core_Metrics_20260709-20260715",
                header,
                row("$1,000.00", "$0.00", "30", "$33.33", "12", "5"));
        counts(Folder.only(evidence), "creator performance G3 in one row", 0, 2, 0);
        assertEquals(List.of(), evidence.observations());
        assertEquals(List.of(), Folder.findings(evidence, Finding.Kind.COLUMN_MISSING));
        assertEquals(
                1, Folder.findings(evidence, Finding.Kind.FILE_NOT_RECOGNISED).size());
        Evidence list = both(
                "USD",
                "Creators_20260709-20260715",
                header,
                row("$1,000.00", "$0.00", "30", "$33.33", "12", "5"),
                row("$900.00", "$0.00", "20", "$45.00", "11", "5"),
                row("$800.00", "$0.00", "10", "$80.00", "10", "5"));
        assertEquals(1, Folder.findings(list, Finding.Kind.COLUMN_MISSING).size());
    }

    @Test
    void a_partners_custom_report_is_recognised() {
        Evidence evidence = both(
                "USD",
                "Custom report",
                row(
                        "Campaign ID",
                        "Campaign name",
                        "Creator follower count",
                        "Product ID",
                        "Product name",
                        "Shop code",
                        "Shop name",
                        "Video name",
                        "Post time",
                        "Creator video-attributed orders",
                        "Affiliate video orders",
                        "Creator-attributed items sold",
                        "Estimated affiliate partner commission ",
                        "Actual affiliate partner commission",
                        "Video product RPM",
                        "Livestream room ID",
                        "LIVE time info"),
                row("1", "Summer", "9", PRODUCT, "Serum", "X", "Shop", "v", "", "1", "1", "1", "1", "1", "1", "", ""));
        counts(Folder.only(evidence), "partner custom report", 0, 2, 0);
        assertEquals(List.of(), evidence.observations());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Video ID;T\u00EDtulo do v\u00EDdeo;Hor\u00E1rio de Publica\u00E7\u00E3o do V\u00EDdeo;Nome de Usu\u00E1rio"
                        + ";GMV;Orders|%s;legenda;10/07/2026 11:00;jo.glow;R$ 1.234,56;3|video performance|BRL"
                        + "|ORDERS=3 GMV=1234.56 BRL",
                "Video ID;Video title;Creator name;GMV \u0111\u1EBFn t\u1EEB video li\u00EAn k\u1EBFt"
                        + ";Video-attributed orders|%s;t;jo.glow;627.840.078\u20AB;3|video performance G2|VND"
                        + "|ORDERS=3 GMV=627840078 VND",
                "Video ID;Video title;Creator name;Video-attributed GMV (\u0E3F);Attributed orders;Items sold"
                        + "|%s;t;jo.glow;1,234.50;3;4|video performance G2|THB|ORDERS=3 ITEMS=4 GMV=1234.50 THB",
                "Video ID;Video title;Creator name;Affiliate video-attributed GMV;Attributed orders"
                        + ";Affiliate-attributed items sold|%s;t;jo.glow;$9.50;3;4|video performance G2|USD"
                        + "|ORDERS=3 ITEMS=4 GMV=9.50 USD",
                "Shoppable video ID;Video name;Creator username;GMV;Affiliate shoppable video GMV;Affiliate orders"
                        + ";Affiliate items sold |%s;t;jo.glow;99.0;90.93;3;4|video performance G1|USD"
                        + "|ORDERS=3 ITEMS=4 GMV=90.93 USD",
            })
    void reads_video_performance_of_every_generation_and_language(
            String header, String cells, String format, String currency, String funnel) {
        Evidence evidence = both(
                currency,
                "Video_List_" + WEEK_NAME,
                row(header.split(";")),
                row(String.format(cells, VIDEO).split(";")));
        counts(Folder.only(evidence), format, 1, 1, 0);
        assertEquals(funnel, Folder.funnel(evidence, VIDEO).toString());
        assertEquals(Source.VIDEO_PERFORMANCE, evidence.observations().get(0).source());
    }
}
