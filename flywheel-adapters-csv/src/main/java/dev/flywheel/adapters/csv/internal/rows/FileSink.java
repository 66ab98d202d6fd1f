package dev.flywheel.adapters.csv.internal.rows;

import dev.flywheel.adapters.csv.internal.frame.ImportFrame;
import dev.flywheel.core.cycle.Evidence;
import dev.flywheel.core.performance.Finding;
import dev.flywheel.core.performance.Funnel;
import dev.flywheel.core.performance.Observation;
import dev.flywheel.core.performance.Period;
import dev.flywheel.core.performance.RejectedRow;
import dev.flywheel.core.performance.Source;
import dev.flywheel.core.performance.Subject;
import dev.flywheel.core.performance.Traffic;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a file's mapper may say about its file once all rows were seen. */
public final class FileSink {

    private final ImportFrame frame;
    private final Evidence.Builder evidence;
    private final String subject;
    private final @Nullable Period period;
    private final @Nullable Instant exportedAt;
    private final List<RejectedRow> rejected;
    private @Nullable Period covered;
    private int withdrawn;

    public FileSink(
            ImportFrame frame,
            Evidence.Builder evidence,
            String subject,
            @Nullable Period period,
            @Nullable Instant exportedAt,
            List<RejectedRow> rejected) {
        this.frame = frame;
        this.evidence = evidence;
        this.subject = subject;
        this.period = period;
        this.exportedAt = exportedAt;
        this.rejected = rejected;
        this.covered = period;
    }

    /** {@return how findings call the file} */
    String subject() {
        return subject;
    }

    Evidence.Builder evidence() {
        return evidence;
    }

    /** {@return the period of a file without dates; such a file is refused earlier when it has none} */
    Period period() {
        if (period == null) {
            throw new IllegalStateException("A file without a period was mapped");
        }
        return period;
    }

    boolean hasPeriod() {
        return period != null;
    }

    /** Says what a subject did in the period of a file without dates. */
    void observe(Subject subject, Traffic traffic, Funnel funnel, Source source) {
        evidence.add(new Observation(subject, period(), traffic, funnel, source, asOf(period().lastDay())));
    }

    /** Says which days the rows themselves cover. */
    void covers(Period days) {
        covered = days;
    }

    @Nullable
    public Period covered() {
        return covered;
    }

    /** When the file knew what it says: the moment in its name, or else the end of its last day. */
    Instant asOf(LocalDate lastDay) {
        Instant end = frame.endOf(lastDay);
        return exportedAt == null || exportedAt.isBefore(end) ? end : exportedAt;
    }

    /** Sets aside a row that was taken before. */
    public void withdraw(RejectedRow row) {
        rejected.add(row);
        withdrawn++;
    }

    /** Sets aside a row that was taken before and counts together with one that cannot be used. */
    void withdrawCompanion(long line, String name, long missing) {
        withdraw(new RejectedRow(
                line,
                "",
                name,
                "it counts together with line " + missing + ", which cannot be used",
                "mend that line and import both; apart from each other they would give a number that is too small"));
    }

    public int withdrawn() {
        return withdrawn;
    }

    void finding(Finding.Kind kind, String message, String remedy) {
        evidence.add(new Finding(kind, subject, message, remedy));
    }
}
