package dev.flywheel.core.halo;

import static dev.flywheel.core.TestEvidence.days;
import static dev.flywheel.core.halo.AmazonRows.EXPORTED;
import static dev.flywheel.core.halo.AmazonRows.WEEK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.flywheel.core.TestEvidence;
import dev.flywheel.core.money.Rate;
import dev.flywheel.core.performance.Funnel;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmazonReportTest {

    private static SearchQuery query(String viewOf, String query, Long score, Long volume) {
        return new SearchQuery(
                WEEK,
                Marketplace.US,
                SearchQuery.View.ASIN,
                viewOf,
                query,
                score,
                volume,
                SearchFunnel.UNKNOWN,
                SearchFunnel.UNKNOWN,
                EXPORTED);
    }

    private static TopSearchTerm top(String term, long rank, int clicked) {
        return new TopSearchTerm(
                WEEK,
                Marketplace.US,
                term,
                rank,
                Collections.nCopies(clicked, new TopSearchTerm.Clicked("B01", Rate.ZERO, null)),
                EXPORTED);
    }

    private static AmazonAdTerm ad(String campaign, int days, Long orders, Long searches) {
        return new AmazonAdTerm(
                WEEK,
                Marketplace.US,
                AmazonAdTerm.Kind.SPONSORED_BRANDS,
                campaign,
                "",
                "*",
                "-",
                "",
                days,
                Funnel.builder(TestEvidence.USD).build(),
                orders,
                searches,
                EXPORTED);
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                refused("viewOf must not be blank", () -> query(" ", "q", 1L, 1L)),
                refused("query must not be blank", () -> query("B01", "", 1L, 1L)),
                refused("score must be at least 1, got 0", () -> query("B01", "q", 0L, 1L)),
                refused("volume must be at least 0, got -1", () -> query("B01", "q", 1L, -1L)),
                refused("impressions must be at least 0, got -1", () -> new SearchFunnel(-1L, 0L, 0L, 0L)),
                refused("clicks must be at least 0, got -2", () -> new SearchFunnel(0L, -2L, 0L, 0L)),
                refused("cartAdds must be at least 0, got -3", () -> new SearchFunnel(0L, 0L, -3L, 0L)),
                refused("purchases must be at least 0, got -4", () -> new SearchFunnel(0L, 0L, 0L, -4L)),
                refused(
                        "asin must not be blank",
                        () -> new CatalogProduct(WEEK, Marketplace.US, "", SearchFunnel.UNKNOWN, null, EXPORTED)),
                refused("term must not be blank", () -> top("", 1, 1)),
                refused("searchFrequencyRank must be at least 1, got 0", () -> top("q", 0, 1)),
                refused("clicked must hold at most 3 products, got 4", () -> top("q", 1, 4)),
                refused("asin must not be blank", () -> new TopSearchTerm.Clicked(" ", null, null)),
                refused("campaign must not be blank", () -> ad("", 7, 1L, 1L)),
                refused("attributionDays must be at least 1, got 0", () -> ad("c", 0, 1L, 1L)),
                refused("newToBrandOrders must be at least 0, got -1", () -> ad("c", 14, -1L, 1L)),
                refused("brandedSearches must be at least 0, got -1", () -> ad("c", 14, 1L, -1L)),
                refused("volume must be at least 0, got -1", () -> new BrandedSearch(WEEK, "US", "q", -1)),
                refused(
                        "week must have 7 days, got 2026-11-01..2026-11-08",
                        () -> new BrandedWeek("US", days(1, 8), List.of(), List.of(), 0)),
                refused(
                        "volume must be at least 0, got -1",
                        () -> new BrandedWeek("US", WEEK, List.of(), List.of(), -1)));
    }

    private static Arguments refused(String message, Executable made) {
        return Arguments.of(message, made);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void refuses_what_no_report_can_say(String message, Executable made) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, made).getMessage());
    }

    @Test
    void keeps_unknown_apart_from_zero() {
        SearchQuery query = query("B01", "q", null, null);

        assertEquals(null, query.volume());
        assertEquals(null, query.total().clicks());
        assertEquals(0L, new SearchFunnel(0L, null, null, null).impressions());
        assertEquals(null, ad("c", 14, null, null).newToBrandOrders());
    }

    @ParameterizedTest
    @CsvSource({
        "US, US, USD",
        "us, US, USD",
        "amazon.com, US, USD",
        "www.Amazon.com, US, USD",
        "' UK ', GB, GBP",
        "GB, GB, GBP",
        "amazon.co.uk, GB, GBP",
        "de, DE, EUR",
        "amazon.co.jp, JP, JPY",
        "IN, IN, INR"
    })
    void marketplace_is_known_by_country_and_domain(String name, Marketplace marketplace, String currency) {
        assertEquals(Optional.of(marketplace), Marketplace.named(name));
        assertEquals(currency, marketplace.currency().getCurrencyCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "amazon", "google", "amazon.com.evil", "U"})
    void marketplace_is_not_guessed(String name) {
        assertEquals(Optional.empty(), Marketplace.named(name));
    }
}
