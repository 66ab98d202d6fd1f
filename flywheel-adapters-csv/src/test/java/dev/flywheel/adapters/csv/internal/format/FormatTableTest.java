package dev.flywheel.adapters.csv.internal.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.flywheel.adapters.csv.internal.table.Row;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FormatTableTest {

    private static final String SMALL = """
            # Ad tests of a brand
            label,ad tests
            rows,read
            dates,undecided
            field,holds,need,name,seen in
            video_id,video_id,required,video_id,template
            started_on,date,required,started_on,template
            daily_budget,money,required,daily_budget,template
            ,,known,note,template
            """;

    private static Format read(String table) {
        return FormatTable.read(Kind.AD_TESTS, "ad-tests.csv", new StringReader(table));
    }

    private static String table(Kind kind) throws IOException {
        try (InputStream in = Formats.class.getResourceAsStream(Formats.tableOf(kind))) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<Header> recognised(Format format, String... names) {
        return Recognition.of(List.of(Row.ofText(1, List.of(names))), List.of(format))
                .candidates();
    }

    @Test
    void every_table_belongs_to_a_kind() throws IOException, URISyntaxException {
        URL folder = Objects.requireNonNull(Formats.class.getResource(Formats.tableOf(Kind.VIDEO_PERFORMANCE)));
        Path parent = Objects.requireNonNull(Path.of(folder.toURI()).getParent());
        try (Stream<Path> files = Files.list(parent)) {
            assertEquals(
                    Arrays.stream(Kind.values()).map(Formats::tableOf).sorted().toList(),
                    files.map(file -> String.valueOf(file.getFileName()))
                            .filter(name -> name.endsWith(".csv"))
                            .sorted()
                            .toList());
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void every_table_says_what_it_is_and_where_each_name_was_seen(Kind kind) throws IOException {
        List<String> lines = table(kind).lines().toList();
        assertTrue(lines.get(0).matches("# .+ Source: .+"), lines.get(0));
        int headings = lines.indexOf("field,holds,need,name,seen in");
        assertTrue(headings > 0, kind + " has no headings");
        assertEquals(
                List.of(),
                lines.subList(headings + 1, lines.size()).stream()
                        .filter(line -> !line.startsWith("#") && line.endsWith(","))
                        .toList());
        assertEquals(kind, Formats.of(kind).kind());
    }

    /** What following a new generation takes: a line of data, and no other change. */
    @Test
    void one_more_line_makes_a_renamed_column_known() throws IOException {
        String before = table(Kind.AUTHORIZATIONS);
        String line = "granted_at,date,required,granted_at,template\n";
        assertTrue(before.contains(line));
        String after = before.replace(line, line + "granted_at,date,required,Authorised on,G9\n");
        List<String> names = List.of("video_id", "Authorised  ON", "duration_days", "kind");

        Header old = recognised(read(before), names.toArray(String[]::new)).get(0);
        assertEquals(List.of("no column \"granted_at\""), old.missing());
        Header now = recognised(read(after), names.toArray(String[]::new)).get(0);
        assertEquals(List.of(), now.missing());
        assertEquals(1, now.column(Field.GRANTED_AT));
        assertEquals(4, now.score().known());
    }

    /** In a file that has personal columns a cell is shown only if its column is known to be free of them. */
    @Test
    void personal_columns_are_known_and_never_read_or_shown() {
        Format format = read(SMALL + ",,personal,Phone #,US\n");
        Header header = recognised(format, "video_id", "started_on", "daily_budget", "Phone #", "mine")
                .get(0);
        assertEquals(4, header.score().known());
        Row row = Row.ofText(2, List.of("7561234567890123456", "2026-07-09", "50.00", "0170", "own"));
        assertEquals(
                List.of("7561234567890123456", "2026-07-09", "50.00", "", ""),
                IntStream.range(0, 5).mapToObj(i -> header.shown(row, i)).toList());
        Row moved = Row.ofText(3, List.of("street 5", "2026-07-09", "50.00", "0170", "own"));
        assertEquals("", header.shown(moved, 1));
        assertEquals(List.of(true, false), List.of(header.isInPlace(row), header.isInPlace(moved)));
    }

    @Test
    void the_generation_is_named_by_the_table() {
        Format format = read(SMALL.replace("dates,", "generation,G7,note\ndates,"));
        assertEquals(
                "ad tests G7",
                recognised(format, "video_id", "started_on", "daily_budget", "Note")
                        .get(0)
                        .label());
        assertEquals(
                "ad tests",
                recognised(format, "video_id", "started_on", "daily_budget")
                        .get(0)
                        .label());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "label,ad tests|name,ad tests|ad-tests.csv line 2: \"name\" is nothing that a table says of a file",
                "rows,read|rows,perhaps|ad-tests.csv line 3: rows must be read or not read, got \"perhaps\"",
                "dates,undecided|dates,day last|ad-tests.csv line 4: there is no dates \"day last\"",
                "dates,undecided|needs one of,budget|ad-tests.csv line 4: there is no needs one of \"budget\"",
                "dates,undecided|needs one of,gmv|ad-tests.csv line 9: \"needs one of\" names GMV, which no column has",
                "dates,undecided|generation,G1,hook|ad-tests.csv line 9: \"generation\" names hook, which no column has",
                "dates,undecided|generation,G1|ad-tests.csv line 4: expected generation,name,column name",
                "started_on,date|begun_on,date|ad-tests.csv line 7: there is no field \"begun_on\"; known are actual_co",
                "started_on,date|started_on,day|ad-tests.csv line 7: there is no holds \"day\"; known are id, video_id",
                "date,required|date,wanted|ad-tests.csv line 7: there is no need \"wanted\"; known are required, expected",
                ",,known,note|,,known,Video_ID|ad-tests.csv line 9: \"Video_ID\" is listed twice",
                ",,known,note|started_on,date,required,daily_budget|ad-tests.csv line 9: \"daily_budget\" is listed twice",
                ",,known,note|started_on,date,expected,day|ad-tests.csv line 9: \"day\" holds DATE and is EXPECTED, but",
                ",,known,note|,,known,|ad-tests.csv line 9: a column without a name",
                ",,known,note|hook,,known,note|ad-tests.csv line 9: a column that is only known has no field and holds",
                ",,known,note,template|,,known,note|ad-tests.csv line 9: expected field,holds,need,name,seen in",
                "label,ad tests|# none|ad-tests.csv line 9: no label",
            })
    void what_is_wrong_in_a_table_is_named_with_its_line(String right, String wrong, String message) {
        assertTrue(SMALL.contains(right), right);
        String error = assertThrows(IllegalStateException.class, () -> read(SMALL.replace(right, wrong)))
                .getMessage();
        assertTrue(error.startsWith(message), error);
    }
}
