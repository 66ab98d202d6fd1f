package dev.flywheel.core.halo;

import dev.flywheel.core.performance.Period;
import java.time.Instant;

/**
 * One row of a report by Amazon. Reports of overlapping periods tell of the same events and are never added up; of two
 * rows with the same {@link #key} the newer one holds.
 */
public sealed interface AmazonReport permits SearchQuery, CatalogProduct, TopSearchTerm, AmazonAdTerm {

    /** {@return the days it covers, in the marketplace's own days} */
    Period period();

    /** {@return where} */
    Marketplace marketplace();

    /** {@return when the report said so} */
    Instant asOf();

    /** {@return what a newer export of the same thing replaces} */
    String key();

    /**
     * Answers by case.
     *
     * @param cases one answer for each case
     * @param <R> the answer
     * @return the answer of this case
     */
    <R> R match(Cases<R> cases);

    /**
     * One answer for each kind of row; a new kind breaks every implementation at compile time.
     *
     * @param <R> the answer
     */
    interface Cases<R> {

        /**
         * Search Query Performance.
         *
         * @param row the row
         * @return the answer
         */
        R searchQuery(SearchQuery row);

        /**
         * Search Catalog Performance.
         *
         * @param row the row
         * @return the answer
         */
        R catalogProduct(CatalogProduct row);

        /**
         * Top Search Terms.
         *
         * @param row the row
         * @return the answer
         */
        R topSearchTerm(TopSearchTerm row);

        /**
         * Sponsored Products or Sponsored Brands search terms.
         *
         * @param row the row
         * @return the answer
         */
        R adTerm(AmazonAdTerm row);
    }
}
