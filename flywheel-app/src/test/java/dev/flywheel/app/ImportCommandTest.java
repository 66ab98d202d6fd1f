package dev.flywheel.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportCommandTest {

    private static final String HEADER = "Creator name,Affiliate GMV,Orders,My note\n";

    @TempDir
    Path folder;

    /** The text without its line breaks. */
    private static String flat(Run run) {
        return run.out().replaceAll("\\s+", " ");
    }

    @Test
    void explains_a_file_without_a_programme() {
        Path file = Brand.write(folder, "Creator_List_20260709-20260715.csv", HEADER + "jo,$10.00,2,x\nal,£9.00,1,y\n");

        Run run = Run.of("import", "--explain", file);

        assertEquals(0, run.exitCode(), run.err());
        for (String line : List.of(
                "Stored as    CSV, comma-separated, UTF-8 without a byte order mark",
                "Taken for    creator performance G1",
                "Header       line 1",
                "  chosen     creator performance G1, line 1: 3 of 4 names known, 0 needed and missing",
                "Period       2026-07-09..2026-07-15, from its name",
                "Amounts      read as USD",
                "Rows         3: 1 accepted, 1 rejected, 1 without data (header, explanations, totals, blank)",
                "Affiliate GMV  gmv (money)       G1",
                "My note        not used          not known to this format",
                "  line 3 column Affiliate GMV, \"£9.00\": an amount in \"£\" in a programme that counts in USD;")) {
            assertTrue(run.out().contains(line), line + "\n" + run.out());
        }
    }

    @Test
    void a_check_is_short_and_tells_a_script_when_something_is_rejected() {
        Path good = Brand.write(folder, "Creator_List_20260709-20260715.csv", HEADER + "jo,10.00,2,x\n");
        Path bad = Brand.write(folder, "Creator_List_20260716-20260722.csv", HEADER + "jo,ten,2,x\n");
        Path foreign = Brand.write(folder, "letter.csv", "Dear,Sir\n1,2\n");

        Run fine = Run.of("import", good);
        assertEquals(0, fine.exitCode(), fine.err());
        assertTrue(
                fine.out().startsWith("Creator_List_20260709-20260715.csv: creator performance G1, 2026-07-09.."),
                fine.out());
        assertTrue(fine.out().contains("Nothing was kept"), fine.out());

        Run rejected = Run.of("import", good, bad);
        assertEquals(3, rejected.exitCode());
        assertTrue(
                flat(rejected).contains("line 2 column Affiliate GMV, \"ten\": not an amount of money"),
                rejected.out());

        Run unknown = Run.of("import", foreign);
        assertEquals(3, unknown.exitCode());
        assertTrue(flat(unknown).contains("no known export; its first line holds: Dear, Sir"), unknown.out());
        assertTrue(flat(unknown).contains("--map"), unknown.out());
    }

    @Test
    void the_currency_is_given_or_that_of_the_programme_beside_the_file() {
        Path file = Brand.write(folder, "Creator_List_20260709-20260715.csv", HEADER + "jo,£10.00,2,x\n");
        assertEquals(3, Run.of("import", file).exitCode());
        assertEquals(0, Run.of("import", "--currency", "GBP", file).exitCode());
        Path program = Brand.write(folder.resolve("other"), "gb.toml", Brand.PROGRAM.replace("USD", "GBP"));
        assertEquals(0, Run.of("import", "--program", program, file).exitCode());
        Brand.write(folder, "program.toml", Brand.PROGRAM.replace("USD", "GBP"));
        assertEquals(0, Run.of("import", file).exitCode());

        Run wrong = Run.of("import", "--currency", "pounds", file);
        assertEquals(2, wrong.exitCode());
        assertTrue(wrong.err().contains("'pounds' is not a currency; write it as USD"), wrong.err());
    }

    @Test
    void json_is_one_document_and_nothing_else() throws IOException {
        Path file = Brand.write(folder, "Creator_List_20260709-20260715.csv", HEADER + "jo,ten,2,x\n");
        Run run = Run.of("import", "--explain", "--json", file);
        assertEquals(0, run.exitCode());
        assertEquals("", run.err());
        JsonNode document = new JsonMapper().readTree(run.out());
        assertEquals("flywheel.import/1", document.get("schema").textValue());
        JsonNode first = document.get("files").get(0);
        assertEquals("creator performance G1", first.get("format").textValue());
        assertEquals("2026-07-09", first.get("period").get("from").textValue());
        assertEquals("gmv", first.get("columns").get(1).get("field").textValue());
        assertTrue(first.get("columns").get(3).get("field").isNull());
        assertEquals(2, first.get("rejected").get(0).get("line").intValue());
        assertEquals(3, first.get("candidates").get(0).get("known").intValue());
        assertEquals(List.of(), DocumentSchema.IMPORT.broken(run.out()));
    }

    @Test
    void a_question_is_answered_by_the_map_in_import_and_in_rotate() {
        Path data = Brand.in(folder.resolve("data"));
        Path file = Brand.write(data, "x.csv", "video_id,kind\n" + Brand.SOLD + ",SPARK_CODE\n");
        Run question = Run.of("import", "--explain", file);
        assertTrue(question.out().contains("Taken for    a question: it may be 2 kinds of file"), question.out());
        Path map = Brand.write(folder, "map.csv", "file,kind,field,name\nx.csv,authorizations,,\n");

        Run answered = Run.of("import", "--explain", "--map", map, file);
        assertTrue(answered.out().contains("Taken for    authorizations, as the map says"), answered.out());

        String fits = "fit authorizations and ad tests equally well";
        assertTrue(flat(question).contains(fits), question.out());
        assertFalse(Run.of("rotate", "--data", data, "--map", map).out().contains(fits));
    }

    @Test
    void a_map_that_cannot_be_used_is_refused_with_its_line() throws IOException {
        Path data = Brand.in(folder.resolve("data"));
        Path map = Brand.write(folder, "map.csv", "file,kind,field,name\nx.csv,adverts,,\n");
        for (Run run : List.of(
                Run.of("import", "--map", map, data.resolve("funnel_daily.csv")),
                Run.of("rotate", "--map", map, "--data", data))) {
            assertEquals(3, run.exitCode());
            assertTrue(
                    run.err().contains("line 2, column kind, \"adverts\": no kind of file; write one of video perf"),
                    run.err());
        }
        try (Stream<Path> files = Files.list(data)) {
            assertEquals(2, files.count(), "nothing is written");
        }
    }

    @Test
    void a_file_must_be_named_and_exist() {
        assertEquals(2, Run.of("import").exitCode());
        Run none = Run.of("import", folder.resolve("none.csv"));
        assertEquals(3, none.exitCode());
        assertEquals(folder.resolve("none.csv") + " does not exist.\n", none.err());
    }
}
