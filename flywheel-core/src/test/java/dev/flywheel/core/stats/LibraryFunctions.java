package dev.flywheel.core.stats;

import org.apache.commons.numbers.gamma.LogBeta;
import org.apache.commons.numbers.gamma.RegularizedBeta;
import org.apache.commons.numbers.gamma.RegularizedGamma;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.GammaDistribution;

/**
 * What the library behind this package computes, in the form in which the reference values are published. Logarithms of
 * tails are accurate at both ends.
 */
final class LibraryFunctions {

    private LibraryFunctions() {}

    static double logBeta(double a, double b) {
        return LogBeta.value(a, b);
    }

    static double betaCdf(double x, double a, double b) {
        return RegularizedBeta.value(x, a, b);
    }

    static double logBetaCdf(double x, double a, double b) {
        return logOf(RegularizedBeta.value(x, a, b), RegularizedBeta.complement(x, a, b));
    }

    static double logBetaTail(double x, double a, double b) {
        return logOf(RegularizedBeta.complement(x, a, b), RegularizedBeta.value(x, a, b));
    }

    static double betaQuantile(double p, double a, double b) {
        return BetaDistribution.of(a, b).inverseCumulativeProbability(p);
    }

    static double gammaCdf(double x, double shape) {
        return RegularizedGamma.P.value(shape, x);
    }

    static double gammaTail(double x, double shape) {
        return RegularizedGamma.Q.value(shape, x);
    }

    static double logGammaCdf(double x, double shape) {
        return logOf(gammaCdf(x, shape), gammaTail(x, shape));
    }

    static double logGammaTail(double x, double shape) {
        return logOf(gammaTail(x, shape), gammaCdf(x, shape));
    }

    static double gammaQuantile(double p, double shape) {
        return GammaDistribution.of(shape, 1).inverseCumulativeProbability(p);
    }

    /** {@return log P(X = x) for x successes in n trials with success probability ~ Beta(a, b)} */
    static double logBetaBinomial(double x, double n, double a, double b) {
        return -Math.log(n + 1) - logBeta(n - x + 1, x + 1) + logBeta(x + a, n - x + b) - logBeta(a, b);
    }

    /** {@return log P(X = x) for x events in an exposure with rate ~ Gamma(shape, rate)} */
    static double logGammaPoisson(double x, double exposure, GammaPrior prior) {
        double coefficient = -logBeta(prior.shape(), x + 1) - Math.log(prior.shape() + x);
        double events = x == 0 ? 0 : -x * Math.log1p(prior.rate() / exposure);
        return coefficient - prior.shape() * Math.log1p(exposure / prior.rate()) + events;
    }

    /** {@return P(first > ratio * second) for independent Gamma variables, exact} */
    static double gammaExceeds(GammaPrior first, double ratio, GammaPrior second) {
        double share = ratio * first.rate() / (ratio * first.rate() + second.rate());
        return RegularizedBeta.complement(share, first.shape(), second.shape());
    }

    /**
     * P(Beta(a1, b1) > ratio * Beta(a0, b0)). The trapezoid rule on the log-odds of the second converges geometrically
     * because its density there is smooth and falls off like exp(-a|z|) and exp(-bz).
     */
    static double betaExceeds(double a1, double b1, double ratio, double a0, double b0) {
        double sd = Math.sqrt((1 + 1 / a0) / a0 + (1 + 1 / b0) / b0);
        double centre = Math.log(a0 / b0);
        double from = centre - 9 * sd - 40 / a0;
        double step = sd / 16;
        int points = (int) Math.ceil((centre + 9 * sd + 40 / b0 - from) / step);
        double logConstant = logBeta(a0, b0);
        double sum = 0;
        for (int i = 0; i <= points; i++) {
            double z = from + i * step;
            double logDensity = -a0 * Math.log1p(Math.exp(-z)) - b0 * Math.log1p(Math.exp(z)) - logConstant;
            double p = 1 / (1 + Math.exp(-z));
            sum += Math.exp(logDensity) * RegularizedBeta.complement(Math.min(1, ratio * p), a1, b1);
        }
        return Math.min(1, sum * step);
    }

    /** The side nearer to one is taken from its complement, where the direct value has lost its digits. */
    private static double logOf(double value, double complement) {
        return value < 0.5 ? Math.log(value) : Math.log1p(-complement);
    }
}
