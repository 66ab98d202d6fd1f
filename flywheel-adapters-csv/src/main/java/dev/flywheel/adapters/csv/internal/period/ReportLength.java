package dev.flywheel.adapters.csv.internal.period;

import dev.flywheel.core.performance.Period;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How long the periods of Amazon's Brand Analytics are. Its weeks run from Sunday to Saturday. */
public enum ReportLength {
    WEEK,
    MONTH,
    QUARTER;

    /** {@return the length that a word such as {@code Weekly} or a file's name speaks of} */
    public static Optional<ReportLength> named(String words) {
        String lower = words.toLowerCase(Locale.ROOT);
        List<ReportLength> named = Arrays.stream(values())
                .filter(length -> lower.contains(length.name().toLowerCase(Locale.ROOT)))
                .toList();
        return named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
    }

    /** {@return the period of this length that ends on a day, or empty when none does} */
    public Optional<Period> endingOn(LocalDate last) {
        LocalDate first = switch (this) {
            case WEEK -> last.minusDays(6);
            case MONTH -> last.withDayOfMonth(1);
            case QUARTER -> last.withDayOfMonth(1).minusMonths(2);
        };
        return startingOn(first).filter(period -> period.lastDay().equals(last));
    }

    /** {@return the period of this length that starts on a day, or empty when none does} */
    public Optional<Period> startingOn(LocalDate first) {
        boolean starts = switch (this) {
            case WEEK -> first.getDayOfWeek() == DayOfWeek.SUNDAY;
            case MONTH -> first.getDayOfMonth() == 1;
            case QUARTER -> first.getDayOfMonth() == 1 && first.getMonthValue() % 3 == 1;
        };
        LocalDate next = this == WEEK ? first.plusDays(7) : first.plusMonths(this == MONTH ? 1 : 3);
        return starts ? Optional.of(new Period(first, next.minusDays(1))) : Optional.empty();
    }
}
