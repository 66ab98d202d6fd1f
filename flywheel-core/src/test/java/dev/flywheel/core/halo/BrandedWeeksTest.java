package dev.flywheel.core.halo;

import static dev.flywheel.core.TestEvidence.days;
import static dev.flywheel.core.halo.AmazonRows.EXPORTED;
import static dev.flywheel.core.halo.AmazonRows.WEEK;
import static dev.flywheel.core.halo.AmazonRows.query;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.flywheel.core.performance.Period;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrandedWeeksTest {

    private static final BrandTerms TERMS = BrandTerms.of(List.of("northpeak", "North Peak", " "));
    private static final Period NEXT = days(8, 14);

    private static BrandedSearch own(Period period, String marketplace, String query, long volume) {
        return new BrandedSearch(period, marketplace, query, volume);
    }

    private static BrandedWeek week(Period week, long volume, String... queries) {
        return new BrandedWeek("US", week, List.of(queries), List.of(), volume);
    }

    @Test
    void adds_the_branded_queries_of_a_week_and_leaves_the_others_out() {
        assertEquals(
                List.of(week(WEEK, 1_020, "north peak serum", "northpeak")),
                BrandedWeeks.of(
                        List.of(),
                        List.of(query("northpeak", 900L), query("North-Peak serum", 120L), query("serum", 5L)),
                        TERMS));
    }

    @Test
    void a_query_that_a_week_does_not_know_is_missing_and_not_zero() {
        List<BrandedWeek> weeks = BrandedWeeks.of(
                List.of(),
                List.of(
                        query("northpeak", 900L),
                        query("northpeak serum", 100L),
                        query(NEXT, "northpeak", 950L, EXPORTED),
                        query(NEXT, "northpeak serum", null, EXPORTED)),
                TERMS);

        assertEquals(
                List.of(
                        week(WEEK, 1_000, "northpeak", "northpeak serum"),
                        new BrandedWeek("US", NEXT, List.of("northpeak"), List.of("northpeak serum"), 950)),
                weeks);
    }

    @Test
    void counts_the_markets_volume_once_however_many_views_show_it() {
        SearchQuery brand = query(WEEK, "northpeak", 900L, EXPORTED);
        SearchQuery asin = new SearchQuery(
                WEEK,
                Marketplace.US,
                SearchQuery.View.ASIN,
                "B0NORTH001",
                "Northpeak",
                1L,
                890L,
                SearchFunnel.UNKNOWN,
                SearchFunnel.UNKNOWN,
                EXPORTED);
        SearchQuery restated = query(WEEK, "NORTHPEAK", 910L, EXPORTED.plusSeconds(1));

        assertEquals(List.of(week(WEEK, 900, "northpeak")), BrandedWeeks.of(List.of(), List.of(asin, brand), TERMS));
        assertEquals(
                List.of(week(WEEK, 910, "northpeak")),
                BrandedWeeks.of(List.of(), List.of(asin, brand, restated), TERMS));
    }

    @Test
    void believes_the_report_and_takes_from_the_brands_own_list_what_it_lacks() {
        assertEquals(
                List.of(week(WEEK, 950, "north peak", "northpeak"), week(NEXT, 70, "north peak", "northpeak")),
                BrandedWeeks.of(
                        List.of(
                                own(WEEK, "amazon.com", "Northpeak", 1),
                                own(WEEK, "US", "north peak", 50),
                                own(NEXT, "us", "north peak", 30),
                                own(NEXT, "us", "northpeak", 40)),
                        List.of(query("northpeak", 900L)),
                        TERMS));
    }

    @Test
    void never_sets_windows_side_by_side_that_share_days() {
        List<BrandedWeek> weeks = BrandedWeeks.of(
                List.of(own(days(2, 8), "US", "northpeak", 800), own(days(9, 15), "US", "northpeak", 700)),
                List.of(query("northpeak", 900L)),
                TERMS);

        assertEquals(List.of(week(WEEK, 900, "northpeak"), week(days(9, 15), 700, "northpeak")), weeks);
    }

    @Test
    void leaves_out_what_is_no_week() {
        assertEquals(
                List.of(),
                BrandedWeeks.of(
                        List.of(own(days(1, 30), "US", "northpeak", 3_000)),
                        List.of(query(days(1, 28), "northpeak", 4_000L, EXPORTED)),
                        TERMS));
    }

    @Test
    void keeps_marketplaces_apart_and_other_places_under_their_own_name() {
        assertEquals(
                List.of("GB", "US", "google"),
                BrandedWeeks.of(
                                List.of(
                                        own(WEEK, " google ", "northpeak", 5),
                                        own(WEEK, "amazon.co.uk", "northpeak", 6)),
                                List.of(query("northpeak", 900L)),
                                TERMS)
                        .stream()
                        .map(BrandedWeek::marketplace)
                        .toList());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void is_the_same_in_any_order(long seed) {
        List<BrandedSearch> own = new ArrayList<>(List.of(
                own(days(2, 8), "US", "northpeak", 800),
                own(NEXT, "US", "northpeak", 700),
                own(NEXT, "US", "northpeak", 710),
                own(days(9, 15), "US", "northpeak", 600)));
        List<SearchQuery> reports = new ArrayList<>(
                List.of(query("northpeak", 900L), query("Northpeak", 905L), query(NEXT, "north peak", 4L, EXPORTED)));
        List<BrandedWeek> once = BrandedWeeks.of(own, reports, TERMS);
        Collections.shuffle(own, new Random(seed));
        Collections.shuffle(reports, new Random(seed));

        assertEquals(once, BrandedWeeks.of(own, reports, TERMS));
        assertEquals(
                List.of(
                        new BrandedWeek("US", WEEK, List.of("northpeak"), List.of("north peak"), 905),
                        week(NEXT, 714, "north peak", "northpeak")),
                once);
    }
}
