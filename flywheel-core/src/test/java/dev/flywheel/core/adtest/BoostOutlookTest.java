package dev.flywheel.core.adtest;

import static dev.flywheel.core.Portfolio.usd;
import static dev.flywheel.core.Portfolio.video;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.flywheel.core.content.Video;
import dev.flywheel.core.program.Policy;
import dev.flywheel.core.winner.ConversionModel.Tally;
import dev.flywheel.core.winner.OrderEconomics;
import dev.flywheel.core.winner.RateBelief;
import dev.flywheel.core.winner.VideoOutlook;
import org.junit.jupiter.api.Test;

class BoostOutlookTest {

    private static BoostOutlook of(double shape, double rate, double costPerOrder, String budget) {
        VideoOutlook outlook = new VideoOutlook(
                Video.builder(video(1)).build(),
                new Tally(shape, rate, rate, 1_000),
                new RateBelief(3, 100),
                new RateBelief(shape, rate),
                new OrderEconomics(Math.log(30), 0, 1e-3, 10, 0.79, 0.84, costPerOrder, 2));
        return BoostOutlook.of(outlook, Policy.defaults(), 0.5, usd(budget));
    }

    @Test
    void profit_is_the_usual_paid_rate_times_what_an_order_leaves_less_the_price_of_the_clicks() {
        BoostOutlook outlook = of(200, 2_000, 11, "50");

        // The ratio paid / organic is believed to be log-normal(-.25, .4): its mean is exp(-.25 + .08).
        double rate = 0.1 * Math.exp(-0.25 + 0.08);
        assertEquals(14.2, outlook.valuePerOrder(), 0.01);
        assertEquals(
                100 * (rate * outlook.valuePerOrder() - 0.5),
                outlook.profitPerDay().mean(),
                0.1);
        assertEquals(0.5 / (0.1 * outlook.valuePerOrder()), outlook.breakEvenRatio(), 1e-9);
        assertTrue(outlook.profitPerDay().low() < outlook.profitPerDay().mean());
        assertTrue(outlook.probabilityProfitable() > 0.95);
        assertTrue(outlook.answer().half().daysNeeded().orElseThrow() < 14);
    }

    @Test
    void twice_the_budget_promises_twice_the_profit_in_half_the_time() {
        BoostOutlook small = of(400, 4_000, 11, "50");
        BoostOutlook large = of(400, 4_000, 11, "100");

        assertEquals(2 * small.profitPerDay().mean(), large.profitPerDay().mean(), 1e-9);
        assertTrue(large.answer().half().daysNeeded().orElseThrow()
                < small.answer().half().daysNeeded().orElseThrow());
    }

    @Test
    void an_order_that_loses_money_never_breaks_even() {
        BoostOutlook outlook = of(200, 2_000, 40, "50");

        assertEquals(0.0, outlook.probabilityProfitable());
        assertEquals(1_000, outlook.breakEvenRatio());
        assertTrue(outlook.profitPerDay().high() < 0);
    }

    @Test
    void with_a_vague_organic_rate_no_answer_is_promised() {
        assertTrue(of(1.5, 15, 11, "50").answer().half().daysNeeded().isEmpty());
    }
}
