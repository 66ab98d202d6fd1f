package dev.flywheel.core.cycle;

/**
 * One answer for each kind of {@link Decision}; a new kind breaks every implementation at compile time.
 *
 * @param <R> the answer
 */
public interface DecisionCases<R> {

    /**
     * What an ad test says.
     *
     * @param decision the decision
     * @return the answer
     */
    R adTest(Decision.OfAdTest decision);

    /**
     * Who wins.
     *
     * @param decision the decision
     * @return the answer
     */
    R winners(Decision.OfWinners decision);

    /**
     * How the ad money is divided.
     *
     * @param decision the decision
     * @return the answer
     */
    R budget(Decision.OfBudget decision);

    /**
     * Which briefs come next.
     *
     * @param decision the decision
     * @return the answer
     */
    R briefs(Decision.OfBriefs decision);
}
