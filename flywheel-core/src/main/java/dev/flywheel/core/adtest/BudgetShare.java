package dev.flywheel.core.adtest;

import dev.flywheel.core.content.VideoId;
import java.util.List;

/**
 * What one boost gets, and what was drawn for it. Amounts with a name that ends in perDay and levels are minor units;
 * profits are in the programme's currency. Immutable.
 *
 * @param video the video
 * @param levels the budgets that were open to it, in increasing order
 * @param drawnRate orders per paid click in the day's draw; 0 where nothing is believed
 * @param drawnOrderValue what an order leaves in the draw
 * @param drawnExponent how clicks grow with the budget in the draw
 * @param budgetPerDay what it gets
 * @param expectedProfit expected profit a day on that budget
 * @param expectedGain expected profit a day beyond today's budget
 * @param drawnGain the same in the day's draw
 * @param why the reason
 */
public record BudgetShare(
        VideoId video,
        List<Long> levels,
        double drawnRate,
        double drawnOrderValue,
        double drawnExponent,
        long budgetPerDay,
        double expectedProfit,
        double expectedGain,
        double drawnGain,
        Why why) {

    /** Copies. */
    public BudgetShare {
        levels = List.copyOf(levels);
    }

    /** The reasons for a budget. */
    public enum Why {
        /** It ends for a reason that no budget changes. */
        ENDS,
        /** Nothing better is known than what it runs on. */
        KEPT,
        /** It was above the ceiling. */
        LOWERED_TO_CEILING,
        /** Less is expected to earn more, here or elsewhere. */
        LOWERED,
        /** What runs costs more than the cap, and the others are expected to earn more. */
        GAVE_WAY,
        /** No budget is expected to earn, or the money is expected to earn more elsewhere. */
        RELEASED,
        /** The best division of the day's draw raises it. */
        RAISED,
        /** Top-two sampling raises it. */
        RAISED_TO_LEARN,
        /** The best division of the day's draw starts it. */
        STARTED,
        /** Top-two sampling starts it. */
        STARTED_TO_LEARN,
        /** It could start or rise, but the cap leaves no room. */
        NO_ROOM,
        /** It could start or rise, but not for a gain that is worth it today. */
        NO_GAIN
    }
}
