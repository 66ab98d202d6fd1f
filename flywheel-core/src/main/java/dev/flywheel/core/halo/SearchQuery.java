package dev.flywheel.core.halo;

import dev.flywheel.core.performance.Period;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One query of Amazon's Search Query Performance, for a week, a month or a quarter. The report stops at 1,000 queries, so a
 * query that is not in it is unknown, not zero. The total is the whole market's and stands in the report of every brand and
 * product alike: rows of several views are never added up. Immutable.
 *
 * @param period the days
 * @param marketplace where
 * @param view whether a brand or one product was looked at
 * @param viewOf the brand's name or the ASIN, not blank
 * @param query what was searched, as it stands in the report, not blank
 * @param score the rank of the query in this view, from 1 for the best, or null when unknown
 * @param volume how often it was searched, at least 0, or null when unknown
 * @param total what all products got from it
 * @param own what the brand or the product got from it
 * @param asOf when the report said so
 */
public record SearchQuery(
        Period period,
        Marketplace marketplace,
        View view,
        String viewOf,
        String query,
        @Nullable Long score,
        @Nullable Long volume,
        SearchFunnel total,
        SearchFunnel own,
        Instant asOf)
        implements AmazonReport {

    /** What was looked at. */
    public enum View {
        /** All products of a brand. */
        BRAND,
        /** One product. */
        ASIN
    }

    /** Checks. */
    public SearchQuery {
        Objects.requireNonNull(period, "period");
        Objects.requireNonNull(marketplace, "marketplace");
        Objects.requireNonNull(view, "view");
        Rows.text("viewOf", viewOf);
        Rows.text("query", query);
        Rows.rank("score", score);
        Rows.count("volume", volume);
        Objects.requireNonNull(total, "total");
        Objects.requireNonNull(own, "own");
        Objects.requireNonNull(asOf, "asOf");
    }

    @Override
    public String key() {
        return Rows.key(this, view, viewOf, query);
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.searchQuery(this);
    }
}
