package dev.flywheel.adapters.csv;

import static dev.flywheel.adapters.csv.Exports.PRODUCT;
import static dev.flywheel.adapters.csv.Exports.VIDEO;
import static dev.flywheel.adapters.csv.Folder.row;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.flywheel.adapters.csv.Folder.Container;
import dev.flywheel.core.content.Video;
import dev.flywheel.core.cycle.Evidence;
import dev.flywheel.core.performance.Finding;
import dev.flywheel.core.performance.Funnel.Amount;
import dev.flywheel.core.performance.Funnel.Count;
import dev.flywheel.core.roster.CreatorId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Traps about names of columns, captions, links and handles, by their number on the formats page. */
class TextTrapsTest extends TrapsFixture {

    @TempDir
    Path outside;

    @Test
    void trap_04_files_of_one_name_may_have_the_columns_of_different_generations() {
        Evidence evidence = folder().table(
                        Container.XLSX,
                        "Bondie_Video_List_20260709-20260715",
                        Exports.G1_VIDEO,
                        Exports.g1Video("https://www.tiktok.com/@jo/video/" + VIDEO, "jo", "1.00", "10", "1%"))
                .table(Container.XLSX, "Bondie_Video_List_20260716-20260722", Exports.G3_VIDEO, good())
                .read();
        assertEquals(
                List.of("video performance G1", "video performance G3"),
                evidence.imports().stream()
                        .map(report -> report.format())
                        .sorted()
                        .toList());
    }

    @Test
    void trap_05_the_trailing_blank_of_a_genuine_header_does_not_hide_its_column() {
        assertTrue(Exports.G1_VIDEO.contains("Affiliate items sold "));
        Evidence evidence = folder().table(
                        Container.XLSX,
                        WEEK,
                        Exports.G1_VIDEO,
                        Exports.g1Video("https://www.tiktok.com/@jo/video/" + VIDEO, "jo", "1.00", "10", "1%"))
                .read();
        assertEquals(OptionalLong.of(41), Folder.funnel(evidence, VIDEO).get(Count.ITEMS));
    }

    @Test
    void trap_09_a_deleted_video_keeps_its_numbers_without_a_title_and_a_date() {
        Evidence evidence = folder().table(
                        Container.CSV,
                        WEEK,
                        Exports.G3_VIDEO,
                        Exports.with(Exports.G3_VIDEO, good(), "Video title", "--", "Post date", "--"))
                .read();
        assertEquals(
                "1234.56 USD",
                Folder.funnel(evidence, VIDEO).get(Amount.GMV).orElseThrow().toString());
    }

    @ParameterizedTest
    @EnumSource
    void trap_21_headers_of_two_languages_in_one_file(Container container) {
        Evidence evidence = folder().currency("IDR")
                .table(
                        container,
                        "Creator_List_20260709-20260715",
                        row("Nama Kreator", "GMV dari kreator", "Attributed orders", "Pengembalian dana", "AOV"),
                        row("jo.glow", "Rp1.234.567", "1.234", "Rp0", "Rp1.000"))
                .read();
        assertEquals(
                "1234567.00 IDR",
                Folder.funnel(evidence, "jo.glow").get(Amount.GMV).orElseThrow().toString());
        assertEquals(
                "0.00 IDR",
                Folder.funnel(evidence, "jo.glow")
                        .get(Amount.REFUNDS)
                        .orElseThrow()
                        .toString());
        assertEquals(OptionalLong.of(1_234), Folder.funnel(evidence, "jo.glow").get(Count.ORDERS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1+1", "@sum(A1)", "\t=1", "\uFF1D1"})
    void trap_26_a_caption_that_a_spreadsheet_would_run_is_defused_when_its_row_is_set_aside(String caption)
            throws IOException {
        folder().quarantine(outside.resolve("q"))
                .table(
                        Container.CSV,
                        WEEK,
                        Exports.G3_VIDEO,
                        Exports.with(Exports.G3_VIDEO, good(), "Video title", caption, "Video ID", "7.6E+18"))
                .read();
        try (Stream<Path> files = Files.list(outside.resolve("q"))) {
            String written = Files.readString(files.findFirst().orElseThrow());
            assertTrue(written.lines().skip(1).findFirst().orElseThrow().startsWith("'" + caption.charAt(0)), written);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"#A#AllInOneLipL#glow", "#serum #glow", "", "--"})
    void trap_27_nothing_is_read_out_of_a_damaged_caption(String caption) {
        Evidence evidence = video("Video title", caption);
        assertEquals(0, evidence.tags().size());
        assertEquals(
                video("Video title", "another").observations().toString(),
                evidence.observations().toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://www.tiktok.com/@jo.glow/video/%s?is_from_webapp=1&sender=2",
                "https://www.tiktok.com/@jo.glow/photo/%s",
                "https://m.tiktok.com/v/%s.html",
                "www.tiktok.com/@jo.glow/video/%s/"
            })
    void trap_28_the_id_is_taken_out_of_every_kind_of_permalink(String link) {
        Evidence evidence = folder().table(
                        Container.CSV,
                        WEEK,
                        Exports.G1_VIDEO,
                        Exports.g1Video(String.format(link, VIDEO), "jo", "1.00", "10", "1%"))
                .read();
        assertEquals(VIDEO, evidence.videos().get(0).id().value());
    }

    @Test
    void trap_28_an_expiring_link_does_no_harm_beside_an_id() {
        Evidence evidence = video("Video link", "https://v16m.tiktokcdn-us.com/abc/video/tos/useast5/?a=1&expire=1");
        assertEquals(VIDEO, evidence.videos().get(0).id().value());
    }

    @Test
    void trap_29_a_creator_who_changed_handle_is_kept_under_both_with_the_video_of_either_file() {
        Evidence evidence = folder().table(Container.CSV, "Video_List_20260701-20260708", Exports.G3_VIDEO, good())
                .table(Container.CSV, WEEK, Exports.G3_VIDEO, Exports.g3Video(VIDEO, "jo.new", PRODUCT, "$1.00", "1"))
                .read();
        assertEquals(
                List.of("jo.glow", "jo.new"),
                evidence.creators().stream().map(CreatorId::value).toList());
        assertEquals(1, evidence.videos().stream().map(Video::id).distinct().count());
    }

    @Test
    void trap_29_a_row_without_a_handle_is_set_aside_among_creators_and_kept_among_videos() {
        Evidence creators = folder().table(
                        Container.CSV,
                        "Creator_List_20260709-20260715",
                        Exports.G3_CREATOR,
                        Exports.g3Creator("", "$5.00"),
                        Exports.g3Creator("kim", "$5.00"))
                .read();
        assertEquals(2, Folder.onlyRejected(creators).line());
        Evidence videos = video("Creator name", "");
        assertEquals(
                1,
                videos.imports().stream()
                        .filter(report -> report.format().startsWith("video"))
                        .mapToLong(report -> report.accepted())
                        .sum());
    }

    @Test
    void trap_29_the_account_of_an_ad_report_is_no_handle() {
        Evidence evidence = folder().table(
                        Container.XLSX,
                        "Creative data 2026-07-09 - 2026-07-15",
                        Exports.GMV_MAX,
                        Exports.ad("177", VIDEO, "15.00", "4", "120.00"))
                .read();
        assertEquals(0, evidence.creators().size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Creator_List_20260709-20260715_20260716082822",
                "Transaction_Analysis_Creator_List_20260709-20260715",
                "Creative data 2026-07-09 - 2026-07-15 (5)",
                "creative data for product campaigns 2026-07-09 00 ~ 2026-07-15 20",
                "weekly_2026_07_15_Week",
                "Jul_9_-_15,_26"
            })
    void trap_15_the_period_is_found_in_every_pattern_of_names(String name) {
        Evidence evidence = folder().table(Container.CSV, name, Exports.G3_CREATOR, Exports.g3Creator("jo", "$5.00"))
                .read();
        assertEquals(
                "2026-07-09..2026-07-15",
                evidence.observations().get(0).period().toString());
        assertEquals(List.of(), Folder.findings(evidence, Finding.Kind.PERIOD_UNKNOWN));
    }

    @Test
    void trap_32_rows_without_data_may_stand_anywhere() {
        List<List<String>> table = new ArrayList<>(List.of(row(""), Exports.G3_VIDEO, Exports.G3_DEFINITIONS));
        table.add(row("", "", ""));
        table.add(good());
        table.add(row(" ", "\t"));
        assertEquals(
                List.of(1L, 5L),
                List.of(
                        Folder.only(folder().tableOf(Container.XLSX, WEEK, table)
                                        .read())
                                .accepted(),
                        Folder.only(folder().read()).nonData()));
    }
}
