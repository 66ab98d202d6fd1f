package dev.flywheel.core.stats;

import java.util.Arrays;
import org.apache.commons.numbers.gamma.Digamma;
import org.apache.commons.numbers.gamma.LogBeta;
import org.apache.commons.numbers.gamma.Trigamma;

/**
 * Shares of a true subset over groups (click rates of videos, refund rates of products), shrunk to one another:
 * empirical-Bayes beta-binomial fit by maximum likelihood.
 *
 * <p>The likelihood is concave in the mean for a given size {@code alpha + beta}; the mean is found by bracketed Newton,
 * the size on a grid with golden section over [1, 1e6]. Moments are not used: groups with few trials would dominate
 * them. Fewer than {@value #SMALLEST} groups with trials, or no success, or no failure at all: the given prior stands.
 * Immutable and thread-safe.
 */
public final class BetaPopulation {

    static final int SMALLEST = 10;
    static final double SIZE_LOW = 1;
    static final double SIZE_HIGH = 1e6;
    private static final int GRID_CELLS = 14;
    private static final int MOST_STEPS = 200;

    private final double[] successes;
    private final double[] trials;
    private final BetaPosterior prior;
    private final boolean fitted;
    private final boolean differences;

    private BetaPopulation(double[] successes, double[] trials, BetaPosterior fallback) {
        this.successes = successes;
        this.trials = trials;
        double hits = Arrays.stream(successes).sum();
        double all = Arrays.stream(trials).sum();
        this.fitted = Arrays.stream(trials).filter(n -> n > 0).count() >= SMALLEST && hits > 0 && hits < all;
        if (fitted) {
            double logSize = BoundedMaximum.find(
                    theta -> profile(Math.exp(theta), hits / all), Math.log(SIZE_LOW), Math.log(SIZE_HIGH), GRID_CELLS);
            double size = logSize < Math.log(SIZE_HIGH) ? Math.exp(logSize) : SIZE_HIGH;
            this.prior = BetaPosterior.ofMean(bestMean(size, hits / all), size);
            this.differences = size < SIZE_HIGH;
        } else {
            this.prior = fallback;
            this.differences = false;
        }
    }

    /**
     * Fits the prior.
     *
     * @param successes of each group, at least 0
     * @param trials of each group, at least its successes; groups without trials do not enter the fit
     * @param fallback the prior to use when there are too few groups
     * @return the fitted population
     * @throws IllegalArgumentException if lengths differ or a group has more successes than trials
     */
    public static BetaPopulation fit(double[] successes, double[] trials, BetaPosterior fallback) {
        Checks.sameLength("successes", successes.length, "trials", trials.length);
        for (int i = 0; i < trials.length; i++) {
            BetaPosterior.checkSubset(successes[i], trials[i]);
        }
        return new BetaPopulation(successes.clone(), trials.clone(), fallback);
    }

    /** {@return the prior common to all groups} */
    public BetaPosterior prior() {
        return prior;
    }

    /**
     * The shrunken share of a group.
     *
     * @param group its index
     * @return the posterior
     */
    public BetaPosterior posterior(int group) {
        return prior.posterior(successes[group], trials[group]);
    }

    /** {@return whether the prior was learned; false means the fallback} */
    public boolean fitted() {
        return fitted;
    }

    /** {@return whether groups differ by more than chance; false also when nothing could be learned} */
    public boolean detectsDifferences() {
        return differences;
    }

    /** {@return the log-likelihood of all groups under the prior} */
    public double logLikelihood() {
        double sum = 0;
        for (int i = 0; i < trials.length; i++) {
            sum += BetaPosterior.logBetaBinomial(successes[i], trials[i], prior.alpha(), prior.beta());
        }
        return sum;
    }

    private double profile(double size, double start) {
        double mean = bestMean(size, start);
        double a = size * mean;
        double b = size * (1 - mean);
        double own = LogBeta.value(a, b);
        double sum = 0;
        for (int i = 0; i < trials.length; i++) {
            sum += LogBeta.value(successes[i] + a, trials[i] - successes[i] + b) - own;
        }
        return sum;
    }

    private double bestMean(double size, double start) {
        double low = 0;
        double high = 1;
        double mean = start;
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] slope = slope(size, mean);
            if (slope[0] > 0) {
                low = mean;
            } else {
                high = mean;
            }
            double next = mean - slope[0] / slope[1];
            next = next > low && next < high ? next : (low + high) / 2;
            if (Math.abs(next - mean) <= 1e-13 * mean) {
                return next;
            }
            mean = next;
        }
        return mean;
    }

    private double[] slope(double size, double mean) {
        double a = size * mean;
        double b = size - a;
        double first = 0;
        double second = 0;
        for (int i = 0; i < trials.length; i++) {
            double hits = successes[i];
            double misses = trials[i] - hits;
            if (hits > 0) {
                first += Digamma.value(a + hits) - Digamma.value(a);
                second += Trigamma.value(a + hits) - Trigamma.value(a);
            }
            if (misses > 0) {
                first -= Digamma.value(b + misses) - Digamma.value(b);
                second += Trigamma.value(b + misses) - Trigamma.value(b);
            }
        }
        return new double[] {first, size * second};
    }
}
