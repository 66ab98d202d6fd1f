package dev.flywheel.core.cycle;

import static dev.flywheel.core.Portfolio.AS_OF;
import static dev.flywheel.core.Portfolio.SERUM;
import static dev.flywheel.core.Portfolio.ZONE;
import static dev.flywheel.core.Portfolio.usd;
import static dev.flywheel.core.Portfolio.video;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.flywheel.core.Portfolio;
import dev.flywheel.core.adtest.AdTestOffer;
import dev.flywheel.core.adtest.AdTestPlan;
import dev.flywheel.core.adtest.AdTestReading;
import dev.flywheel.core.content.Video;
import dev.flywheel.core.content.VideoId;
import dev.flywheel.core.performance.Finding;
import dev.flywheel.core.performance.OrderLine;
import dev.flywheel.core.program.ProductId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OffersTest {

    private static final VideoId VIDEO = video(1);
    private static final LocalDate START = AS_OF.minusDays(9);
    private static final LocalDate CHANGE = AS_OF.minusDays(4);

    private final List<OrderLine> lines = new ArrayList<>();

    /** Two orders a day: the second one by ads. */
    private OffersTest days(LocalDate first, LocalDate last, String price, String commission, String product) {
        first.datesUntil(last.plusDays(1)).forEach(day -> {
            for (String shopAds : List.of("0", "1.20")) {
                lines.add(OrderLine.builder(
                                day + shopAds,
                                "sku",
                                day.atStartOfDay(ZONE).plusHours(9).toInstant())
                        .video(VIDEO)
                        .product(new ProductId(product))
                        .paid(usd(price))
                        .commission(usd(commission))
                        .shopAdsCommission(usd(shopAds))
                        .build());
            }
        });
        return this;
    }

    private OffersTest usual(LocalDate first, LocalDate last) {
        return days(first, last, "30.00", "4.50", SERUM.value());
    }

    private Optional<AdTestPlan.Restart> changed() {
        return new Offers(lines, ZONE).changedAfter(START);
    }

    @Test
    void a_lower_price_starts_a_new_test_on_its_first_day() {
        usual(START.minusDays(9), CHANGE.minusDays(1)).days(CHANGE, AS_OF, "24.00", "3.60", SERUM.value());

        assertEquals(
                Optional.of(new AdTestPlan.Restart(CHANGE, "the price of a unit went from 30.00 to 24.00")), changed());
    }

    @Test
    void a_higher_commission_starts_a_new_test() {
        usual(START.minusDays(9), CHANGE.minusDays(1)).days(CHANGE, AS_OF, "30.00", "6.00", SERUM.value());

        assertEquals(
                Optional.of(new AdTestPlan.Restart(CHANGE, "the Shop Ads commission went from 15 % to 20 %")),
                changed());
    }

    @Test
    void another_product_starts_a_new_test() {
        usual(START.minusDays(9), CHANGE.minusDays(1)).days(CHANGE, AS_OF, "30.00", "4.50", "1729000000000000002");

        assertEquals(
                Optional.of(new AdTestPlan.Restart(CHANGE, "the share of its main product went from 100 % to 0 %")),
                changed());
    }

    @Test
    void the_last_of_two_changes_counts() {
        usual(START.minusDays(9), START.plusDays(1))
                .days(START.plusDays(2), CHANGE.minusDays(1), "24.00", "3.60", SERUM.value())
                .days(CHANGE, AS_OF, "18.00", "2.70", SERUM.value());

        assertEquals(CHANGE, changed().orElseThrow().day());
    }

    @Test
    void what_changed_before_the_start_or_only_for_a_few_orders_changes_nothing() {
        usual(START.minusDays(20), START.minusDays(5)).days(START.minusDays(4), AS_OF, "24.00", "3.60", SERUM.value());
        assertEquals(Optional.empty(), changed());

        lines.clear();
        usual(START.minusDays(9), AS_OF.minusDays(2)).days(AS_OF.minusDays(1), AS_OF, "24.00", "3.60", SERUM.value());
        assertEquals(Optional.empty(), changed());
        lines.clear();
        assertEquals(Optional.empty(), changed());
    }

    @Test
    void the_fingerprint_says_what_was_sold() {
        usual(START.minusDays(9), AS_OF);
        Video video = Video.builder(VIDEO).products(List.of(SERUM)).build();

        assertEquals(new AdTestOffer(List.of(SERUM), 30.0, 0.15, 0.15), new Offers(lines, ZONE).from(START, video));
        assertEquals(new AdTestOffer(List.of(SERUM), null, null, null), new Offers(List.of(), ZONE).from(START, video));
    }

    @Test
    void a_change_is_reported_and_the_test_begins_anew() {
        usual(START.minusDays(9), CHANGE.minusDays(1)).days(CHANGE, AS_OF, "24.00", "3.60", SERUM.value());
        Portfolio portfolio = new Portfolio()
                .post(VIDEO, "mia")
                .organic(VIDEO, 80_000L, 2_000L, 100)
                .paid(VIDEO, START, AS_OF, 100, 4, "50")
                .boost(VIDEO, START, "50");
        lines.forEach(
                line -> portfolio.evidence.add(line, AS_OF.atStartOfDay(ZONE).toInstant()));

        Rotation rotation = portfolio.rotate();

        assertEquals(5, rotation.adTests().get(0).day());
        assertEquals(0, rotation.adTests().get(0).organic().orders(), "orders at the old price are no baseline");
        Finding finding = rotation.dataQuality().stream()
                .filter(each -> each.kind() == Finding.Kind.OFFER_CHANGED)
                .findFirst()
                .orElseThrow();
        assertTrue(finding.message().startsWith("the price of a unit went from 30.00 to 24.00 around " + CHANGE));
    }

    @Test
    void a_second_row_with_a_later_start_is_a_new_test() {
        Portfolio portfolio = new Portfolio()
                .post(VIDEO, "mia")
                .organic(VIDEO, 80_000L, 2_000L, 100)
                .paid(VIDEO, START, AS_OF, 100, 4, "50")
                .boost(VIDEO, START, "50")
                .boost(VIDEO, CHANGE, "100");

        AdTestReading reading = portfolio.rotate().adTests().get(0);
        assertEquals(5, reading.day());
        assertEquals(20, reading.paid().orders());
        assertEquals(100, reading.organic().orders());
        assertEquals(1, reading.recorded().orElseThrow().plan().past().tests(), "the first one has ended");
    }

    @Test
    void orders_above_clicks_are_reported() {
        Portfolio portfolio = new Portfolio()
                .post(VIDEO, "mia")
                .organic(VIDEO, 80_000L, 2_000L, 100)
                .paid(VIDEO, START, AS_OF, 2, 3, "50")
                .boost(VIDEO, START, "50");

        assertTrue(portfolio.rotate().dataQuality().stream()
                .anyMatch(each -> each.kind() == Finding.Kind.ORDERS_ABOVE_CLICKS
                        && each.message().equals("30 paid orders on 20 paid clicks since " + START)));
    }
}
