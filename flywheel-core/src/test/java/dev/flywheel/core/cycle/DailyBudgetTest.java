package dev.flywheel.core.cycle;

import static dev.flywheel.core.Portfolio.AS_OF;
import static dev.flywheel.core.Portfolio.video;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.flywheel.core.Faults;
import dev.flywheel.core.Portfolio;
import dev.flywheel.core.adtest.BoostAllocation;
import dev.flywheel.core.adtest.BudgetArm;
import dev.flywheel.core.adtest.BudgetShare.Why;
import dev.flywheel.core.content.VideoId;
import dev.flywheel.core.winner.Ranking;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class DailyBudgetTest {

    private static final LocalDate START = AS_OF.minusDays(9);
    private static final LocalDate FOREVER = AS_OF.plusDays(90);

    private static Amplified amplify(Portfolio portfolio, long seed) {
        Measured measured = Measure.measure(portfolio.evidence.build(), portfolio.program(), AS_OF);
        Ranking ranking = Select.rank(measured, seed);
        return Amplify.amplify(measured, Select.select(measured, ranking), ranking, seed);
    }

    private static Portfolio star(Portfolio portfolio, VideoId video) {
        return portfolio
                .post(video, "star")
                .organic(video, 80_000L, 2_000L, 300)
                .permit(video, FOREVER);
    }

    private static BudgetArm.Standing standing(BoostAllocation allocation, VideoId video) {
        return allocation.arms().stream()
                .filter(arm -> arm.video().equals(video))
                .findFirst()
                .orElseThrow()
                .standing();
    }

    @Test
    void every_boost_takes_part_with_what_its_verdict_allows() {
        Portfolio portfolio = new Portfolio();
        star(portfolio, video(1)).boost(video(1), START, "50").paid(video(1), START, AS_OF.minusDays(7), 400, 68, "50");
        star(portfolio, video(2)).boost(video(2), START, "50").paid(video(2), START, AS_OF.minusDays(7), 400, 6, "50");
        star(portfolio, video(3)).boost(video(3), AS_OF, "50").paid(video(3), AS_OF, AS_OF, 50, 3, "50");
        star(portfolio, video(4));
        portfolio.boost(video(7), START, "60").permit(video(7), FOREVER);
        portfolio.boost(video(8), START, "0");

        Amplified amplified = amplify(portfolio, 3);
        BoostAllocation allocation = amplified.allocation();

        assertEquals(5, allocation.arms().size());
        assertEquals(BudgetArm.Standing.RISING, standing(allocation, video(1)));
        assertEquals(BudgetArm.Standing.ENDS, standing(allocation, video(2)));
        assertEquals(BudgetArm.Standing.TESTED, standing(allocation, video(3)));
        assertEquals(BudgetArm.Standing.NEW, standing(allocation, video(4)));
        assertEquals(BudgetArm.Standing.UNSEEN, standing(allocation, video(7)));
        assertEquals("Northpeak", allocation.portfolio());
        assertEquals(AS_OF, allocation.day());
        assertEquals(3, allocation.basis().seed());
        assertEquals(allocation, allocation.again());
        assertEquals(List.of(), Faults.in(allocation));
        amplified
                .readings()
                .forEach(reading -> assertEquals(
                        allocation.share(reading.start().video()).budgetPerDay(),
                        reading.start().budgetPerDay().isPositive()
                                ? reading.budgetPerDay().minorUnits()
                                : 0,
                        "readings follow the division"));
    }

    @Test
    void how_clicks_grow_with_the_budget_is_learned_once_three_budgets_were_seen() {
        Portfolio portfolio = star(new Portfolio(), video(1)).boost(video(1), AS_OF.minusDays(29), "50");
        BoostAllocation unknown = amplify(portfolio, 1).allocation();
        assertEquals(0.85, unknown.exponentCentre());
        assertEquals(0.10, unknown.exponentSd());

        // Three times the money brings only 1.7 times the clicks: an exponent of a half.
        portfolio.paid(video(1), AS_OF.minusDays(29), AS_OF.minusDays(20), 75, 9, "50");
        portfolio.paid(video(1), AS_OF.minusDays(19), AS_OF.minusDays(10), 106, 12, "100");
        portfolio.paid(video(1), AS_OF.minusDays(9), AS_OF, 130, 15, "150");
        BoostAllocation learned = amplify(portfolio, 1).allocation();
        assertTrue(learned.exponentCentre() < 0.75, learned.exponentCentre() + "");
        assertTrue(learned.exponentSd() < 0.10, learned.exponentSd() + "");
    }

    @Test
    void a_boost_that_would_earn_more_on_less_is_lowered_and_the_words_say_so() {
        Portfolio portfolio = star(new Portfolio(), video(1)).boost(video(1), AS_OF.minusDays(29), "150");
        portfolio.paid(video(1), AS_OF.minusDays(29), AS_OF.minusDays(20), 100, 12, "50");
        portfolio.paid(video(1), AS_OF.minusDays(19), AS_OF.minusDays(10), 104, 13, "100");
        portfolio.paid(video(1), AS_OF.minusDays(9), AS_OF, 108, 14, "150");

        Amplified amplified = amplify(portfolio, 1);

        assertEquals(Why.LOWERED, amplified.allocation().share(video(1)).why());
        Action.ScaleBoost lower = (Action.ScaleBoost) amplified.actions().stream()
                .filter(Action.ScaleBoost.class::isInstance)
                .findFirst()
                .orElseThrow();
        assertTrue(
                lower.explanation().text().startsWith("Lower the boost of video " + video(1) + " from 150.00 USD to"));
        assertTrue(lower.explanation().expectedValue().orElseThrow().mean() > 14 * 5, "more than the hysteresis");
        assertTrue(
                lower.explanation().because().get(0).startsWith("Less money is expected to earn "),
                () -> lower.explanation().because() + "");
        assertEquals(
                "Keep 150.00 USD if the daily cap of 1500.00 USD rises, or if the last of its money buys more clicks than"
                        + " expected.",
                lower.explanation().unless());
    }
}
