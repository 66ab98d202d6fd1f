package dev.flywheel.benchmarks.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The comparison measures the same work: it ends with an exception where the readers disagree. */
class ImportComparisonTest {

    @TempDir
    Path dir;

    @Test
    void every_reader_gives_the_same_rows_and_sums() throws Exception {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        ImportComparison.run(5_000, 1, new PrintStream(printed, true, StandardCharsets.UTF_8));
        String text = printed.toString(StandardCharsets.UTF_8);
        assertTrue(text.startsWith("5000 rows, 20 columns, "), text);
        assertTrue(text.contains("import and aggregate, 2 threads, against DuckDB (goal 2)"), text);
    }

    @Test
    void the_same_seed_gives_the_same_file() throws Exception {
        PerformanceFile.write(dir.resolve("a"), 2_000, 7);
        PerformanceFile.write(dir.resolve("b"), 2_000, 7);
        PerformanceFile.write(dir.resolve("c"), 2_000, 8);
        assertEquals(-1, Files.mismatch(dir.resolve("a"), dir.resolve("b")));
        assertTrue(Files.mismatch(dir.resolve("a"), dir.resolve("c")) > 0);
    }
}
