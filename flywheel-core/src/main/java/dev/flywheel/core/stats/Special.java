package dev.flywheel.core.stats;

import org.apache.commons.numbers.gamma.RegularizedGamma;

/** The special functions that the ad test stands on, in one place, so that the library behind them stays hidden. */
final class Special {

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

    /** {@return the probability that a Gamma variable of this shape and rate 1 exceeds x} */
    static double gammaTail(double x, double shape) {
        return RegularizedGamma.Q.value(shape, x);
    }
}
