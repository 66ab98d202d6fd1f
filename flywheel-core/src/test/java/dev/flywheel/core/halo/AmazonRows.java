package dev.flywheel.core.halo;

import static dev.flywheel.core.TestEvidence.days;
import static dev.flywheel.core.TestEvidence.usd;

import dev.flywheel.core.TestEvidence;
import dev.flywheel.core.money.Rate;
import dev.flywheel.core.performance.Funnel;
import dev.flywheel.core.performance.Period;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One row of each of Amazon's reports, for tests. */
public final class AmazonRows {

    public static final Period WEEK = days(1, 7);
    public static final Instant EXPORTED = TestEvidence.EXPORTED;

    private AmazonRows() {}

    public static SearchQuery query(String query, @Nullable Long volume) {
        return query(WEEK, query, volume, EXPORTED);
    }

    public static SearchQuery query(Period week, String query, @Nullable Long volume, Instant asOf) {
        return new SearchQuery(
                week,
                Marketplace.US,
                SearchQuery.View.BRAND,
                "Northpeak",
                query,
                3L,
                volume,
                new SearchFunnel(9_000L, 400L, 60L, 20L),
                new SearchFunnel(900L, 90L, null, 0L),
                asOf);
    }

    public static CatalogProduct catalog(Instant asOf) {
        return new CatalogProduct(
                WEEK, Marketplace.US, "B0NORTH001", new SearchFunnel(900L, 90L, 12L, 4L), usd("120.00"), asOf);
    }

    public static TopSearchTerm top(Instant asOf) {
        return new TopSearchTerm(
                WEEK,
                Marketplace.US,
                "northpeak",
                41_000,
                List.of(new TopSearchTerm.Clicked("B0NORTH001", Rate.ofPercent("61.2"), null)),
                asOf);
    }

    public static AmazonAdTerm ad(Instant asOf) {
        return new AmazonAdTerm(
                WEEK,
                Marketplace.US,
                AmazonAdTerm.Kind.SPONSORED_PRODUCTS,
                "Brand defence",
                "Exact",
                "northpeak",
                "EXACT",
                "northpeak serum",
                7,
                Funnel.builder(TestEvidence.USD)
                        .count(Funnel.Count.CLICKS, 12)
                        .amount(Funnel.Amount.SPEND, usd("4.20"))
                        .build(),
                null,
                null,
                asOf);
    }
}
