package dev.flywheel.adapters.csv;

import static dev.flywheel.adapters.csv.AmazonExports.BRAND_LINE;
import static dev.flywheel.adapters.csv.AmazonExports.BRAND_VIEW;
import static dev.flywheel.adapters.csv.AmazonExports.SQP_NAME;
import static dev.flywheel.adapters.csv.AmazonExports.query;
import static dev.flywheel.adapters.csv.AmazonExports.renamed;
import static dev.flywheel.adapters.csv.AmazonExports.report;
import static dev.flywheel.adapters.csv.Exports.table;
import static dev.flywheel.adapters.csv.Exports.with;
import static dev.flywheel.adapters.csv.Exports.without;
import static dev.flywheel.adapters.csv.Folder.only;
import static dev.flywheel.adapters.csv.Folder.onlyRejected;
import static dev.flywheel.adapters.csv.Folder.period;
import static dev.flywheel.adapters.csv.Folder.row;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.flywheel.core.cycle.Evidence;
import dev.flywheel.core.halo.BrandTerms;
import dev.flywheel.core.halo.BrandedWeek;
import dev.flywheel.core.halo.BrandedWeeks;
import dev.flywheel.core.halo.Marketplace;
import dev.flywheel.core.halo.SearchFunnel;
import dev.flywheel.core.halo.SearchQuery;
import dev.flywheel.core.performance.FileExplanation;
import dev.flywheel.core.performance.Finding;
import dev.flywheel.core.performance.Period;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchQueryPerformanceTest extends FormatsFixture {

    private static final Period AMAZON_WEEK = period("2026-07-05", "2026-07-11", 0);
    private static final String LABEL = "Amazon search query performance";
    private static final String RESAVED = "\"Brand=[\"\"Mott & Bow\"\"]\",\"Reporting Range=[\"\"Weekly\"\"]\","
            + "\"Select week=[\"\"Week 28 | 2026\"\"]\"" + ",".repeat(31);

    private Folder folder() {
        return new Folder(dir);
    }

    private Evidence read(String name, String text) {
        return folder().text(name + ".csv", text).read();
    }

    private static SearchQuery onlyQuery(Evidence evidence) {
        assertEquals(1, evidence.amazon().searchQueries().size(), evidence.toString());
        return evidence.amazon().searchQueries().get(0);
    }

    @Test
    void trap_22_the_first_line_is_not_csv_and_says_brand_and_week() {
        Evidence evidence =
                read(SQP_NAME, report(BRAND_LINE, table(BRAND_VIEW, query("cabinet", "1", "14874", "2026-07-11"))));
        counts(only(evidence), LABEL, 1, 2, 0);
        SearchQuery query = onlyQuery(evidence);
        assertEquals("Mott, Bow & \"Sons\"", query.viewOf());
        assertEquals(SearchQuery.View.BRAND, query.view());
        assertEquals(AMAZON_WEEK, query.period());
        assertEquals(Marketplace.US, query.marketplace());
        assertEquals(1L, query.score());
        assertEquals(14_874L, query.volume());
        assertEquals(new SearchFunnel(341_206L, 4_324L, 653L, 67L), query.total());
        assertEquals(new SearchFunnel(57L, 3L, 2L, 1L), query.own());
        assertEquals(List.of(), evidence.findings());
        assertEquals(AMAZON_WEEK, only(evidence).period().orElseThrow());
    }

    /** FastCSV takes over where a row leaves the standard; both count the same physical lines. */
    @Test
    void the_first_line_is_split_off_for_both_readers() {
        String rows = report(BRAND_LINE, table(BRAND_VIEW, query("cabinet", "1", "14874", "2026-07-11")));
        String odd = rows + "\"vitamin\" ,\"x\",\"2\"\n";
        Evidence evidence = read(SQP_NAME, odd);
        counts(only(evidence), LABEL, 1, 2, 1);
        assertEquals(4, onlyRejected(evidence).line());
        assertEquals("x", onlyRejected(evidence).value());
        assertEquals("Mott, Bow & \"Sons\"", onlyQuery(evidence).viewOf());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\uFEFF"})
    void a_spreadsheet_saves_the_first_line_as_csv(String mark) {
        String text = mark + RESAVED + "\n"
                + report("", table(BRAND_VIEW, query("cabinet", "1", "14874", "2026-07-11")))
                        .substring(1);
        Evidence evidence = read("US_saved again", text);
        counts(only(evidence), LABEL, 1, 2, 0);
        assertEquals("Mott & Bow", onlyQuery(evidence).viewOf());
        assertEquals(AMAZON_WEEK, onlyQuery(evidence).period());
    }

    @Test
    void a_workbook_gives_the_same_as_text() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(row(
                "Brand=[\"Mott & Bow\"]",
                "Reporting Range=[\"Weekly\"]",
                "Select week=[\"Week 28 | 2026-07-05 - 2026-07-11 2026\"]"));
        rows.add(BRAND_VIEW);
        rows.add(query("cabinet", "1", "14874", "2026-07-11"));
        Evidence evidence =
                folder().tableOf(Folder.Container.XLSX, SQP_NAME, rows).read();
        counts(only(evidence), LABEL, 1, 2, 0);
        assertEquals("Mott & Bow", onlyQuery(evidence).viewOf());
        assertEquals(new SearchFunnel(57L, 3L, 2L, 1L), onlyQuery(evidence).own());
        assertEquals(List.of(), evidence.findings());
    }

    @ParameterizedTest
    @EnumSource(Folder.Container.class)
    void without_its_first_line_the_brand_is_taken_for_the_programmes_and_it_is_said(Folder.Container container) {
        Evidence evidence = folder().table(
                        container, SQP_NAME, BRAND_VIEW, query("cabinet", "1", "14874", "2026-07-11"))
                .read();
        counts(only(evidence), LABEL, 1, 1, 0);
        assertEquals("Northpeak", onlyQuery(evidence).viewOf());
        assertEquals(AMAZON_WEEK, onlyQuery(evidence).period());
        assertEquals(
                List.of("nothing says of which brand this report is; it was taken for Northpeak"),
                Folder.findings(evidence, Finding.Kind.VIEW_UNKNOWN));
    }

    @Test
    void the_view_of_a_product_in_the_united_kingdom() {
        String line = "ASIN or Product=[\"B08MWWJ3HG\"],Reporting Range=[\"Weekly\"],"
                + "Select week=[\"Week 28 | 2026-07-05 - 2026-07-11 2026\"]";
        List<String> header = renamed(
                BRAND_VIEW,
                "Brand",
                "ASIN",
                "Cart Add",
                "Basket Add",
                "Same Day Sh",
                "Same-Day Sh",
                "1D Sh",
                "1D-Sh",
                "2D Sh",
                "2D-Sh");
        assertTrue(header.contains("Basket Adds: Basket Add Rate %"), header.toString());
        Evidence evidence = read(
                "GB_Search_query_performance_ASIN_view_Simple_Week_2026_07_11 (5)",
                report(line, table(header, query("cabinet", "1", "14874", "2026-07-11"))));
        SearchQuery query = onlyQuery(evidence);
        assertEquals(SearchQuery.View.ASIN, query.view());
        assertEquals("B08MWWJ3HG", query.viewOf());
        assertEquals(Marketplace.GB, query.marketplace());
        assertEquals(new SearchFunnel(57L, 3L, 2L, 1L), query.own());
        assertEquals(653L, query.total().cartAdds());
        assertEquals(List.of(), evidence.findings());
        FileExplanation explained = FileExplanations.of(
                dir.resolve("GB_Search_query_performance_ASIN_view_Simple_Week_2026_07_11 (5).csv"),
                ImportSettings.builder(Folder.program(Currency.getInstance("USD")))
                        .build());
        assertEquals(34, explained.candidates().get(0).known());
        assertEquals("a line above its header", explained.periodFrom());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Select month=[\"June | 2026-06-01 - 2026-06-30 2026\"];x;2026-06-30;2026-06-01;2026-06-30",
                "Reporting Range=[\"Monthly\"],Select month=[\"June\"];x;2026-06-30;2026-06-01;2026-06-30",
                "Reporting Range=[\"Quarterly\"],Select year=[\"2026\"],Select quarter=[\"1\"];x;'';2026-01-01;2026-03-31",
                "'';Comprehensive_Quarter_2024_03_31;2024-03-31;2024-01-01;2024-03-31",
                "'';Simple_Month_2025_08_31;'';2025-08-01;2025-08-31",
                "'';no period;2026-07-11;2026-07-05;2026-07-11",
                "'';no period;2026-04-30;2026-04-01;2026-04-30",
            })
    void the_period_comes_from_the_line_the_date_or_the_name(
            String line, String name, String date, String first, String last) {
        String prefix = line.isEmpty() ? "" : "Brand=[\"A\"]," + line;
        Evidence evidence = read("US_" + name, report(prefix, table(BRAND_VIEW, query("cabinet", "1", "5", date))));
        assertEquals(
                period(first, last, 0),
                onlyQuery(evidence).period(),
                evidence.findings().toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-06-30|several periods can end on 2026-06-30: 2026-06-01..2026-06-30, 2026-04-01..2026-06-30",
                "2026-07-14|no week, month or quarter of Amazon's ends on 2026-07-14",
                "''|no date, and nothing else says which days these are",
            })
    void a_period_is_not_guessed(String date, String reason) {
        Evidence evidence = read("US_x", report("", table(BRAND_VIEW, query("cabinet", "1", "5", date))));
        assertEquals(reason, onlyRejected(evidence).reason());
        assertEquals(List.of(), evidence.amazon().all());
    }

    @Test
    void a_report_without_any_date_asks_for_its_period() {
        List<List<String>> rows = without("Reporting Date", table(BRAND_VIEW, query("cabinet", "1", "5", "-")));
        Evidence evidence = read("US_x", report("", rows));
        assertEquals(
                List.of(LABEL + " has no dates, and its name carries no period"),
                Folder.findings(evidence, Finding.Kind.PERIOD_UNKNOWN));
        assertEquals(
                AMAZON_WEEK,
                onlyQuery(folder().period("2026-07-05", "2026-07-11").read()).period());
    }

    @Test
    void a_row_that_contradicts_the_first_line_is_set_aside() {
        Evidence evidence = read(
                SQP_NAME,
                report(
                        BRAND_LINE,
                        table(
                                BRAND_VIEW,
                                query("cabinet", "1", "14874", "2026-07-11"),
                                query("shelf", "2", "9", "2026-07-18"))));
        counts(only(evidence), LABEL, 1, 2, 1);
        assertEquals(
                "2026-07-18 contradicts 2026-07-11, which the first line says",
                onlyRejected(evidence).reason());
    }

    @Test
    void a_name_of_other_days_than_the_file_is_said_and_not_believed() {
        Evidence evidence = read(
                "US_Search_Query_Performance_Brand_View_Simple_Week_2026_02_07",
                report(BRAND_LINE, table(BRAND_VIEW, query("cabinet", "1", "14874", "2026-07-11"))));
        assertEquals(AMAZON_WEEK, onlyQuery(evidence).period());
        assertEquals(
                List.of(
                        "the name says 2026-02-01..2026-02-07, but the file itself says 2026-07-05..2026-07-11; the file"
                                + " itself was believed"),
                Folder.findings(evidence, Finding.Kind.PERIOD_CONTRADICTED));
    }

    @Test
    void a_marketplace_that_nobody_names_is_asked_for_and_not_assumed() {
        String text = report(BRAND_LINE, table(BRAND_VIEW, query("cabinet", "1", "14874", "2026-07-11")));
        Evidence evidence = read("report of week 28", text);
        counts(only(evidence), LABEL, 0, 3, 0);
        assertEquals(
                List.of(LABEL + ": nothing says from which marketplace it is"),
                Folder.findings(evidence, Finding.Kind.MARKETPLACE_UNKNOWN));
        assertEquals(List.of(), evidence.amazon().all());
        assertEquals(
                Marketplace.CA,
                onlyQuery(folder().marketplace(Marketplace.CA).read()).marketplace());
    }

    @ParameterizedTest
    @CsvSource({"US, US", "UK, GB", "CA, CA", "IN, IN", "DE, DE"})
    void the_name_begins_with_the_marketplace_and_wins_over_the_setting(String prefix, Marketplace place) {
        folder().text(
                        prefix + "_Search_Query_Performance.csv",
                        report(BRAND_LINE, table(BRAND_VIEW, query("cabinet", "1", "14874", "2026-07-11"))));
        assertEquals(
                place, onlyQuery(folder().marketplace(Marketplace.JP).read()).marketplace());
    }

    @Test
    void dirty_queries_stay_as_they_are() {
        Evidence evidence = read(
                SQP_NAME,
                report(
                        BRAND_LINE,
                        table(
                                BRAND_VIEW,
                                query("magnesium \"extra\", strong", "1", "50", "2026-07-11"),
                                query("cocktail set(?)", "2", "40", "2026-07-11"),
                                query("total", "3", "30", "2026-07-11"),
                                query("null", "4", "1,234", "2026-07-11"),
                                query("North Peak", "5", "20", "2026-07-11"),
                                query("north peak", "6", "20", "2026-07-11"),
                                query("north peak", "7", "21", "2026-07-11"))));
        counts(only(evidence), LABEL, 6, 2, 1);
        assertEquals(
                "the same query of the same days is listed on line 8",
                onlyRejected(evidence).reason());
        List<String> queries = evidence.amazon().searchQueries().stream()
                .map(SearchQuery::query)
                .toList();
        assertEquals(
                List.of("North Peak", "cocktail set(?)", "magnesium \"extra\", strong", "north peak", "null", "total"),
                queries);
    }

    @Test
    void a_missing_number_is_unknown_and_not_zero() {
        List<String> row = with(
                BRAND_VIEW,
                query("cabinet", "1", "", "2026-07-11"),
                "Clicks: Brand Count",
                "",
                "Purchases: Total Count",
                "-",
                "Purchases: Brand Count",
                "0");
        SearchQuery query = onlyQuery(read(SQP_NAME, report(BRAND_LINE, table(BRAND_VIEW, row))));
        assertNull(query.volume());
        assertNull(query.own().clicks());
        assertNull(query.total().purchases());
        assertEquals(0L, query.own().purchases());
    }

    @Test
    void every_row_of_a_full_report_is_accounted_for() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(BRAND_VIEW);
        for (int i = 1; i <= 1_000; i++) {
            rows.add(query("query " + i, String.valueOf(i), "9", "2026-07-11"));
        }
        Evidence evidence = read(SQP_NAME, report(BRAND_LINE, rows));
        counts(only(evidence), LABEL, 1_000, 2, 0);
        assertEquals(1_002, only(evidence).rows());
        assertEquals(1_000, evidence.amazon().searchQueries().size());
    }

    @Test
    void rejected_rows_come_back_once_mended_with_the_first_line() throws IOException {
        Path aside = dir.resolve("aside");
        read(
                SQP_NAME,
                report(
                        BRAND_LINE,
                        table(
                                BRAND_VIEW,
                                query("cabinet", "1", "14874", "2026-07-11"),
                                query("shelf", "2", "many", "2026-07-11"))));
        folder().quarantine(aside).read();
        Path rejected;
        try (Stream<Path> files = Files.list(aside)) {
            rejected = files.findFirst().orElseThrow();
        }
        Files.writeString(rejected, Files.readString(rejected).replace("many", "77"));
        Evidence mended = new Folder(aside).read();
        assertEquals("shelf", onlyQuery(mended).query());
        assertEquals(77L, onlyQuery(mended).volume());
        assertEquals("Mott, Bow & \"Sons\"", onlyQuery(mended).viewOf());
        assertEquals(AMAZON_WEEK, onlyQuery(mended).period());
    }

    /**
     * The volume is the market's: it stands in every view and in the brand's own list, and counts once. A query that a
     * report leaves out is missing there, not zero.
     */
    @Test
    void trap_31_a_week_of_branded_search_has_one_volume_however_many_files_know_it() {
        String product = "ASIN or Product=[\"B08MWWJ3HG\"],Reporting Range=[\"Weekly\"],"
                + "Select week=[\"Week 28 | 2026-07-05 - 2026-07-11 2026\"]";
        folder().text(
                        SQP_NAME + ".csv",
                        report(BRAND_LINE, table(BRAND_VIEW, query("northpeak serum", "1", "900", "2026-07-11"))))
                .text(
                        "US_Search_Query_Performance_ASIN_View_Simple_Week_2026_07_11.csv",
                        report(
                                product,
                                table(
                                        renamed(BRAND_VIEW, "Brand", "ASIN"),
                                        query("Northpeak Serum", "1", "900", "2026-07-11"),
                                        query("cabinet", "2", "14874", "2026-07-11"))))
                .text(
                        "branded_search.csv",
                        "period_start,period_end,marketplace,query,volume\n"
                                + "2026-06-28,2026-07-04,US,northpeak serum,800\n"
                                + "2026-06-28,2026-07-04,US,northpeak cream,7\n"
                                + "2026-07-05,2026-07-11,us,northpeak serum,850\n"
                                + "2026-07-05,2026-07-11,UK,northpeak serum,50\n");
        Evidence evidence = folder().read();
        assertEquals(
                List.of(
                        new BrandedWeek("GB", AMAZON_WEEK, List.of("northpeak serum"), List.of(), 50),
                        new BrandedWeek(
                                "US",
                                period("2026-06-28", "2026-07-04", 0),
                                List.of("northpeak cream", "northpeak serum"),
                                List.of(),
                                807),
                        new BrandedWeek(
                                "US", AMAZON_WEEK, List.of("northpeak serum"), List.of("northpeak cream"), 900)),
                BrandedWeeks.of(
                        evidence.brandedSearches(),
                        evidence.amazon().searchQueries(),
                        BrandTerms.of(List.of("northpeak"))));
    }
}
