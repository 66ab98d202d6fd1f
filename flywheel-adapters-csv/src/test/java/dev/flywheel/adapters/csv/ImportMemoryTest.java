package dev.flywheel.adapters.csv;

import static dev.flywheel.adapters.csv.Folder.row;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The memory that an import takes does not grow with the size of the file, only with the different things in it: a file of
 * captions as long as the platform allows is far larger than the heap in which it is imported.
 */
class ImportMemoryTest {

    private static final List<String> HEADER =
            row("date", "traffic", "video_id", "product_id", "views", "clicks", "orders", "gmv", "caption");
    private static final int CAPTION = 3_400;

    @TempDir
    Path dir;

    private static List<String> cells(int i) {
        return row(
                "2026-07-" + (10 + i % 20),
                i / 20 % 2 == 0 ? "ORGANIC" : "PAID",
                Exports.videoId("2026-07-10T18:00:00Z", i / 40),
                Exports.PRODUCT,
                "1200",
                "30",
                "2",
                "$61.50",
                "");
    }

    /** Captions that cannot be packed to nothing, cut from a text that does not repeat within one of them. */
    private static String noise() {
        StringBuilder noise = new StringBuilder();
        new SplittableRandom(20261125L).ints(1 << 18, ' ' + 1, 'z').forEach(c -> noise.append((char) c));
        return noise.toString()
                .replace('"', 'q')
                .replace('<', 'l')
                .replace('&', 'e')
                .replace(']', 'b')
                .replace("_x", "xx");
    }

    private static String caption(String noise, int i) {
        int from = (int) (i * 7_919L % (noise.length() - CAPTION));
        return noise.substring(from, from + CAPTION);
    }

    private long csv(int rows) throws IOException {
        String noise = noise();
        Path file = dir.resolve("daily.csv");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(Folder.csv(List.of(HEADER)));
            for (int i = 0; i < rows; i++) {
                String fields = String.join(",", cells(i));
                out.write(fields + '"' + caption(noise, i) + "\"\n");
            }
        }
        return Files.size(file);
    }

    private long xlsx(int rows) throws IOException {
        String noise = noise();
        long[] bytes = {0};
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(dir.resolve("daily.xlsx")))) {
            zip.setLevel(1);
            for (var part : XlsxFile.parts("").entrySet()) {
                if (!part.getKey().endsWith("sheet1.xml")) {
                    entry(zip, part.getKey(), part.getValue());
                }
            }
            String[] sheet = XlsxFile.sheetOf("|").split("\\|", -1);
            entry(zip, "xl/worksheets/sheet1.xml", sheet[0]);
            zip.write(rowXml(HEADER).getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < rows; i++) {
                List<String> cells = cells(i);
                cells.set(cells.size() - 1, caption(noise, i));
                byte[] xml = rowXml(cells).getBytes(StandardCharsets.UTF_8);
                bytes[0] += xml.length;
                zip.write(xml);
            }
            zip.write(sheet[1].getBytes(StandardCharsets.UTF_8));
        }
        return bytes[0];
    }

    private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String rowXml(List<String> cells) {
        StringBuilder xml = new StringBuilder("<row>");
        cells.forEach(
                cell -> xml.append("<c t=\"inlineStr\"><is><t>").append(cell).append("</t></is></c>"));
        return xml.append("</row>").toString();
    }

    private void imports(int rows, String heap, int seconds) throws Exception {
        assertEquals(List.of(Integer.toString(rows)), ChildJvm.run(heap, seconds, ImportMemory.class, dir));
    }

    @Test
    void forty_megabytes_of_csv_in_a_heap_of_24() throws Exception {
        assertTrue(csv(12_000) > 40_000_000);
        imports(12_000, "24m", 60);
    }

    @Test
    void forty_megabytes_of_a_workbook_in_a_heap_of_24() throws Exception {
        assertTrue(xlsx(12_000) > 40_000_000);
        imports(12_000, "24m", 60);
    }

    @Test
    @Tag("calibration")
    void three_hundred_megabytes_of_csv_in_a_heap_of_96() throws Exception {
        assertTrue(csv(90_000) > 300_000_000);
        imports(90_000, "96m", 300);
    }

    @Test
    @Tag("calibration")
    void three_hundred_megabytes_of_a_workbook_in_a_heap_of_96() throws Exception {
        assertTrue(xlsx(90_000) > 300_000_000);
        imports(90_000, "96m", 300);
    }
}
