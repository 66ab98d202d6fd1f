package dev.flywheel.core.halo;

import static dev.flywheel.core.TestEvidence.days;
import static dev.flywheel.core.halo.AmazonRows.EXPORTED;
import static dev.flywheel.core.halo.AmazonRows.WEEK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AmazonBookTest {

    private static final SearchQuery QUERY = AmazonRows.query("northpeak", 900L);

    private static SearchQuery seen(Marketplace marketplace, SearchQuery.View view) {
        return new SearchQuery(
                WEEK,
                marketplace,
                view,
                "Northpeak",
                "northpeak",
                1L,
                900L,
                SearchFunnel.UNKNOWN,
                SearchFunnel.UNKNOWN,
                EXPORTED);
    }

    @Test
    void keeps_each_kind_of_row_apart() {
        CatalogProduct catalog = AmazonRows.catalog(EXPORTED);
        TopSearchTerm top = AmazonRows.top(EXPORTED);
        AmazonAdTerm ad = AmazonRows.ad(EXPORTED);

        AmazonBook book = AmazonBook.of(List.of(QUERY, catalog, top, ad));

        assertEquals(List.of(QUERY), book.searchQueries());
        assertEquals(List.of(catalog), book.catalogProducts());
        assertEquals(List.of(top), book.topSearchTerms());
        assertEquals(List.of(ad), book.adTerms());
        assertEquals(4, book.all().size());
        assertThrows(
                UnsupportedOperationException.class, () -> book.searchQueries().clear());
    }

    @Test
    void counts_the_same_row_once_and_the_newer_export_holds() {
        SearchQuery restated = AmazonRows.query(WEEK, "northpeak", 950L, EXPORTED.plusSeconds(1));

        assertEquals(
                List.of(restated),
                AmazonBook.of(List.of(QUERY, restated, QUERY)).searchQueries());
        assertEquals(List.of(restated), AmazonBook.of(List.of(restated, QUERY)).searchQueries());
    }

    @Test
    void keeps_overlapping_periods_side_by_side() {
        SearchQuery month = AmazonRows.query(days(1, 30), "northpeak", 4_000L, EXPORTED);

        assertEquals(2, AmazonBook.of(List.of(QUERY, month)).searchQueries().size());
    }

    @Test
    void tells_views_queries_marketplaces_and_kinds_of_ads_apart() {
        AmazonAdTerm product = AmazonRows.ad(EXPORTED);
        AmazonAdTerm brand = new AmazonAdTerm(
                product.period(),
                product.marketplace(),
                AmazonAdTerm.Kind.SPONSORED_BRANDS,
                product.campaign(),
                product.adGroup(),
                product.targeting(),
                product.matchType(),
                product.term(),
                14,
                product.funnel(),
                3L,
                40L,
                EXPORTED);
        SearchQuery asin = seen(Marketplace.US, SearchQuery.View.ASIN);
        SearchQuery british = seen(Marketplace.GB, SearchQuery.View.BRAND);

        AmazonBook book =
                AmazonBook.of(List.of(product, brand, QUERY, asin, british, AmazonRows.query("north peak", 9L)));

        assertEquals(2, book.adTerms().size());
        assertEquals(4, book.searchQueries().size());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void is_the_same_in_any_order_even_when_two_rows_of_one_instant_disagree(long seed) {
        List<AmazonReport> rows = new ArrayList<>(List.of(
                QUERY,
                AmazonRows.query("northpeak", 901L),
                AmazonRows.query("northpeak", null),
                AmazonRows.query("north peak", 7L),
                AmazonRows.catalog(EXPORTED),
                AmazonRows.catalog(EXPORTED.plusSeconds(9)),
                AmazonRows.top(EXPORTED),
                AmazonRows.ad(EXPORTED)));
        List<AmazonReport> once = AmazonBook.of(rows).all();
        Collections.shuffle(rows, new Random(seed));

        assertEquals(once, AmazonBook.of(rows).all());
        assertEquals(5, once.size());
    }
}
