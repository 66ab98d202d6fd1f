package dev.flywheel.core.winner;

import static dev.flywheel.core.Portfolio.AS_OF;
import static dev.flywheel.core.Portfolio.LONG_AGO;
import static dev.flywheel.core.Portfolio.USD;
import static dev.flywheel.core.Portfolio.ZONE;
import static dev.flywheel.core.Portfolio.video;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.flywheel.core.Portfolio;
import dev.flywheel.core.performance.PerformanceBook;
import dev.flywheel.core.performance.Traffic;
import dev.flywheel.core.performance.VideoHistories;
import dev.flywheel.core.program.PolicyNumber;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConversionModelTest {

    private static ConversionModel fit(Portfolio portfolio, LocalDate through) {
        PerformanceBook.Builder book = PerformanceBook.builder();
        portfolio.evidence.build().observations().forEach(book::record);
        return ConversionModel.fit(
                portfolio.program(),
                Map.of(),
                VideoHistories.of(book.build(), List.of(), Map.of(), USD, ZONE),
                through,
                AS_OF,
                Set.of());
    }

    @Test
    void young_days_count_by_the_orders_that_can_have_been_seen() {
        ConversionModel model = fit(new Portfolio().organic(video(1), AS_OF.minusDays(1), AS_OF, 4_000, 100, 3), AS_OF);

        ConversionModel.Tally tally = model.tally(video(1));
        assertEquals(6, tally.orders());
        assertEquals(200, tally.exposure());
        assertEquals(75 + 60, tally.maturedExposure(), 1e-9);
        assertEquals(8_000, tally.reach());
    }

    @Test
    void what_happened_after_the_last_day_never_moves_the_prior() {
        LocalDate before = AS_OF.minusDays(10);
        Portfolio past = new Portfolio().crowd(10, 50, 1);
        Portfolio present = new Portfolio().crowd(10, 50, 1);
        for (int i = 10; i < 60; i++) {
            present.organic(video(i), before.plusDays(1), AS_OF, 100, 50, 40);
        }

        assertEquals(fit(past, before).prior(video(12)), fit(present, before).prior(video(12)));
        assertTrue(fit(present, AS_OF).prior(video(12)).mean()
                > 2 * fit(past, AS_OF).prior(video(12)).mean());
    }

    @Test
    void ads_never_count_for_the_organic_rate_and_blended_days_do() {
        ConversionModel model = fit(
                new Portfolio()
                        .organic(video(1), 4_000L, 100L, 3)
                        .row(video(1), Traffic.PAID, LONG_AGO.plusDays(1), null, 900L, 80L, "600")
                        .row(video(1), Traffic.BLENDED, LONG_AGO.plusDays(2), 400L, 10L, 1L, null),
                AS_OF);

        assertEquals(4, model.tally(video(1)).orders());
        assertEquals(110, model.tally(video(1)).exposure());
    }

    @Test
    void an_unknown_video_is_an_average_one() {
        ConversionModel model = fit(new Portfolio().crowd(10, 60, 1), AS_OF);

        assertEquals(0, model.tally(video(1)).orders());
        assertEquals(model.meanRate(), model.prior(video(1)).mean(), 1e-12);
        assertEquals(model.meanRate(), model.posterior(video(1)).mean(), 1e-9);
        assertEquals(0.025, model.clickRate(), 1e-9, "one click in forty views");
        assertTrue(model.detectsDifferences());
        assertFalse(model.perView());
    }

    @Test
    void the_more_of_its_own_orders_the_less_a_video_is_like_the_others() {
        Portfolio portfolio = new Portfolio().crowd(10, 60, 1);
        ConversionModel model =
                fit(portfolio.organic(video(1), 400L, 10L, 2).organic(video(2), 40_000L, 1_000L, 200), AS_OF);

        double few = model.posterior(video(1)).mean();
        double many = model.posterior(video(2)).mean();
        assertTrue(few > model.prior(video(1)).mean() && few < 0.1, few + "");
        assertTrue(many > 0.18 && many < 0.2, many + "");
    }

    @Test
    void without_any_clicks_rates_are_per_view_and_the_policy_gives_the_click_rate() {
        Portfolio portfolio =
                new Portfolio().organic(video(1), 10_000L, null, 5).policy(PolicyNumber.CATEGORY_CLICK_RATE, "0.04");

        ConversionModel model = fit(portfolio, AS_OF);

        assertTrue(model.perView());
        assertEquals(0.04, model.clickRate());
        assertEquals(10_000, model.tally(video(1)).exposure());
        assertEquals(0.67 * 0.04, model.costPerExposure(), 1e-9);
    }

    @Test
    void the_brands_own_price_of_a_click_replaces_the_policys() {
        ConversionModel nothingBought = fit(new Portfolio().organic(video(1), 10_000L, 300L, 5), AS_OF);
        ConversionModel bought = fit(
                new Portfolio()
                        .organic(video(1), 10_000L, 300L, 5)
                        .row(video(1), Traffic.PAID, LONG_AGO, null, 9_900L, 300L, "2000"),
                AS_OF);

        assertEquals(0.67, nothingBought.costPerClick(), 1e-9);
        assertEquals((2_000 + 67) / 10_000.0, bought.costPerClick(), 1e-9);
        assertEquals(bought.costPerClick(), bought.costPerExposure());
    }
}
