package dev.flywheel.core.performance;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Whole days of the brand's zone, both ends included. Immutable.
 *
 * @param firstDay the first day
 * @param lastDay the last day, not before the first
 */
public record Period(LocalDate firstDay, LocalDate lastDay) implements Comparable<Period> {

    /** Checks. */
    public Period {
        Objects.requireNonNull(firstDay, "firstDay");
        Objects.requireNonNull(lastDay, "lastDay");
        if (lastDay.isBefore(firstDay)) {
            throw new IllegalArgumentException("Period must not end before it starts: " + firstDay + ".." + lastDay);
        }
    }

    /**
     * One day.
     *
     * @param day the day
     * @return the period of that day
     */
    public static Period of(LocalDate day) {
        return new Period(day, day);
    }

    /** {@return its days, the first one first} */
    public Stream<LocalDate> dates() {
        return firstDay.datesUntil(lastDay.plusDays(1));
    }

    /** {@return how many days it holds} */
    public long days() {
        return ChronoUnit.DAYS.between(firstDay, lastDay) + 1;
    }

    /**
     * Whether it holds a day.
     *
     * @param day the day
     * @return true from the first to the last day
     */
    public boolean contains(LocalDate day) {
        return !day.isBefore(firstDay) && !day.isAfter(lastDay);
    }

    /**
     * Whether it shares a day with another.
     *
     * @param other the other period
     * @return true if at least one day is common
     */
    public boolean overlaps(Period other) {
        return !lastDay.isBefore(other.firstDay) && !other.lastDay.isBefore(firstDay);
    }

    @Override
    public int compareTo(Period other) {
        int byFirst = firstDay.compareTo(other.firstDay);
        return byFirst != 0 ? byFirst : lastDay.compareTo(other.lastDay);
    }

    /** {@return the ISO days, such as {@code 2026-11-10..2026-11-16}} */
    @Override
    public String toString() {
        return firstDay + ".." + lastDay;
    }
}
