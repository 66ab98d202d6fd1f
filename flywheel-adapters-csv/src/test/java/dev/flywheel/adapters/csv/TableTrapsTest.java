package dev.flywheel.adapters.csv;

import static dev.flywheel.adapters.csv.Exports.OTHER_PRODUCT;
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
import dev.flywheel.core.performance.ImportReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Traps about headers, rows, files and periods, by their number on the formats page. */
class TableTrapsTest extends TrapsFixture {

    @ParameterizedTest
    @EnumSource
    void trap_01_definitions_row_is_no_data(Container container) {
        Evidence evidence = folder().table(container, WEEK, Exports.G3_VIDEO, Exports.G3_DEFINITIONS, good())
                .read();
        assertEquals(1, Folder.only(evidence).accepted());
        assertEquals(2, Folder.only(evidence).nonData());
        assertEquals(List.of(), Folder.only(evidence).rejected());
    }

    @Test
    void trap_01_definitions_row_of_an_order_export_is_no_data() {
        List<String> definitions = new ArrayList<>();
        Exports.ORDERS_US.forEach(header -> definitions.add("The platform's " + header + " of the order."));
        Evidence evidence = folder().table(
                        Container.CSV,
                        "orders",
                        Exports.ORDERS_US,
                        definitions,
                        Exports.order("576000000000000001", "1730000000000000001", "Settled", "13/07/2026 10:11:12"))
                .read();
        assertEquals(
                List.of(1L, 2L),
                List.of(Folder.only(evidence).accepted(), Folder.only(evidence).nonData()));
    }

    @Test
    void trap_02_the_top_creator_in_row_2_is_not_skipped() {
        Evidence evidence = folder().currency("MYR")
                .table(
                        Container.XLSX,
                        "Creator_List_20260709-20260715_20260716082822",
                        Exports.G1_CREATOR,
                        Exports.g1Creator("the.top", "99999.9", "900"),
                        Exports.g1Creator("second", "7988.8", "40"))
                .read();
        assertEquals(
                "99999.90 MYR",
                Folder.funnel(evidence, "the.top").get(Amount.GMV).orElseThrow().toString());
        assertEquals(2, Folder.only(evidence).accepted());
    }

    @Test
    void trap_03_a_missing_required_column_is_an_error_that_names_the_aliases() {
        Evidence evidence = folder().tableOf(
                        Container.CSV,
                        WEEK,
                        Exports.without("Creator video-attributed GMV", Exports.table(Exports.G3_VIDEO, good())))
                .read();
        String message = Folder.findings(evidence, Finding.Kind.COLUMN_MISSING).get(0);
        assertTrue(
                message.contains("no column \"Creator video-attributed GMV\" or \"Affiliate video-attributed GMV\" or"),
                message);
        assertEquals(List.of(), evidence.observations());
        assertEquals(2, Folder.only(evidence).rows());
    }

    @Test
    void trap_03_a_missing_optional_column_is_unknown_and_not_zero() {
        Evidence evidence = folder().tableOf(
                        Container.CSV, WEEK, Exports.without("Video views", Exports.table(Exports.G3_VIDEO, good())))
                .read();
        assertEquals(OptionalLong.empty(), Folder.funnel(evidence, VIDEO).get(Count.VIEWS));
        assertTrue(Folder.findings(evidence, Finding.Kind.OPTIONAL_COLUMN_MISSING)
                .get(0)
                .contains("Video views"));
    }

    @Test
    void trap_04_the_headers_decide_and_not_the_name() {
        Evidence evidence = folder().table(Container.XLSX, "Creator_List_20260709-20260715", Exports.G3_VIDEO, good())
                .read();
        assertEquals("video performance G3", Folder.only(evidence).format());
    }

    @Test
    void trap_05_blanks_and_case_in_headers_do_not_matter() {
        List<String> header = Exports.G3_VIDEO.stream()
                .map(name -> " " + name.toUpperCase(java.util.Locale.ROOT).replace(" ", "  ") + "\t")
                .toList();
        Evidence evidence = folder().table(Container.CSV, WEEK, header, good()).read();
        assertEquals(1, Folder.only(evidence).accepted());
        assertEquals(OptionalLong.of(40), Folder.funnel(evidence, VIDEO).get(Count.ORDERS));
    }

    @Test
    void trap_06_a_header_that_only_contains_the_name_is_not_the_column() {
        List<List<String>> table = Exports.table(
                row("Creator name", "GMV dari video", "Creator LIVE-attributed GMV", "Videos", "Attributed orders"),
                row("jo.glow", "1", "2", "3", "4"));
        Evidence evidence = folder().tableOf(Container.CSV, "Creator_List_20260709-20260715", table)
                .read();
        assertTrue(
                Folder.findings(evidence, Finding.Kind.COLUMN_MISSING).get(0).contains("\"Creator-attributed GMV\""));
    }

    @Test
    void trap_13_data_rows_are_counted_exactly_so_that_a_truncated_export_shows() {
        List<List<String>> table = new ArrayList<>();
        table.add(Exports.SHORT_CREATOR);
        for (int i = 0; i < 5_000; i++) {
            table.add(row("creator" + i, i == 9 ? "much" : "$1.00", "", "", "1", "1", "0", "1", "0", "$1.00", "0"));
        }
        ImportReport report = Folder.only(folder().tableOf(Container.CSV, "Creator_List_20260709-20260715", table)
                .read());
        assertEquals(5_000, report.accepted() + report.rejected().size());
        assertEquals(1, report.nonData());
    }

    @Test
    void trap_14_each_file_keeps_its_own_period() {
        Evidence evidence = folder().table(Container.CSV, "Video_List_20260701-20260710", Exports.G3_VIDEO, good())
                .table(
                        Container.CSV,
                        "Video_List_20260705-20260714",
                        Exports.G3_VIDEO,
                        Exports.g3Video(VIDEO, "jo.glow", PRODUCT, "$1,300.00", "42"))
                .read();
        assertEquals(
                List.of("2026-07-01..2026-07-10", "2026-07-05..2026-07-14"),
                evidence.observations().stream()
                        .map(observation -> observation.period().toString())
                        .sorted()
                        .toList());
    }

    @Test
    void trap_15_without_a_period_the_file_is_refused_and_today_is_not_assumed() {
        Evidence evidence = folder().table(Container.CSV, "export", Exports.G3_VIDEO, good())
                .read();
        assertEquals(
                List.of("video performance G3 has no dates, and its name carries no period"),
                Folder.findings(evidence, Finding.Kind.PERIOD_UNKNOWN));
        assertEquals(List.of(), evidence.observations());
    }

    @Test
    void trap_15_a_given_period_is_used_where_the_name_has_none() {
        Evidence evidence = folder().period("2026-07-01", "2026-07-07")
                .table(Container.CSV, "export", Exports.G3_VIDEO, good())
                .read();
        assertEquals(
                "2026-07-01..2026-07-07",
                evidence.observations().get(0).period().toString());
    }

    @Test
    void trap_16_a_video_repeated_for_each_product_is_added_up_once_per_product() {
        Evidence evidence = folder().table(
                        Container.XLSX,
                        WEEK,
                        Exports.G3_VIDEO,
                        good(),
                        Exports.g3Video(VIDEO, "jo.glow", OTHER_PRODUCT, "$65.44", "2"))
                .read();
        assertEquals(
                "1300.00 USD",
                Folder.funnel(evidence, VIDEO).get(Amount.GMV).orElseThrow().toString());
        assertEquals(OptionalLong.of(42), Folder.funnel(evidence, VIDEO).get(Count.ORDERS));
        assertEquals(OptionalLong.of(50_000), Folder.funnel(evidence, VIDEO).get(Count.VIEWS));
        assertEquals(2, Folder.only(evidence).accepted());
    }

    @ParameterizedTest
    @CsvSource({"'$1,234.56','$900.00',3", "'$900.00','$1,234.56',2"})
    void trap_16_a_video_repeated_for_the_same_product_keeps_the_larger_gmv(String first, String second, long dropped) {
        Evidence evidence = folder().table(
                        Container.CSV,
                        WEEK,
                        Exports.G3_VIDEO,
                        Exports.with(
                                Exports.G3_VIDEO,
                                Exports.with(Exports.G3_VIDEO, good(), "Video title", "one line"),
                                "Creator video-attributed GMV",
                                first),
                        Exports.g3Video(VIDEO, "jo.glow", PRODUCT + "," + OTHER_PRODUCT, second, "38"))
                .read();
        assertEquals(
                "1234.56 USD",
                Folder.funnel(evidence, VIDEO).get(Amount.GMV).orElseThrow().toString());
        assertEquals(dropped, Folder.onlyRejected(evidence).line());
        assertEquals(1, Folder.findings(evidence, Finding.Kind.ROWS_DUPLICATED).size());
    }

    @Test
    void trap_17_order_and_sku_are_the_key_and_a_payment_of_zero_is_a_sample() {
        Evidence evidence = folder().table(
                        Container.CSV,
                        "orders",
                        Exports.ORDERS_US,
                        Exports.order("576000000000000001", "1730000000000000001", "Settled", "13/07/2026 10:11:12"),
                        Exports.with(
                                Exports.ORDERS_US,
                                Exports.order(
                                        "576000000000000001", "1730000000000000002", "Settled", "13/07/2026 10:11:12"),
                                "Payment Amount",
                                "0"),
                        Exports.order("576000000000000003", "1730000000000000001", "Cancelled", "13/07/2026 10:11:12"))
                .read();
        assertEquals(
                List.of("true false", "false true", "false false"),
                evidence.orderLines().stream()
                        .map(dated -> dated.line().isSale() + " " + dated.line().isSample())
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void trap_24_a_native_workbook_with_inline_strings_and_a_wrong_dimension_gives_all_rows(Container container) {
        List<List<String>> table = new ArrayList<>(List.of(Exports.G3_CREATOR));
        for (int i = 0; i < 430; i++) {
            table.add(Exports.g3Creator("creator" + i, "$1.00"));
        }
        Evidence evidence = folder().tableOf(container, "Creator_List_20260709-20260715", table)
                .read();
        assertEquals(430, Folder.only(evidence).accepted());
    }

    @Test
    void trap_25_the_extension_lies_in_both_directions() throws IOException {
        Path workbook = XlsxFile.write(dir.resolve("x"), Exports.table(TAGS, row(VIDEO, "question", "", "", "")));
        Files.move(workbook, dir.resolve("tags.csv"));
        folder().text("other.xlsx", Folder.csv(Exports.table(TAGS, row(OTHER_VIDEO, "story", "", "", ""))));
        assertEquals(2, folder().read().tags().size());
    }

    @ParameterizedTest
    @EnumSource
    void trap_26_captions_hold_anything(Container container) {
        String caption =
                "=HYPERLINK(\"x\"), @jo \t\uD83D\uDE0D \u1019\u103C\u1014\u103A\u1019\u102C\n" + "x".repeat(3_400);
        Evidence evidence = folder().table(
                        container,
                        WEEK,
                        Exports.G3_VIDEO,
                        Exports.with(Exports.G3_VIDEO, good(), "Video title", caption))
                .read();
        assertEquals(1, Folder.only(evidence).accepted());
    }

    private static final List<String> SHOP_ORDERS = row(
            "Order ID",
            "Order Status",
            "Order Substatus",
            "SKU ID",
            "Seller SKU",
            "Product Name",
            "Quantity",
            "Order Amount",
            "Created Time",
            "Paid Time",
            "Buyer Username",
            "Recipient",
            "Phone #",
            "Country",
            "City",
            "Zipcode");

    @Test
    void trap_30_personal_data_of_an_order_export_is_not_taken_for_affiliate_orders() {
        Evidence evidence = folder().table(
                        Container.CSV,
                        "All order-2025-07-31-22_29",
                        SHOP_ORDERS,
                        row(
                                "576000000000000001",
                                "Shipped",
                                "",
                                "1730000000000000001",
                                "",
                                "Serum",
                                "1",
                                "0",
                                "",
                                "",
                                "jo",
                                "Jo Doe",
                                "1",
                                "US",
                                "X",
                                "1"))
                .read();
        assertEquals("all shop orders", Folder.only(evidence).format());
        assertEquals(0, Folder.only(evidence).accepted());
        assertTrue(evidence.findings().stream()
                .noneMatch(finding -> finding.message().contains("Jo Doe")));
    }

    @Test
    void trap_32_blank_columns_blank_rows_repeated_headers_and_own_columns_do_no_harm() {
        List<List<String>> table = new ArrayList<>();
        for (List<String> line : List.of(Exports.G3_VIDEO, row(""), good(), Exports.G3_VIDEO)) {
            List<String> wider = new ArrayList<>(line);
            wider.add(0, "");
            wider.add(line == Exports.G3_VIDEO ? "my own note" : "");
            table.add(wider);
        }
        ImportReport report =
                Folder.only(folder().tableOf(Container.CSV, WEEK, table).read());
        assertEquals(List.of(1L, 3L, 4L), List.of(report.accepted(), report.nonData(), report.rows()));
    }

    @Test
    void trap_34_a_totals_line_is_no_data() {
        List<String> total = new ArrayList<>(java.util.Collections.nCopies(Exports.GMV_MAX.size(), "-"));
        total.set(0, "Total of 2 creatives");
        total.set(Exports.GMV_MAX.indexOf("Cost"), "35.00");
        ImportReport report = Folder.only(folder().table(
                        Container.XLSX,
                        "Creative data 2026-07-09 - 2026-07-15",
                        Exports.GMV_MAX,
                        Exports.ad("177", VIDEO, "15.00", "4", "120.00"),
                        total)
                .read());
        assertEquals(List.of(1L, 2L), List.of(report.accepted(), report.nonData()));
    }

    @Test
    void text_that_is_not_utf_8_is_refused_with_the_offset() {
        byte[] latin = "video_id,hook,angle\n1,caf\u00E9,x\n".getBytes(StandardCharsets.ISO_8859_1);
        Evidence evidence = folder().bytes("tags.csv", latin).read();
        assertEquals(
                List.of("not UTF-8: byte 0xE9 at offset 25, line 2"),
                Folder.findings(evidence, Finding.Kind.FILE_UNREADABLE));
    }
}
