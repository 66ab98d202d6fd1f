package dev.flywheel.core.adtest;

import dev.flywheel.core.money.Money;

/**
 * The brand's daily ad money: everything that runs counts against the cap, and nothing is granted above it. Not
 * thread-safe; one rotation fills one budget.
 */
public final class BoostBudget {

    private final Money capPerDay;
    private Money committedPerDay;

    /**
     * Starts with nothing committed.
     *
     * @param capPerDay the most that all boosts together may cost a day
     */
    public BoostBudget(Money capPerDay) {
        this.capPerDay = capPerDay;
        this.committedPerDay = Money.zero(capPerDay.currency());
    }

    /**
     * Counts what runs already, even above the cap.
     *
     * @param perDay its daily budget
     */
    public void commit(Money perDay) {
        committedPerDay = committedPerDay.plus(perDay);
    }

    /**
     * Commits more if the cap allows it.
     *
     * @param perDay the additional daily budget
     * @return whether it was granted; if not, nothing changes
     */
    public boolean grant(Money perDay) {
        if (committedPerDay.plus(perDay).compareTo(capPerDay) > 0) {
            return false;
        }
        committedPerDay = committedPerDay.plus(perDay);
        return true;
    }

    /** {@return how far what runs is above the cap; zero when within} */
    public Money overrun() {
        Money over = committedPerDay.minus(capPerDay);
        return over.isPositive() ? over : Money.zero(capPerDay.currency());
    }

    /**
     * Gives back.
     *
     * @param perDay the daily budget that ends
     */
    public void release(Money perDay) {
        committedPerDay = committedPerDay.minus(perDay);
    }

    /** {@return what is committed a day} */
    public Money committedPerDay() {
        return committedPerDay;
    }
}
