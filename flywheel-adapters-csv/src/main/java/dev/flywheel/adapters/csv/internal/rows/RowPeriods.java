package dev.flywheel.adapters.csv.internal.rows;

import dev.flywheel.adapters.csv.internal.format.Field;
import dev.flywheel.adapters.csv.internal.reading.Cells;
import dev.flywheel.adapters.csv.internal.reading.RowRejected;
import dev.flywheel.core.performance.Period;
import java.time.LocalDate;
import java.util.TreeSet;

/** The periods that the rows of a file speak of, where each row has its own. Not thread-safe. */
final class RowPeriods {

    private final TreeSet<Period> periods = new TreeSet<>();

    /** {@return the period whose first and last day a row names} */
    static Period named(Cells cells) throws RowRejected {
        LocalDate first = cells.required(Field.PERIOD_START, cells.day(Field.PERIOD_START));
        LocalDate last = cells.required(Field.PERIOD_END, cells.day(Field.PERIOD_END));
        if (last.isBefore(first)) {
            throw cells.rejected(Field.PERIOD_END, "the period ends before it starts on " + first, "swap the dates");
        }
        return new Period(first, last);
    }

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
