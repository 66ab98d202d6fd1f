package dev.flywheel.core.stats;

import java.util.List;
import java.util.function.Supplier;
import org.apache.commons.numbers.gamma.RegularizedGamma;
import org.apache.commons.statistics.distribution.GammaDistribution;

/**
 * Top-two sampling (Russo 2020; statistics 3): who gets a slot that is there to find out which arm is best. A draw names
 * the leader; draws are repeated until another arm leads, which is the challenger; a coin decides between them. Unlike
 * "first and second of the same draw" this looks at how likely each arm is to be the best. Stateless and thread-safe.
 */
public final class TopTwo {

    /** The coin of statistics 3. */
    public static final double FAIR = 0.5;

    private static final int MOST_TRIES = 100;
    private static final int POINTS = 4_000;
    private static final double LEFT_OUT = 1e-18;

    private TopTwo() {}

    /**
     * Draws who gets the slot.
     *
     * @param draws each call draws the worth of every arm anew; at least one arm
     * @param means expected worth of every arm; decides who challenges when 100 draws name no other leader
     * @param coin the stream of the coin
     * @return the arm that gets the slot; a single arm always does
     */
    public static int pick(Supplier<double[]> draws, double[] means, SeededDraws coin) {
        int leader = best(draws.get(), -1);
        boolean leads = coin.uniform() < FAIR;
        if (leads || means.length == 1) {
            return leader;
        }
        for (int i = 0; i < MOST_TRIES; i++) {
            int challenger = best(draws.get(), -1);
            if (challenger != leader) {
                return challenger;
            }
        }
        return best(means, leader);
    }

    private static int best(double[] worth, int except) {
        int best = -1;
        for (int i = 0; i < worth.length; i++) {
            if (i != except && (best < 0 || worth[i] > worth[best])) {
                best = i;
            }
        }
        return best;
    }

    /**
     * The exact probabilities with which top-two sampling picks: {@code pi_i = psi_i (beta + (1 - beta) sum_{j != i}
     * psi_j / (1 - psi_j))}. An arm that is surely the best is always picked.
     *
     * @param best psi: the probability of each arm to be the best; they sum to 1
     * @param beta probability of the leader, in [0, 1]
     * @return pi
     */
    public static double[] probabilities(double[] best, double beta) {
        Checks.probability("beta", beta);
        double odds = 0;
        for (int i = 0; i < best.length; i++) {
            if (Checks.probability("best[" + i + "]", best[i]) == 1) {
                return best.clone();
            }
            odds += best[i] / (1 - best[i]);
        }
        double[] picked = new double[best.length];
        for (int i = 0; i < best.length; i++) {
            picked[i] = best[i] * (beta + (1 - beta) * (odds - best[i] / (1 - best[i])));
        }
        return picked;
    }

    /**
     * The probability of each of several independent Gamma variables to be the largest, by the trapezoidal rule on the log
     * scale, which converges faster than any power there.
     *
     * @param arms the variables, at least one
     * @return a probability for each, to about 1e-12 for shapes of 0.1 and more
     */
    public static double[] best(List<GammaPrior> arms) {
        if (arms.isEmpty()) {
            throw new IllegalArgumentException("arms must hold at least one, got none");
        }
        double low = Double.POSITIVE_INFINITY;
        double high = 0;
        for (GammaPrior arm : arms) {
            GammaDistribution law = GammaDistribution.of(arm.shape(), 1);
            low = Math.min(low, law.inverseCumulativeProbability(LEFT_OUT) / arm.rate());
            high = Math.max(high, law.inverseSurvivalProbability(LEFT_OUT) / arm.rate());
        }
        double first = Math.log(Math.max(low, Double.MIN_NORMAL));
        double step = (Math.log(high) - first) / POINTS;
        double[] best = new double[arms.size()];
        double total = 0;
        for (int k = 0; k <= POINTS; k++) {
            double x = Math.exp(first + k * step);
            for (int i = 0; i < best.length; i++) {
                best[i] += x * step * density(arms.get(i), x) * othersBelow(arms, i, x);
            }
        }
        for (double each : best) {
            total += each;
        }
        for (int i = 0; i < best.length; i++) {
            best[i] /= total;
        }
        return best;
    }

    private static double density(GammaPrior arm, double x) {
        return arm.rate() * GammaDistribution.of(arm.shape(), 1).density(x * arm.rate());
    }

    private static double othersBelow(List<GammaPrior> arms, int arm, double x) {
        double all = 1;
        for (int j = 0; j < arms.size(); j++) {
            all *= j == arm
                    ? 1
                    : RegularizedGamma.P.value(
                            arms.get(j).shape(), x * arms.get(j).rate());
        }
        return all;
    }
}
