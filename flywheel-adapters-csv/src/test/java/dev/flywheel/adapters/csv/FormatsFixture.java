package dev.flywheel.adapters.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.flywheel.core.performance.Funnel;
import dev.flywheel.core.performance.Funnel.Amount;
import dev.flywheel.core.performance.ImportReport;
import dev.flywheel.core.performance.Period;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** What the tests of the formats share. */
abstract class FormatsFixture {

    static final Period WEEK = Folder.period("2026-07-09", "2026-07-15", 0);

    static final String WEEK_NAME = "20260709-20260715_20260716082822";

    @TempDir
    Path dir;

    static String money(Funnel funnel, Amount what) {
        return funnel.get(what).map(Object::toString).orElse("unknown");
    }

    static void counts(ImportReport report, String format, long accepted, long nonData, long rejected) {
        assertEquals(format, report.format());
        assertEquals(List.of(accepted, nonData, rejected), List.of(report.accepted(), report.nonData(), (long)
                report.rejected().size()));
    }
}
