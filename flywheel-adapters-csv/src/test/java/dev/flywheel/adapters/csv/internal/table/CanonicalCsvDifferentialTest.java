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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the byte reader makes of a file is what FastCSV makes of it, as far as the byte reader takes it on. */
class CanonicalCsvDifferentialTest {

    private static final TableLimits LIMITS = TableLimits.TEXT;

    /** A row as both readers must have it. */
    private record Seen(long line, List<String> texts) {

        static Seen of(Row row) {
            return new Seen(row.line(), row.texts());
        }
    }

    private record Reading(List<Seen> rows, boolean complete) {}

    private static Reading fast(String text) throws IOException {
        List<Seen> rows = new ArrayList<>();
        String bare = text.startsWith("\uFEFF") ? text.substring(1) : text;
        try {
            FastCsv.read(new StringReader(bare), ',', LIMITS, 0, row -> rows.add(Seen.of(row)));
            return new Reading(rows, true);
        } catch (FileRefused malformed) {
            return new Reading(rows, false);
        }
    }

    private static Reading canonical(String text, int chunkBytes) throws IOException {
        List<Seen> rows = new ArrayList<>();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try (RecordChunks chunks = new RecordChunks(Channels.newChannel(new ByteArrayInputStream(bytes)), chunkBytes)) {
            for (RecordChunks.Chunk chunk = chunks.next(); chunk != null; chunk = chunks.next()) {
                RecordBlock block = RecordBlock.split(chunk, ',');
                assertTrue(Utf8Bytes.areText(chunk.bytes(), chunk.from(), chunk.to()), text);
                if (block.isOdd()) {
                    return new Reading(rows, false);
                }
                for (int i = 0; i < block.rows(); i++) {
                    rows.add(Seen.of(block.row(i)));
                }
            }
        }
        return new Reading(rows, true);
    }

    private static String shown(String text, int chunkBytes) {
        return "chunks of " + chunkBytes + ": "
                + text.replace("\r", "\\r").replace("\n", "\\n").replace("\t", "\\t");
    }

    private static void compare(String text, int chunkBytes, Reading expected) throws IOException {
        Reading actual = canonical(text, chunkBytes);
        if (actual.complete()) {
            assertEquals(expected, actual, () -> shown(text, chunkBytes));
        } else {
            assertTrue(actual.rows().size() <= expected.rows().size(), () -> shown(text, chunkBytes));
            assertEquals(
                    expected.rows().subList(0, actual.rows().size()), actual.rows(), () -> shown(text, chunkBytes));
        }
    }

    private static int compared(long seed, int files) throws IOException {
        RandomCsv random = new RandomCsv(seed);
        int complete = 0;
        for (int i = 0; i < files; i++) {
            String text = random.next();
            Reading expected = fast(text);
            compare(text, 1 + i % 23, expected);
            complete += canonical(text, 1 << 12).complete() ? 1 : 0;
            compare(text, 1 << 12, expected);
        }
        return complete;
    }

    @Test
    void twenty_thousand_random_files_read_the_same_seed_20261116() throws IOException {
        int complete = compared(20261116L, 20_000);
        assertTrue(complete > 10_000, "the byte reader took on only " + complete);
    }

    @Test
    @Tag("calibration")
    void five_million_random_files_read_the_same_seed_20261117() throws IOException {
        assertTrue(compared(20261117L, 5_000_000) > 2_500_000);
    }

    @Test
    void every_way_to_cut_a_file_gives_the_same_rows_seed_20261118() throws IOException {
        RandomCsv random = new RandomCsv(20261118L);
        for (int i = 0; i < 300; i++) {
            String text = random.next();
            Reading expected = fast(text);
            for (int chunkBytes = 1; chunkBytes <= text.length() * 4 + 1; chunkBytes++) {
                compare(text, chunkBytes, expected);
            }
        }
    }
}
