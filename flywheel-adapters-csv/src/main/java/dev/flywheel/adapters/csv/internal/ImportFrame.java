package dev.flywheel.adapters.csv.internal;

import dev.flywheel.core.performance.Period;
import dev.flywheel.core.program.Program;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * What holds for every file of one import.
 *
 * @param program the programme
 * @param asOf the last day that may be known, or null
 * @param givenPeriod the period of files that carry none, or null
 */
public record ImportFrame(
        Program program, @Nullable LocalDate asOf, @Nullable Period givenPeriod) {

    Currency currency() {
        return program.currency();
    }

    ZoneId zone() {
        return program.zone();
    }

    /** One day of tolerance: ids are in UTC, and a post of the last evening may already carry tomorrow's second. */
    @Nullable
    Instant latestVideo() {
        return asOf == null ? null : asOf.plusDays(2).atStartOfDay(zone()).toInstant();
    }

    boolean isAfterAsOf(LocalDate day) {
        return asOf != null && day.isAfter(asOf);
    }

    /** The last second of a day: what a source that reports this day at the latest can have known. */
    Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(zone()).toInstant().minusSeconds(1);
    }
}
