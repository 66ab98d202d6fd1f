package dev.flywheel.adapters.csv;

import static dev.flywheel.adapters.csv.Exports.VIDEO;
import static dev.flywheel.adapters.csv.Folder.row;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.flywheel.core.cycle.Evidence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Videos as the Data Compass lists them. */
class DataCompassFormatsTest extends FormatsFixture {

    private static List<String> compass(String sign, boolean attributed) {
        List<String> header = new ArrayList<>(List.of(
                "Creator name",
                "Creator ID",
                "Video Info",
                "Video ID",
                "Time",
                "Products",
                "VV",
                "Likes",
                "Comments",
                "Shares",
                "New followers",
                "V-to-L clicks",
                "Product Impressions",
                "Product Clicks",
                "Buyers",
                "Orders",
                "Unit Sales",
                "Video Revenue (" + sign + ")",
                "GPM (" + sign + ")",
                "CTR",
                "V-to-L rate",
                "Video Finish Rate",
                "CTOR"));
        if (attributed) {
            header.add(19, "Shoppable video attributed GMV (" + sign + ")");
        }
        return header;
    }

    private static List<String> compassVideo(boolean attributed) {
        List<String> cells = new ArrayList<>(List.of(
                "jo.glow",
                "681",
                "caption",
                VIDEO,
                "07/10/2026 11:00",
                "2",
                "50,000",
                "1",
                "2",
                "3",
                "4",
                "--",
                "20,000",
                "1,000",
                "38",
                "40",
                "41",
                "1,200.00",
                "24.00",
                "5%",
                "--",
                "1.01%",
                "4%"));
        if (attributed) {
            cells.add(19, "1,234.56");
        }
        return cells;
    }

    private static final String COMPASS = "VIEWS=50000 PRODUCT_IMPRESSIONS=20000 CLICKS=1000 ORDERS=40 ITEMS=41 GMV=";

    @Test
    void reads_videos_of_the_data_compass_with_the_header_in_row_3_and_the_currency_in_it() {
        Evidence evidence = both(
                "SGD",
                "Video Analysis",
                row("2026-07-09 ~ 2026-07-15"),
                row(""),
                compass("S$", false),
                compassVideo(false));
        counts(Folder.only(evidence), "video performance Data Compass", 1, 3, 0);
        assertEquals(WEEK, evidence.observations().get(0).period());
        assertEquals(COMPASS + "1200.00 SGD", Folder.funnel(evidence, VIDEO).toString());
        assertEquals(
                Instant.parse("2026-07-10T18:00:00Z"), evidence.videos().get(0).postedAt());
    }

    @Test
    void reads_videos_of_the_data_compass_of_the_us_with_the_header_in_row_1_and_attributed_gmv() {
        Evidence evidence = both("USD", "Videos 2026-07-09 - 2026-07-15", compass("$", true), compassVideo(true));
        counts(Folder.only(evidence), "video performance Data Compass", 1, 1, 0);
        assertEquals(COMPASS + "1234.56 USD", Folder.funnel(evidence, VIDEO).toString());
        Evidence other = both("USD", "Videos 2026-07-09 - 2026-07-15", compass("\u00A3", true), compassVideo(true));
        counts(Folder.only(other), "video performance Data Compass", 0, 1, 1);
    }
}
