package dev.flywheel.core.adtest;

import static dev.flywheel.core.Portfolio.AS_OF;
import static dev.flywheel.core.Portfolio.USD;
import static dev.flywheel.core.Portfolio.ZONE;
import static dev.flywheel.core.Portfolio.usd;
import static dev.flywheel.core.Portfolio.video;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.flywheel.core.Portfolio;
import dev.flywheel.core.content.VideoId;
import dev.flywheel.core.performance.PerformanceBook;
import dev.flywheel.core.performance.Traffic;
import dev.flywheel.core.performance.VideoHistories;
import dev.flywheel.core.performance.VideoHistory;
import dev.flywheel.core.program.Policy;
import dev.flywheel.core.stats.ResponseExponent;
import dev.flywheel.core.winner.OrderEconomics;
import dev.flywheel.core.winner.RateBelief;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class PaidBeliefTest {

    private static final VideoId VIDEO = video(1);
    private static final LocalDate START = AS_OF.minusDays(9);
    private static final OrderEconomics ECONOMICS = new OrderEconomics(Math.log(30), 0.05, 2, 18, 0.79, 0.84, 11, 2);

    private static final AdTestStart BOOST = new AdTestStart(VIDEO, START, usd("50"), AdTestStart.Kind.SPARK_AD);

    private static final AdTest TEST = new AdTest(
            AdTestPlan.of(
                    BOOST,
                    new RateBelief(4, 80),
                    Policy.defaults(),
                    PastTests.NONE,
                    new DayNoiseBelief(1.5, 0),
                    AdTestOffer.UNKNOWN,
                    null),
            BOOST,
            ECONOMICS,
            Policy.defaults(),
            0.67);

    private static PaidBelief belief(VideoHistory history) {
        return Objects.requireNonNull(TEST.read(history, AS_OF).record()).belief();
    }

    private static VideoHistory history(Portfolio portfolio) {
        PerformanceBook.Builder book = PerformanceBook.builder();
        portfolio.evidence.build().observations().forEach(book::record);
        return Objects.requireNonNull(VideoHistories.of(book.build(), List.of(), Map.of(VIDEO, START), USD, ZONE)
                .get(VIDEO));
    }

    private static Portfolio baseline() {
        return new Portfolio().organic(VIDEO, 80_000L, 2_000L, 100);
    }

    @Test
    void holds_matured_clicks_and_the_price_at_the_usual_spend() {
        PaidBelief belief = belief(history(baseline()
                .paid(VIDEO, START, START.plusDays(1), 100, 4, "60")
                .paid(VIDEO, AS_OF, AS_OF, 100, 1, "30")));

        assertEquals(4, belief.priorShape());
        assertEquals(80, belief.priorRate());
        assertEquals(100, belief.organicOrders());
        assertEquals(9, belief.paidOrders());
        assertEquals(200 + 60, belief.paidClicks(), 1e-9, "of today's clicks .60 of the orders have been seen");
        assertEquals(1 / 1.5, belief.weight());
        assertEquals((150 + 20 * 0.67) / 320, belief.costPerClick(), 1e-12);
        assertEquals(50, belief.pricedAtPerDay(), 1e-12);
        assertEquals(ECONOMICS.expectedPerOrder(true), belief.orderValue());
        assertEquals(25, belief.orderValues().size());
    }

    @Test
    void expects_the_profit_that_the_reading_expects() {
        VideoHistory history = history(baseline().paid(VIDEO, START, AS_OF, 75, 5, "50"));
        AdTestReading reading = TEST.read(history, AS_OF);
        BudgetArm arm = new BudgetArm(VIDEO, BudgetArm.Standing.TESTED, 5_000, 0, belief(history));
        ArmOutlook outlook =
                new ArmOutlook(arm, BudgetRules.of(Policy.defaults(), USD), 100, new ResponseExponent(0.85, 0.1), 1);

        assertEquals(reading.expectedProfitPerDay().mean(), outlook.expectedProfit(5_000), 1e-9);
    }

    @Test
    void where_orders_cannot_be_told_apart_paid_ones_do_not_count() {
        Portfolio portfolio = baseline();
        START.datesUntil(AS_OF.plusDays(1))
                .forEach(day -> portfolio.row(VIDEO, Traffic.BLENDED, day, 900L, 100L, 1L, null));

        PaidBelief belief = belief(history(portfolio));

        assertEquals(0, belief.paidOrders());
        assertEquals(0, belief.paidClicks());
        assertEquals(0.67, belief.costPerClick());
        assertEquals(50, belief.pricedAtPerDay(), "no spend is known, so today's budget stands for it");
    }

    @Test
    void refuses_an_order_without_a_value() {
        assertEquals(
                "orderValues must hold at least one value, got none",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> new PaidBelief(1, 1, 0, 1, 0, 0, 0, 0, 1, 1, List.of(), 1, 1, List.of()))
                        .getMessage());
    }
}
