package dev.flywheel.adapters.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.flywheel.core.content.Video;
import dev.flywheel.core.cycle.Evidence;
import dev.flywheel.core.performance.ImportReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What must hold for the files of every format. */
class ImportInvarianceTest {

    @TempDir
    Path dir;

    private Evidence read(int threads) {
        ImportSettings settings = ImportSettings.builder(Folder.program(Currency.getInstance("USD")))
                .threads(threads)
                .build();
        return FolderEvidence.in(dir, settings).read();
    }

    /** Everything that the evidence says, in its order. */
    static String everything(Evidence evidence) {
        List<Object> all = new ArrayList<>();
        all.addAll(evidence.observations());
        evidence.videos().stream().map(Video::describe).forEach(all::add);
        all.addAll(evidence.creators());
        all.add(evidence.tags());
        all.addAll(evidence.orderLines());
        all.addAll(evidence.coverage());
        all.addAll(evidence.samples());
        all.addAll(evidence.authorizations());
        all.addAll(evidence.adTests());
        all.addAll(evidence.brandedSearches());
        all.addAll(evidence.lives());
        all.addAll(evidence.sampleOrders());
        all.addAll(evidence.amazon().all());
        all.addAll(evidence.marketProducts());
        all.addAll(evidence.imports());
        all.addAll(evidence.findings());
        return all.toString();
    }

    @ParameterizedTest
    @EnumSource
    void one_two_and_seven_threads_give_the_same_evidence_and_findings(EveryFormat format) throws IOException {
        String row = Folder.csv(List.of(format.good(new SplittableRandom(1), 1)));
        Files.writeString(dir.resolve(EveryFormat.NAME), format.csv(600_000 / row.length(), 20261125L));
        Evidence one = read(1);
        ImportReport report = Folder.only(one);
        assertTrue(report.accepted() > 100, report::toString);
        assertTrue(report.rejected().size() > 10, "the file should hold rows that are rejected");
        assertTrue(report.nonData() > 1, "the file should hold rows without data");
        String expected = everything(one);
        assertEquals(expected, everything(read(2)));
        assertEquals(expected, everything(read(7)));
    }

    /** Long cells of what a pattern might try in every way there is. */
    @Test
    void no_text_in_a_cell_makes_the_import_slow_or_fail() throws IOException {
        int longest = 20_000;
        List<String> texts = List.of(
                "a".repeat(longest),
                "a" + " ".repeat(longest) + "b",
                "1,".repeat(longest / 2),
                "1".repeat(longest),
                "1,111".repeat(longest / 5),
                "(".repeat(longest),
                "a ".repeat(longest / 2),
                "9223372036854775807",
                "99999999999999999999999999999999999999.99",
                "2026-07-10 " + " ".repeat(longest) + "x",
                "/video/".repeat(longest / 7),
                "20260709-".repeat(longest / 9),
                "Aug 1 - ".repeat(longest / 8),
                "'".repeat(longest),
                "1" + "\u00A0".repeat(longest) + "k");
        for (EveryFormat format : EveryFormat.values()) {
            List<List<String>> table = new ArrayList<>(List.of(format.header()));
            for (int column = 0; column < format.header().size(); column++) {
                for (int i = 0; i < texts.size(); i++) {
                    List<String> cells = format.good(new SplittableRandom(i), i);
                    cells.set(column, texts.get(i));
                    table.add(cells);
                }
            }
            Files.writeString(dir.resolve(EveryFormat.NAME), Folder.csv(table));
            ImportReport report =
                    assertTimeoutPreemptively(Duration.ofSeconds(20), () -> Folder.only(read(1)), format::toString);
            assertEquals(table.size(), report.rows(), report::format);
        }
    }

    /** Numbers that only their sum makes too large. */
    @Test
    void counts_whose_sum_is_too_large_do_not_end_the_import() throws IOException {
        StringBuilder text = new StringBuilder("date,traffic,video_id,product_id,views,clicks,orders,gmv\n");
        for (int i = 0; i < 40; i++) {
            text.append("2026-07-12,PAID,")
                    .append(Exports.VIDEO)
                    .append(",17290000000000000")
                    .append(10 + i);
            text.append(",999999999999999999,999999999999999999,999999999999999999,\"$9,999,999,999,999.99\"\n");
        }
        Files.writeString(dir.resolve(EveryFormat.NAME), text);
        ImportReport report = Folder.only(read(1));
        assertEquals(41, report.rows());
        assertEquals(
                "its numbers and those of other rows of the same thing are together too large to be counted",
                report.rejected().get(0).reason());
    }

    @Test
    void a_file_of_which_too_many_rows_are_wrong_is_refused_with_the_first_of_them() throws IOException {
        Files.writeString(dir.resolve(EveryFormat.NAME), "video_id,hook\n" + "soon!,x\n".repeat(100_001));
        Evidence evidence = read(2);
        assertEquals(0, Folder.only(evidence).rows());
        assertEquals(
                "more than 100000 rows cannot be read; the first of them, line 2, column \"video_id\": not an id",
                evidence.findings().get(0).message());
    }
}
