package dev.flywheel.core.halo;

import dev.flywheel.core.money.Rate;
import dev.flywheel.core.performance.Period;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One term of Amazon's Top Search Terms: how it ranks among all terms, and what people clicked. The report lists millions
 * of terms; those with a brand term ({@link BrandTerms}) are worth keeping. Immutable.
 *
 * @param period the days
 * @param marketplace where
 * @param term what was searched, not blank
 * @param searchFrequencyRank its rank among all terms, from 1 for the most frequent
 * @param clicked the products clicked most, at most three, the most clicked first
 * @param asOf when the report said so
 */
public record TopSearchTerm(
        Period period,
        Marketplace marketplace,
        String term,
        long searchFrequencyRank,
        List<Clicked> clicked,
        Instant asOf)
        implements AmazonReport {

    private static final int MOST = 3;

    /**
     * A product that people clicked.
     *
     * @param asin the product, not blank
     * @param clickShare its share of all clicks after this search, or null when unknown
     * @param conversionShare its share of all purchases after this search, or null when unknown
     */
    public record Clicked(
            String asin,
            @Nullable Rate clickShare,
            @Nullable Rate conversionShare) {

        /** Checks. */
        public Clicked {
            Rows.text("asin", asin);
        }
    }

    /** Checks. */
    public TopSearchTerm {
        Objects.requireNonNull(period, "period");
        Objects.requireNonNull(marketplace, "marketplace");
        Rows.text("term", term);
        Rows.rank("searchFrequencyRank", searchFrequencyRank);
        clicked = List.copyOf(clicked);
        if (clicked.size() > MOST) {
            throw new IllegalArgumentException(
                    "clicked must hold at most " + MOST + " products, got " + clicked.size());
        }
        Objects.requireNonNull(asOf, "asOf");
    }

    @Override
    public String key() {
        return Rows.key(this, term);
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.topSearchTerm(this);
    }
}
