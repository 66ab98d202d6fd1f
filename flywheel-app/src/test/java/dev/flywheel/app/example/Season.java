package dev.flywheel.app.example;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** The 98 days of evidence, numbered from 0, in fourteen weeks from Tuesday to Monday. */
final class Season {

    static final LocalDate FIRST = LocalDate.of(2026, 8, 11);
    static final int WEEKS = 14;
    static final int DAYS = WEEKS * 7;
    static final LocalDate LAST = date(DAYS - 1);
    static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");

    private Season() {}

    static LocalDate date(int day) {
        return FIRST.plusDays(day);
    }

    static int day(LocalDate date) {
        return (int) ChronoUnit.DAYS.between(FIRST, date);
    }

    static LocalDateTime at(int day, int secondOfDay) {
        return date(day).atStartOfDay().plusSeconds(secondOfDay);
    }

    /** The week of the given number, counted from 1. */
    static Span week(int number) {
        return new Span(date((number - 1) * 7), date(number * 7 - 1));
    }
}
