package dev.flywheel.adapters.csv.internal.period;

import dev.flywheel.core.performance.Period;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.TreeSet;

/** How far apart the days of two zones begin. */
public final class ZoneGap {

    private static final int MINUTES = 60;

    private ZoneGap() {}

    /** {@return how many hours the days of one zone begin before or after those of another, such as "7 hours before"} */
    public static String between(ZoneId there, ZoneId here, Period days) {
        TreeSet<Long> minutes = new TreeSet<>();
        for (LocalDate day = days.firstDay(); !day.isAfter(days.lastDay()); day = day.plusDays(1)) {
            minutes.add(Duration.between(day.atStartOfDay(there), day.atStartOfDay(here))
                    .toMinutes());
        }
        boolean before = minutes.first() >= 0;
        long least = Math.min(Math.abs(minutes.first()), Math.abs(minutes.last()));
        long most = Math.max(Math.abs(minutes.first()), Math.abs(minutes.last()));
        String hours = least == most ? hours(most) : hours(least) + " to " + hours(most);
        return hours + " hours " + (before ? "before" : "after");
    }

    private static String hours(long minutes) {
        return BigDecimal.valueOf(minutes)
                .divide(BigDecimal.valueOf(MINUTES), 2, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }
}
