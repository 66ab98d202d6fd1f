package dev.flywheel.adapters.csv;

import static dev.flywheel.adapters.csv.Exports.VIDEO;
import static dev.flywheel.adapters.csv.Folder.row;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.flywheel.adapters.csv.Folder.Container;
import dev.flywheel.core.cycle.Evidence;
import dev.flywheel.core.performance.RejectedRow;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Traps about ids, links and handles, by their number on the formats page. */
class IdTrapsTest extends TrapsFixture {

    @ParameterizedTest
    @ValueSource(
            strings = {"7.64E+18", "7642431123456789000.0", "7,642,431,123,456,789,012", "7.642.431.123.456.789.012"})
    void trap_07_an_id_mangled_by_a_spreadsheet_is_refused_with_its_line(String mangled) {
        RejectedRow rejected = Folder.onlyRejected(video("Video ID", mangled));
        assertEquals(2, rejected.line());
        assertEquals("Video ID", rejected.column());
        assertEquals(mangled, rejected.value());
        assertTrue(
                rejected.reason().contains("lost digits") || rejected.reason().contains("lose"), rejected.reason());
        assertTrue(rejected.remedy().contains("export again"), rejected.remedy());
    }

    @Test
    void trap_07_a_numeric_cell_beyond_2_to_the_53_is_refused() throws IOException {
        String rows =
                "<row r=\"1\"><c t=\"inlineStr\"><is><t>video_id</t></is></c><c t=\"inlineStr\"><is><t>hook</t></is></c>"
                        + "<c t=\"inlineStr\"><is><t>angle</t></is></c></row><row r=\"2\"><c><v>7.642431123456789E18</v></c>"
                        + "<c t=\"inlineStr\"><is><t>question</t></is></c></row>";
        XlsxFile.write(dir.resolve("tags.xlsx"), XlsxFile.parts(XlsxFile.sheetOf(rows)));
        RejectedRow rejected = Folder.onlyRejected(folder().read());
        assertEquals("an id stored as a number beyond 2^53 has lost digits", rejected.reason());
        assertEquals(2, rejected.line());
    }

    @Test
    void trap_07_ids_that_a_spreadsheet_rounded_to_15_digits_are_refused() {
        Evidence evidence = folder().table(
                        Container.CSV,
                        "tags",
                        TAGS,
                        row(VIDEO, "a", "", "", ""),
                        row(VIDEO.substring(0, 15) + "0000", "b", "", "", ""))
                .read();
        assertTrue(Folder.onlyRejected(evidence).reason().contains("a spreadsheet has rounded it"));
    }

    @Test
    void trap_07_a_lone_id_that_ends_in_zeros_among_many_is_kept() {
        List<List<String>> table = new ArrayList<>(List.of(TAGS));
        for (int i = 1; i <= 40; i++) {
            table.add(row(Exports.videoId("2026-07-10T18:00:00Z", i), "a", "", "", ""));
        }
        table.add(row(VIDEO.substring(0, 15) + "0000", "b", "", "", ""));
        assertEquals(
                41,
                Folder.only(folder().tableOf(Container.CSV, "tags", table).read())
                        .accepted());
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s\t", "'%s", "=\"%s\"", " %s ", "\t%s", "\u200B%s"})
    void trap_07_marks_around_a_whole_id_are_taken_off(String form) {
        Evidence evidence = video("Video ID", String.format(form, VIDEO));
        assertEquals(VIDEO, evidence.videos().get(0).id().value());
    }

    @ParameterizedTest
    @CsvSource({"1234567890123456789,2026-07-16", "123,2026-07-16", "9223372036854775807,2026-07-16"})
    void trap_08_an_id_whose_date_is_impossible_is_refused(String id, String asOf) {
        Evidence evidence = folder().asOf(asOf)
                .table(Container.CSV, "tags", TAGS, row(id, "question", "", "", ""))
                .read();
        assertTrue(
                Folder.onlyRejected(evidence).reason().startsWith("not a video id that can be known: it dates from"));
    }

    @Test
    void trap_08_an_id_of_tomorrow_is_possible_and_one_of_next_week_is_not() {
        String tomorrow = Exports.videoId("2026-07-17T20:00:00Z", 1);
        String nextWeek = Exports.videoId("2026-07-23T20:00:00Z", 1);
        Evidence evidence = folder().asOf("2026-07-16")
                .table(Container.CSV, "tags", TAGS, row(tomorrow, "a", "", "", ""), row(nextWeek, "b", "", "", ""))
                .read();
        assertEquals(1, Folder.only(evidence).accepted());
        assertEquals(nextWeek, Folder.onlyRejected(evidence).value());
    }

    @Test
    void trap_08_the_id_gives_the_post_date_when_it_is_missing() {
        assertEquals(
                Instant.parse("2026-07-10T18:00:00Z"),
                video("Post date", "--").videos().get(0).postedAt());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://v16.tiktokcdn.com/video/tos/useast/abc/?expire=1", "https://vm.tiktok.com/ZM123/", "--"
            })
    void trap_28_a_link_without_an_id_is_rejected_when_it_is_all_there_is(String link) {
        Evidence evidence = folder().table(
                        Container.CSV, WEEK, Exports.G1_VIDEO, Exports.g1Video(link, "jo", "1.00", "10", "1%"))
                .read();
        assertEquals(
                "no video id, and none in the link",
                Folder.onlyRejected(evidence).reason());
    }

    @ParameterizedTest
    @CsvSource({"@Jo.Glow,jo.glow", "' JO_1 ',jo_1", "jo (L2),jo"})
    void trap_29_handles_are_brought_to_one_form(String written, String handle) {
        Evidence evidence = video("Creator name", written);
        assertEquals(handle, evidence.creators().iterator().next().value());
    }

    @Test
    void trap_29_a_display_name_is_no_handle() {
        assertEquals(
                "not a creator's handle",
                Folder.onlyRejected(video("Creator name", "Jo \u2728 Glow")).reason());
    }
}
