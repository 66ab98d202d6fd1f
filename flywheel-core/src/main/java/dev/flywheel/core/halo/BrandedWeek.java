package dev.flywheel.core.halo;

import dev.flywheel.core.performance.Period;
import java.util.List;
import java.util.Objects;

/**
 * How often the brand was searched in one marketplace in one week. Weeks with other {@link #missing} queries are not alike:
 * compare them over the queries that both know. Immutable.
 *
 * @param marketplace where: the country code of an Amazon marketplace, or the brand's own word for another place
 * @param week seven days
 * @param queries the queries that are known and added up, in lower case, sorted
 * @param missing queries that other weeks of the marketplace know and this one does not: unknown, not zero; sorted
 * @param volume how often the known queries were searched, at least 0
 */
public record BrandedWeek(String marketplace, Period week, List<String> queries, List<String> missing, long volume) {

    static final int DAYS = 7;

    /** Checks. */
    public BrandedWeek {
        Objects.requireNonNull(marketplace, "marketplace");
        if (week.days() != DAYS) {
            throw new IllegalArgumentException("week must have " + DAYS + " days, got " + week);
        }
        queries = List.copyOf(queries);
        missing = List.copyOf(missing);
        Rows.count("volume", volume);
    }
}
