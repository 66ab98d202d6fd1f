package dev.flywheel.core.stats;

/**
 * Clicks that a daily budget buys: {@code K(b) = (anchor / costPerClick) (b / anchor)^exponent} (statistics 3, where the
 * anchor is 100). With an exponent below 1 each further unit of money buys fewer clicks. Immutable.
 *
 * @param anchor the daily budget at which the price of a click was seen, in [1e-6, 1e12]
 * @param costPerClick that price, in [1e-6, 1e12]
 * @param exponent how clicks grow with the budget, in [0.5, 1]
 */
public record ResponseCurve(double anchor, double costPerClick, double exponent) {

    /** Less money than this buys nothing; the bound keeps the arithmetic away from overflow. */
    private static final double SMALLEST = 1e-6;

    /** Keeps values within what a knapsack compares. */
    private static final double LARGEST_PROFIT = 1e9;

    /**
     * Refuses parameters out of range.
     *
     * @param anchor a daily budget
     * @param costPerClick the price of a click at that budget
     * @param exponent the exponent
     */
    public ResponseCurve {
        Checks.within(anchor, SMALLEST, Checks.LARGEST, "anchor");
        Checks.within(costPerClick, SMALLEST, Checks.LARGEST, "cost per click");
        Checks.within(exponent, ResponseExponent.LOWEST, ResponseExponent.HIGHEST, "exponent");
    }

    /**
     * The clicks of a day.
     *
     * @param budget money a day, at least 0
     * @return the clicks it buys
     */
    public double clicks(double budget) {
        return anchor / costPerClick * Math.pow(Checks.nonNegative("budget", budget) / anchor, exponent);
    }

    /**
     * The profit of a day.
     *
     * @param budget money a day, at least 0
     * @param perClick what a click brings before its cost
     * @return what all clicks bring, less the budget; within a thousand million either way
     */
    public double profit(double budget, double perClick) {
        double profit = Checks.finite("money per click", perClick) * clicks(budget) - budget;
        return Math.max(-LARGEST_PROFIT, Math.min(LARGEST_PROFIT, profit));
    }
}
