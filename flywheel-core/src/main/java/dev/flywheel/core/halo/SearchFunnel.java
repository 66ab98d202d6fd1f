package dev.flywheel.core.halo;

import org.jspecify.annotations.Nullable;

/**
 * From a search to a purchase on Amazon, each step counted by itself: a purchase counts in its own period, whenever its
 * click was. Unknown is not zero. Immutable.
 *
 * @param impressions how often products were shown, at least 0, or null when unknown
 * @param clicks how often they were clicked, at least 0, or null when unknown
 * @param cartAdds how often they were put into the cart (basket, in the UK), at least 0, or null when unknown
 * @param purchases how often they were bought, at least 0, or null when unknown
 */
public record SearchFunnel(
        @Nullable Long impressions,
        @Nullable Long clicks,
        @Nullable Long cartAdds,
        @Nullable Long purchases) {

    /** A funnel of which nothing is known. */
    public static final SearchFunnel UNKNOWN = new SearchFunnel(null, null, null, null);

    /** Checks. */
    public SearchFunnel {
        Rows.count("impressions", impressions);
        Rows.count("clicks", clicks);
        Rows.count("cartAdds", cartAdds);
        Rows.count("purchases", purchases);
    }
}
