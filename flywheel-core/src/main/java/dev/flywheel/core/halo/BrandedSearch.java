package dev.flywheel.core.halo;

import dev.flywheel.core.performance.Period;
import java.util.Objects;

/**
 * How often a term was searched, as the brand itself wrote it down. Immutable.
 *
 * @param period the days
 * @param marketplace where
 * @param query the term
 * @param volume how often, at least 0
 */
public record BrandedSearch(Period period, String marketplace, String query, long volume) {

    /** Checks. */
    public BrandedSearch {
        Objects.requireNonNull(period, "period");
        Objects.requireNonNull(marketplace, "marketplace");
        Objects.requireNonNull(query, "query");
        Rows.count("volume", volume);
    }
}
