package dev.flywheel.core.performance;

import static dev.flywheel.core.TestEvidence.ANNA;
import static dev.flywheel.core.TestEvidence.USD;
import static dev.flywheel.core.TestEvidence.VIDEO;
import static dev.flywheel.core.TestEvidence.ZONE;
import static dev.flywheel.core.TestEvidence.ads;
import static dev.flywheel.core.TestEvidence.adsManager;
import static dev.flywheel.core.TestEvidence.day;
import static dev.flywheel.core.TestEvidence.days;
import static dev.flywheel.core.TestEvidence.live;
import static dev.flywheel.core.TestEvidence.products;
import static dev.flywheel.core.TestEvidence.shop;
import static dev.flywheel.core.TestEvidence.usd;
import static dev.flywheel.core.TestEvidence.wholeShop;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.flywheel.core.TestEvidence;
import dev.flywheel.core.TestEvidence.Report;
import dev.flywheel.core.content.LiveId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What Ads Manager knows of a post stands in where GMV Max says nothing; the two are never added. */
class AdsManagerHistoryTest {

    private static VideoHistory history(Report... reports) {
        PerformanceBook.Builder book = PerformanceBook.builder();
        List.of(reports).forEach(report -> book.record(report.build()));
        List<Coverage> coverage = List.of(new Coverage(Source.GMV_MAX_CREATIVE, days(1, 7)));
        return Objects.requireNonNull(
                VideoHistories.of(book.build(), coverage, Map.of(), USD, ZONE).get(VIDEO));
    }

    @Test
    void gives_spend_and_clicks_of_days_of_which_gmv_max_says_nothing() {
        VideoHistory history = history(
                ads(1, 1).clicks(10).spend("5.00"), adsManager(2, 2).clicks(20).spend("9.00"));

        assertEquals(
                List.of(new SpendDay(day(1), usd("5.00"), 10), new SpendDay(day(2), usd("9.00"), 20)),
                history.spendDays());
        assertEquals(usd("14.00"), history.spendSince(day(1)));
    }

    @Test
    void is_never_added_to_what_gmv_max_says_of_the_same_days() {
        VideoHistory history = history(
                ads(1, 7).clicks(10).spend("70.00"), adsManager(3, 3).clicks(20).spend("9.00"));

        assertEquals(usd("70.00"), history.spendSince(day(1)));
        assertEquals(List.of(), history.spendDays());
    }

    @Test
    void takes_its_clicks_from_the_shops_before_organic_ones_are_counted() {
        VideoHistory history = history(
                shop(1, 1).clicks(50).orders(4), adsManager(1, 1).clicks(20).spend("9.00"));

        assertEquals(List.of(new BlendedDay(day(1), 30, 20, 4)), history.blendedDays());
        assertEquals(List.of(), history.rateDays(Traffic.ORGANIC));
    }

    @Test
    void reports_of_products_lives_creators_and_the_shop_change_no_video() {
        VideoHistory alone = history(shop(1, 7).views(900).clicks(50).orders(4).gmv("90.00"));
        VideoHistory among = history(
                shop(1, 7).views(900).clicks(50).orders(4).gmv("90.00"),
                products(TestEvidence.SERUM, 1, 7).clicks(70).orders(9),
                live(new LiveId("7561234567890123456"), TestEvidence.SERUM, 1, 7)
                        .orders(9),
                adsManager(1, 7).about(new Subject.OfCreator(ANNA)).clicks(9).spend("9.00"),
                wholeShop(1, 1).clicks(9).orders(9));

        assertEquals(alone.seen(), among.seen());
        for (Traffic traffic : Traffic.values()) {
            assertEquals(alone.rateDays(traffic), among.rateDays(traffic));
        }
        assertEquals(alone.knowsSpend(), among.knowsSpend());
    }
}
