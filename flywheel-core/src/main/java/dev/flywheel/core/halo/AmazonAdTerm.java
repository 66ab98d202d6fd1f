package dev.flywheel.core.halo;

import dev.flywheel.core.performance.Funnel;
import dev.flywheel.core.performance.Period;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One search term of Amazon's Sponsored Products or Sponsored Brands: what the ads it called up cost and brought.
 * Immutable.
 *
 * @param period the days
 * @param marketplace where
 * @param kind which ads
 * @param campaign the campaign's name, not blank
 * @param adGroup the ad group's name, empty where the report has none
 * @param targeting what was bid on; {@code *} for automatic campaigns
 * @param matchType how the term had to match, such as {@code EXACT}; {@code -} for automatic campaigns
 * @param term what was searched or, in lower case, the ASIN that was looked at; empty where the report has none
 * @param attributionDays how many days after a click a sale counts, such as 7 or 14, at least 1
 * @param funnel impressions, clicks, spend, sales as GMV, orders and units as items, in the account's currency
 * @param newToBrandOrders orders of people who had not bought the brand for a year, at least 0, or null when unknown
 * @param brandedSearches searches for the brand after the ad, at least 0, or null when unknown
 * @param asOf when the report said so
 */
public record AmazonAdTerm(
        Period period,
        Marketplace marketplace,
        Kind kind,
        String campaign,
        String adGroup,
        String targeting,
        String matchType,
        String term,
        int attributionDays,
        Funnel funnel,
        @Nullable Long newToBrandOrders,
        @Nullable Long brandedSearches,
        Instant asOf)
        implements AmazonReport {

    /** Which ads. */
    public enum Kind {
        /** One product, shown like a search result. */
        SPONSORED_PRODUCTS,
        /** The brand with several products. */
        SPONSORED_BRANDS
    }

    /** Checks. */
    public AmazonAdTerm {
        Objects.requireNonNull(period, "period");
        Objects.requireNonNull(marketplace, "marketplace");
        Objects.requireNonNull(kind, "kind");
        Rows.text("campaign", campaign);
        Objects.requireNonNull(adGroup, "adGroup");
        Objects.requireNonNull(targeting, "targeting");
        Objects.requireNonNull(matchType, "matchType");
        Objects.requireNonNull(term, "term");
        if (attributionDays < 1) {
            throw new IllegalArgumentException("attributionDays must be at least 1, got " + attributionDays);
        }
        Objects.requireNonNull(funnel, "funnel");
        Rows.count("newToBrandOrders", newToBrandOrders);
        Rows.count("brandedSearches", brandedSearches);
        Objects.requireNonNull(asOf, "asOf");
    }

    @Override
    public String key() {
        return Rows.key(this, kind, campaign, adGroup, targeting, matchType, term);
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.adTerm(this);
    }
}
