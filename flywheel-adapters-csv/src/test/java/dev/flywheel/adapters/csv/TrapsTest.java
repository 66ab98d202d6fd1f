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
import dev.flywheel.core.performance.RejectedRow;
import dev.flywheel.core.performance.Traffic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One test for each trap of the formats page that concerns the formats read here, by its number. */
class TrapsTest {

    private static final String WEEK = "Video_List_20260709-20260715";
    private static final List<String> TAGS = row("video_id", "hook", "angle", "placement", "format");
    private static final List<String> FUNNEL = row("date", "video_id", "traffic", "clicks", "orders", "gmv");

    @TempDir
    Path dir;

    private Folder folder() {
        return new Folder(dir);
    }

    private Evidence video(String header, String value) {
        return folder().table(
                        Container.CSV, WEEK, Exports.G3_VIDEO, Exports.with(Exports.G3_VIDEO, good(), header, value))
                .read();
    }

    private static List<String> good() {
        return Exports.g3Video(VIDEO, "jo.glow", PRODUCT, "$1,234.56", "40");
    }

    private Evidence order(String... headersAndValues) {
        return folder().table(
                        Container.CSV,
                        "orders",
                        Exports.ORDERS_US,
                        Exports.with(
                                Exports.ORDERS_US,
                                Exports.order(
                                        "576000000000000001", "1730000000000000001", "Settled", "13/07/2026 10:11:12"),
                                headersAndValues))
                .read();
    }

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

    @ParameterizedTest
    @ValueSource(
            strings = {"7.64E+18", "7642431123456789000.0", "7,642,431,123,456,789,012", "7.642.431.123.456.789.012"})
    void trap_07_an_id_mangled_by_a_spreadsheet_is_refused_with_its_line(String mangled) {
        RejectedRow rejected = Folder.onlyRejected(video("Video ID", mangled));
        assertEquals(2, rejected.line());
        assertEquals("Video ID", rejected.column());
        assertEquals(mangled, rejected.value());
        assertTrue(
                rejected.reason().contains("lost digits") || rejected.reason().contains("lose"), rejected.reason());
        assertTrue(rejected.remedy().contains("export again"), rejected.remedy());
    }

    @Test
    void trap_07_a_numeric_cell_beyond_2_to_the_53_is_refused() throws IOException {
        String rows =
                "<row r=\"1\"><c t=\"inlineStr\"><is><t>video_id</t></is></c><c t=\"inlineStr\"><is><t>hook</t></is></c>"
                        + "<c t=\"inlineStr\"><is><t>angle</t></is></c></row><row r=\"2\"><c><v>7.642431123456789E18</v></c>"
                        + "<c t=\"inlineStr\"><is><t>question</t></is></c></row>";
        XlsxFile.write(dir.resolve("tags.xlsx"), XlsxFile.parts(XlsxFile.sheetOf(rows)));
        RejectedRow rejected = Folder.onlyRejected(folder().read());
        assertEquals("an id stored as a number beyond 2^53 has lost digits", rejected.reason());
        assertEquals(2, rejected.line());
    }

    @Test
    void trap_07_ids_that_a_spreadsheet_rounded_to_15_digits_are_refused() {
        Evidence evidence = folder().table(
                        Container.CSV,
                        "tags",
                        TAGS,
                        row(VIDEO, "a", "", "", ""),
                        row(VIDEO.substring(0, 15) + "0000", "b", "", "", ""))
                .read();
        assertTrue(Folder.onlyRejected(evidence).reason().contains("a spreadsheet has rounded it"));
    }

    @Test
    void trap_07_a_lone_id_that_ends_in_zeros_among_many_is_kept() {
        List<List<String>> table = new ArrayList<>(List.of(TAGS));
        for (int i = 1; i <= 40; i++) {
            table.add(row(Exports.videoId("2026-07-10T18:00:00Z", i), "a", "", "", ""));
        }
        table.add(row(VIDEO.substring(0, 15) + "0000", "b", "", "", ""));
        assertEquals(
                41,
                Folder.only(folder().tableOf(Container.CSV, "tags", table).read())
                        .accepted());
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s\t", "'%s", "=\"%s\"", " %s ", "\t%s", "\u200B%s"})
    void trap_07_marks_around_a_whole_id_are_taken_off(String form) {
        Evidence evidence = video("Video ID", String.format(form, VIDEO));
        assertEquals(VIDEO, evidence.videos().get(0).id().value());
    }

    @ParameterizedTest
    @CsvSource({"1234567890123456789,2026-07-16", "123,2026-07-16", "9223372036854775807,2026-07-16"})
    void trap_08_an_id_whose_date_is_impossible_is_refused(String id, String asOf) {
        Evidence evidence = folder().asOf(asOf)
                .table(Container.CSV, "tags", TAGS, row(id, "question", "", "", ""))
                .read();
        assertTrue(
                Folder.onlyRejected(evidence).reason().startsWith("not a video id that can be known: it dates from"));
    }

    @Test
    void trap_08_an_id_of_tomorrow_is_possible_and_one_of_next_week_is_not() {
        String tomorrow = Exports.videoId("2026-07-17T20:00:00Z", 1);
        String nextWeek = Exports.videoId("2026-07-23T20:00:00Z", 1);
        Evidence evidence = folder().asOf("2026-07-16")
                .table(Container.CSV, "tags", TAGS, row(tomorrow, "a", "", "", ""), row(nextWeek, "b", "", "", ""))
                .read();
        assertEquals(1, Folder.only(evidence).accepted());
        assertEquals(nextWeek, Folder.onlyRejected(evidence).value());
    }

    @Test
    void trap_08_the_id_gives_the_post_date_when_it_is_missing() {
        assertEquals(
                Instant.parse("2026-07-10T18:00:00Z"),
                video("Post date", "--").videos().get(0).postedAt());
    }

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

    @ParameterizedTest
    @ValueSource(
            strings = {"https://v16.tiktokcdn.com/video/tos/useast/abc/?expire=1", "https://vm.tiktok.com/ZM123/", "--"
            })
    void trap_28_a_link_without_an_id_is_rejected_when_it_is_all_there_is(String link) {
        Evidence evidence = folder().table(
                        Container.CSV, WEEK, Exports.G1_VIDEO, Exports.g1Video(link, "jo", "1.00", "10", "1%"))
                .read();
        assertEquals(
                "no video id, and none in the link",
                Folder.onlyRejected(evidence).reason());
    }

    @ParameterizedTest
    @CsvSource({"@Jo.Glow,jo.glow", "' JO_1 ',jo_1", "jo (L2),jo"})
    void trap_29_handles_are_brought_to_one_form(String written, String handle) {
        Evidence evidence = video("Creator name", written);
        assertEquals(handle, evidence.creators().iterator().next().value());
    }

    @Test
    void trap_29_a_display_name_is_no_handle() {
        assertEquals(
                "not a creator's handle",
                Folder.onlyRejected(video("Creator name", "Jo \u2728 Glow")).reason());
    }

    @Test
    void trap_30_personal_data_of_an_order_export_is_not_taken_for_affiliate_orders() {
        Evidence evidence = folder().table(
                        Container.CSV,
                        "All order-2025-07-31-22_29",
                        row(
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
                                "Zipcode"),
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

    @Test
    void text_that_is_not_utf_8_is_refused_with_the_offset() {
        byte[] latin = "video_id,hook,angle\n1,caf\u00E9,x\n".getBytes(StandardCharsets.ISO_8859_1);
        Evidence evidence = folder().bytes("tags.csv", latin).read();
        assertEquals(
                List.of("not UTF-8: byte 0xE9 at offset 25"), Folder.findings(evidence, Finding.Kind.FILE_UNREADABLE));
    }
}
