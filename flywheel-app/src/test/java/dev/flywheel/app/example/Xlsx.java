package dev.flywheel.app.example;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a table as TikTok's exporter does: one sheet of inline strings, every cell text, a dimension of {@code A1}
 * whatever the size, and zip entries dated 1980.
 */
final class Xlsx {

    /** Two seconds past the first instant of the format, which the JDK would store with the zone of the machine. */
    private static final LocalDateTime ZIP_TIME = LocalDateTime.of(1980, 1, 1, 0, 0, 2);

    private static final String PROLOG = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006";
    private static final String RELATIONSHIPS_TYPE = "application/vnd.openxmlformats-package.relationships+xml";
    private static final String SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    private Xlsx() {}

    static byte[] bytes(Table table, String sheetName) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            entry(zip, "[Content_Types].xml", contentTypes());
            entry(zip, "_rels/.rels", relationships("officeDocument", "xl/workbook.xml"));
            entry(zip, "xl/workbook.xml", workbook(sheetName));
            entry(zip, "xl/_rels/workbook.xml.rels", relationships("worksheet", "worksheets/sheet1.xml"));
            entry(zip, "xl/worksheets/sheet1.xml", sheet(table.lines()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void entry(ZipOutputStream zip, String name, String content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(ZIP_TIME);
        zip.putNextEntry(entry);
        zip.write((PROLOG + content).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static String contentTypes() {
        return "<Types xmlns=\"" + PACKAGE + "/content-types\">"
                + "<Default Extension=\"rels\" ContentType=\"" + RELATIONSHIPS_TYPE + "\"/>"
                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" + SHEET_TYPE + "sheet.main+xml\"/>"
                + "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"" + SHEET_TYPE + "worksheet+xml\"/>"
                + "</Types>";
    }

    private static String relationships(String type, String target) {
        return "<Relationships xmlns=\"" + PACKAGE + "/relationships\"><Relationship Id=\"rId1\" Type=\"" + OFFICE + "/"
                + type + "\" Target=\"" + target + "\"/></Relationships>";
    }

    private static String workbook(String sheetName) {
        return "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + OFFICE + "\"><sheets><sheet name=\"" + sheetName
                + "\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>";
    }

    private static String sheet(List<List<String>> lines) {
        StringBuilder xml = new StringBuilder("<worksheet xmlns=\"" + MAIN + "\"><dimension ref=\"A1\"/><sheetData>");
        for (int row = 0; row < lines.size(); row++) {
            xml.append("<row r=\"").append(row + 1).append("\">");
            List<String> cells = lines.get(row);
            for (int column = 0; column < cells.size(); column++) {
                cell(xml, reference(column, row), cells.get(column));
            }
            xml.append("</row>");
        }
        return xml.append("</sheetData></worksheet>").toString();
    }

    private static void cell(StringBuilder xml, String reference, String value) {
        if (value.isEmpty()) {
            return;
        }
        String text = value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        String space = value.equals(value.strip()) ? "" : " xml:space=\"preserve\"";
        xml.append("<c r=\"")
                .append(reference)
                .append("\" t=\"inlineStr\"><is><t")
                .append(space)
                .append('>');
        xml.append(text).append("</t></is></c>");
    }

    /** Twenty-six letters are enough for columns A to Z and AA to AZ. */
    private static String reference(int column, int row) {
        String letter = Character.toString('A' + column % 26);
        return (column < 26 ? letter : "A" + letter) + (row + 1);
    }
}
