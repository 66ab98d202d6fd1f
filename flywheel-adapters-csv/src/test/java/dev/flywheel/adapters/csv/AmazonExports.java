package dev.flywheel.adapters.csv;

import static dev.flywheel.adapters.csv.Folder.row;

import java.util.ArrayList;
import java.util.List;

/** Synthetic reports by Amazon with the headers of the genuine ones. */
final class AmazonExports {

    static final String BRAND_LINE = "Brand=[\"Mott, Bow & \"Sons\"\"],Reporting Range=[\"Weekly\"],"
            + "Select week=[\"Week 28 | 2026-07-05 - 2026-07-11 2026\"]";

    static final String SQP_NAME = "US_Search_Query_Performance_Brand_View_Simple_Week_2026_07_11";

    static final List<String> BRAND_VIEW = row(
            "Search Query",
            "Search Query Score",
            "Search Query Volume",
            "Impressions: Total Count",
            "Impressions: Brand Count",
            "Impressions: Brand Share %",
            "Clicks: Total Count",
            "Clicks: Click Rate %",
            "Clicks: Brand Count",
            "Clicks: Brand Share %",
            "Clicks: Price (Median)",
            "Clicks: Brand Price (Median)",
            "Clicks: Same Day Shipping Speed",
            "Clicks: 1D Shipping Speed",
            "Clicks: 2D Shipping Speed",
            "Cart Adds: Total Count",
            "Cart Adds: Cart Add Rate %",
            "Cart Adds: Brand Count",
            "Cart Adds: Brand Share %",
            "Cart Adds: Price (Median)",
            "Cart Adds: Brand Price (Median)",
            "Cart Adds: Same Day Shipping Speed",
            "Cart Adds: 1D Shipping Speed",
            "Cart Adds: 2D Shipping Speed",
            "Purchases: Total Count",
            "Purchases: Purchase Rate %",
            "Purchases: Brand Count",
            "Purchases: Brand Share %",
            "Purchases: Price (Median)",
            "Purchases: Brand Price (Median)",
            "Purchases: Same Day Shipping Speed",
            "Purchases: 1D Shipping Speed",
            "Purchases: 2D Shipping Speed",
            "Reporting Date");

    static final List<String> SPONSORED_PRODUCTS = row(
            "Start Date",
            "End Date",
            "Portfolio name",
            "Currency",
            "Campaign Name",
            "Ad Group Name",
            "Targeting",
            "Match Type",
            "Customer Search Term",
            "Impressions",
            "Clicks",
            "Click-Thru Rate (CTR)",
            "Cost Per Click (CPC)",
            "Spend",
            "7 Day Total Sales ",
            "Total Advertising Cost of Sales (ACOS) ",
            "Total Return on Advertising Spend (ROAS)",
            "7 Day Total Orders (#)",
            "7 Day Total Units (#)",
            "7 Day Conversion Rate",
            "7 Day Advertised SKU Units (#)",
            "7 Day Other SKU Units (#)",
            "7 Day Advertised SKU Sales ",
            "7 Day Other SKU Sales ");

    private AmazonExports() {}

    /** A query of 14,874 searches, with the rates that Amazon printed for these counts. */
    static List<String> query(String query, String score, String volume, String reportingDate) {
        return row(
                query,
                score,
                volume,
                "341206",
                "57",
                "0.02",
                "4324",
                "29.07",
                "3",
                "0.07",
                "11.97",
                "",
                "4",
                "120",
                "888",
                "653",
                "4.39",
                "2",
                "0.31",
                "12.5",
                "9.99",
                "",
                "",
                "",
                "67",
                "0.45",
                "1",
                "1.49",
                "13.0",
                "9.99",
                "",
                "",
                "",
                reportingDate);
    }

    /** A row of the Sponsored Products report in sum; the rates are fractions, ACOS is empty where nothing was sold. */
    static List<String> spTerm(
            String currency, String campaign, String term, String spend, String sales, String orders) {
        boolean sold = !orders.equals("0");
        return row(
                "2026-07-01",
                "2026-07-31",
                "",
                currency,
                campaign,
                "Group",
                "*",
                "-",
                term,
                "200",
                "4",
                "0.02",
                "0.75",
                spend,
                sales,
                sold ? "0.1" : "",
                sold ? "10" : "0",
                orders,
                orders,
                sold ? "0.5" : "0",
                orders,
                "0",
                sales,
                "0");
    }

    /** The same names for one product, in the UK or both. */
    static List<String> renamed(List<String> header, String... fromTo) {
        List<String> names = new ArrayList<>();
        for (String name : header) {
            String changed = name;
            for (int i = 0; i < fromTo.length; i += 2) {
                changed = changed.replace(fromTo[i], fromTo[i + 1]);
            }
            names.add(changed);
        }
        return names;
    }

    /** As Amazon writes it: every value quoted, a missing one empty and not quoted. */
    static String csv(List<String> row) {
        List<String> cells = new ArrayList<>();
        row.forEach(cell -> cells.add(cell.isEmpty() ? "" : '"' + cell.replace("\"", "\"\"") + '"'));
        return String.join(",", cells) + "\n";
    }

    static String report(String line, List<List<String>> rows) {
        StringBuilder text = new StringBuilder("\uFEFF");
        if (!line.isEmpty()) {
            text.append(line).append('\n');
        }
        rows.forEach(row -> text.append(csv(row)));
        return text.toString();
    }
}
