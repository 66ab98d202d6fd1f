package dev.flywheel.adapters.csv;

import static dev.flywheel.adapters.csv.Exports.with;
import static dev.flywheel.adapters.csv.Folder.only;
import static dev.flywheel.adapters.csv.Folder.onlyRejected;
import static dev.flywheel.adapters.csv.Folder.period;
import static dev.flywheel.adapters.csv.Folder.row;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.flywheel.core.cycle.Evidence;
import dev.flywheel.core.money.Rate;
import dev.flywheel.core.performance.Finding;
import dev.flywheel.core.performance.MarketProduct;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KalodataFormatTest extends FormatsFixture {

    private static final String NAME = "Kalodata_Product_20260912121602_US";
    private static final String LABEL = "Kalodata products";

    private static final List<String> HEADER = row(
            "Date Range",
            "Product Name",
            "img_url",
            "Category",
            "Price($)",
            "Shipping Fee($)",
            "Launch Date",
            "Product Rating",
            "Item Sold",
            "Avg. Unit Price($)",
            "Commission Rate",
            "Revenue($)",
            "Revenue Growth Rate",
            "Live Revenue($)",
            "Video Revenue($)",
            "Product Card Revenue",
            "Creator Number",
            "Creator Conversion Ratio",
            "KalodataUrl",
            "TikTokUrl");

    private static final List<String> ROW = row(
            "2026-08-09~2026-09-07",
            "=Serum, 30 ml",
            "https://img.example/1.jpg",
            "Beauty",
            "$19.99",
            "0",
            "2025-01-01",
            "4.6",
            "1,204",
            "18.50",
            "15%",
            "$22,274.00",
            "-3.2%",
            "100",
            "22,000",
            "174",
            "88",
            "12%",
            "https://www.kalodata.com/product/detail?id=1729000000000000001&language=en-US",
            "https://shop.tiktok.com/view/product/1729000000000000001?region=US&locale=en-US");

    private Folder folder() {
        return new Folder(dir);
    }

    @ParameterizedTest
    @EnumSource(Folder.Container.class)
    void the_ids_are_in_the_links_and_each_row_has_its_days(Folder.Container container) {
        Evidence evidence = folder().table(container, NAME, HEADER, ROW).read();
        counts(only(evidence), LABEL, 1, 1, 0);
        MarketProduct product = evidence.marketProducts().get(0);
        assertEquals("Kalodata", product.source());
        assertEquals(period("2026-08-09", "2026-09-07", 0), product.period());
        assertEquals("1729000000000000001", product.product().value());
        assertEquals("=Serum, 30 ml", product.name());
        assertEquals("19.99 USD", String.valueOf(product.price()));
        assertEquals(Rate.ofPercent("15"), product.commissionRate());
        assertEquals(1_204L, product.items());
        assertEquals("22274.00 USD", String.valueOf(product.revenue()));
        assertEquals(88L, product.creators());
        assertEquals(Instant.parse("2026-09-12T19:16:02Z"), product.asOf());
        assertEquals(product.period(), only(evidence).period().orElseThrow());
        assertEquals(List.of(), evidence.findings());
    }

    @Test
    void the_list_comes_after_sheets_that_introduce_it_and_has_other_spellings() throws IOException {
        List<String> header = AmazonExports.renamed(
                HEADER, "img_url", "Image Link", "Creator Number", "Creator Count", "Product Card", "Shopping Mall");
        twoSheets(
                XlsxFile.sheetOf("<row><c t=\"inlineStr\"><is><t>About Kalodata</t></is></c></row>"),
                "LIST_PRODUCT",
                sheet(List.of(header, ROW)));
        Evidence evidence = folder().read();
        counts(only(evidence), LABEL, 1, 1, 0);
        assertEquals(88L, evidence.marketProducts().get(0).creators());
        assertEquals(List.of(), Folder.findings(evidence, Finding.Kind.SHEET_NOT_READ));
    }

    @Test
    void a_second_table_in_the_workbook_is_not_lost_without_a_word() throws IOException {
        twoSheets(sheet(List.of(HEADER, ROW)), "LIST_PRODUCT_FOCUS", sheet(List.of(HEADER, ROW)));
        Evidence evidence = folder().read();
        assertEquals(1, only(evidence).accepted());
        assertEquals(
                List.of("the sheet \"LIST_PRODUCT_FOCUS\" holds Kalodata products too; only \"Sheet 1\" was read"),
                Folder.findings(evidence, Finding.Kind.SHEET_NOT_READ));
    }

    private static String sheet(List<List<String>> rows) {
        StringBuilder xml = new StringBuilder();
        for (List<String> cells : rows) {
            xml.append("<row>");
            cells.forEach(cell -> xml.append("<c t=\"inlineStr\"><is><t>")
                    .append(cell.replace("&", "&amp;"))
                    .append("</t></is></c>"));
            xml.append("</row>");
        }
        return XlsxFile.sheetOf(xml.toString());
    }

    private void twoSheets(String first, String nameOfSecond, String second) throws IOException {
        Map<String, String> parts = XlsxFile.parts(first);
        parts.put("xl/worksheets/sheet2.xml", second);
        parts.computeIfPresent(
                "xl/workbook.xml",
                (name, book) -> book.replace(
                        "</sheets>", "<sheet name=\"" + nameOfSecond + "\" sheetId=\"2\" r:id=\"rId9\"/></sheets>"));
        parts.computeIfPresent(
                "xl/_rels/workbook.xml.rels",
                (name, relations) -> relations.replace(
                        "</Relationships>",
                        "<Relationship Id=\"rId9\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/"
                                + "relationships/worksheet\" Target=\"worksheets/sheet2.xml\"/></Relationships>"));
        XlsxFile.write(dir.resolve(NAME + ".xlsx"), parts);
    }

    @Test
    void what_is_missing_is_unknown_and_what_cannot_be_placed_is_set_aside() {
        List<String> other = with(
                HEADER,
                ROW,
                "KalodataUrl",
                "https://www.kalodata.com/product/detail?id=1729000000000000002",
                "TikTokUrl",
                "--",
                "Commission Rate",
                "",
                "Item Sold",
                "-");
        Evidence evidence = folder().table(
                        Folder.Container.CSV,
                        NAME,
                        HEADER,
                        other,
                        with(
                                HEADER,
                                ROW,
                                "KalodataUrl",
                                "https://www.kalodata.com/product/detail?id=1729000000000000002"),
                        with(HEADER, other, "KalodataUrl", "https://www.kalodata.com/explore"),
                        with(HEADER, ROW, "Date Range", "last 30 days"),
                        with(HEADER, other, "Item Sold", "4"))
                .read();
        counts(only(evidence), LABEL, 1, 1, 4);
        assertEquals(
                List.of(
                        "its links name two products, 1729000000000000002 and 1729000000000000001",
                        "no product id in the links",
                        "not a range of dates",
                        "the same product and days are listed on line 2"),
                only(evidence).rejected().stream().map(row -> row.reason()).toList());
        MarketProduct product = evidence.marketProducts().get(0);
        assertNull(product.commissionRate());
        assertNull(product.items());
    }

    @Test
    void amounts_of_another_market_are_not_taken_for_the_programmes() {
        Evidence evidence = folder().currency("GBP")
                .table(Folder.Container.CSV, NAME, HEADER, ROW)
                .read();
        assertEquals("Price($)", onlyRejected(evidence).column());
    }

    @Test
    void of_two_exports_of_the_same_days_the_newer_holds() {
        folder().table(Folder.Container.CSV, "Kalodata_Product_20260910080000_US", HEADER, ROW)
                .table(Folder.Container.CSV, NAME, HEADER, with(HEADER, ROW, "Item Sold", "1,100"));
        assertEquals(1, folder().read().marketProducts().size());
        assertEquals(1_100L, folder().read().marketProducts().get(0).items());
    }
}
