package dev.flywheel.adapters.csv.internal.rows;

import dev.flywheel.core.performance.Period;
import java.time.LocalDate;
import java.util.TreeSet;

/** The periods that the rows of a file speak of, where each row has its own. Not thread-safe. */
final class RowPeriods {

    private final TreeSet<Period> periods = new TreeSet<>();

    void add(Period period) {
        periods.add(period);
    }

    /** Says which days the file covers, and where its name speaks of others. */
    void finish(ReportDays days, FileSink out) {
        cover(out);
        days.contradictions(periods, out);
    }

    /** Says which days the file covers. */
    void cover(FileSink out) {
        if (!periods.isEmpty()) {
            out.covers(new Period(
                    periods.first().firstDay(),
                    periods.stream()
                            .map(Period::lastDay)
                            .max(LocalDate::compareTo)
                            .orElseThrow()));
        }
    }
}
