package dev.flywheel.adapters.csv;

import static dev.flywheel.adapters.csv.Exports.VIDEO;
import static dev.flywheel.adapters.csv.Folder.row;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.flywheel.adapters.csv.Folder.Container;
import dev.flywheel.core.performance.FileExplanation;
import dev.flywheel.core.port.out.FlywheelException;
import java.nio.file.Path;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

class FileExplanationsTest extends TrapsFixture {

    private static final ImportSettings SETTINGS =
            ImportSettings.builder(Folder.program(Currency.getInstance("USD"))).build();

    private FileExplanation explain(String name) {
        return FileExplanations.of(dir.resolve(name), SETTINGS);
    }

    @Test
    void says_how_a_native_export_was_understood() {
        folder().table(Container.XLSX, WEEK, Exports.G3_VIDEO, good());
        FileExplanation file = explain(WEEK + ".xlsx");
        assertEquals("XLSX workbook, 1 sheet", file.container());
        assertEquals(1, file.headerLine());
        assertEquals("video performance G3", file.report().format());
        FileExplanation.Candidate first = file.candidates().get(0);
        assertEquals(
                new FileExplanation.Candidate("video performance G3", 1, first.named(), first.named(), 0, true), first);
        assertTrue(file.candidates().stream().skip(1).noneMatch(FileExplanation.Candidate::chosen));
        assertTrue(file.candidates().size() > 3, "others were considered: " + file.candidates());
        assertEquals("its name", file.periodFrom());
        assertEquals(
                new FileExplanation.ColumnUse("Creator video-attributed GMV", "gmv", "money", "G3"),
                file.columns().get(6));
        assertTrue(file.columns()
                .contains(new FileExplanation.ColumnUse("AOV", null, null, "known, but nothing is read from it")));
        assertEquals(Exports.G3_VIDEO.size(), file.columns().size());
    }

    @Test
    void says_why_columns_are_not_used_and_where_the_header_is() {
        folder().text(
                        "x.csv",
                        "2026-07-09 ~ 2026-07-15\n\nCreator name;Affiliate GMV;GMV;Orders;My note;;rejected because\n"
                                + "jo.glow;10.00;9.00;2;x;;\n");
        FileExplanation file = explain("x.csv");
        assertEquals("CSV, semicolon-separated, UTF-8 without a byte order mark", file.container());
        assertEquals(3, file.headerLine());
        assertEquals("a line above its header", file.periodFrom());
        assertEquals(
                List.of(
                        "G2 G3",
                        "G1",
                        "another column is preferred: \"Affiliate GMV\"",
                        "G2",
                        "not known to this format",
                        "has no name",
                        "was added to rejected rows by the import"),
                file.columns().stream().map(FileExplanation.ColumnUse::why).toList());
        assertEquals(1, file.report().accepted());
    }

    @Test
    void says_how_dates_were_read() {
        folder().table(
                        Container.CSV,
                        "samples",
                        row("creator", "product_id", "requested_at", "approved_at", "shipped_at", "delivered_at"),
                        row("jo", "1729000000000000001", "13/07/2026", "03/04/2026", "2026-07-10", "13/07/2026"),
                        row("al", "1729000000000000001", "03/07/2026", "03/05/2026", "2026-07-11", "07/13/2026"));
        FileExplanation file = explain("samples.csv");
        assertEquals("CSV, comma-separated, UTF-8 with a byte order mark", file.container());
        assertEquals("the dates in its rows", file.periodFrom());
        assertEquals(
                List.of(
                        "\"approved_at\": nothing shows whether the day or the month comes first; dates in doubt are set aside",
                        "\"delivered_at\": some dates have the day first and some the month; those in doubt are set aside",
                        "\"requested_at\": day first, because a number above 12 shows it",
                        "\"shipped_at\": no date that could be read in two ways"),
                file.dates());
    }

    @Test
    void two_equally_likely_kinds_are_both_chosen_and_no_column_is_used() {
        folder().text("x.csv", "video_id,kind\n" + VIDEO + ",SPARK_CODE\n");
        FileExplanation file = explain("x.csv");
        assertEquals(
                List.of("authorizations", "ad tests"),
                file.candidates().stream()
                        .filter(FileExplanation.Candidate::chosen)
                        .map(FileExplanation.Candidate::kind)
                        .toList());
        assertEquals(List.of(), file.columns());
        assertEquals("nowhere", file.periodFrom());
    }

    @Test
    void says_that_a_period_is_lacking() {
        folder().table(Container.CSV, "videos", Exports.G3_VIDEO, good());
        assertEquals("nowhere", explain("videos.csv").periodFrom());
    }

    @Test
    void a_damaged_file_is_explained_too() {
        folder().text("x.xlsx", "PK\u0003\u0004 no archive");
        FileExplanation file = explain("x.xlsx");
        assertEquals("unreadable", file.report().format());
        assertEquals(1, file.findings().size());
    }

    @Test
    void what_is_no_file_is_refused() {
        Path none = dir.resolve("none.csv");
        assertEquals(
                none + " does not exist.",
                assertThrows(FlywheelException.SourceFailed.class, () -> FileExplanations.of(none, SETTINGS))
                        .getMessage());
        assertEquals(
                dir + " is not a file.",
                assertThrows(FlywheelException.SourceFailed.class, () -> FileExplanations.of(dir, SETTINGS))
                        .getMessage());
    }
}
