package dev.flywheel.adapters.csv;

import static dev.flywheel.adapters.csv.AmazonExports.renamed;
import static dev.flywheel.adapters.csv.AmazonExports.report;
import static dev.flywheel.adapters.csv.Exports.table;
import static dev.flywheel.adapters.csv.Exports.with;
import static dev.flywheel.adapters.csv.Folder.only;
import static dev.flywheel.adapters.csv.Folder.onlyRejected;
import static dev.flywheel.adapters.csv.Folder.period;
import static dev.flywheel.adapters.csv.Folder.row;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.flywheel.core.cycle.Evidence;
import dev.flywheel.core.halo.CatalogProduct;
import dev.flywheel.core.halo.Marketplace;
import dev.flywheel.core.halo.SearchFunnel;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SearchCatalogPerformanceTest extends FormatsFixture {

    private static final String CATALOG = "Amazon search catalog performance";

    private static final List<String> CATALOG_HEADER = row(
            "ASIN Title",
            "ASIN",
            "Category",
            "Impressions: Impressions",
            "Impressions: Rating (Median)",
            "Impressions: Price (Median)",
            "Impressions: Same Day Shipping Speed",
            "Clicks: Clicks",
            "Clicks: Click Rate (CTR)",
            "Clicks: Price (Median)",
            "Cart Adds: Cart Adds",
            "Cart Adds: Price (Median)",
            "Purchases: Purchases",
            "Purchases: Search Traffic Sales",
            "Purchases: Conversion Rate %",
            "Reporting Date");

    private static final List<String> CATALOG_ROW = row(
            "Serum, 30 ml",
            "B08MWWJ3HG",
            "Beauty",
            "1000",
            "4.5",
            "19.99",
            "10",
            "50",
            "5",
            "19.99",
            "20",
            "19.99",
            "10",
            "199.90",
            "20",
            "2026-07-31");

    private Folder folder() {
        return new Folder(dir);
    }

    @ParameterizedTest
    @EnumSource(Folder.Container.class)
    void search_catalog_performance(Folder.Container container) {
        Evidence evidence = folder().currency("EUR")
                .table(
                        container,
                        "GB_Search_Catalog_Performance_Simple_Month_2026_07_31",
                        renamed(CATALOG_HEADER, "Cart Add", "Basket Add"),
                        CATALOG_ROW)
                .read();
        counts(only(evidence), CATALOG, 1, 1, 0);
        CatalogProduct product = evidence.amazon().catalogProducts().get(0);
        assertEquals(period("2026-07-01", "2026-07-31", 0), product.period());
        assertEquals(Marketplace.GB, product.marketplace());
        assertEquals("B08MWWJ3HG", product.asin());
        assertEquals(new SearchFunnel(1_000L, 50L, 20L, 10L), product.funnel());
        assertEquals("199.90 GBP", String.valueOf(product.searchTrafficSales()));
        assertEquals(List.of(), evidence.findings());
    }

    @Test
    void a_catalog_from_a_spreadsheet_has_the_day_on_which_its_period_starts() {
        List<List<String>> rows = table(
                renamed(CATALOG_HEADER, "Reporting Date", "Start date"),
                with(CATALOG_HEADER, CATALOG_ROW, "Reporting Date", "19/07/2026"),
                with(
                        CATALOG_HEADER,
                        CATALOG_ROW,
                        "Reporting Date",
                        "26/07/2026",
                        "Purchases: Search Traffic Sales",
                        ""),
                with(CATALOG_HEADER, CATALOG_ROW, "Reporting Date", "26/07/2026"));
        Evidence evidence =
                folder().text("US_catalog week.csv", report("", rows)).read();
        counts(only(evidence), CATALOG, 2, 1, 1);
        assertEquals(
                "the same product and days are listed on line 3",
                onlyRejected(evidence).reason());
        assertEquals(
                List.of(period("2026-07-19", "2026-07-25", 0), period("2026-07-26", "2026-08-01", 0)),
                evidence.amazon().catalogProducts().stream()
                        .map(CatalogProduct::period)
                        .toList());
        assertNull(evidence.amazon().catalogProducts().get(1).searchTrafficSales());
        assertEquals(
                period("2026-07-19", "2026-08-01", 0), only(evidence).period().orElseThrow());
    }
}
