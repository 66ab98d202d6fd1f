package dev.flywheel.app;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RotateCommandTest {
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    Path folder;

    @Test
    void json_is_one_valid_document_on_standard_output_and_nothing_else() throws IOException {
        Run run = Run.of("rotate", "--data", Brand.in(folder), "--json");

        assertEquals(0, run.exitCode(), run.err());
        JsonNode document = JSON.readTree(run.out());
        assertEquals("flywheel.rotation/1", document.get("schema").textValue());
        assertEquals(JSON.readTree(run.out()), document);
        assertTrue(run.out().startsWith("{") && run.out().endsWith("}\n"), "no more than the document");
        assertEquals(
                "funnel_daily.csv: daily funnel, 2026-11-07..2026-11-16, 21 rows, 20 accepted, 0 rejected\n",
                run.err());
        assertEquals(List.of(), DocumentSchema.ROTATION.broken(run.out()));
    }

    @Test
    void two_million_views_with_forty_orders_rank_below_twelve_thousand_with_four_hundred() throws IOException {
        Path data = Brand.in(folder);
        JsonNode document =
                JSON.readTree(Run.of("rotate", "--data", data, "--json").out());
        String report = Run.of("rotate", "--data", data).out();

        JsonNode first = document.at("/rankings/videos/0");
        JsonNode second = document.at("/rankings/videos/1");
        assertEquals(Brand.SOLD, first.get("videoId").textValue());
        assertEquals(12_000, first.get("views").longValue());
        assertEquals(400, first.get("orders").longValue());
        assertEquals(Brand.SEEN, second.get("videoId").textValue());
        assertEquals(2_000_000, second.get("views").longValue());
        assertEquals(40, second.get("orders").longValue());
        assertTrue(first.at("/netContribution/mean").doubleValue()
                > second.at("/netContribution/mean").doubleValue());
        assertEquals("quiet_seller", document.at("/rankings/creators/0/name").textValue());
        String ranking = report.substring(report.indexOf("Videos by expected net contribution"));
        assertTrue(
                ranking.matches("(?s).*   1  " + Brand.SOLD + " .* 12,000 .* 400 .*   2  " + Brand.SEEN
                        + " .* 2,000,000 .* 40 .*"),
                ranking);
    }

    @Test
    void the_report_names_files_what_is_wrong_and_what_to_do() {
        Path data = Brand.in(folder);
        Brand.write(data, "packing list.csv", "box,weight\n1,2\n");
        Run run = Run.of("rotate", "--data", data);

        assertEquals(0, run.exitCode(), run.err());
        assertEquals("", run.err());
        assertAll(Stream.of(
                        "Northpeak: rotation ",
                        "as of 2026-11-16 (America/Los_Angeles, USD)",
                        "funnel_daily.csv  daily funnel  2026-11-07..2026-11-16    21        20         0",
                        "packing list.csv  unrecognised",
                        "- note, file packing list.csv: no known export; its first line holds: box, weight",
                        "SEED: Who should make videos for us next?",
                        "Creators\n========",
                        "Ad tests\n========\nNo boost is running.",
                        "What to do first",
                        "Unless: ",
                        "Next briefs",
                        "Momentum",
                        "Branded search")
                .map(expected -> () -> assertTrue(run.out().contains(expected), expected + "\n" + run.out())));
        long actions =
                run.out().lines().filter(line -> line.matches("[0-9]+\\. .*")).count();
        assertTrue(actions >= 1 && actions <= 10, run.out());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void the_same_rows_give_the_same_bytes_under_any_name(long seed) throws IOException {
        Path plain = Brand.in(folder.resolve("plain"));
        Path renamed = Brand.in(folder.resolve("renamed"));
        Files.move(renamed.resolve("funnel_daily.csv"), renamed.resolve("a copy (" + seed + ").csv"));
        Brand.write(
                plain, "tags.csv", "video_id,hook,angle,placement,format\n" + Brand.SOLD + ",bold,price,early,demo\n");
        Brand.write(
                renamed, "0.csv", "video_id,hook,angle,placement,format\n" + Brand.SOLD + ",bold,price,early,demo\n");

        for (Path data : List.of(plain, renamed)) {
            Run.of("rotate", "--data", data, "--seed", seed, "--out", data.resolve("out"));
        }

        for (String report : List.of("rotation.json", "report.html")) {
            assertEquals(
                    Files.readString(plain.resolve("out").resolve(report)),
                    Files.readString(renamed.resolve("out").resolve(report)),
                    report);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void the_order_of_rows_changes_nothing_but_the_name_of_the_content(long seed) throws IOException {
        JsonNode plain = JSON.readTree(Run.of("rotate", "--data", Brand.in(folder.resolve("plain")), "--json")
                .out());
        JsonNode shuffled =
                JSON.readTree(Run.of("rotate", "--data", Brand.shuffledIn(folder.resolve("shuffled"), seed), "--json")
                        .out());
        for (String part : List.of("rankings", "actions", "briefs", "momentum", "phases", "adTests", "dataQuality")) {
            assertEquals(plain.get(part), shuffled.get(part), part);
        }
    }

    @Test
    void naming_the_newest_day_gives_the_same_bytes_as_leaving_it_out_and_an_earlier_one_does_not() {
        Path data = Brand.in(folder);
        String newest = Run.of("rotate", "--data", data, "--json").out();
        assertEquals(
                newest,
                Run.of("rotate", "--data", data, "--json", "--as-of", "2026-11-16")
                        .out());
        String earlier = Run.of("rotate", "--data", data, "--json", "--as-of", "2026-11-10")
                .out();
        assertTrue(earlier.contains("\"asOf\" : \"2026-11-10\""), earlier);
        assertNotEquals(newest, earlier);
    }

    @Test
    void the_seed_is_named_and_used() {
        Path data = Brand.in(folder);
        String one = Run.of("rotate", "--data", data, "--json").out();
        String two = Run.of("rotate", "--data", data, "--json", "--seed", "2").out();
        assertTrue(one.contains("\"seed\" : 1,"), one);
        assertTrue(two.contains("\"seed\" : 2,"), two);
    }

    @Test
    void a_policy_file_changes_how_many_actions_are_shown() {
        Path data = Brand.in(folder.resolve("data"));
        Path policy = Brand.write(folder, "short.toml", "actions = 1");
        Run run = Run.of("rotate", "--data", data, "--policy", policy);
        assertEquals(
                1,
                run.out().lines().filter(line -> line.matches("[0-9]+\\. .*")).count(),
                run.out());
    }

    @Test
    void out_holds_the_same_document_both_reports_and_the_rejected_rows() throws IOException {
        Path data = Brand.in(folder.resolve("data"));
        Brand.write(
                data,
                "tags.csv",
                "video_id,hook,angle,placement,format\n7.48E+18,bold,price,early,demo\n" + Brand.SOLD
                        + ",bold,price,early,demo\n");
        Path out = folder.resolve("out");

        Run run = Run.of("rotate", "--data", data, "--out", out, "--json");

        assertEquals(0, run.exitCode(), run.err());
        assertTrue(run.err().contains("Wrote rotation.json, rotation.txt and report.html to " + out), run.err());
        assertTrue(run.err().contains("tags.csv: creative tags, 3 rows, 1 accepted, 1 rejected"), run.err());
        assertEquals(run.out(), Files.readString(out.resolve("rotation.json")));
        assertEquals(Run.of("rotate", "--data", data).out(), Files.readString(out.resolve("rotation.txt")));
        String page = Files.readString(out.resolve("report.html"));
        assertTrue(page.startsWith("<!DOCTYPE html>"));
        assertFalse(page.contains("tags.csv"), "files are named by content");
        assertFalse(run.out().contains("tags.csv"), "files are named by content");
        try (Stream<Path> quarantined = Files.list(out.resolve("quarantine"))) {
            List<Path> files = new ArrayList<>(quarantined.toList());
            assertEquals(1, files.size());
            assertTrue(Files.readString(files.get(0)).contains("7.48E+18"));
        }
    }

    @Test
    void without_history_the_named_day_gives_a_launch_plan() throws IOException {
        Brand.write(folder, "program.toml", Brand.PROGRAM);

        Run unnamed = Run.of("rotate", "--data", folder);
        assertEquals(3, unnamed.exitCode());
        assertEquals(
                "The folder " + folder
                        + " holds no numbers with a date yet. Add an export, or name the day with --as-of"
                        + " to get the plan for a launch from zero.\n",
                unnamed.err());

        Run named = Run.of("rotate", "--data", folder, "--as-of", "2026-11-16", "--json");
        assertEquals(0, named.exitCode(), named.err());
        assertEquals(0, JSON.readTree(named.out()).at("/rankings/videos").size());
    }
}
