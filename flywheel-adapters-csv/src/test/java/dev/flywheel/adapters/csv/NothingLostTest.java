package dev.flywheel.adapters.csv;

import static dev.flywheel.adapters.csv.Exports.OTHER_PRODUCT;
import static dev.flywheel.adapters.csv.Exports.OTHER_VIDEO;
import static dev.flywheel.adapters.csv.Exports.PRODUCT;
import static dev.flywheel.adapters.csv.Exports.VIDEO;
import static dev.flywheel.adapters.csv.Folder.row;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.flywheel.adapters.csv.Folder.Container;
import dev.flywheel.core.cycle.Evidence;
import dev.flywheel.core.performance.RejectedRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Rows that were set aside come back once they are mended: the folder with the file and its mended rows gives what the folder
 * with a file without a fault gives.
 */
class NothingLostTest extends TrapsFixture {

    private static final String BROKEN = "7.64E+18x";
    private static final String STAMPED = WEEK + "_20260716082822";

    private interface Changes {
        Folder apply(Folder folder);
    }

    /** Imports a file with a fault, mends the rows set aside by replacing one text, and imports both. */
    private Evidence mended(Changes settings, Container container, String name, List<List<String>> table, String right)
            throws IOException {
        return mended(settings, folder -> folder.tableOf(container, name, table), Map.of(BROKEN, right));
    }

    private Evidence mended(Changes settings, Changes file, Map<String, String> mends) throws IOException {
        Path from = Files.createDirectory(dir.resolve("from"));
        Path aside = dir.resolve("aside");
        file.apply(settings.apply(new Folder(from))).quarantine(aside).read();
        for (Path rejected : files(aside)) {
            String text = Files.readString(rejected);
            String line = text;
            for (Map.Entry<String, String> mend : mends.entrySet()) {
                assertTrue(text.contains(mend.getKey()), text);
                line = line.replace(mend.getKey(), mend.getValue());
            }
            Files.writeString(from.resolve(rejected.getFileName()), line);
        }
        return settings.apply(new Folder(from)).read();
    }

    private Evidence clean(Changes settings, Container container, String name, List<List<String>> table, String right)
            throws IOException {
        List<List<String>> whole = table.stream()
                .map(cells ->
                        cells.stream().map(cell -> cell.replace(BROKEN, right)).toList())
                .toList();
        return settings.apply(new Folder(Files.createDirectory(dir.resolve("clean"))))
                .tableOf(container, name, whole)
                .read();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private void comesBack(Changes settings, Container container, String name, List<List<String>> table, String right)
            throws IOException {
        Evidence mended = mended(settings, container, name, table, right);
        Evidence clean = clean(settings, container, name, table, right);
        assertEquals(Books.lines(clean), Books.lines(mended));
        assertEquals(
                1,
                clean.imports().stream()
                        .filter(report -> report.rejected().isEmpty())
                        .count());
    }

    @ParameterizedTest
    @EnumSource
    void mended_videos_give_what_a_file_without_a_fault_gives(Container container) throws IOException {
        comesBack(
                folder -> folder,
                container,
                STAMPED,
                Exports.table(
                        Exports.G3_VIDEO,
                        Exports.G3_DEFINITIONS,
                        good(),
                        Exports.g3Video(BROKEN, "@Kim", PRODUCT, "$9.00", "2")),
                OTHER_VIDEO);
    }

    @ParameterizedTest
    @EnumSource
    void mended_creators_of_another_language_too(Container container) throws IOException {
        comesBack(
                folder -> folder.currency("IDR"),
                container,
                "Creator_List_20260709-20260715_20260716082822",
                Exports.table(
                        row("Nama Kreator", "GMV dari kreator", "Attributed orders", "Pengembalian dana"),
                        row("jo", "Rp1.234.567", "1.234", "--"),
                        row("kim", BROKEN, "7", "Rp12.345")),
                "Rp98.765");
    }

    @ParameterizedTest
    @EnumSource
    void mended_orders_too(Container container) throws IOException {
        comesBack(
                folder -> folder,
                container,
                "orders_20260701-20260731_20260801090000",
                Exports.table(
                        Exports.ORDERS_US,
                        Exports.order("576000000000000001", "1730000000000000001", "Settled", "13/07/2026 10:11:12"),
                        Exports.order("576000000000000002", BROKEN, "Settled", "05/07/2026 10:11:12")),
                "1730000000000000002");
    }

    /** Only the row that stays shows that the day comes first; alone, the other would be read as this export documents. */
    @ParameterizedTest
    @EnumSource
    void a_date_that_other_rows_decided_means_the_same_when_it_comes_back(Container container) throws IOException {
        comesBack(
                folder -> folder,
                container,
                STAMPED,
                Exports.table(
                        Exports.G3_VIDEO,
                        Exports.with(Exports.G3_VIDEO, good(), "Post date", "13/07/2026 08:30"),
                        Exports.with(
                                Exports.G3_VIDEO,
                                Exports.g3Video(BROKEN, "kim", PRODUCT, "$1.00", "1"),
                                "Post date",
                                "05/07/2026 08:30")),
                OTHER_VIDEO);
    }

    @ParameterizedTest
    @EnumSource
    void an_amount_that_other_rows_decided_means_the_same_when_it_comes_back(Container container) throws IOException {
        comesBack(
                folder -> folder.currency("EUR"),
                container,
                "Creator_List_20260709-20260715_20260716082822",
                Exports.table(
                        row("Creator name", "Creator-attributed GMV", "Attributed orders", "Refunds"),
                        row("jo", "12,50", "1", "0,10"),
                        row("kim", "1.234", BROKEN, "1.234")),
                "7");
    }

    @ParameterizedTest
    @EnumSource
    void what_stands_above_the_header_goes_along(Container container) throws IOException {
        comesBack(
                folder -> folder,
                container,
                "video",
                Exports.table(
                        row("2026-07-01 ~ 2026-07-07\n"),
                        row(""),
                        Exports.G3_VIDEO,
                        good(),
                        Exports.g3Video(BROKEN, "kim", PRODUCT, "$9.00", "2")),
                OTHER_VIDEO);
    }

    @ParameterizedTest
    @EnumSource
    void parts_of_one_number_are_set_aside_and_come_back_together(Container container) throws IOException {
        List<List<String>> table = Exports.table(
                Exports.G3_VIDEO,
                Exports.g3Video(VIDEO, "jo", PRODUCT, "$10.00", "1"),
                Exports.g3Video(VIDEO, "jo", OTHER_PRODUCT, BROKEN, "2"),
                Exports.g3Video(OTHER_VIDEO, "kim", PRODUCT, "$5.00", "3"));
        Evidence first = new Folder(Files.createDirectory(dir.resolve("first")))
                .tableOf(container, STAMPED, table)
                .read();
        List<RejectedRow> rejected = Folder.only(first).rejected();
        assertEquals(2, rejected.size());
        assertTrue(rejected.get(0).reason().contains("it counts together with line"), rejected.toString());
        assertEquals(1, first.observations().size(), "a sum without one of its parts would be too small");
        comesBack(folder -> folder, container, STAMPED, table, "$20.00");
    }

    @ParameterizedTest
    @EnumSource
    void parts_of_a_video_in_an_ad_report_too(Container container) throws IOException {
        comesBack(
                folder -> folder,
                container,
                "Creative data 2026-07-09 - 2026-07-15",
                Exports.table(
                        Exports.GMV_MAX,
                        Exports.ad("177", VIDEO, "15.00", "4", "120.00"),
                        Exports.ad("178", VIDEO, BROKEN, "5", "150.00"),
                        Exports.ad("178", OTHER_VIDEO, "2.00", "1", "20.00")),
                "20.00");
    }

    @ParameterizedTest
    @EnumSource
    void parts_of_a_day_too(Container container) throws IOException {
        comesBack(
                folder -> folder,
                container,
                "funnel",
                Exports.table(
                        row("date", "video_id", "product_id", "traffic", "orders", "gmv"),
                        row("2026-07-14", VIDEO, PRODUCT, "PAID", "1", "1.00"),
                        row("2026-07-14", VIDEO, OTHER_PRODUCT, "PAID", BROKEN, "2.00"),
                        row("2026-07-14", VIDEO, PRODUCT, "ORGANIC", "3", "3.00")),
                "2");
    }

    /** In a workbook the number format says what the cell means; in the text of a rejected row nothing does. */
    @Test
    void a_percentage_and_an_amount_of_a_workbook_mean_the_same_in_text() throws IOException {
        Changes workbook = folder -> {
            try {
                return workbook(folder, "Creative data 2026-07-09 - 2026-07-15.xlsx", BROKEN);
            } catch (IOException failed) {
                throw new IllegalStateException(failed);
            }
        };
        Evidence mended = mended(folder -> folder.currency("IDR"), workbook, Map.of(BROKEN, VIDEO));
        String shown = mended.observations().stream()
                .map(seen -> seen.funnel().toString())
                .toList()
                .toString();
        assertTrue(shown.contains("SPEND=12.34 IDR"), shown);
        assertTrue(shown.contains("CLICKS=12"), shown);
    }

    private Folder workbook(Folder folder, String name, String video) throws IOException {
        StringBuilder rows = new StringBuilder("<row r=\"1\">");
        for (String heading : List.of(
                "Video ID", "Cost", "Product ad clicks", "Product ad impressions", "Gross revenue", "SKU orders")) {
            rows.append("<c t=\"inlineStr\"><is><t>" + heading + "</t></is></c>");
        }
        rows.append("</row><row r=\"2\"><c t=\"inlineStr\"><is><t>" + video
                + "</t></is></c><c><v>12.345</v></c><c><v>12.0</v></c><c><v>1000</v></c><c><v>99.5</v></c>"
                + "<c><v>3</v></c></row>");
        XlsxFile.write(dir.resolve("from").resolve(name), XlsxFile.parts(XlsxFile.sheetOf(rows.toString())));
        return folder;
    }

    @Test
    void rows_that_are_set_aside_again_have_their_reasons_once() throws IOException {
        Path from = Files.createDirectory(dir.resolve("from"));
        Path aside = dir.resolve("aside");
        new Folder(from)
                .quarantine(aside)
                .table(Container.CSV, "tags", TAGS, row(BROKEN, "a", "", "", ""))
                .read();
        Path again = dir.resolve("again");
        Evidence second = new Folder(aside).quarantine(again).read();
        assertEquals(1, Folder.only(second).rejected().size());
        String before = Files.readString(files(aside).get(0));
        String after = Files.readString(files(again).get(0));
        assertEquals(before.lines().findFirst(), after.lines().findFirst());
        assertTrue(files(again).get(0).getFileName().toString().matches("rejected tags [0-9a-f]{12}\\.csv"));
    }

    @Test
    void what_a_map_says_of_a_file_holds_for_its_rejected_rows() throws IOException {
        ColumnMap map = ColumnMap.of(List.of(
                new ColumnMap.Line("my list_20260701-20260731_20260801090000.csv", "daily funnel", "gmv", "Net", "UTC"),
                new ColumnMap.Line("my list_20260701-20260731_20260801090000.csv", "daily funnel", "date", "Wann")));
        comesBack(
                folder -> folder.columns(map),
                Container.CSV,
                "my list_20260701-20260731_20260801090000",
                Exports.table(
                        row("Wann", "video_id", "traffic", "orders", "Net"),
                        row("2026-07-14 02:30", VIDEO, "PAID", "1", "1.00"),
                        row("2026-07-14 23:30", OTHER_VIDEO, "PAID", BROKEN, "2.00")),
                "2");
    }

    @Test
    void importing_again_gives_the_same_and_a_mended_row_that_changed_nothing_is_set_aside_again() throws IOException {
        Folder folder = folder().table(Container.CSV, STAMPED, Exports.G3_VIDEO, good());
        Evidence once = folder.read();
        assertEquals(Books.lines(once), Books.lines(folder.read()));
        folder.table(
                Container.CSV,
                "Video_List_20260716-20260722",
                Exports.G3_VIDEO,
                Exports.g3Video(VIDEO, "jo.glow", PRODUCT, "$1.00", "1"));
        assertNotEquals(Books.lines(once), Books.lines(folder.read()));
    }
}
