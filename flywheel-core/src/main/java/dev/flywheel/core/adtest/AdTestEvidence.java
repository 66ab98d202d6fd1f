package dev.flywheel.core.adtest;

import dev.flywheel.core.performance.LagCurve;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a test has to go by on one day: both arms, day by day, with the share of their orders that can have been seen.
 * Immutable.
 *
 * @param asOf the day
 * @param baseline organic clicks and orders from before the start
 * @param baselineDays the days of it that had clicks
 * @param days the days since the start on which anything is known, in order
 * @param lag how late orders are seen
 * @param spread whether longer periods were spread evenly over their days
 * @param clicksUnknown whether no report knows the video's clicks
 */
public record AdTestEvidence(
        LocalDate asOf,
        Side baseline,
        int baselineDays,
        List<Day> days,
        LagCurve lag,
        boolean spread,
        boolean clicksUnknown) {

    /** Checks and copies. */
    public AdTestEvidence {
        Objects.requireNonNull(asOf, "asOf");
        Objects.requireNonNull(baseline, "baseline");
        Objects.requireNonNull(lag, "lag");
        days = List.copyOf(days);
    }

    /**
     * One arm.
     *
     * @param clicks clicks
     * @param exposure clicks weighted by the share of their orders that can have been seen; with orders booked on their
     *     own day, the clicks of all days by the share of their orders that falls on this one
     * @param orders orders
     */
    public record Side(double clicks, double exposure, double orders) {

        /** Nothing. */
        public static final Side NOTHING = new Side(0, 0, 0);

        Side times(double weight) {
            return new Side(weight * clicks, weight * exposure, weight * orders);
        }

        Side plus(Side other) {
            return new Side(clicks + other.clicks, exposure + other.exposure, orders + other.orders);
        }
    }

    /**
     * Both arms of a day whose orders are known only together.
     *
     * @param organicClicks organic clicks
     * @param organicExposure the same, matured
     * @param paidClicks paid clicks
     * @param paidExposure the same, matured
     * @param orders orders of both
     */
    public record Mixed(
            double organicClicks, double organicExposure, double paidClicks, double paidExposure, double orders) {}

    /**
     * One day since the start.
     *
     * @param day the day
     * @param organic the organic arm, or null when it cannot be told apart
     * @param paid the paid arm, or null when it cannot be told apart
     * @param blended whether orders of the day are reported for both together
     * @param mixed the blended day, or null when its clicks are not known for each arm
     */
    public record Day(
            LocalDate day,
            @Nullable Side organic,
            @Nullable Side paid,
            boolean blended,
            @Nullable Mixed mixed) {

        boolean paidRuns() {
            return paid != null && (paid.clicks > 0 || paid.orders > 0);
        }

        Side organicOrNothing() {
            return organic == null ? Side.NOTHING : organic;
        }

        Side paidOrNothing() {
            return paid == null ? Side.NOTHING : paid;
        }
    }

    long dayNumber(LocalDate startedOn) {
        return ChronoUnit.DAYS.between(startedOn, asOf) + 1;
    }

    long count(Predicate<Day> what) {
        return days.stream().filter(what).count();
    }
}
