package dev.flywheel.adapters.csv.internal.rows;

import dev.flywheel.adapters.csv.internal.format.Field;
import dev.flywheel.adapters.csv.internal.period.PeriodInName;
import dev.flywheel.adapters.csv.internal.period.ReportLength;
import dev.flywheel.adapters.csv.internal.reading.Cells;
import dev.flywheel.adapters.csv.internal.reading.RowRejected;
import dev.flywheel.core.performance.Finding;
import dev.flywheel.core.performance.Period;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which days a row of Amazon's Brand Analytics speaks of: the line above the header says so, else the date in the row, else
 * the file's name, else the user. What contradicts is set aside or said; nothing is guessed. Immutable.
 *
 * @param told the days in the line above the header, or null
 * @param named the days in the file's name, or null
 * @param given the days that the user gave, or null
 * @param length how long the periods are, or null when neither line nor name says so
 */
public record ReportDays(
        @Nullable Period told,
        @Nullable Period named,
        @Nullable Period given,
        @Nullable ReportLength length) {

    private static final String REMEDY =
            "download the report again and keep its first line and its name, which say what the days are";

    static ReportDays of(AmazonLine line, @Nullable PeriodInName named, @Nullable Period given, List<String> names) {
        ReportLength length = line.length()
                .or(() -> names.stream()
                        .map(ReportLength::named)
                        .flatMap(Optional::stream)
                        .findFirst())
                .orElse(null);
        return new ReportDays(
                line.period().orElse(null), named == null || named.assumed() ? null : named.period(), given, length);
    }

    /** The days of a row, whose date ends them; some copies have the day on which they start. */
    Period of(Cells cells) throws RowRejected {
        LocalDate last = cells.day(Field.PERIOD_END);
        LocalDate first = cells.day(Field.PERIOD_START);
        if (told != null) {
            requireSame(cells, Field.PERIOD_END, last, told.lastDay());
            requireSame(cells, Field.PERIOD_START, first, told.firstDay());
            return told;
        }
        if (last != null || first != null) {
            Period dated = dated(cells, first, last);
            requireSame(cells, Field.PERIOD_START, first, dated.firstDay());
            return dated;
        }
        Period other = named == null ? given : named;
        if (other == null) {
            throw cells.rejected(Field.PERIOD_END, "no date, and nothing else says which days these are", REMEDY);
        }
        return other;
    }

    private Period dated(Cells cells, @Nullable LocalDate first, @Nullable LocalDate last) throws RowRejected {
        LocalDate day = last == null ? Objects.requireNonNull(first) : last;
        boolean ends = last != null;
        Optional<Period> known = Stream.of(given, named)
                .filter(period -> period != null && day.equals(ends ? period.lastDay() : period.firstDay()))
                .map(Objects::requireNonNull)
                .findFirst();
        if (length == null && known.isPresent()) {
            return known.get();
        }
        List<Period> possible = Arrays.stream(ReportLength.values())
                .filter(any -> length == null || any == length)
                .map(any -> ends ? any.endingOn(day) : any.startingOn(day))
                .flatMap(Optional::stream)
                .toList();
        if (possible.size() == 1) {
            return possible.get(0);
        }
        String verb = ends ? "end" : "start";
        throw cells.rejected(
                ends ? Field.PERIOD_END : Field.PERIOD_START,
                possible.isEmpty()
                        ? "no "
                                + (length == null
                                        ? "week, month or quarter"
                                        : length.name().toLowerCase(Locale.ROOT))
                                + " of Amazon's " + verb + "s on " + day
                        : "several periods can " + verb + " on " + day + ": "
                                + possible.stream().map(Period::toString).collect(Collectors.joining(", ")),
                REMEDY);
    }

    private void requireSame(Cells cells, Field field, @Nullable LocalDate said, LocalDate expected)
            throws RowRejected {
        if (said != null && !said.equals(expected)) {
            throw cells.rejected(
                    field,
                    said + " contradicts " + expected + ", which "
                            + (told == null ? "the row's other date" : "the first line") + " says",
                    REMEDY);
        }
    }

    /** Says where the file's name speaks of other days than the file itself. */
    void contradictions(Collection<Period> used, FileSink out) {
        if (named != null && !used.isEmpty() && !used.contains(named)) {
            out.finding(
                    Finding.Kind.PERIOD_CONTRADICTED,
                    "the name says " + named + ", but the file itself says "
                            + used.stream()
                                    .distinct()
                                    .sorted()
                                    .map(Period::toString)
                                    .collect(Collectors.joining(", "))
                            + "; the file itself was believed",
                    "check that the file has the name of its own download");
        }
    }
}
