package dev.flywheel.core.ledger;

import dev.flywheel.core.cycle.Action;
import dev.flywheel.core.money.Money;
import java.util.Optional;

/**
 * What a paid action makes of a boost. Immutable.
 *
 * @param boost what the boost is named by, such as the id of its video
 * @param perDay its daily budget afterwards; zero stops it
 */
public record BoostBudget(String boost, Money perDay) {

    /** Checks. */
    public BoostBudget {
        LedgerText.require("boost", boost);
        if (perDay.minorUnits() < 0) {
            throw new IllegalArgumentException("perDay must be at least 0, got " + perDay.minorUnits());
        }
    }

    /**
     * What an action makes of a boost.
     *
     * @param action the action
     * @return the boost and its budget; empty for an action that changes none
     */
    public static Optional<BoostBudget> of(Action action) {
        return action.match(new BudgetOfAction());
    }
}
