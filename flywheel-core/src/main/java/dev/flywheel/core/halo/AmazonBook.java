package dev.flywheel.core.halo;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * What Amazon reported, each thing once: a newer row of the same thing replaces the older one, in whatever order they came.
 * Rows of overlapping periods stay side by side and are never added up. Immutable and thread-safe.
 */
public final class AmazonBook {

    private static final Comparator<AmazonReport> NEWER =
            Comparator.comparing(AmazonReport::asOf).thenComparing(AmazonReport::toString);

    private final List<AmazonReport> all;
    private final List<SearchQuery> searchQueries = new ArrayList<>();
    private final List<CatalogProduct> catalogProducts = new ArrayList<>();
    private final List<TopSearchTerm> topSearchTerms = new ArrayList<>();
    private final List<AmazonAdTerm> adTerms = new ArrayList<>();

    private AmazonBook(Collection<AmazonReport> newest) {
        all = List.copyOf(newest);
        Sorter sorter = new Sorter();
        all.forEach(row -> row.match(sorter));
    }

    /**
     * The rows, each thing once.
     *
     * @param rows rows in any order
     * @return the newest of each
     */
    public static AmazonBook of(Collection<? extends AmazonReport> rows) {
        TreeMap<String, AmazonReport> newest = new TreeMap<>();
        for (AmazonReport row : rows) {
            newest.merge(
                    row.getClass().getSimpleName() + '\n' + row.key(),
                    row,
                    (old, young) -> NEWER.compare(old, young) >= 0 ? old : young);
        }
        return new AmazonBook(newest.values());
    }

    /** {@return every row, by kind and key} */
    public List<AmazonReport> all() {
        return all;
    }

    /** {@return Search Query Performance, by days, marketplace, view and query} */
    public List<SearchQuery> searchQueries() {
        return Collections.unmodifiableList(searchQueries);
    }

    /** {@return Search Catalog Performance, by days, marketplace and product} */
    public List<CatalogProduct> catalogProducts() {
        return Collections.unmodifiableList(catalogProducts);
    }

    /** {@return Top Search Terms, by days, marketplace and term} */
    public List<TopSearchTerm> topSearchTerms() {
        return Collections.unmodifiableList(topSearchTerms);
    }

    /** {@return search terms of ads, by days, marketplace, kind and campaign} */
    public List<AmazonAdTerm> adTerms() {
        return Collections.unmodifiableList(adTerms);
    }

    private final class Sorter implements AmazonReport.Cases<Boolean> {

        @Override
        public Boolean searchQuery(SearchQuery row) {
            return searchQueries.add(row);
        }

        @Override
        public Boolean catalogProduct(CatalogProduct row) {
            return catalogProducts.add(row);
        }

        @Override
        public Boolean topSearchTerm(TopSearchTerm row) {
            return topSearchTerms.add(row);
        }

        @Override
        public Boolean adTerm(AmazonAdTerm row) {
            return adTerms.add(row);
        }
    }
}
