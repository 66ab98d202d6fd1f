package dev.flywheel.adapters.csv;

import static dev.flywheel.adapters.csv.AmazonExports.SPONSORED_PRODUCTS;
import static dev.flywheel.adapters.csv.AmazonExports.renamed;
import static dev.flywheel.adapters.csv.AmazonExports.report;
import static dev.flywheel.adapters.csv.AmazonExports.spTerm;
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
import dev.flywheel.core.halo.AmazonAdTerm;
import dev.flywheel.core.halo.Marketplace;
import dev.flywheel.core.performance.Finding;
import dev.flywheel.core.performance.Funnel.Amount;
import dev.flywheel.core.performance.Funnel.Count;
import dev.flywheel.core.performance.Period;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AmazonAdFormatsTest extends FormatsFixture {

    private static final String SP = "Amazon Sponsored Products search terms";
    private static final String SB = "Amazon Sponsored Brands keywords and search terms";
    private static final Period JULY = period("2026-07-01", "2026-07-31", 0);

    private static final List<String> SB_KEYWORDS = row(
            "Start Date",
            "End Date",
            "Portfolio name",
            "Currency",
            "Campaign Name",
            "Targeting",
            "Match Type",
            "Impressions",
            "Clicks",
            "Click-Thru Rate (CTR)",
            "Cost Per Click (CPC)",
            "Spend",
            "Total Advertising Cost of Sales (ACoS) ",
            "Total Return on Advertising Spend (RoAS)",
            "14 Day Total Sales ",
            "14 Day Total Orders (#)",
            "14 Day Total Units (#)",
            "14 Day Conversion Rate",
            "14 Day New-to-brand Orders (#)",
            "14 Day % of Orders New-to-brand",
            "14 Day New-to-brand Sales",
            "14 Day Branded Searches",
            "14 Day Detail Page Views (DPV)");

    private Folder folder() {
        return new Folder(dir);
    }

    private static AmazonAdTerm onlyTerm(Evidence evidence) {
        assertEquals(1, evidence.amazon().adTerms().size(), () -> evidence.findings() + "" + evidence.imports());
        return evidence.amazon().adTerms().get(0);
    }

    @ParameterizedTest
    @EnumSource(Folder.Container.class)
    void sponsored_products_in_sum(Folder.Container container) {
        Evidence evidence = folder().currency("EUR")
                .table(
                        container,
                        "Sponsored Products Search term report",
                        SPONSORED_PRODUCTS,
                        spTerm("USD", "Auto", "b00t71cidk", "3.00", "30.00", "2"),
                        spTerm("USD", "Auto", "cabinet", "3.00", "0", "0"))
                .read();
        counts(only(evidence), SP, 2, 1, 0);
        AmazonAdTerm sold = evidence.amazon().adTerms().get(0);
        assertEquals(JULY, sold.period());
        assertEquals(Marketplace.US, sold.marketplace());
        assertEquals(AmazonAdTerm.Kind.SPONSORED_PRODUCTS, sold.kind());
        assertEquals("b00t71cidk", sold.term());
        assertEquals("*", sold.targeting());
        assertEquals("-", sold.matchType());
        assertEquals(7, sold.attributionDays());
        assertEquals(
                "PRODUCT_IMPRESSIONS=200 CLICKS=4 ORDERS=2 ITEMS=2 GMV=30.00 USD SPEND=3.00 USD",
                sold.funnel().toString());
        assertEquals(
                Optional.of("0.00 USD"),
                evidence.amazon().adTerms().get(1).funnel().get(Amount.GMV).map(Object::toString));
        assertNull(sold.newToBrandOrders());
        assertEquals(
                List.of("no country; by the currency it is US, the only marketplace that has it"),
                Folder.findings(evidence, Finding.Kind.MARKETPLACE_ASSUMED));
    }

    /** Real numbers and dates in a sheet whose name was cut at 31 characters, over a dimension of one cell. */
    @Test
    void sponsored_products_by_day_in_the_native_workbook() throws IOException {
        Map<String, String> parts = XlsxFile.parts(XlsxFile.sheetOf(productsByDay()));
        parts.computeIfPresent(
                "xl/workbook.xml", (name, book) -> book.replace("Sheet 1", "Sponsored Product Search Term R"));
        parts.put(
                "xl/styles.xml",
                "<styleSheet xmlns=\"" + XlsxFile.MAIN
                        + "\"><numFmts><numFmt numFmtId=\"164\" formatCode=\"mmm dd, yyyy\"/><numFmt numFmtId=\"165\""
                        + " formatCode=\"0.0000%\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/>"
                        + "<xf numFmtId=\"165\"/></cellXfs></styleSheet>");
        XlsxFile.write(dir.resolve("Sponsored Products Search term report.xlsx"), parts);
        Evidence evidence = folder().read();
        counts(only(evidence), SP, 432, 1, 0);
        assertEquals(432, evidence.amazon().adTerms().size());
        AmazonAdTerm first = evidence.amazon().adTerms().stream()
                .filter(term -> term.term().equals("term 2"))
                .findFirst()
                .orElseThrow();
        assertEquals(period("2022-02-03", "2022-02-03", 0), first.period());
        assertEquals(Marketplace.GB, first.marketplace());
        assertEquals("asin=\"B00T71CIDK\"", first.targeting());
        assertEquals(
                "PRODUCT_IMPRESSIONS=200 CLICKS=4 ORDERS=2 ITEMS=3 GMV=30.05 GBP SPEND=3.10 GBP",
                first.funnel().toString());
        assertEquals(
                period("2022-02-01", "2022-02-07", 0), only(evidence).period().orElseThrow());
    }

    private static String productsByDay() {
        List<String> daily = new ArrayList<>(SPONSORED_PRODUCTS);
        daily.remove("End Date");
        daily.set(0, "Date");
        StringBuilder xml = new StringBuilder("<row r=\"1\">");
        daily.forEach(name -> xml.append(inline(name)));
        xml.append("</row>");
        for (int i = 2; i <= 433; i++) {
            xml.append("<row r=\"")
                    .append(i)
                    .append("\"><c s=\"1\"><v>")
                    .append(44_593 + i % 7)
                    .append("</v></c>");
            for (String text : List.of("", "GBP", "Auto " + i, "Group", "asin=\"B00T71CIDK\"", "-", "term " + i)) {
                xml.append(inline(text));
            }
            xml.append("<c><v>200.0</v></c><c><v>4.0</v></c><c s=\"2\"><v>0.02</v></c><c><v>0.75</v></c>")
                    .append("<c><v>3.1</v></c><c><v>30.05</v></c><c s=\"2\"/><c><v>0.0</v></c><c><v>2.0</v></c>")
                    .append("<c><v>3.0</v></c><c s=\"2\"><v>0.5</v></c></row>");
        }
        return xml.toString();
    }

    private static String inline(String text) {
        return "<c t=\"inlineStr\"><is><t xml:space=\"preserve\">" + text.replace("\"", "&quot;") + "</t></is></c>";
    }

    /** As a person saves it as text: dates with the month's name, rupees with their sign, rates with a percent sign. */
    @Test
    void sponsored_products_of_india_as_text_with_the_currency_in_the_names() {
        List<String> header = renamed(
                SPONSORED_PRODUCTS,
                "7 Day",
                "14 Day",
                "Total Sales ",
                "Total Sales (₹)",
                "SKU Sales ",
                "SKU Sales (₹)",
                "Advertised SKU",
                "Advertised ASIN",
                "Other SKU",
                "Brand Halo ASIN",
                "(ACOS) ",
                "(ACoS)",
                "(ROAS)",
                "(RoAS)");
        List<String> row = with(
                header,
                spTerm("", "Auto", "cabinet", "Rs.1000.0", "Rs.12,345.50", "2"),
                "Start Date",
                "Feb 1, 2020",
                "End Date",
                "Feb 29, 2020",
                "Click-Thru Rate (CTR)",
                "1.66%");
        Evidence evidence = folder().text("search terms.csv", report("", table(header, row)))
                .read();
        counts(only(evidence), SP, 1, 1, 0);
        AmazonAdTerm term = onlyTerm(evidence);
        assertEquals(Marketplace.IN, term.marketplace());
        assertEquals(period("2020-02-01", "2020-02-29", 0), term.period());
        assertEquals(14, term.attributionDays());
        assertEquals(
                "PRODUCT_IMPRESSIONS=200 CLICKS=4 ORDERS=2 ITEMS=2 GMV=12345.50 INR SPEND=1000.00 INR",
                term.funnel().toString());
    }

    @ParameterizedTest
    @CsvSource({
        "United Kingdom, GBP, GB",
        "DE, EUR, DE",
        "amazon.co.uk, GBP, GB",
        "United States, USD, US",
    })
    void the_country_of_a_row_says_where_it_is_from(String country, String currency, Marketplace place) {
        List<String> header = renamed(SPONSORED_PRODUCTS, "Portfolio name", "Country");
        List<String> row = with(header, spTerm(currency, "A", "x", "3", "30", "2"), "Country", country);
        folder().text("IT_a.csv", report("", table(header, row)));
        Evidence evidence = folder().read();
        assertEquals(place, onlyTerm(evidence).marketplace());
        assertEquals(List.of(), evidence.findings());
    }

    @Test
    void euros_are_at_home_in_several_marketplaces_so_the_user_is_asked() {
        folder().text("a.csv", report("", table(SPONSORED_PRODUCTS, spTerm("EUR", "A", "x", "3", "30", "2"))));
        assertEquals(
                "nothing says from which marketplace this is",
                onlyRejected(folder().read()).reason());
        assertEquals(
                Marketplace.FR,
                onlyTerm(folder().marketplace(Marketplace.FR).read()).marketplace());
    }

    @Test
    void campaigns_of_one_name_are_added_and_a_row_that_stands_twice_is_used_once() {
        Evidence evidence = folder().text(
                        "US_a.csv",
                        report(
                                "",
                                table(
                                        SPONSORED_PRODUCTS,
                                        spTerm("USD", "A", "x", "3", "30", "2"),
                                        spTerm("USD", "A", "x", "4", "0", "0"),
                                        spTerm("USD", "A", "x", "3", "30", "2"),
                                        spTerm("USD", "", "x", "3", "30", "2"))))
                .read();
        counts(only(evidence), SP, 2, 1, 2);
        assertEquals(
                List.of("the same row is listed on line 2", "empty, but every row needs it"),
                only(evidence).rejected().stream().map(row -> row.reason()).toList());
        assertEquals(
                "PRODUCT_IMPRESSIONS=400 CLICKS=8 ORDERS=2 ITEMS=2 GMV=30.00 USD SPEND=7.00 USD",
                onlyTerm(evidence).funnel().toString());
    }

    @Test
    void an_absent_column_of_sales_is_unknown_and_said() {
        List<List<String>> rows =
                without("7 Day Total Sales ", table(SPONSORED_PRODUCTS, spTerm("USD", "A", "x", "3", "30", "2")));
        Evidence evidence = folder().text("US_a.csv", report("", rows)).read();
        assertEquals(Optional.empty(), onlyTerm(evidence).funnel().get(Amount.GMV));
        assertEquals(OptionalLong.of(2), onlyTerm(evidence).funnel().get(Count.ORDERS));
        assertEquals(
                List.of(SP + ": no column 7 Day Total Sales; these numbers are unknown"),
                Folder.findings(evidence, Finding.Kind.OPTIONAL_COLUMN_MISSING));
    }

    private static final List<String> BRAND_KEYWORD = row(
            "Jul 1, 2026",
            "Jul 31, 2026",
            "",
            "USD",
            "Brand",
            "north peak",
            "EXACT",
            "1,000",
            "40",
            "0.04",
            "0.5",
            "20.00",
            "0.1",
            "10",
            "200.00",
            "8",
            "9",
            "0.2",
            "5",
            "0.625",
            "120.00",
            "31",
            "77");

    private static final List<String> BROAD_KEYWORD = row(
            "Jul 1, 2026",
            "Jul 31, 2026",
            "",
            "USD",
            "Brand",
            "serum",
            "BROAD",
            "10",
            "0",
            "0",
            "",
            "0",
            "",
            "0",
            "0",
            "0",
            "0",
            "",
            "",
            "",
            "",
            "",
            "");

    @ParameterizedTest
    @EnumSource(Folder.Container.class)
    void sponsored_brands_keywords_with_new_customers_and_branded_searches(Folder.Container container) {
        Evidence evidence = folder().table(
                        container, "Sponsored Brands keyword report", SB_KEYWORDS, BRAND_KEYWORD, BROAD_KEYWORD)
                .read();
        counts(only(evidence), SB, 2, 1, 0);
        AmazonAdTerm term = evidence.amazon().adTerms().get(0);
        assertEquals(AmazonAdTerm.Kind.SPONSORED_BRANDS, term.kind());
        assertEquals("north peak", term.targeting());
        assertEquals("", term.term());
        assertEquals(14, term.attributionDays());
        assertEquals(5L, term.newToBrandOrders());
        assertEquals(31L, term.brandedSearches());
        assertEquals(
                "PRODUCT_IMPRESSIONS=1000 CLICKS=40 ORDERS=8 ITEMS=9 GMV=200.00 USD SPEND=20.00 USD",
                term.funnel().toString());
        assertNull(evidence.amazon().adTerms().get(1).newToBrandOrders());
        assertNull(evidence.amazon().adTerms().get(1).brandedSearches());
    }

    @Test
    void sponsored_brands_search_terms() {
        List<String> header = new ArrayList<>(SB_KEYWORDS);
        header.set(2, "Ad Group Name");
        header.set(header.indexOf("14 Day Detail Page Views (DPV)"), "Customer Search Term");
        Evidence evidence = folder().text(
                        "GB_sb.csv",
                        report(
                                "",
                                table(
                                        header,
                                        row(
                                                "2026-07-01",
                                                "2026-07-31",
                                                "Group",
                                                "GBP",
                                                "Brand",
                                                "serum",
                                                "BROAD",
                                                "10",
                                                "1",
                                                "0.1",
                                                "0.5",
                                                "0.50",
                                                "0.05",
                                                "20",
                                                "10.00",
                                                "1",
                                                "1",
                                                "1",
                                                "1",
                                                "1",
                                                "10.00",
                                                "3",
                                                "north peak serum"))))
                .read();
        counts(only(evidence), SB, 1, 1, 0);
        assertEquals("Group", onlyTerm(evidence).adGroup());
        assertEquals("north peak serum", onlyTerm(evidence).term());
    }

    /** Without any column that only one of the two has, nothing tells them apart. */
    @Test
    void ads_of_either_kind_are_a_question() {
        List<List<String>> rows = table(
                row("Date", "Campaign Name", "Customer Search Term", "Clicks", "Spend", "14 Day Total Orders (#)"),
                row("2026-07-01", "A", "x", "1", "1", "1"));
        assertTrue(Folder.findings(folder().text("US_a.csv", report("", rows)).read(), Finding.Kind.FILE_AMBIGUOUS)
                .get(0)
                .contains(SP + " and " + SB));
    }
}
