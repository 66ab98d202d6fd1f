package dev.flywheel.adapters.csv.internal.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/**
 * What each reader makes of a text file.
 *
 * @param rows the rows up to where it gave up
 * @param complete whether it came to the end
 */
record CsvReadings(List<Seen> rows, boolean complete) {

    /** A row as every reader must have it. */
    record Seen(long line, List<String> texts) {

        static Seen of(Row row) {
            return new Seen(row.line(), row.texts());
        }
    }

    static CsvReadings byFastCsv(String text, char delimiter) throws IOException {
        List<Seen> rows = new ArrayList<>();
        try {
            FastCsv.read(new StringReader(bare(text)), delimiter, TableLimits.TEXT, row -> rows.add(Seen.of(row)));
            return new CsvReadings(rows, true);
        } catch (FileRefused malformed) {
            return new CsvReadings(rows, false);
        }
    }

    static CsvReadings byBytes(String text, char delimiter, int chunkBytes) throws IOException {
        List<Seen> rows = new ArrayList<>();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try (RecordChunks chunks = new RecordChunks(Channels.newChannel(new ByteArrayInputStream(bytes)), chunkBytes)) {
            for (RecordChunks.Chunk chunk = chunks.next(); chunk != null; chunk = chunks.next()) {
                RecordBlock block = RecordBlock.split(chunk, delimiter);
                assertTrue(Utf8Bytes.areText(chunk.bytes(), chunk.from(), chunk.to()), text);
                if (block.isOdd()) {
                    return new CsvReadings(rows, false);
                }
                for (int i = 0; i < block.rows(); i++) {
                    rows.add(Seen.of(block.row(i)));
                }
            }
        }
        return new CsvReadings(rows, true);
    }

    /** The cells that Apache Commons CSV sees in a file that keeps to the standard. */
    static List<List<String>> byCommonsCsv(String text) throws IOException {
        try (CSVParser parser = CSVParser.parse(bare(text), CSVFormat.RFC4180)) {
            return parser.getRecords().stream().map(row -> row.toList()).toList();
        }
    }

    /** Where the byte reader comes to the end it must have seen the same rows, and else the first of them. */
    static CsvReadings requireSame(CsvReadings fastCsv, String text, char delimiter, int chunkBytes)
            throws IOException {
        CsvReadings bytes = byBytes(text, delimiter, chunkBytes);
        if (bytes.complete) {
            assertEquals(fastCsv, bytes, () -> shown(text, chunkBytes));
        } else {
            assertTrue(bytes.rows.size() <= fastCsv.rows.size(), () -> shown(text, chunkBytes));
            assertEquals(fastCsv.rows.subList(0, bytes.rows.size()), bytes.rows, () -> shown(text, chunkBytes));
        }
        return bytes;
    }

    private static String bare(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static String shown(String text, int chunkBytes) {
        return "chunks of " + chunkBytes + ": "
                + text.replace("\r", "\\r").replace("\n", "\\n").replace("\t", "\\t");
    }
}
