package dev.flywheel.adapters.csv;

import static dev.flywheel.adapters.csv.Exports.OTHER_VIDEO;
import static dev.flywheel.adapters.csv.Exports.VIDEO;
import static dev.flywheel.adapters.csv.Folder.row;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.flywheel.adapters.csv.Folder.Container;
import dev.flywheel.core.cycle.Evidence;
import dev.flywheel.core.performance.Finding;
import dev.flywheel.core.performance.Funnel.Amount;
import dev.flywheel.core.performance.Funnel.Count;
import dev.flywheel.core.port.out.FlywheelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnMapTest {

    @TempDir
    Path dir;

    @TempDir
    Path maps;

    private Path map(String... lines) throws IOException {
        return Files.writeString(maps.resolve("map.csv"), String.join("\n", lines) + "\n");
    }

    private Evidence read(Folder folder, String... lines) throws IOException {
        return folder.columns(ColumnMap.read(map(lines))).read();
    }

    private Folder folder() {
        return new Folder(dir);
    }

    @Test
    void answers_which_of_two_kinds_a_file_is() throws IOException {
        Folder folder = folder().text("x.csv", "video_id,kind,granted\n" + VIDEO + ",SPARK_CODE,2026-07-10\n")
                .text("y.csv", "video_id,kind\n" + OTHER_VIDEO + ",FIXED\n");
        Evidence evidence = read(
                folder,
                "file,kind,field,name",
                "x.csv,authorizations,,",
                "x.csv,authorizations,granted_at,granted",
                "y.csv,ad tests,,");
        assertEquals(List.of(), Folder.findings(evidence, Finding.Kind.FILE_AMBIGUOUS));
        assertEquals(
                List.of("ad tests", "authorizations"),
                evidence.imports().stream()
                        .map(report -> report.format())
                        .sorted()
                        .toList());
        assertTrue(Folder.findings(evidence, Finding.Kind.COLUMN_MISSING).stream()
                .anyMatch(message -> message.equals("authorizations: no column \"duration_days\"")));
    }

    @Test
    void the_question_says_how_it_is_answered() {
        Evidence evidence = folder().text("x.csv", "video_id,kind\n" + VIDEO + ",SPARK_CODE\n")
                .read();
        assertTrue(evidence.findings().get(0).remedy().contains("--map: a line file,kind,field,name"));
    }

    /** Nothing of the header is known but what the map says; the same names serve every file of the kind. */
    @ParameterizedTest
    @ValueSource(strings = {"", "umsatz.csv"})
    void reads_a_file_whose_every_name_is_new(String file) throws IOException {
        Folder folder = folder().text(
                        "umsatz.csv",
                        "Tag;Clip;Herkunft;Bestellungen;Notiz;Wetter;Laune;Ort\n2026-07-10;" + VIDEO
                                + ";paid;7;a;b;c;d\n");
        Evidence evidence = read(
                folder,
                "\uFEFFname;field;kind;file",
                "Tag;date;Daily Funnel;" + file,
                "Clip;video_id;daily_funnel;" + file,
                "HERKUNFT;Traffic;FUNNEL_DAILY;" + file,
                "Bestellungen;orders;daily funnel;" + file);
        assertEquals(1, Folder.only(evidence).accepted());
        assertEquals(
                7, evidence.observations().get(0).funnel().get(Count.ORDERS).orElseThrow());
    }

    @Test
    void a_name_given_by_hand_wins_over_the_built_in_ones() throws IOException {
        Folder folder = folder().table(
                        Container.CSV,
                        "funnel",
                        row("date", "video_id", "traffic", "orders", "gmv", "net"),
                        row("2026-07-10", VIDEO, "paid", "3", "45.50", "40.00"));
        Evidence evidence = read(folder, "file,kind,field,name", ",daily funnel,gmv,net", ",daily funnel,items,orders");
        assertEquals(
                "40.00 USD",
                String.valueOf(
                        evidence.observations().get(0).funnel().get(Amount.GMV).orElseThrow()));
        assertEquals(3, evidence.observations().get(0).funnel().get(Count.ITEMS).orElseThrow());
        assertTrue(evidence.observations().get(0).funnel().get(Count.ORDERS).isEmpty());
    }

    @Test
    void a_line_of_another_file_changes_nothing() throws IOException {
        String text = "date,video_id,traffic,orders\n2026-07-10," + VIDEO + ",paid,3\n";
        Evidence evidence =
                read(folder().text("x.csv", text), "file,kind,field,name", "y.csv,daily funnel,items,orders");
        assertEquals(
                3, evidence.observations().get(0).funnel().get(Count.ORDERS).orElseThrow());
    }

    @Test
    void a_file_that_is_not_what_the_map_says_is_refused() throws IOException {
        Evidence evidence = read(folder().text("x.csv", "a,b\n1,2\n"), "file,kind,field,name", "x.csv,daily funnel,,");
        assertEquals(
                List.of(
                        "said to be daily funnel, but none of its first rows has a column of it; the first holds: a, b"),
                Folder.findings(evidence, Finding.Kind.FILE_NOT_RECOGNISED));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x.csv,video perf,,|line 2, column kind, \"video perf\": no kind of file; write one of video performance, cr",
                "x.csv,ad tests,gmv,a|line 2, column field, \"gmv\": no field of ad tests; write one of video_id, started_on",
                "x.csv,ad tests,video_id,|line 2, column name, \"\": empty; write the column's name as it stands in the file",
                "x.csv,ad tests,,a|line 2, column field, \"\": no field of ad tests; write one of video_id",
                ",ad tests,,|line 2, column file, \"\": no file is named; name the file that is of this kind, a column or a zone",
            })
    void a_line_that_cannot_be_used_is_named(String line, String problem) throws IOException {
        Path file = map("file,kind,field,name", line);
        String message = assertThrows(FlywheelException.SourceFailed.class, () -> ColumnMap.read(file))
                .getMessage();
        assertTrue(message.startsWith("The map map.csv cannot be used:\n  " + problem), message);
    }

    @Test
    void every_problem_is_named_at_once() throws IOException {
        Path file = map("file,kind,field,name", ",nothing,gmv,a", "", ",ad tests,nothing,a");
        String message = assertThrows(FlywheelException.SourceFailed.class, () -> ColumnMap.read(file))
                .getMessage();
        assertEquals(3, message.lines().count());
        assertTrue(message.contains("\n  line 4, column field"), message);
    }

    @Test
    void two_lines_must_not_contradict_each_other() {
        ColumnMap.Line tests = new ColumnMap.Line("x.csv", "ad tests", "", "");
        assertEquals(
                "line 2, column name, \"\": an earlier line says that this file is ad tests; keep one of the two lines",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> ColumnMap.of(
                                        List.of(tests, new ColumnMap.Line("x.csv", "authorizations", "", ""))))
                        .getMessage());
        assertEquals(
                "line 2, column name, \"NET\": an earlier line says that this column is gmv; keep one of the two lines",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> ColumnMap.of(List.of(
                                        new ColumnMap.Line("", "daily funnel", "gmv", "net"),
                                        new ColumnMap.Line("", "daily funnel", "refunds", "NET"))))
                        .getMessage());
    }

    @Test
    void a_map_needs_its_four_columns() throws IOException {
        Path file = map("file,kind,column", "x.csv,ad tests,a");
        String message = assertThrows(FlywheelException.SourceFailed.class, () -> ColumnMap.read(file))
                .getMessage();
        assertTrue(
                message.contains("line 1: no column \"field\"; write file,kind,field,name on the first line"), message);
        Path empty = map("");
        assertTrue(assertThrows(FlywheelException.SourceFailed.class, () -> ColumnMap.read(empty))
                .getMessage()
                .contains("it is empty; write file,kind,field,name"));
        assertTrue(assertThrows(FlywheelException.SourceFailed.class, () -> ColumnMap.read(maps.resolve("none.csv")))
                .getMessage()
                .contains("cannot be read (NoSuchFileException)"));
    }
}
