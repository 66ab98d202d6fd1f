package dev.flywheel.core.stats;

import java.util.OptionalDouble;

/**
 * What one winner costs, in the caller's currency: winners are Poisson with an unknown rate per unit of money, and the
 * cost is one over that rate (statistics 6). Without winners only a lower bound can be known. Immutable.
 *
 * @param spend what was spent
 * @param winners winners found
 * @param cost the central value: spend over winners, or one over the posterior mean rate; empty without winners
 * @param low the cost is at least this with 90 % confidence; 0 if nothing was spent
 * @param high the cost is at most this with 90 % confidence; empty without winners
 */
public record CostPerWinner(double spend, double winners, OptionalDouble cost, double low, OptionalDouble high) {

    /**
     * Refuses what is not a finite number.
     *
     * @param spend the spend
     * @param winners the winners
     * @param cost the cost, if any
     * @param low the lower bound
     * @param high the upper bound, if any
     */
    public CostPerWinner {
        Checks.nonNegative("spend", spend);
        Checks.nonNegative("winners", winners);
        Checks.within(cost.orElse(0), 0, Double.MAX_VALUE, "cost");
        Checks.within(low, 0, Double.MAX_VALUE, "low");
        Checks.within(high.orElse(0), 0, Double.MAX_VALUE, "high");
    }

    /**
     * The exact Poisson interval (Garwood 1936), from this period alone.
     *
     * @param spend at least 0
     * @param winners at least 0
     * @return the cost
     */
    public static CostPerWinner of(double spend, double winners) {
        Checks.nonNegative("spend", spend);
        Checks.nonNegative("winners", winners);
        double low = spend / quantile(winners + 1, Quantiles.HIGH);
        return winners == 0
                ? new CostPerWinner(spend, winners, OptionalDouble.empty(), low, OptionalDouble.empty())
                : new CostPerWinner(
                        spend, winners, known(spend / winners), low, known(spend / quantile(winners, Quantiles.LOW)));
    }

    /**
     * The gamma-Poisson interval with what earlier periods taught.
     *
     * @param spend at least 0
     * @param winners at least 0
     * @param earlier the distribution of winners per unit of money before this period
     * @return the cost; without a winner in this period only its lower bound
     */
    public static CostPerWinner of(double spend, double winners, GammaPrior earlier) {
        GammaPrior now = earlier.posterior(Checks.nonNegative("winners", winners), Checks.nonNegative("spend", spend));
        double low = Math.min(Checks.LARGEST, now.rate() / quantile(now.shape(), Quantiles.HIGH));
        return winners == 0
                ? new CostPerWinner(spend, winners, OptionalDouble.empty(), low, OptionalDouble.empty())
                : new CostPerWinner(
                        spend,
                        winners,
                        known(1 / now.mean()),
                        low,
                        known(now.rate() / quantile(now.shape(), Quantiles.LOW)));
    }

    /** A fraction of a winner too small to tell from none leaves the cost without a bound. */
    private static OptionalDouble known(double cost) {
        return cost <= Double.MAX_VALUE ? OptionalDouble.of(cost) : OptionalDouble.empty();
    }

    private static double quantile(double shape, double p) {
        return Special.gammaQuantile(p, shape);
    }
}
