package dev.flywheel.adapters.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.flywheel.core.cycle.Evidence;
import dev.flywheel.core.performance.Finding;
import dev.flywheel.core.performance.Funnel;
import dev.flywheel.core.performance.Funnel.Amount;
import dev.flywheel.core.performance.ImportReport;
import dev.flywheel.core.performance.Period;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;

/** What the tests of the formats share. */
abstract class FormatsFixture {

    static final Period WEEK = Folder.period("2026-07-09", "2026-07-15", 0);

    static final String WEEK_NAME = "20260709-20260715_20260716082822";

    @TempDir
    Path dir;

    /** Reads a table stored as CSV and as XLSX, which must give the same evidence, and gives it. */
    @SafeVarargs
    final Evidence both(String currency, String name, List<String>... rows) {
        Evidence csv = read(Folder.Container.CSV, currency, name, rows);
        assertEquals(said(csv), said(read(Folder.Container.XLSX, currency, name, rows)));
        return csv;
    }

    @SafeVarargs
    private Evidence read(Folder.Container container, String currency, String name, List<String>... rows) {
        try {
            Path folder = Files.createTempDirectory(dir, container.name());
            return new Folder(folder)
                    .currency(currency)
                    .table(container, name, rows)
                    .read();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Everything but the names of the files. */
    private static String said(Evidence evidence) {
        ImportReport report = Folder.only(evidence);
        return Stream.of(
                        List.of(report.format(), report.period(), report.accepted(), report.nonData()),
                        report.rejected(),
                        evidence.observations(),
                        evidence.orderLines(),
                        evidence.coverage(),
                        evidence.videos(),
                        evidence.lives(),
                        evidence.creators(),
                        evidence.sampleOrders(),
                        evidence.findings().stream().map(Finding::message).toList())
                .map(Object::toString)
                .collect(Collectors.joining("\n"));
    }

    static String money(Funnel funnel, Amount what) {
        return funnel.get(what).map(Object::toString).orElse("unknown");
    }

    static void counts(ImportReport report, String format, long accepted, long nonData, long rejected) {
        assertEquals(format, report.format());
        assertEquals(List.of(accepted, nonData, rejected), List.of(report.accepted(), report.nonData(), (long)
                report.rejected().size()));
    }
}
