package dev.flywheel.adapters.csv.internal.cell;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A date as a file has it.
 *
 * @param date the day
 * @param time the time of day, or null when the file has only the day
 * @param offset the offset from UTC, or null when the time is the shop's own
 */
public record Moment(
        LocalDate date, @Nullable LocalTime time, @Nullable ZoneOffset offset) {

    /**
     * The instant; a day without a time begins at midnight. A time that the clocks skip is as much later, and of a time
     * that they show twice the first is taken.
     *
     * @param zone the shop's zone, used where the file names no offset
     * @return the instant
     */
    public Instant instant(ZoneId zone) {
        if (time == null) {
            return date.atStartOfDay(zone).toInstant();
        }
        return date.atTime(time).atZone(offset == null ? zone : offset).toInstant();
    }

    /**
     * The same with the offset that its zone has at that time. A time that the clocks skip is as much later, and of a time
     * that they show twice the first is taken. A day without a time stays as it is: nobody can say where it is another day.
     *
     * @param zone the zone in which the file's times are written
     * @return the same moment, so that it no longer depends on who reads it
     */
    public Moment in(ZoneId zone) {
        if (time == null || offset != null) {
            return this;
        }
        ZonedDateTime there = date.atTime(time).atZone(zone);
        return new Moment(there.toLocalDate(), there.toLocalTime(), there.getOffset());
    }

    /**
     * The day in the shop's zone.
     *
     * @param zone the shop's zone
     * @return the day
     */
    public LocalDate day(ZoneId zone) {
        return offset == null ? date : LocalDate.ofInstant(instant(zone), zone);
    }
}
