package dev.flywheel.adapters.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files made to exhaust memory, time or trust. Each is read in a virtual machine with a small heap, and within a bounded
 * time is either refused, with what to do, or read for the harmless file that it is.
 */
class HostileFilesTest {

    private static final String SHEET = "xl/worksheets/sheet1.xml";
    private static final String ROW = "<row><c t=\"inlineStr\"><is><t>a</t></is></c></row>";
    private static final String ARCHIVE_REMEDY = "download the export again; a genuine export never looks like this";

    @TempDir
    Path dir;

    private final Map<String, String> expected = new LinkedHashMap<>();

    private void workbook(String name, String outcome, RawZip.Filling filling) throws IOException {
        RawZip.write(dir.resolve(name), zip -> filling.fill(zip.workbook()));
        expected.put(name, outcome);
    }

    private void sheet(String name, String outcome, String xml) throws IOException {
        workbook(name, outcome, zip -> zip.entry(SHEET, xml));
    }

    private static String cell(String attributes, String value) {
        return XlsxFile.sheetOf("<row><c " + attributes + "><v>" + value + "</v></c></row>");
    }

    private void workbooks() throws IOException {
        String open = "<worksheet><sheetData><row><c t=\"inlineStr\"><is><t>";
        workbook(
                "cell3gb.xlsx",
                "inflates to 3145728051 bytes, allowed are 1073741824",
                zip -> zip.repeated(SHEET, open, "x".repeat(1 << 20), 3_000, ""));
        workbook(
                "rows30m.xlsx",
                "times its size, allowed are 200",
                zip -> zip.repeated(SHEET, "<worksheet><sheetData>", "<row/>".repeat(100_000), 300, ""));
        workbook(
                "bomb.xlsx",
                "inflates to 1267899603 bytes, allowed are 1073741824",
                zip -> zip.repeated(SHEET, "<a>", noise() + " ".repeat(1 << 20), 1_200, ""));
        workbook("row.xlsx", "line 1 has more than 1048576 characters", zip -> zip.entry(SHEET, wideRow()));
        sheet("laughs.xlsx", "a document type or an entity", XlsxFile.laughs());
        Path secret = Files.writeString(Files.createTempFile("secret", ".txt"), "top secret");
        sheet("xxe.xlsx", "a document type or an entity", entity("SYSTEM \"" + secret.toUri() + "\""));
        sheet(
                "dtd.xlsx",
                "a document type or an entity",
                "<!DOCTYPE w SYSTEM \"http://127.0.0.1:9/x.dtd\"><worksheet/>");
    }

    private void cells() throws IOException {
        sheet("reference.xlsx", "out of order or beyond column 16384", cell("r=\"ZZZZZZ2\"", "1"));
        sheet(
                "line.xlsx",
                "row number 2147483648 after row 0",
                XlsxFile.sheetOf("<row r=\"2147483648\"><c><v>1</v></c></row>"));
        sheet("string.xlsx", "shared string 7 does not exist, there are 0", cell("t=\"s\"", "7"));
        sheet("number.xlsx", "a numeric cell that holds \"1e99999\"", cell("", "1e99999"));
        sheet("nested.xlsx", "nested deeper than 64 levels", "<a>".repeat(100_000));
        sheet("dimension.xlsx", "2400 rows", XlsxFile.sheetOf(ROW.repeat(2_400)));
    }

    private void archives() throws IOException {
        workbook(
                "twice.xlsx",
                "holds \"" + SHEET + "\" twice",
                zip -> zip.entry(SHEET, XlsxFile.sheetOf(ROW)).again(SHEET));
        workbook("overlap.xlsx", "entries of the archive overlap", zip -> {
            zip.repeated(SHEET, "<a>", noise(), 40, "");
            for (int i = 0; i < 50; i++) {
                zip.again("xl/media/" + i);
            }
        });
        workbook(
                "names.xlsx",
                "1 rows",
                zip -> zip.entry(SHEET, XlsxFile.sheetOf(ROW))
                        .entry("../../../../evil", "x")
                        .entry("/etc/evil", "x"));
        workbook(
                "checksum.xlsx",
                "its length or checksum is not what the archive declares",
                zip -> zip.entry(SHEET, XlsxFile.sheetOf(ROW), 1, 0));
        workbook(
                "password.xlsx",
                "a damaged archive: invalid CEN header (encrypted entry)",
                zip -> zip.entry(SHEET, "x", 0, 1));
        byte[] whole = Files.readAllBytes(dir.resolve("dimension.xlsx"));
        Files.write(dir.resolve("truncated.xlsx"), Arrays.copyOf(whole, whole.length - 30));
        expected.put("truncated.xlsx", "a damaged archive");
        RawZip.write(dir.resolve("nested-archive.xlsx"), zip -> zip.entry("inner.zip", "PK\3\4"));
        expected.put("nested-archive.xlsx", "an archive that is not a workbook -> keep only exports");
    }

    private void parts() throws IOException {
        workbook("entries.xlsx", "the archive has 4500 entries, allowed are 4096", zip -> {
            for (int i = zip.workbook() == null ? 0 : 8; i < 4_500; i++) {
                zip.entry("junk/" + i, "");
            }
        });
        workbook("directory.xlsx", "the archive's directory has ", zip -> {
            for (int i = 0; i < 3_000; i++) {
                zip.padded("junk/" + i, 65_000);
            }
        });
        workbook(
                "styles.xlsx",
                "more than 65536 cell styles",
                zip -> zip.entry("xl/styles.xml", "<s><cellXfs>" + "<xf/>".repeat(70_000) + "</cellXfs></s>"));
        workbook(
                "strings.xlsx",
                "shared strings of more than 67108864 bytes",
                zip -> zip.entry("xl/sharedStrings.xml", strings()));
        workbook(
                "attribute.xlsx",
                "an attribute of more than 4096 characters",
                zip -> zip.entry(
                        SHEET,
                        "<worksheet><sheetData><row r=\"" + "1".repeat(100_000) + "\"/></sheetData></worksheet>"));
    }

    private void texts(int megabytes) throws IOException {
        repeated("line.csv", "a cell of more than 131072 characters", "", "x".repeat(1 << 20), megabytes);
        repeated("cells.csv", "line 1 has more than 16384 cells", "", "1,".repeat(1 << 19), megabytes);
        repeated(
                "quote.csv",
                "malformed CSV after line 1: a cell of more than 131072 characters",
                "a,b\n\"",
                "1,2\n".repeat(1 << 18),
                megabytes);
        repeated("quotes.csv", "a cell of more than 131072 characters", "a,b\n", "\"\"\"\"".repeat(1 << 18), megabytes);
        repeated("columns.csv", "line 1 has more than 16384 cells", "", "a,".repeat(1_000_000), 1);
        repeated(
                "wide.csv",
                "line 2 has more than 1048576 characters",
                "a\n",
                ("y".repeat(100_000) + ",").repeat(20),
                1);
        repeated("rows.csv", "more than 5000000 rows", "video_id,hook\n", "1\n".repeat(1 << 19), 12);
        repeated("nul.csv", "a NUL character at offset 10, line 3", "a,b\n1,2\n3,\0\n", "1,2\n", 1);
        repeated(
                "latin1.csv",
                "not UTF-8: byte 0xE9 at offset 2000012, line 3",
                "a,b\nname,",
                "z".repeat(999_999) + "\n",
                2);
        try (OutputStream out = Files.newOutputStream(dir.resolve("latin1.csv"))) {
            out.write(("a,b\nname,x\n" + "z,y\n".repeat(500_000) + "caf").getBytes(StandardCharsets.UTF_8));
            out.write(0xE9);
        }
        expected.put("latin1.csv", "not UTF-8: byte 0xE9 at offset 2000014, line 500003");
        Files.write(dir.resolve("utf16.csv"), "a,b\n1,2\n".getBytes(StandardCharsets.UTF_16));
        expected.put(
                "utf16.csv", "UTF-16 text, not UTF-8: byte order mark at offset 0 -> save it again as \"CSV UTF-8\"");
        Files.write(dir.resolve("utf16le.csv"), "a,b\n1,2\n".getBytes(StandardCharsets.UTF_16LE));
        expected.put(
                "utf16le.csv",
                "a NUL character at offset 1, line 1 -> if it is an export, save it again as \"CSV UTF-8\"");
    }

    private void repeated(String name, String outcome, String before, String text, int times) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try (OutputStream out = Files.newOutputStream(dir.resolve(name))) {
            out.write(before.getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < times; i++) {
                out.write(bytes);
            }
        }
        expected.put(name, outcome);
    }

    private static String noise() {
        StringBuilder noise = new StringBuilder("<!--");
        new Random(1).ints(8_000, 'a', 'z').forEach(c -> noise.append((char) c));
        return noise.append("-->").toString();
    }

    private static String strings() {
        Random random = new Random(2);
        StringBuilder xml = new StringBuilder("<s>");
        for (int i = 0; i < 2_400; i++) {
            xml.append("<si><t>").append("s".repeat(30_000));
            random.ints(300, 'a', 'z').forEach(c -> xml.append((char) c));
            xml.append("</t></si>");
        }
        return xml.append("</s>").toString();
    }

    private static String wideRow() {
        String text = noise().substring(4, 2_000);
        return XlsxFile.sheetOf("<row>" + ("<c t=\"str\"><v>" + text + "</v></c>").repeat(16_000) + "</row>");
    }

    private static String entity(String declared) {
        return "<!DOCTYPE w [<!ENTITY x " + declared
                + ">]><worksheet><sheetData><row><c t=\"str\"><v>&x;</v></c></row></sheetData></worksheet>";
    }

    private void check(String heap, int secondsEach, int secondsInAll) throws IOException, InterruptedException {
        Map<String, String[]> seen = new HashMap<>();
        for (String line : ChildJvm.run(heap, secondsInAll, HostileReading.class, dir)) {
            String[] parts = line.split("\t", 3);
            seen.put(parts[0], parts);
        }
        List<String> wrong = new ArrayList<>();
        expected.forEach((name, outcome) -> {
            String[] parts = seen.getOrDefault(name, new String[] {name, "0", "nothing"});
            if (!parts[2].contains(outcome) || Long.parseLong(parts[1]) > secondsEach * 1_000L) {
                wrong.add(String.join(" ", parts) + " -- expected " + outcome);
            }
        });
        assertEquals(List.of(), wrong);
        assertEquals(Integer.toString(expected.size()), seen.get("import")[2]);
        seen.forEach((name, parts) -> assertTrue(!parts[2].contains(" -> ") || !parts[2].endsWith("-> "), parts[2]));
    }

    @Test
    void workbooks_are_refused_within_ten_seconds_each_and_128_megabytes() throws Exception {
        workbooks();
        cells();
        archives();
        parts();
        check("128m", 10, 90);
    }

    @Test
    void texts_are_refused_within_ten_seconds_each_and_128_megabytes() throws Exception {
        texts(50);
        check("128m", 10, 90);
    }

    @Test
    @Tag("calibration")
    void texts_of_a_gigabyte_are_refused_within_a_minute_each_and_256_megabytes() throws Exception {
        texts(1_000);
        check("256m", 60, 900);
    }
}
