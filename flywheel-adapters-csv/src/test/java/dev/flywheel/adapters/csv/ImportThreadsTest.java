package dev.flywheel.adapters.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.flywheel.core.content.Video;
import dev.flywheel.core.cycle.Evidence;
import dev.flywheel.core.performance.PerformanceBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Large files: the number of threads changes nothing, a listener follows them and can end them. */
class ImportThreadsTest {

    private static final long FIRST_ID = 1_780_000_000L << 32;

    @TempDir
    Path dir;

    /** Daily rows, some of them wrong, without data, repeated or of a creator; dates in a spelling that only the column settles. */
    private void daily(int rows, long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        StringBuilder text =
                new StringBuilder("date,traffic,video_id,creator,product_id,views,clicks,orders,gmv,title\n");
        for (int i = 0; i < rows; i++) {
            LocalDate day = LocalDate.of(2026, 6, 1).plusDays(random.nextInt(28));
            boolean dayFirst = i % 3 == 0;
            text.append(dayFirst ? day.getDayOfMonth() + "/" + day.getMonthValue() + "/2026" : day.toString())
                    .append(',');
            text.append(random.nextInt(50) == 0 ? "sideways" : random.nextBoolean() ? "ORGANIC" : "paid")
                    .append(',');
            text.append(random.nextInt(9) == 0 ? "" : String.valueOf(FIRST_ID + random.nextInt(300) * 1_000_003L))
                    .append(',');
            text.append(random.nextInt(9) == 0 ? "" : "@Creator_" + random.nextInt(40))
                    .append(',');
            text.append(1_729_000_000_000_000_000L + random.nextInt(3)).append(',');
            text.append(random.nextInt(100_000))
                    .append(',')
                    .append(random.nextInt(40) == 0 ? "--" : random.nextInt(900));
            text.append(",")
                    .append(random.nextInt(30) == 0 ? "1.5" : "3")
                    .append(",\"$")
                    .append(random.nextInt(1, 9));
            text.append(",250.75\",\"a \"\"caption\"\", with\nmore\"\n");
            text.append(random.nextInt(400) == 0 ? "\n" : "");
        }
        Files.writeString(dir.resolve("daily.csv"), text);
    }

    private Evidence read(int threads, ImportListener listener) {
        ImportSettings settings = ImportSettings.builder(Folder.program(Currency.getInstance("USD")))
                .threads(threads)
                .listener(listener)
                .build();
        return FolderEvidence.in(dir, settings).read();
    }

    private static List<String> everything(Evidence evidence) {
        List<String> all = new ArrayList<>();
        evidence.observations().forEach(seen -> all.add(seen.toString()));
        evidence.videos().stream().map(Video::describe).forEach(all::add);
        evidence.creators().forEach(creator -> all.add(creator.toString()));
        evidence.imports().forEach(report -> all.add(report.toString()));
        evidence.findings().forEach(finding -> all.add(finding.toString()));
        return all;
    }

    @Test
    void one_two_and_seven_threads_give_the_same_evidence_in_the_same_order_seed_7() throws IOException {
        daily(12_000, 7);
        Evidence one = read(1, progress -> true);
        assertTrue(one.imports().get(0).rejected().size() > 500, "the file should hold rows that are rejected");
        assertTrue(one.imports().get(0).nonData() > 10, "the file should hold rows without data");
        assertEquals(everything(one), everything(read(2, progress -> true)));
        assertEquals(everything(one), everything(read(7, progress -> true)));
        PerformanceBook.Builder book = PerformanceBook.builder();
        one.observations().forEach(book::record);
        assertTrue(book.build().videos().size() > 200);
    }

    @Test
    void a_listener_hears_the_file_grow_to_its_end() throws IOException {
        daily(9_000, 8);
        List<ImportProgress> heard = new ArrayList<>();
        Evidence evidence = read(2, heard::add);
        long size = Files.size(dir.resolve("daily.csv"));
        ImportProgress last = heard.get(heard.size() - 1);
        assertEquals("daily.csv", last.fileName());
        assertEquals(evidence.imports().get(0).contentId(), last.contentId());
        assertEquals(size, last.bytes());
        assertEquals(size, last.ofBytes());
        assertEquals(evidence.imports().get(0).rows(), last.rows());
        assertTrue(heard.size() > 3, heard::toString);
    }

    @Test
    void a_listener_ends_the_import() throws IOException {
        daily(9_000, 9);
        for (int threads : new int[] {1, 2, 7}) {
            CancellationException cancelled =
                    assertThrows(CancellationException.class, () -> read(threads, progress -> progress.rows() < 2_000));
            assertTrue(
                    cancelled.getMessage().startsWith("The import was cancelled in daily.csv after "),
                    cancelled.getMessage());
        }
    }

    @Test
    void an_interrupted_import_ends_and_keeps_the_interrupt() throws IOException {
        daily(9_000, 10);
        Thread.currentThread().interrupt();
        try {
            CancellationException ended = assertThrows(CancellationException.class, () -> read(2, progress -> true));
            assertEquals("The import was interrupted", ended.getMessage());
        } finally {
            assertTrue(Thread.interrupted());
        }
    }

    @Test
    void refuses_a_number_of_threads_that_makes_no_sense() {
        ImportSettings.Builder settings = ImportSettings.builder(Folder.program(Currency.getInstance("USD")));
        for (int threads : new int[] {0, -1, 257}) {
            IllegalArgumentException refused =
                    assertThrows(IllegalArgumentException.class, () -> settings.threads(threads));
            assertEquals("threads must be 1 to 256, got " + threads, refused.getMessage());
        }
    }
}
