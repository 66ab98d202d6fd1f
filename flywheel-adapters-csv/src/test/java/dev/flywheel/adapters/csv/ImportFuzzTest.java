package dev.flywheel.adapters.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.flywheel.adapters.csv.internal.format.Recognition;
import dev.flywheel.adapters.csv.internal.table.FileRefused;
import dev.flywheel.adapters.csv.internal.table.TableReader;
import dev.flywheel.adapters.csv.internal.table.TableSource;
import dev.flywheel.core.cycle.Evidence;
import dev.flywheel.core.performance.ImportReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Currency;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a file holds: every row of it is accounted for, and rejected rows can be imported again. */
class ImportFuzzTest {

    private static final String NAME = "Video_List_20260709-20260715.csv";

    private Path data;
    private Path rejected;

    @BeforeEach
    void folders() throws IOException {
        data = Files.createTempDirectory("fuzz");
        rejected = Files.createTempDirectory("fuzz");
    }

    @AfterEach
    void tidy() throws IOException {
        empty(data);
        empty(rejected);
        Files.delete(data);
        Files.delete(rejected);
    }

    @Tag("fuzz")
    @FuzzTest(maxDuration = "2h", maxExecutions = 1_000_000)
    void every_row_is_accounted_for(byte[] input) throws IOException {
        Path file = Files.write(data.resolve(NAME), input);
        Evidence evidence =
                FolderEvidence.in(data, settings().quarantine(rejected).build()).read();
        ImportReport report = Folder.only(evidence);
        OptionalLong rows = rows(file);
        if (rows.isPresent()) {
            assertEquals(
                    rows.getAsLong(),
                    report.accepted() + report.nonData() + report.rejected().size());
        } else {
            assertEquals(0, report.rows());
        }
        if (!report.rejected().isEmpty()) {
            long lines = report.rejected().stream()
                    .mapToLong(row -> row.line())
                    .distinct()
                    .count();
            ImportReport again =
                    Folder.only(FolderEvidence.in(rejected, settings().build()).read());
            assertTrue(
                    again.rows() > lines && again.rows() <= lines + Recognition.SEARCHED_ROWS,
                    "the header, what stands above it, and " + lines + " rows: " + again.rows());
            empty(rejected);
        }
    }

    private static ImportSettings.Builder settings() {
        return ImportSettings.builder(Folder.program(Currency.getInstance("USD")))
                .threads(1);
    }

    private static OptionalLong rows(Path file) throws IOException {
        try (TableSource source = TableReader.open(file)) {
            long[] rows = {0};
            if (!source.sheets().isEmpty()) {
                source.read(0, row -> ++rows[0] > 0);
            }
            return OptionalLong.of(rows[0]);
        } catch (FileRefused refused) {
            return OptionalLong.empty();
        }
    }

    private static void empty(Path folder) throws IOException {
        try (var files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
    }

    static Stream<Named<byte[]>> inputs() throws Exception {
        return FuzzInputs.of(ImportFuzzTest.class, "every_row_is_accounted_for");
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void kept_inputs_do_no_harm(byte[] input) throws IOException {
        every_row_is_accounted_for(input);
    }
}
