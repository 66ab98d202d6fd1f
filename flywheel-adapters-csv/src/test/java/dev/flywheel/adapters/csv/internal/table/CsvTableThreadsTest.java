package dev.flywheel.adapters.csv.internal.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file read by one thread or by several, and left to FastCSV somewhere or nowhere, gives the same rows. */
class CsvTableThreadsTest {

    private static final TableLimits LIMITS = TableLimits.TEXT;

    @TempDir
    Path dir;

    private static String canonical(int rows) {
        StringBuilder text = new StringBuilder("\uFEFFid,caption,count\r\n");
        for (int i = 0; i < rows; i++) {
            text.append(i)
                    .append(",\"a \"\"b\"\", \u00E9\uD83D\uDE0D")
                    .append(i % 7 == 0 ? "\r\n" : "")
                    .append("\",")
                    .append(i * 3);
            text.append("\r\n");
        }
        return text.toString();
    }

    private List<String> expected(String text) throws IOException, FileRefused {
        List<String> rows = new ArrayList<>();
        FastCsv.read(new StringReader(text.substring(1)), ',', LIMITS, row -> rows.add(row.toString()));
        return rows;
    }

    private List<String> read(byte[] content, TableLimits limits, int chunkBytes, int threads)
            throws IOException, FileRefused {
        Path file = Files.write(dir.resolve("t.csv"), content);
        List<String> rows = new ArrayList<>();
        try (CsvTable table = CsvTable.open(file, limits, Watch.NOBODY, chunkBytes)) {
            if (threads == 0) {
                table.read(0, row -> rows.add(row.toString()));
                return rows;
            }
            table.read(0, threads, new PartSink<Texts>() {
                @Override
                public Texts begin() {
                    return new Texts(new ArrayList<>());
                }

                @Override
                public void end(Texts part) {
                    rows.addAll(part.rows());
                }
            });
        }
        return rows;
    }

    private record Texts(List<String> rows) implements RowSink {
        @Override
        public boolean accept(Row row) {
            return rows.add(row.toString());
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 64", "1, 64", "2, 64", "7, 64", "1, 1000", "2, 1000", "7, 1000", "0, 262144", "2, 262144", "7, 1"})
    void reads_the_same_rows_whatever_the_threads_and_the_cuts(int threads, int chunkBytes) throws Exception {
        String text = canonical(2_000);
        assertEquals(expected(text), read(text.getBytes(StandardCharsets.UTF_8), LIMITS, chunkBytes, threads));
    }

    @ParameterizedTest
    @CsvSource({"0, 64", "1, 64", "2, 64", "7, 64", "1, 5000", "2, 5000", "7, 5000", "7, 1"})
    void leaves_the_rest_to_fastcsv_where_the_file_leaves_the_standard(int threads, int chunkBytes) throws Exception {
        String text =
                canonical(900) + "5\" tall,stray mark,1\r\n" + canonical(900).substring(1) + "x,\"y\" ,z\rlast,row";
        assertEquals(expected(text), read(text.getBytes(StandardCharsets.UTF_8), LIMITS, chunkBytes, threads));
    }

    @ParameterizedTest
    @CsvSource({"0, 64", "1, 64", "2, 64", "7, 64", "2, 262144"})
    void says_where_the_text_is_damaged_whatever_the_threads(int threads, int chunkBytes) {
        byte[] content = canonical(1_500).getBytes(StandardCharsets.UTF_8);
        content[30_003] = (byte) 0xFF;
        FileRefused refused = assertThrows(FileRefused.class, () -> read(content, LIMITS, chunkBytes, threads));
        long line =
                1 + IntStream.range(0, 30_003).filter(i -> content[i] == '\n').count();
        assertEquals("not UTF-8: byte 0xFF at offset 30003, line " + line, refused.reason());
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "2", "7"})
    void holds_the_limits_whatever_the_threads(int threads) {
        byte[] content = canonical(1_000).getBytes(StandardCharsets.UTF_8);
        TableLimits fewRows = new TableLimits(500, 4, 100, 1 << 20, 1 << 20, ArchiveLimits.EXPORT);
        assertEquals(
                "more than 500 rows",
                assertThrows(FileRefused.class, () -> read(content, fewRows, 64, threads))
                        .reason());
        TableLimits shortCells = new TableLimits(5_000, 4, 11, 1 << 20, 1 << 20, ArchiveLimits.EXPORT);
        assertEquals(
                "line 2, column 2: a cell of more than 11 characters",
                assertThrows(FileRefused.class, () -> read(content, shortCells, 64, threads))
                        .reason());
    }

    @Test
    void a_cell_longer_than_its_limit_in_bytes_but_not_in_characters_is_read() throws Exception {
        String cell = "\u0E01".repeat(100);
        TableLimits limits = new TableLimits(5, 4, 100, 1 << 20, 1 << 20, ArchiveLimits.EXPORT);
        assertEquals(List.of("line 1: [" + cell + "]"), read(cell.getBytes(StandardCharsets.UTF_8), limits, 64, 2));
    }

    @Test
    void a_record_longer_than_any_export_has_is_refused() {
        byte[] content =
                ("a,\"" + "x".repeat(RecordChunks.LONGEST_RECORD + 1_000) + "\"\n").getBytes(StandardCharsets.UTF_8);
        FileRefused refused = assertThrows(FileRefused.class, () -> read(content, LIMITS, 1 << 18, 2));
        assertEquals("look for a quotation mark that is never closed", refused.remedy());
    }
}
