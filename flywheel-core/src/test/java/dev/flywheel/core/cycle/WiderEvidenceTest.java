package dev.flywheel.core.cycle;

import static dev.flywheel.core.TestEvidence.ANNA;
import static dev.flywheel.core.TestEvidence.BEN;
import static dev.flywheel.core.TestEvidence.EXPORTED;
import static dev.flywheel.core.TestEvidence.SERUM;
import static dev.flywheel.core.TestEvidence.USD;
import static dev.flywheel.core.TestEvidence.VIDEO;
import static dev.flywheel.core.TestEvidence.ZONE;
import static dev.flywheel.core.TestEvidence.adsManager;
import static dev.flywheel.core.TestEvidence.creators;
import static dev.flywheel.core.TestEvidence.day;
import static dev.flywheel.core.TestEvidence.days;
import static dev.flywheel.core.TestEvidence.live;
import static dev.flywheel.core.TestEvidence.product;
import static dev.flywheel.core.TestEvidence.products;
import static dev.flywheel.core.TestEvidence.shop;
import static dev.flywheel.core.TestEvidence.usd;
import static dev.flywheel.core.TestEvidence.wholeShop;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.flywheel.core.content.Live;
import dev.flywheel.core.content.LiveId;
import dev.flywheel.core.content.Video;
import dev.flywheel.core.halo.AmazonRows;
import dev.flywheel.core.halo.BrandedSearch;
import dev.flywheel.core.halo.BrandedWeek;
import dev.flywheel.core.performance.Finding;
import dev.flywheel.core.performance.Finding.Kind;
import dev.flywheel.core.performance.MarketProduct;
import dev.flywheel.core.performance.Period;
import dev.flywheel.core.performance.Subject;
import dev.flywheel.core.program.Program;
import dev.flywheel.core.roster.CreatorId;
import dev.flywheel.core.roster.Sample;
import dev.flywheel.core.roster.SampleOrder;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What LIVE lists, product reports, shop analytics, Ads Manager, Amazon and third parties add to what is known. */
class WiderEvidenceTest {

    private static final String FOR_HALO = "Kept for the halo measure; not used for decisions yet.";
    private static final LiveId LIVE = new LiveId("7561234567890123456");
    private static final Instant NEWER = EXPORTED.plusSeconds(1);
    private static final Program PROGRAM = Program.builder("Northpeak", USD, ZONE)
            .brandTerms(List.of("northpeak"))
            .products(List.of(product(SERUM)))
            .build();

    private final Evidence.Builder evidence = Evidence.builder();

    private Measured measured() {
        return Measure.measure(evidence.build(), PROGRAM, day(16));
    }

    private List<Finding> kept() {
        return measured().findings().stream()
                .filter(finding -> finding.kind() == Kind.EVIDENCE_KEPT)
                .toList();
    }

    private static Finding kept(String subject, String message, String use) {
        return new Finding(Kind.EVIDENCE_KEPT, subject, message, use);
    }

    private static MarketProduct estimate(Period period, long items, Instant asOf) {
        return new MarketProduct("Kalodata", period, SERUM, "Serum", null, null, items, usd("900.00"), null, asOf);
    }

    private static SampleOrder order(String id, @Nullable Integer shipped, boolean cancelled, Instant asOf) {
        return new SampleOrder(id, ANNA, SERUM, day(2), shipped == null ? null : day(shipped), null, cancelled, asOf);
    }

    private static Live host(CreatorId creator) {
        return new Live(LIVE, creator, null, null);
    }

    @Test
    void says_what_was_read_and_what_it_is_used_for() {
        evidence.add(live(LIVE, SERUM, 1, 7).gmv("9.00").build())
                .add(live(LIVE, null, 8, 14).gmv("9.00").build())
                .add(products(SERUM, 1, 7).orders(1).build())
                .add(wholeShop(1, 1).gmv("9.00").build())
                .add(wholeShop(2, 2).gmv("9.00").build())
                .add(adsManager(1, 7)
                        .about(new Subject.OfCreator(ANNA))
                        .spend("9.00")
                        .build())
                .add(adsManager(1, 7).spend("9.00").build());

        assertEquals(
                List.of(
                        kept(
                                "ADS_MANAGER without a post",
                                "1 rows from 2026-11-01 to 2026-11-07 about 1 creators or shops",
                                "Ads that name no post cannot be set against one: put the post's id into the ad's name."
                                        + " Not used for decisions yet."),
                        kept(
                                "LIVE_PERFORMANCE",
                                "2 rows from 2026-11-01 to 2026-11-14 about 1 LIVEs",
                                "Held against the creators' totals; not used for decisions yet."),
                        kept(
                                "PRODUCT_PERFORMANCE",
                                "1 rows from 2026-11-01 to 2026-11-07 about 1 products",
                                "Held against the order lines; not used for decisions yet."),
                        kept(
                                "SHOP_DAILY",
                                "2 rows from 2026-11-01 to 2026-11-02",
                                "Held against the creators' totals; not used for decisions yet.")),
                kept());
    }

    @Test
    void says_what_amazon_and_third_parties_gave_each_thing_once() {
        for (int twice = 0; twice < 2; twice++) {
            evidence.add(AmazonRows.query("northpeak serum", 100L))
                    .add(AmazonRows.query("serum", 90_000L))
                    .add(AmazonRows.catalog(EXPORTED))
                    .add(AmazonRows.top(EXPORTED))
                    .add(AmazonRows.ad(EXPORTED))
                    .add(estimate(days(1, 7), 30, EXPORTED));
        }

        assertEquals(
                List.of(
                        kept("Amazon ads", "1 rows from 2026-11-01 to 2026-11-07", FOR_HALO),
                        kept("Amazon search catalog", "1 rows from 2026-11-01 to 2026-11-07", FOR_HALO),
                        kept(
                                "Amazon search queries",
                                "2 rows from 2026-11-01 to 2026-11-07, 1 of them with a brand term",
                                FOR_HALO),
                        kept("Amazon top search terms", "1 rows from 2026-11-01 to 2026-11-07", FOR_HALO),
                        kept(
                                "estimates by third parties",
                                "1 rows from 2026-11-01 to 2026-11-07",
                                "Kept to look at; an estimate from outside is not used for decisions.")),
                kept());
        assertEquals(
                List.of(new BrandedWeek("US", days(1, 7), List.of("northpeak serum"), List.of(), 100)),
                measured().brandedWeeks());
    }

    @Test
    void refuses_what_is_dated_after_the_as_of_day() {
        evidence.add(AmazonRows.query(days(12, 18), "northpeak", 5L, EXPORTED))
                .add(estimate(days(12, 18), 3, EXPORTED))
                .add(new SampleOrder("o1", ANNA, SERUM, day(17), null, null, false, EXPORTED));

        Measured measured = measured();

        assertEquals(
                List.of("estimates by third parties", "free orders", "rows of Amazon's reports"),
                measured.findings().stream().map(Finding::subject).toList());
        assertTrue(measured.findings().stream().allMatch(finding -> finding.kind() == Kind.AFTER_AS_OF));
        assertEquals(List.of(), measured.brandedWeeks());
        assertEquals(List.of(), measured.samples());
    }

    @Test
    void joins_the_brands_own_search_list_with_amazons_report() {
        evidence.add(new BrandedSearch(days(1, 7), "US", "north peak", 40)).add(AmazonRows.query("northpeak", 100L));

        assertEquals(
                List.of(new BrandedWeek("US", days(1, 7), List.of("north peak", "northpeak"), List.of(), 140)),
                measured().brandedWeeks());
    }

    @Test
    void a_sample_of_both_lists_counts_once_and_a_newer_export_of_its_order_holds() {
        Sample listed = new Sample(ANNA, SERUM, day(1), null, null, null, usd("11.00"));
        evidence.add(listed)
                .add(order("o1", 4, false, NEWER))
                .add(order("o1", null, false, EXPORTED))
                .add(order("o2", null, false, EXPORTED))
                .add(order("o2", null, true, NEWER));

        assertEquals(
                List.of(new Sample(ANNA, SERUM, day(1), day(2), day(4), null, usd("11.00"))),
                measured().samples());
    }

    @Test
    void estimates_of_one_period_are_restated_by_the_newer() {
        evidence.add(estimate(days(1, 7), 31, NEWER)).add(estimate(days(1, 7), 30, EXPORTED));

        assertEquals(List.of(estimate(days(1, 7), 31, NEWER)), evidence.build().marketProducts());
    }

    @Test
    void lives_count_for_their_host_unless_two_are_named() {
        evidence.add(Video.builder(VIDEO).creator(ANNA).build())
                .add(shop(1, 7).gmv("60.00").build())
                .add(live(LIVE, null, 1, 7).gmv("60.00").build())
                .add(creators(1, 7).gmv("100.00").build())
                .add(host(ANNA))
                .add(host(ANNA));

        assertEquals(
                List.of("videos of 60.00 USD and LIVEs of 60.00 USD in 2026-11-01..2026-11-07 are above the creator's"
                        + " total of 100.00 USD"),
                differing());

        evidence.add(host(BEN));
        assertEquals(List.of(), differing());
    }

    private List<String> differing() {
        return measured().findings().stream()
                .filter(finding -> finding.kind() == Kind.TOTALS_DIFFER)
                .map(Finding::message)
                .toList();
    }
}
