package dev.flywheel.adapters.csv.internal.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the byte reader makes of a file is what FastCSV and Commons CSV make of it, as far as it takes the file on. */
class CanonicalCsvDifferentialTest {

    private static int compared(long seed, int files) throws IOException {
        RandomCsv random = new RandomCsv(seed);
        int complete = 0;
        for (int i = 0; i < files; i++) {
            String text = random.next();
            CsvReadings fastCsv = CsvReadings.byFastCsv(text, ',');
            CsvReadings.requireSame(fastCsv, text, ',', 1 + i % 23);
            CsvReadings bytes = CsvReadings.requireSame(fastCsv, text, ',', 1 << 12);
            if (bytes.complete()) {
                complete++;
                assertEquals(
                        CsvReadings.byCommonsCsv(text),
                        bytes.rows().stream().map(CsvReadings.Seen::texts).toList(),
                        text);
            }
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
            CsvReadings fastCsv = CsvReadings.byFastCsv(text, ',');
            for (int chunkBytes = 1; chunkBytes <= text.length() * 4 + 1; chunkBytes++) {
                CsvReadings.requireSame(fastCsv, text, ',', chunkBytes);
            }
        }
    }
}
