package dev.flywheel.adapters.csv.internal.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTableTest {

    private static final TableLimits SMALL = new TableLimits(3, 4, 10, 25, 200, ArchiveLimits.EXPORT);

    @TempDir
    Path dir;

    private List<Row> read(byte[] content, TableLimits limits) throws IOException, FileRefused {
        Path file = Files.write(dir.resolve("t.csv"), content);
        List<Row> rows = new ArrayList<>();
        try (TableSource source = TableReader.open(file, limits, TableLimits.WORKBOOK)) {
            source.read(0, rows::add);
        }
        return rows;
    }

    private List<Row> read(String content) throws IOException, FileRefused {
        return read(content.getBytes(StandardCharsets.UTF_8), TableLimits.TEXT);
    }

    private FileRefused refused(byte[] content, TableLimits limits) {
        return assertThrows(FileRefused.class, () -> read(content, limits));
    }

    private FileRefused refused(String content) {
        return refused(content.getBytes(StandardCharsets.UTF_8), SMALL);
    }

    @Test
    void counts_physical_lines_through_quoted_line_breaks() throws Exception {
        List<Row> rows = read("\uFEFFa,b\r\n\"one\r\ntwo\nthree\",x\r\n\r\nlast,y");
        assertEquals(List.of(1L, 2L, 5L, 6L), rows.stream().map(Row::line).toList());
        assertEquals(List.of("a", "b"), rows.get(0).texts());
        assertEquals("one\r\ntwo\nthree", rows.get(1).text(0));
        assertTrue(rows.get(2).isBlank());
        assertEquals("line 6: [last, y]", rows.get(3).toString());
        assertEquals("", rows.get(3).text(9));
        assertEquals(CellKind.TEXT, rows.get(3).kind(9));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,b\n1,2", "a\tb\n1\t2", "a;b\n1;2", "\na;b\n1;2", "\"x,y\"\tb\n1\t2"})
    void takes_the_delimiter_that_the_header_says(String content) throws Exception {
        List<Row> rows = read(content);
        assertEquals(List.of("1", "2"), rows.get(rows.size() - 1).texts());
    }

    @Test
    void stray_tabs_after_every_cell_do_not_outvote_the_commas() throws Exception {
        assertEquals(List.of("1\t", "2\t"), read("a\t,b\t\n1\t,2\t\n").get(1).texts());
    }

    @Test
    void white_space_around_quoted_cells_does_no_harm() throws Exception {
        assertEquals(List.of("1", "2"), read("a,b\n\"1\"\t,\"2\"\t\n").get(1).texts());
    }

    @Test
    void stops_when_the_reader_has_seen_enough() throws Exception {
        Path file = Files.writeString(dir.resolve("t.csv"), "a\nb\nc\n");
        List<Row> rows = new ArrayList<>();
        try (TableSource source = TableReader.open(file)) {
            source.read(0, row -> rows.add(row) && rows.size() < 2);
            assertEquals(List.of(""), source.sheets());
        }
        assertEquals(2, rows.size());
    }

    @Test
    void refuses_bytes_that_are_not_utf_8_with_their_offset_also_behind_the_first_buffer() {
        byte[] content = new byte[200_000];
        java.util.Arrays.fill(content, (byte) 'a');
        content[150_001] = (byte) 0xFF;
        assertEquals(
                "not UTF-8: byte 0xFF at offset 150001, line 1",
                refused(content, TableLimits.TEXT).reason());
    }

    @Test
    void refuses_a_character_cut_off_at_the_end() {
        assertEquals(
                "not UTF-8: byte 0xC3 at offset 3, line 1",
                refused(new byte[] {'a', ',', 'b', (byte) 0xC3}, TableLimits.TEXT)
                        .reason());
    }

    @Test
    void accepts_a_character_across_a_buffer_boundary() throws Exception {
        String content = "a".repeat(65_535) + "\u00E9";
        assertEquals(content, read(content).get(0).text(0));
    }

    @Test
    void refuses_utf_16_and_binary() {
        assertEquals(
                "UTF-16 text, not UTF-8: byte order mark at offset 0",
                refused("a,b".getBytes(StandardCharsets.UTF_16), TableLimits.TEXT)
                        .reason());
        assertEquals(
                "not a text file: a NUL character at offset 1, line 1",
                refused("a\0b").reason());
    }

    @Test
    void refuses_a_quotation_mark_that_is_never_closed() {
        FileRefused refused = refused("a,b\n1,2\n\"3,4\n");
        assertTrue(refused.reason().startsWith("malformed CSV after line 2: "), refused.reason());
        assertTrue(refused.remedy().contains("quotation mark"), refused.remedy());
    }

    @Test
    void refuses_what_is_beyond_the_limits() {
        assertEquals("more than 3 rows", refused("a\nb\nc\nd\n").reason());
        assertEquals("line 1 has more than 4 cells", refused("1,2,3,4,5\n").reason());
        assertEquals(
                "line 2, column 2: a cell of more than 10 characters",
                refused("a,b\n1,12345678901\n").reason());
        assertEquals(
                "the file has 201 bytes, allowed are 200",
                refused("x".repeat(201)).reason());
    }

    @Test
    void refuses_an_old_workbook_and_an_empty_archive() {
        byte[] ole = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0};
        assertTrue(refused(ole, TableLimits.TEXT).reason().contains("protected by a password"));
        assertEquals(
                "an empty archive",
                refused(new byte[] {'P', 'K', 5, 6, 0, 0}, TableLimits.TEXT).reason());
    }

    @Test
    void an_empty_file_has_no_rows() throws Exception {
        assertEquals(List.of(), read(""));
    }
}
