package dev.flywheel.core.stats;

import dev.flywheel.core.performance.Estimate;
import java.util.Objects;

/**
 * What a rate used to be, and the e-values that later looks give against it. While the rate stays within the 80 % interval
 * of the reference, or on its harmless side, every e-value has mean at most 1: drift inside what the reference leaves open
 * does not ring (statistics 6).
 *
 * <p>A rate counts events per trial. Where the events are a true subset of the trials, such as refunds of orders, it is a
 * {@code share} and the likelihood is Bernoulli's; else Poisson's, which stays valid, and cautious, for yes-or-no events
 * too. Young trials may not have shown all their events: a fall is judged by the trials that have had their chance, a rise
 * by all of them, so that a wrong guess of how late events arrive raises no alarm unless it is too fast. Immutable.
 *
 * @param estimate the reference with its central 80 % interval, from matured trials
 * @param low the lowest rate that counts as unchanged
 * @param high the highest rate that counts as unchanged
 * @param eta the weight of an event, one over the variance-to-mean ratio, in (0, 1]
 * @param share whether events are a subset of trials
 */
public record ReferenceRate(Estimate estimate, double low, double high, double eta, boolean share) {

    private static final double JEFFREYS = 0.5;

    /**
     * Refuses rates out of order, a share above 1 and a weight outside (0, 1].
     *
     * @param estimate the reference
     * @param low the lowest rate that counts as unchanged
     * @param high the highest rate that counts as unchanged
     * @param eta the weight of an event
     * @param share whether events are a subset of trials
     */
    public ReferenceRate {
        Objects.requireNonNull(estimate, "estimate");
        Checks.within(low, 0, share ? 1 : Double.MAX_VALUE, "low");
        Checks.within(high, low, share ? 1 : Double.MAX_VALUE, "high");
        Checks.aboveUpTo(eta, 0, 1, "eta");
    }

    /** Ratios, or ratios of odds for a share, that the detector listens for. */
    private static final double[] FALLS = {0.9, 0.8, 0.65, 0.5, 0.3, 0.1};

    private static final double[] RISES = {1.1, 1.25, 1.5, 2, 3, 6};

    /**
     * Learns a reference.
     *
     * @param events how many, at least 0, may be weighted
     * @param trials how many, above 0
     * @param matured trials that have had their chance, in (0, trials]
     * @param dayNoise the variance-to-mean ratio between days, at least 1
     * @param share whether events are a subset of trials
     * @return the reference
     */
    public static ReferenceRate of(double events, double trials, double matured, double dayNoise, boolean share) {
        Checks.nonNegative("events", events);
        Checks.positive("trials", trials);
        Checks.aboveUpTo(matured, 0, trials, "matured");
        double eta = 1 / Checks.within(dayNoise, 1, Checks.LARGEST, "dayNoise");
        Estimate known = posterior(eta * events, eta * matured, share);
        Estimate cautious = posterior(eta * events, eta * trials, share);
        return new ReferenceRate(known, cautious.low(), known.high(), eta, share);
    }

    private static Estimate posterior(double events, double trials, boolean share) {
        return share
                ? new BetaPosterior(JEFFREYS, JEFFREYS)
                        .posterior(Math.min(events, trials), trials)
                        .estimate()
                : new GammaPrior(JEFFREYS + events, trials).estimate();
    }

    /** {@return how many changes {@link #logE} judges: falls first, then rises} */
    public static int targets() {
        return FALLS.length + RISES.length;
    }

    /**
     * Whether a target is a fall.
     *
     * @param target its place among the targets
     * @return true for a fall, false for a rise
     */
    public static boolean isFall(int target) {
        return target < FALLS.length;
    }

    /**
     * The log e-value of one look for every target.
     *
     * @param events how many, at least 0; of a share at most {@code trials}
     * @param trials how many
     * @param matured trials that have had their chance, at most {@code trials}
     * @return tempered log-likelihood ratios of each target against the nearer end of the reference
     */
    public double[] logE(double events, double trials, double matured) {
        Checks.nonNegative("events", events);
        Checks.nonNegative("trials", trials);
        Checks.within(matured, 0, trials, "matured");
        if (share) {
            BetaPosterior.checkSubset(events, trials);
        }
        double[] logs = new double[targets()];
        for (int k = 0; k < logs.length; k++) {
            logs[k] = isFall(k)
                    ? eta * logRatio(low, FALLS[k], events, trials, matured)
                    : eta * logRatio(high, RISES[k - FALLS.length], events, trials, trials);
        }
        return logs;
    }

    private double logRatio(double rate, double ratio, double events, double trials, double matured) {
        if (!share) {
            return events * Math.log(ratio) - rate * (ratio - 1) * matured;
        }
        if (trials == 0) {
            return 0;
        }
        // A miss either never comes to pass, or has yet to; odds times ratio shift both, also at a rate of 0 or 1.
        double never = 1 - rate;
        double yet = rate * (1 - matured / trials);
        double perMiss = never + yet > 0 ? Math.log1p((ratio - 1) * yet / (never + yet)) : 0;
        return events * Math.log(ratio) + (trials - events) * perMiss - trials * Math.log1p((ratio - 1) * rate);
    }
}
