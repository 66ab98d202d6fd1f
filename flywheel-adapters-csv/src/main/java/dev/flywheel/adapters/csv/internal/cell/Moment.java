package dev.flywheel.adapters.csv.internal.cell;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
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
     * The instant; a day without a time begins at midnight.
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
     * The day in the shop's zone.
     *
     * @param zone the shop's zone
     * @return the day
     */
    public LocalDate day(ZoneId zone) {
        return offset == null ? date : LocalDate.ofInstant(instant(zone), zone);
    }
}
