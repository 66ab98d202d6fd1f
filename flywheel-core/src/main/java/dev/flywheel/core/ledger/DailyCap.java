package dev.flywheel.core.ledger;

import dev.flywheel.core.money.Money;
import java.util.Optional;

/**
 * The most that all boosts of a brand together may spend a day. Checked when a change is about to be sent, with the
 * book at the version that the append expects: if somebody was faster the append fails, and the check is made again.
 * Immutable.
 *
 * @param perDay the cap
 */
public record DailyCap(Money perDay) {

    /** Checks. */
    public DailyCap {
        if (perDay.minorUnits() < 0) {
            throw new IllegalArgumentException("perDay must be at least 0, got " + perDay.minorUnits());
        }
    }

    /**
     * Why a change of a boost must not be sent now. What lowers a budget is never refused.
     *
     * @param book how everything stands
     * @param change the boost and its budget afterwards
     * @return the reason; empty if it may be sent
     */
    public Optional<String> refusal(ActionBook book, BoostBudget change) {
        Money now = book.perDay(perDay.currency());
        Money then = book.perDayWith(change);
        if (then.compareTo(perDay) <= 0 || then.compareTo(now) <= 0) {
            return Optional.empty();
        }
        return Optional.of("Boost " + change.boost() + " would bring all boosts to " + then.minorUnits()
                + " a day, above the cap of " + perDay.minorUnits() + ", in smallest units of " + perDay.currency());
    }
}
