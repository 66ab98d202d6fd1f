package dev.flywheel.adapters.csv;

import static dev.flywheel.adapters.csv.Exports.PRODUCT;
import static dev.flywheel.adapters.csv.Exports.VIDEO;
import static dev.flywheel.adapters.csv.Folder.row;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.flywheel.core.cycle.Evidence;
import dev.flywheel.core.performance.Observation;
import dev.flywheel.core.performance.Traffic;
import dev.flywheel.core.program.ProductId;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The GMV Max creative report in other languages. */
class GmvMaxLanguagesTest extends FormatsFixture {

    private static final List<String> INDONESIAN_ADS = row(
            "Nama kampanye",
            "ID Campaign",
            "ID produk",
            "Jenis materi iklan",
            "Judul video",
            "ID video",
            "Akun TikTok",
            "Waktu posting",
            "Status",
            "Jenis otorisasi",
            "Biaya",
            "Pesanan SKU",
            "Biaya per pesanan",
            "Pendapatan kotor",
            "ROI",
            "Impresi iklan produk",
            "Jumlah klik iklan produk",
            "Tingkat klik iklan produk",
            "Rasio konversi iklan",
            "Rasio tayang video iklan 2 detik",
            "Rasio tayang video iklan 6 detik",
            "Rasio tayang video iklan 25%",
            "Rasio tayang video iklan 50%",
            "Rasio tayang video iklan 75%",
            "Rasio tayang video iklan 100%",
            "Mata uang");

    private static final List<String> CHINESE_ADS = row(
            "\u5E7F\u544A\u8BA1\u5212\u540D\u79F0",
            "\u5E7F\u544A\u8BA1\u5212 ID",
            "\u5546\u54C1 ID",
            "\u521B\u610F\u4F5C\u54C1\u7C7B\u578B",
            "\u89C6\u9891\u6807\u9898",
            "\u89C6\u9891 ID",
            "TikTok \u8D26\u53F7",
            "\u53D1\u5E03\u65F6\u95F4",
            "\u72B6\u6001",
            "\u6388\u6743\u7C7B\u578B",
            "\u6210\u672C",
            "SKU \u8BA2\u5355\u6570",
            "\u5E73\u5747\u4E0B\u5355\u6210\u672C",
            "\u603B\u6536\u5165",
            "ROI",
            "\u5546\u54C1\u5E7F\u544A\u66DD\u5149\u6570",
            "\u5546\u54C1\u5E7F\u544A\u70B9\u51FB\u6570",
            "\u5546\u54C1\u5E7F\u544A\u70B9\u51FB\u7387",
            "\u5E7F\u544A\u8F6C\u5316\u7387",
            "\u5E7F\u544A\u89C6\u9891\u64AD\u653E\u8FBE 2 \u79D2\u64AD\u653E\u7387",
            "\u5E7F\u544A\u89C6\u9891\u64AD\u653E\u8FBE 6 \u79D2\u64AD\u653E\u7387",
            "\u5E7F\u544A\u89C6\u9891\u64AD\u653E\u8FBE 25% \u64AD\u653E\u7387",
            "\u5E7F\u544A\u89C6\u9891\u64AD\u653E\u8FBE 50% \u64AD\u653E\u7387",
            "\u5E7F\u544A\u89C6\u9891\u64AD\u653E\u8FBE 75% \u64AD\u653E\u7387",
            "\u5E7F\u544A\u89C6\u9891\u5B8C\u64AD\u7387",
            "\u8D27\u5E01");

    private static final List<String> AD = row(
            "Musim panas",
            "178",
            PRODUCT,
            "Video",
            "judul",
            VIDEO,
            "Jo \u2728",
            "2026-07-10 11:00:00",
            "Delivering",
            "Video code",
            "15000",
            "4",
            "3750",
            "120000",
            "8",
            "10000",
            "200",
            "0.02",
            "0.05",
            "0.3",
            "0.2",
            "0.1",
            "0.05",
            "0.03",
            "0.01",
            "IDR");

    /** Every column is known; a bulk file is the same without the ROI. */
    @ParameterizedTest
    @CsvSource({"true, ROI", "true, none", "false, ROI", "false, none"})
    void reads_gmv_max_in_indonesian_and_chinese_with_and_without_roi(boolean indonesian, String left) {
        List<String> header = indonesian ? INDONESIAN_ADS : CHINESE_ADS;
        List<List<String>> table = Exports.table(header, AD);
        if (!left.equals("ROI")) {
            table = Exports.without("ROI", table);
        }
        Evidence evidence = both(
                "IDR", "creative data for product campaigns 2026-07-09 00 ~ 2026-07-15 20", table.get(0), table.get(1));
        counts(Folder.only(evidence), "GMV Max creative report", 1, 1, 0);
        Observation paid = evidence.observations().get(0);
        Observation blended = evidence.observations().get(1);
        assertEquals(List.of(Traffic.PAID, WEEK), List.of(paid.traffic(), paid.period()));
        assertEquals(
                "PRODUCT_IMPRESSIONS=10000 CLICKS=200 SPEND=15000.00 IDR",
                paid.funnel().toString());
        assertEquals("ORDERS=4 GMV=120000.00 IDR", blended.funnel().toString());
        assertEquals(
                List.of(new ProductId(PRODUCT)),
                List.copyOf(evidence.videos().get(0).products()));
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void every_column_of_gmv_max_is_known_in_indonesian_and_chinese(boolean indonesian) {
        List<String> header = indonesian ? INDONESIAN_ADS : CHINESE_ADS;
        new Folder(dir).table(Folder.Container.CSV, "ads 2026-07-09 - 2026-07-15", header);
        assertEquals(
                List.of(),
                FileExplanations.of(
                                dir.resolve("ads 2026-07-09 - 2026-07-15.csv"),
                                ImportSettings.builder(Folder.program(Currency.getInstance("IDR")))
                                        .build())
                        .columns()
                        .stream()
                        .filter(column -> column.why().equals("not known to this format"))
                        .toList());
    }
}
