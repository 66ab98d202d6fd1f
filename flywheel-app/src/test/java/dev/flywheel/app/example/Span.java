package dev.flywheel.app.example;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Whole days of the brand's zone, first and last included. */
record Span(LocalDate from, LocalDate to) {

    private static final DateTimeFormatter COMPACT = DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT);

    static Span day(LocalDate date) {
        return new Span(date, date);
    }

    boolean contains(LocalDate date) {
        return !date.isBefore(from) && !date.isAfter(to);
    }

    /** The form of native file names: {@code 20260811-20260817}. */
    String compact() {
        return COMPACT.format(from) + "-" + COMPACT.format(to);
    }

    /** The day after the period, when its export is downloaded. */
    String exportedOn() {
        return COMPACT.format(to.plusDays(1));
    }
}
