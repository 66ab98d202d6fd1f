package dev.flywheel.adapters.csv.internal.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.flywheel.adapters.csv.XlsxFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workbooks made to exhaust memory, time or trust: each is refused, and soon. */
class HostileXlsxTest {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final byte[] CHUNK = "x".repeat(1 << 16).getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path dir;

    private static String refused(Path file) {
        return refused(file, TableLimits.WORKBOOK);
    }

    private static String refused(Path file, TableLimits limits) {
        return assertTimeoutPreemptively(
                SOON,
                () -> assertThrows(FileRefused.class, () -> {
                            try (TableSource source = TableReader.open(file, TableLimits.TEXT, limits)) {
                                source.read(0, row -> true);
                            }
                        })
                        .reason());
    }

    private Path workbook(String sheetXml) throws IOException {
        return XlsxFile.write(dir.resolve("t.xlsx"), XlsxFile.parts(sheetXml));
    }

    private Path streamed(String before, int chunks, byte[] chunk, String after) throws IOException {
        Path file = dir.resolve("t.xlsx");
        Map<String, String> parts = XlsxFile.parts("");
        parts.remove("xl/worksheets/sheet1.xml");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            zip.write(before.getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < chunks; i++) {
                zip.write(chunk);
            }
            zip.write(after.getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }

    /** Limits without the archive's own checks, to prove that the reader behind them holds too. */
    private static TableLimits anyRatio() {
        return new TableLimits(
                1_048_576,
                16_384,
                32_767,
                1 << 20,
                1L << 30,
                new ArchiveLimits(4_096, 4 << 20, 1L << 40, Integer.MAX_VALUE, 64, 4 << 20, 1_000, 1 << 20));
    }

    @Test
    void a_cell_of_64_megabytes() throws IOException {
        String start = "<worksheet><sheetData><row><c t=\"inlineStr\"><is><t>";
        Path file = streamed(start, 1_000, CHUNK, "</t></is></c></row></sheetData></worksheet>");
        assertTrue(refused(file).contains("times its size, allowed are 200"));
        assertTrue(refused(file, anyRatio()).contains("a cell of more than 32767 characters"));
    }

    @Test
    void three_million_rows() throws IOException {
        Path file = streamed(
                "<worksheet><sheetData>",
                300,
                "<row/>".repeat(10_000).getBytes(StandardCharsets.UTF_8),
                "</sheetData></worksheet>");
        assertTrue(refused(file).contains("times its size"));
        assertTrue(refused(file, anyRatio()).contains("more than 1048576 rows"));
    }

    @Test
    void an_attribute_or_a_comment_of_8_megabytes() throws IOException {
        assertTrue(refused(streamed("<worksheet a=\"", 128, CHUNK, "\"/>"), anyRatio())
                .contains("a single piece of markup has more than"));
        assertTrue(refused(streamed("<worksheet><!--", 128, CHUNK, "--></worksheet>"), anyRatio())
                .contains("a single piece of markup has more than"));
    }

    @Test
    void billion_laughs() throws IOException {
        String message = refused(workbook(XlsxFile.laughs()));
        assertTrue(message.contains("a document type or an entity"), message);
    }

    @Test
    void an_external_entity() throws IOException {
        Path secret = Files.writeString(dir.resolve("secret.txt"), "top secret");
        String message = refused(workbook("<!DOCTYPE w [<!ENTITY x SYSTEM \"" + secret.toUri()
                + "\">]><worksheet><sheetData><row><c t=\"str\"><v>&x;</v></c></row></sheetData></worksheet>"));
        assertTrue(message.contains("a document type or an entity"), message);
    }

    @Test
    void markup_nested_without_end() throws IOException {
        assertTrue(refused(workbook("<a>".repeat(10_000))).contains("nested deeper than 64"));
    }

    @Test
    void shared_strings_beyond_their_memory() throws IOException {
        Map<String, String> parts = XlsxFile.parts(XlsxFile.sheetOf(""));
        parts.put("xl/sharedStrings.xml", "<sst>" + "<si><t>a</t></si>".repeat(30_000) + "</sst>");
        assertTrue(refused(XlsxFile.write(dir.resolve("s.xlsx"), parts), anyRatio())
                .contains("shared strings of more than"));
    }

    @Test
    void an_entry_name_given_twice() throws IOException {
        Map<String, String> parts = XlsxFile.parts(XlsxFile.sheetOf(""));
        parts.put("XL/workbook.xml", "<evil/>");
        assertEquals(
                "the archive holds \"XL/workbook.xml\" twice", refused(XlsxFile.write(dir.resolve("d.xlsx"), parts)));
    }

    @Test
    void the_very_same_entry_name_given_twice() throws IOException {
        Map<String, String> parts = XlsxFile.parts(XlsxFile.sheetOf(""));
        parts.put("xl/workbook.xmX", "<evil/>");
        Path file = XlsxFile.write(dir.resolve("d.xlsx"), parts);
        String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        Files.write(file, bytes.replace("workbook.xmX", "workbook.xml").getBytes(StandardCharsets.ISO_8859_1));
        assertEquals("the archive holds \"xl/workbook.xml\" twice", refused(file));
    }

    @Test
    void sixty_five_thousand_entries() throws IOException {
        Map<String, String> parts = XlsxFile.parts(XlsxFile.sheetOf(""));
        for (int i = 0; i < 65_536; i++) {
            parts.put("junk/" + i, "");
        }
        assertEquals(
                "the archive has 65541 entries, allowed are 4096",
                refused(XlsxFile.write(dir.resolve("e.xlsx"), parts)));
    }

    @Test
    void path_names_that_climb_out_are_never_followed() throws IOException {
        Map<String, String> parts = XlsxFile.parts(XlsxFile.sheetOf(""));
        parts.computeIfPresent(
                "xl/_rels/workbook.xml.rels",
                (name, xml) -> xml.replace("worksheets/sheet1.xml", "../../../../../etc/passwd"));
        assertEquals(
                "sheet \"Sheet 1\" is missing from the archive", refused(XlsxFile.write(dir.resolve("p.xlsx"), parts)));
    }

    @Test
    void an_archive_that_lies_about_an_inflated_size() throws IOException {
        Path file = workbook(XlsxFile.sheetOf("<row><c><v>1</v></c></row>".repeat(2_000)));
        byte[] bytes = Files.readAllBytes(file);
        int central = new String(bytes, StandardCharsets.ISO_8859_1).lastIndexOf("xl/worksheets/sheet1.xml") - 46;
        bytes[central + 24] = 16;
        bytes[central + 25] = 0;
        bytes[central + 26] = 0;
        bytes[central + 27] = 0;
        Files.write(file, bytes);
        assertEquals(
                "a workbook that cannot be read: an entry inflates beyond the 16 bytes that the archive declares",
                refused(file));
    }

    @Test
    void a_file_cut_off_anywhere_is_refused_and_never_hangs() throws IOException {
        byte[] whole = Files.readAllBytes(workbook(XlsxFile.sheetOf("<row><c><v>1</v></c></row>".repeat(20))));
        for (int length = 4; length < whole.length; length += 7) {
            ByteArrayOutputStream cut = new ByteArrayOutputStream();
            cut.write(whole, 0, length);
            Path file = Files.write(dir.resolve("cut.xlsx"), cut.toByteArray());
            assertTrue(refused(file).startsWith("a damaged archive"), "cut at " + length);
        }
    }

    @Test
    void a_workbook_larger_than_allowed() throws IOException {
        TableLimits tiny = new TableLimits(10, 10, 10, 10, 100, ArchiveLimits.EXPORT);
        assertTrue(refused(workbook(XlsxFile.sheetOf("")), tiny).contains("bytes, allowed are 100"));
        TableLimits small =
                new TableLimits(10, 10, 10, 10, 1 << 20, new ArchiveLimits(10, 1_000, 100, 10, 10, 100, 10, 100));
        assertTrue(refused(workbook(XlsxFile.sheetOf("")), small).contains("inflates to"));
    }
}
