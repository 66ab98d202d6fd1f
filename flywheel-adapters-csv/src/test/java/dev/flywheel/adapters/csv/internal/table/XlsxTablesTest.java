package dev.flywheel.adapters.csv.internal.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.flywheel.adapters.csv.XlsxFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XlsxTablesTest {

    private static final String STYLES = "<styleSheet xmlns=\"" + XlsxFile.MAIN + "\"><numFmts>"
            + "<numFmt numFmtId=\"164\" formatCode=\"mmm dd, yyyy\"/><numFmt numFmtId=\"165\" formatCode=\"0.0000%\"/>"
            + "<numFmt numFmtId=\"166\" formatCode=\"[Red]#,##0 &quot;days&quot;\"/></numFmts>"
            + "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
            + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/>"
            + "<xf numFmtId=\"10\"/><xf numFmtId=\"166\"/><xf numFmtId=\"22\"/></cellXfs></styleSheet>";

    @TempDir
    Path dir;

    private List<Row> read(Map<String, String> parts) throws IOException, FileRefused {
        Path file = XlsxFile.write(dir.resolve("t.xlsx"), parts);
        List<Row> rows = new ArrayList<>();
        try (TableSource source = TableReader.open(file)) {
            source.read(0, rows::add);
        }
        return rows;
    }

    private List<Row> rows(String rowsXml) throws IOException, FileRefused {
        Map<String, String> parts = XlsxFile.parts(XlsxFile.sheetOf(rowsXml));
        parts.put("xl/styles.xml", STYLES);
        parts.put(
                "xl/sharedStrings.xml",
                "<sst xmlns=\"" + XlsxFile.MAIN + "\"><si><t>plain</t></si><si><r><t>ri</t></r><r><t>ch</t></r>"
                        + "<rPh sb=\"0\" eb=\"1\"><t>guide</t></rPh></si></sst>");
        return read(parts);
    }

    private String refused(String rowsXml) {
        return assertThrows(FileRefused.class, () -> rows(rowsXml)).reason();
    }

    @Test
    void reads_every_kind_of_cell() throws Exception {
        Row row = rows("<row><c t=\"inlineStr\"><is><t>in</t></is></c><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c>"
                        + "<c t=\"str\"><f>A1&amp;\"x\"</f><v>calc</v></c><c><v>7988.8</v></c><c t=\"b\"><v>1</v></c>"
                        + "<c t=\"e\"><v>#REF!</v></c><c t=\"d\"><v>2026-07-10T11:00:00</v></c><c/></row>")
                .get(0);
        assertEquals(
                List.of("in", "plain", "rich", "calc", "7988.8", "TRUE", "#REF!", "2026-07-10T11:00:00", ""),
                row.texts());
        assertEquals(
                List.of(CellKind.TEXT, CellKind.NUMBER, CellKind.ERROR, CellKind.DATE),
                List.of(row.kind(1), row.kind(4), row.kind(6), row.kind(7)));
    }

    @ParameterizedTest
    @CsvSource({
        "0,46213.5,46213.5,NUMBER",
        "1,46213,2026-07-10T00:00,DATE",
        "2,46213.4583333333,2026-07-10T11:00,DATE",
        "3,0.0593,0.0593,PERCENT",
        "4,0.0593,0.0593,PERCENT",
        "5,46213,46213,NUMBER",
        "6,46213.75,2026-07-10T18:00,DATE",
        "99,1,1,NUMBER",
        "1,-5,-5,NUMBER"
    })
    void the_style_says_what_a_number_is(int style, String stored, String text, CellKind kind) throws Exception {
        Row row = rows("<row><c s=\"" + style + "\"><v>" + stored + "</v></c></row>")
                .get(0);
        assertEquals(text, row.text(0));
        assertEquals(kind, row.kind(0));
    }

    @Test
    void counts_days_from_1904_where_the_workbook_says_so() throws Exception {
        Map<String, String> parts = XlsxFile.parts(XlsxFile.sheetOf("<row><c s=\"1\"><v>44751</v></c></row>"));
        parts.put("xl/styles.xml", STYLES);
        parts.computeIfPresent(
                "xl/workbook.xml", (name, xml) -> xml.replace("<sheets>", "<workbookPr date1904=\"1\"/><sheets>"));
        assertEquals("2026-07-10T00:00", read(parts).get(0).text(0));
    }

    @Test
    void the_day_before_the_leap_day_that_never_was_is_right() {
        assertEquals(
                "1900-02-28T00:00",
                XlsxDates.toDateTime(59, false).orElseThrow().toString());
        assertEquals(
                "1900-03-01T00:00",
                XlsxDates.toDateTime(61, false).orElseThrow().toString());
    }

    @Test
    void fills_gaps_and_keeps_the_rows_own_numbers() throws Exception {
        List<Row> rows = rows("<row r=\"3\"><c r=\"C3\"><v>1</v></c></row><row><c><v>2</v></c></row>");
        assertEquals(List.of(3L, 4L), rows.stream().map(Row::line).toList());
        assertEquals(List.of("", "", "1"), rows.get(0).texts());
    }

    @ParameterizedTest
    @CsvSource({"a_x000D_b,a\rb", "_x0041_,A", "_x00_,_x00_", "_xZZZZ_,_xZZZZ_", "x_,x_", "_x0041,_x0041"})
    void undoes_the_escapes_of_characters_that_xml_cannot_hold(String stored, String text) {
        assertEquals(text.replace("\\r", "\r"), XlsxStrings.unescape(stored));
    }

    @Test
    void keeps_the_order_and_names_of_sheets_and_finds_parts_outside_the_usual_places() throws Exception {
        Map<String, String> parts = XlsxFile.parts(XlsxFile.sheetOf("<row><c><v>1</v></c></row>"));
        parts.put("xl/data/second.xml", XlsxFile.sheetOf("<row><c><v>2</v></c></row>"));
        parts.computeIfPresent(
                "xl/workbook.xml",
                (name, xml) -> xml.replace("</sheets>", "<sheet name=\"Zwei\" sheetId=\"2\" r:id=\"rId9\"/></sheets>"));
        parts.computeIfPresent(
                "xl/_rels/workbook.xml.rels",
                (name, xml) -> xml.replace(
                        "</Relationships>",
                        "<Relationship Id=\"rId9\" Type=\"t/worksheet\" Target=\"./worksheets/../data/second.xml\"/>"
                                + "<Relationship Id=\"rId10\" Type=\"t/worksheet\" TargetMode=\"External\" Target=\"http://x/\"/>"
                                + "</Relationships>"));
        Path file = XlsxFile.write(dir.resolve("t.xlsx"), parts);
        try (TableSource source = TableReader.open(file)) {
            assertEquals(List.of("Sheet 1", "Zwei"), source.sheets());
            List<Row> rows = new ArrayList<>();
            source.read(1, rows::add);
            assertEquals("2", rows.get(0).text(0));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<row r=\"2\"/><row r=\"2\"/>",
                "<row r=\"1048577\"/>",
                "<row r=\"x\"/>",
                "<row><c r=\"ZZZZZZ2\"><v>1</v></c></row>",
                "<row><c r=\"B1\"><v>1</v></c><c r=\"A1\"><v>1</v></c></row>",
                "<row><c t=\"s\"><v>7</v></c></row>",
                "<row><c t=\"s\"><v>x</v></c></row>",
                "<row><c><v>abc</v></c></row>",
                "<row><c s=\"x\"><v>1</v></c></row>",
                "<row><c>"
            })
    void refuses_what_no_spreadsheet_writes(String rowsXml) {
        assertTrue(refused(rowsXml).startsWith("a workbook that cannot be read: "));
    }

    @Test
    void refuses_an_archive_that_is_no_workbook_or_lacks_its_sheet() {
        Map<String, String> parts = XlsxFile.parts("");
        parts.remove("xl/workbook.xml");
        assertEquals(
                "an archive that is not a workbook",
                assertThrows(FileRefused.class, () -> read(parts)).reason());
        Map<String, String> torn = XlsxFile.parts("");
        torn.remove("xl/worksheets/sheet1.xml");
        assertEquals(
                "sheet \"Sheet 1\" is missing from the archive",
                assertThrows(FileRefused.class, () -> read(torn)).reason());
    }
}
