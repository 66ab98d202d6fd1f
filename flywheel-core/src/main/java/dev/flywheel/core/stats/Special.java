package dev.flywheel.core.stats;

import org.apache.commons.numbers.gamma.RegularizedGamma;
import org.apache.commons.statistics.distribution.GammaDistribution;

/** The special functions that the ad test stands on, in one place, so that the library behind them stays hidden. */
final class Special {

    private static final double LIBRARY_SHAPE = 1e6;

    private Special() {}

    /** {@return the logarithm of the sum of exponentials; minus infinity for no terms} */
    static double logSumExp(double... terms) {
        double max = Double.NEGATIVE_INFINITY;
        for (double term : terms) {
            max = Math.max(max, term);
        }
        if (max == Double.NEGATIVE_INFINITY) {
            return max;
        }
        double sum = 0;
        for (double term : terms) {
            sum += Math.exp(term - max);
        }
        return max + Math.log(sum);
    }

    /**
     * The quantile of a Gamma variable of rate 1. Beyond a shape of 1e6 by Wilson and Hilferty (1931), where the library
     * no longer converges and the approximation is good to nine digits.
     */
    static double gammaQuantile(double p, double shape) {
        if (shape <= LIBRARY_SHAPE) {
            return GammaDistribution.of(shape, 1).inverseCumulativeProbability(p);
        }
        double cube = 1 - 1 / (9 * shape) + StandardNormal.quantile(p) / (3 * Math.sqrt(shape));
        return shape * cube * cube * cube;
    }

    /** {@return the probability that a Gamma variable of this shape and rate 1 exceeds x} */
    static double gammaTail(double x, double shape) {
        return RegularizedGamma.Q.value(shape, x);
    }
}
