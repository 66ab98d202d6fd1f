package dev.flywheel.core.stats;

import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.GammaDistribution;

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
                        spend,
                        winners,
                        OptionalDouble.of(spend / winners),
                        low,
                        OptionalDouble.of(spend / quantile(winners, Quantiles.LOW)));
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
        double low = now.rate() / quantile(now.shape(), Quantiles.HIGH);
        return winners == 0
                ? new CostPerWinner(spend, winners, OptionalDouble.empty(), low, OptionalDouble.empty())
                : new CostPerWinner(
                        spend,
                        winners,
                        OptionalDouble.of(1 / now.mean()),
                        low,
                        OptionalDouble.of(now.rate() / quantile(now.shape(), Quantiles.LOW)));
    }

    private static double quantile(double shape, double p) {
        return GammaDistribution.of(shape, 1).inverseCumulativeProbability(p);
    }
}
