package dev.flywheel.adapters.csv;

import static dev.flywheel.adapters.csv.Exports.OTHER_VIDEO;
import static dev.flywheel.adapters.csv.Exports.PRODUCT;
import static dev.flywheel.adapters.csv.Exports.VIDEO;
import static dev.flywheel.adapters.csv.Folder.row;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.flywheel.adapters.csv.Folder.Container;
import dev.flywheel.core.cycle.Evidence;
import dev.flywheel.core.performance.Finding;
import dev.flywheel.core.performance.ImportReport;
import dev.flywheel.core.port.out.FlywheelException;
import dev.flywheel.core.program.Program;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FolderEvidenceTest {

    private static final List<String> TAGS = row("video_id", "hook", "angle", "placement", "format");
    private static final String WEEK = "Video_List_20260709-20260715";

    @TempDir
    Path dir;

    @TempDir
    Path outside;

    private Folder folder() {
        return new Folder(dir);
    }

    private static String contents(Evidence evidence) {
        return String.join(
                "\n",
                evidence.observations().toString(),
                evidence.orderLines().toString(),
                evidence.videos().toString(),
                evidence.tags().toString(),
                evidence.findings().toString(),
                evidence.imports().stream()
                        .map(report -> report.contentId() + report.format() + report.rows() + report.rejected())
                        .toList()
                        .toString());
    }

    @Test
    void an_empty_folder_gives_no_evidence() {
        Evidence evidence = folder().read();
        assertEquals(List.of(), evidence.imports());
        assertEquals(List.of(), evidence.findings());
    }

    @Test
    void a_missing_folder_is_said_to_be_missing() {
        FlywheelException.SourceFailed failed =
                assertThrows(FlywheelException.SourceFailed.class, () -> new Folder(dir.resolve("nowhere")).read());
        assertTrue(failed.getMessage().contains("cannot be read: NoSuchFileException. Check that it exists"));
        assertEquals(dir.resolve("nowhere").toString(), failed.source());
    }

    @Test
    void junk_is_reported_and_harms_nothing() {
        Random random = new Random(7);
        byte[] noise = new byte[5_000];
        random.nextBytes(noise);
        Evidence evidence = folder().bytes("photo.jpg", noise)
                .text("readme.md", "# Notes\n\nNothing here, really.\n")
                .text("empty.csv", "")
                .bytes("zip.xlsx", new byte[] {'P', 'K', 3, 4, 1, 2, 3})
                .text("program.toml", "brand = \"x\"")
                .text(".DS_Store", "x")
                .table(Container.CSV, "tags", TAGS, row(VIDEO, "question", "", "", ""))
                .read();
        assertEquals(1, evidence.tags().size());
        assertEquals(5, evidence.imports().size());
        assertEquals(2, Folder.findings(evidence, Finding.Kind.FILE_UNREADABLE).size());
        assertEquals(
                List.of(
                        "no known export; its first line holds: # Notes",
                        "no known export; its first line holds: nothing"),
                Folder.findings(evidence, Finding.Kind.FILE_NOT_RECOGNISED).stream()
                        .sorted()
                        .toList());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void names_and_order_never_matter(long seed) throws IOException {
        folder().table(Container.CSV, "a", TAGS, row(VIDEO, "question", "", "", ""))
                .table(Container.XLSX, "Video_List_20260709-20260715", Exports.G3_VIDEO, video("$1.00"))
                .table(
                        Container.CSV,
                        "orders",
                        Exports.ORDERS_US,
                        Exports.order("576000000000000001", "1730000000000000001", "Settled", "13/07/2026 10:11:12"),
                        Exports.order("bad id!", "1730000000000000001", "Settled", "13/07/2026 10:11:12"))
                .text("junk.txt", "hello");
        String before = contents(folder().read());
        List<Path> files;
        try (Stream<Path> entries = Files.list(dir)) {
            files = new ArrayList<>(entries.toList());
        }
        Collections.shuffle(files, new Random(seed));
        for (int i = 0; i < files.size(); i++) {
            boolean dated = files.get(i).toString().contains("Video_List");
            Files.move(files.get(i), dir.resolve((dated ? "20260709-20260715 " : "") + "renamed" + i + ".bin"));
        }
        assertEquals(before, contents(folder().read()));
    }

    private static List<String> video(String gmv) {
        return Exports.g3Video(VIDEO, "jo.glow", PRODUCT, gmv, "40");
    }

    @Test
    void two_reads_give_the_same() {
        folder().table(Container.CSV, WEEK, Exports.G3_VIDEO, video("$1.00"));
        assertEquals(contents(folder().read()), contents(folder().read()));
    }

    @Test
    void the_same_content_is_used_once_and_the_name_with_a_period_counts() {
        Evidence evidence = folder().table(Container.CSV, "a copy", Exports.G3_VIDEO, video("$1.00"))
                .table(Container.CSV, WEEK, Exports.G3_VIDEO, video("$1.00"))
                .read();
        assertEquals(1, evidence.observations().size());
        assertEquals(
                List.of("the same content lies here 2 times; it was used once"),
                Folder.findings(evidence, Finding.Kind.FILE_DUPLICATED));
    }

    @Test
    void links_and_folders_are_not_followed() throws IOException {
        new Folder(outside).table(Container.CSV, "secret", TAGS, row(VIDEO, "question", "", "", ""));
        Files.createSymbolicLink(dir.resolve("link.csv"), outside.resolve("secret.csv"));
        Files.createSymbolicLink(dir.resolve("linked"), outside);
        Files.createDirectory(dir.resolve("sub"));
        Files.copy(outside.resolve("secret.csv"), dir.resolve("sub/tags.csv"));
        assertEquals(List.of(), folder().read().imports());
    }

    @Test
    void a_file_that_fits_two_kinds_is_a_question() {
        Evidence evidence = folder().text("x.csv", "video_id,kind\n" + VIDEO + ",SPARK_CODE\n")
                .read();
        assertEquals(
                List.of("the headers fit authorizations and ad tests equally well; which is it?"),
                Folder.findings(evidence, Finding.Kind.FILE_AMBIGUOUS));
        assertEquals(2, Folder.only(evidence).rows());
    }

    @Test
    void a_known_export_that_is_not_read_is_named() {
        Evidence evidence = folder().text(
                        "Kalodata_Shop.csv",
                        "Shop Name,Revenue(£),Avg. Unit Price(£),Affiliate Revenue(£),KalodataUrl\nA shop,1,2,3,x\n")
                .read();
        assertEquals("Kalodata shops", Folder.only(evidence).format());
        assertEquals(
                List.of("recognised as Kalodata shops, which is not used yet"),
                Folder.findings(evidence, Finding.Kind.FILE_NOT_RECOGNISED));
    }

    @Test
    void trap_23_the_header_may_stand_in_row_3_under_a_line_that_holds_the_period() {
        Evidence evidence = folder().table(
                        Container.XLSX,
                        "video",
                        row("2026-07-01 ~ 2026-07-07\n"),
                        row(""),
                        Exports.G3_VIDEO,
                        video("$1.00"))
                .read();
        assertEquals(
                "2026-07-01..2026-07-07",
                evidence.observations().get(0).period().toString());
        assertEquals(3, Folder.only(evidence).nonData());
    }

    @ParameterizedTest
    @EnumSource
    void both_containers_give_the_same_evidence(Container container) throws IOException {
        List<List<String>> table = Exports.table(Exports.G3_VIDEO, Exports.G3_DEFINITIONS, video("$1,234.56"));
        String seen =
                folder().tableOf(container, WEEK, table).read().observations().toString();
        Container other = container == Container.CSV ? Container.XLSX : Container.CSV;
        Path second = Files.createDirectory(outside.resolve("other"));
        assertEquals(
                seen,
                new Folder(second)
                        .tableOf(other, WEEK, table)
                        .read()
                        .observations()
                        .toString());
    }

    @Test
    void rejected_rows_go_to_quarantine_defused_and_can_be_imported_once_mended() throws IOException {
        Path quarantine = outside.resolve("q/rejected");
        Evidence evidence = folder().quarantine(quarantine)
                .table(
                        Container.CSV,
                        "tags",
                        TAGS,
                        row(VIDEO, "good", "", "", ""),
                        row("7.64E+18", "=HYPERLINK(\"http://evil\")", "@sum", "+1", "-12.5"))
                .read();
        ImportReport report = Folder.only(evidence);
        Path written = quarantine.resolve("rejected tags " + report.contentId().substring(0, 12) + ".csv");
        assertEquals(
                "video_id,hook,angle,placement,format,rejected file,rejected line,rejected column,rejected value,"
                        + "rejected because,what to do\r\n"
                        + "7.64E+18,\"'=HYPERLINK(\"\"http://evil\"\")\",'@sum,'+1,-12.5,tags.csv,3,video_id,7.64E+18,"
                        + "an id in scientific notation has lost digits,export again and do not save the file with a "
                        + "spreadsheet; the lost digits cannot be restored\r\n",
                Files.readString(written));
        Path mended = Files.createDirectory(outside.resolve("mended"));
        new Folder(mended).text("m.csv", Files.readString(written).replaceFirst("7.64E\\+18", OTHER_VIDEO));
        Evidence second = new Folder(mended).read();
        assertEquals(
                "=HYPERLINK(\"http://evil\")",
                second.tags().values().iterator().next().hook());
    }

    @Test
    void no_quarantine_without_rejected_rows() {
        folder().quarantine(outside.resolve("q"))
                .table(Container.CSV, "t", TAGS, row(VIDEO, "a", "", "", ""))
                .read();
        assertFalse(Files.exists(outside.resolve("q")));
    }

    @Test
    void the_quarantine_must_not_be_the_folder_that_is_read() {
        Program program = Folder.program(Currency.getInstance("USD"));
        ImportSettings settings = ImportSettings.builder(program)
                .quarantine(dir.resolve("../" + dir.getFileName()))
                .build();
        assertTrue(assertThrows(IllegalArgumentException.class, () -> FolderEvidence.in(dir, settings))
                .getMessage()
                .startsWith("quarantine must not be the folder that is read"));
    }

    @Test
    void a_quarantine_that_cannot_be_written_is_a_finding() throws IOException {
        Path file = Files.writeString(outside.resolve("file"), "x");
        Evidence evidence = folder().quarantine(file)
                .table(Container.CSV, "t", TAGS, row("", "a", "", "", ""), row(VIDEO, "a", "", "", ""))
                .read();
        assertEquals(1, evidence.tags().size());
        assertEquals(1, evidence.imports().size());
        assertTrue(Folder.findings(evidence, Finding.Kind.ROWS_REJECTED).stream()
                .anyMatch(message -> message.contains("could not be written")));
    }

    @Test
    void every_row_is_accounted_for_whatever_the_file_holds() {
        Random random = new Random(11);
        String[] cells = {
            VIDEO,
            OTHER_VIDEO,
            "",
            "--",
            "2026-07-14",
            "13/07/2026",
            "PAID",
            "ORGANIC",
            "12",
            "1,234",
            "$1.00",
            "x y z",
            "Total",
            "video_id",
            "date",
            "7.6E+18",
            "=1",
            "The number of things that were seen"
        };
        List<String> header = row("date", "video_id", "creator", "product_id", "traffic", "clicks", "orders", "gmv");
        for (int file = 0; file < 20; file++) {
            List<List<String>> table = new ArrayList<>(List.of(header));
            for (int r = 0; r < 200; r++) {
                List<String> line = new ArrayList<>();
                for (int c = 0; c < random.nextInt(10); c++) {
                    line.add(cells[random.nextInt(cells.length)]);
                }
                table.add(line.isEmpty() ? header : line);
            }
            folder().tableOf(file % 2 == 0 ? Container.CSV : Container.XLSX, "f" + file, table);
        }
        for (ImportReport report : folder().read().imports()) {
            assertEquals(201, report.rows());
        }
    }

    @Test
    void a_small_file_with_wrong_words_says_which_are_right() {
        Evidence evidence = folder().text(
                        "rights.csv",
                        "video_id,granted_at,duration_days,kind\n" + VIDEO + ",2026-07-12,30,HANDSHAKE\n" + VIDEO
                                + ",2026-07-12,0,ACCOUNT\n")
                .text("boosts.csv", "video_id,started_on,daily_budget,kind\n" + VIDEO + ",2026-07-12,-5,SPARK_AD\n")
                .text(
                        "search.csv",
                        "period_start,period_end,marketplace,query,volume\n2026-07-12,2026-07-05,amazon.com,x,1\n")
                .text("samples.csv", "creator,product_id,requested_at,cost\njo,1,2026-07-01,-1\n")
                .read();
        List<String> reasons = evidence.imports().stream()
                .flatMap(report -> report.rejected().stream())
                .map(rejected -> rejected.reason() + " / " + rejected.remedy())
                .sorted()
                .toList();
        assertEquals(
                List.of(
                        "an amount below zero / correct the amount; refunds have a column of their own",
                        "an amount below zero / correct the amount; refunds have a column of their own",
                        "durationDays must be from 1 to 3650, got 0 / write how many days it holds",
                        "not one of the words known here / write one of [SPARK_CODE, ACCOUNT, FLAT_FEE]",
                        "the period ends before it starts on 2026-07-12 / swap the dates"),
                reasons);
    }

    @Test
    void a_video_tagged_twice_keeps_its_first_tags() {
        Evidence evidence = folder().table(
                        Container.CSV,
                        "t",
                        TAGS,
                        row(VIDEO, "a", "", "", ""),
                        row(VIDEO, "a", "", "", ""),
                        row(VIDEO, "b", "", "", ""))
                .read();
        assertEquals(
                "tagged differently on line 2", Folder.onlyRejected(evidence).reason());
        assertEquals("a", evidence.tags().values().iterator().next().hook());
    }

    @Test
    void a_workbook_may_have_a_sheet_of_notes_before_the_data() throws IOException {
        var parts =
                XlsxFile.parts(XlsxFile.sheetOf("<row><c t=\"inlineStr\"><is><t>About this export</t></is></c></row>"));
        Path plain = XlsxFile.write(outside.resolve("d.xlsx"), Exports.table(TAGS, row(VIDEO, "a", "", "", "")));
        try (java.util.zip.ZipFile zip = new java.util.zip.ZipFile(plain.toFile())) {
            parts.put(
                    "xl/worksheets/sheet2.xml",
                    new String(
                            zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml"))
                                    .readAllBytes(),
                            StandardCharsets.UTF_8));
        }
        parts.computeIfPresent(
                "xl/workbook.xml",
                (name, xml) -> xml.replace("</sheets>", "<sheet name=\"Data\" sheetId=\"2\" r:id=\"rId9\"/></sheets>"));
        parts.computeIfPresent(
                "xl/_rels/workbook.xml.rels",
                (name, xml) -> xml.replace(
                        "</Relationships>",
                        "<Relationship Id=\"rId9\" Type=\"x/worksheet\" Target=\"worksheets/sheet2.xml\"/></Relationships>"));
        XlsxFile.write(dir.resolve("t.xlsx"), parts);
        assertEquals(1, folder().read().tags().size());
    }
}
