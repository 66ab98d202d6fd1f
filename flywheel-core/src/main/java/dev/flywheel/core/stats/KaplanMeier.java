package dev.flywheel.core.stats;

import java.util.Arrays;
import java.util.Comparator;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Time until something happens when some of it has not happened yet: the product-limit estimate of Kaplan and Meier
 * (1958), Greenwood's variance, and the Brookmeyer-Crowley interval of the median on the log(-log) scale, with the
 * conventions of R's {@code survfit(conf.type = "log-log")}. Averaging only what has finished would look too fast.
 * Durations are in the caller's unit. Immutable and thread-safe.
 */
public final class KaplanMeier {

    private static final double HALF = 0.5;
    /** Products of fractions miss one half by rounding. */
    private static final double ROUNDING = 1e-12;

    private final double[] times;
    private final double[] survival;
    private final double[] greenwood;

    private KaplanMeier(double[] times, double[] survival, double[] greenwood) {
        this.times = times;
        this.survival = survival;
        this.greenwood = greenwood;
    }

    /**
     * Estimates the survival curve.
     *
     * @param durations of each item, from its start to its end or to the last look, at least 0
     * @param finished whether the item ended; false means it is still open
     * @return the curve
     */
    public static KaplanMeier of(double[] durations, boolean[] finished) {
        Checks.sameLength("durations", durations.length, "finished", finished.length);
        double[] checked = Checks.nonNegative("durations", durations);
        Integer[] order = new Integer[checked.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble(i -> checked[i]));
        double[] times = new double[checked.length];
        double[] survival = new double[checked.length];
        double[] greenwood = new double[checked.length];
        int steps = 0;
        double alive = 1;
        double variance = 0;
        for (int i = 0; i < order.length; ) {
            int atRisk = order.length - i;
            double time = checked[order[i]];
            int events = 0;
            while (i < order.length && checked[order[i]] == time) {
                events += finished[order[i]] ? 1 : 0;
                i++;
            }
            if (events > 0) {
                alive *= (atRisk - events) / (double) atRisk;
                variance += events == atRisk ? 0 : events / ((double) atRisk * (atRisk - events));
                times[steps] = time;
                survival[steps] = alive;
                greenwood[steps++] = variance;
            }
        }
        return new KaplanMeier(
                Arrays.copyOf(times, steps), Arrays.copyOf(survival, steps), Arrays.copyOf(greenwood, steps));
    }

    /**
     * The share still open after a time.
     *
     * @param time at least 0
     * @return the estimate, in [0, 1]
     */
    public double survival(double time) {
        Checks.nonNegative("time", time);
        double alive = 1;
        for (int i = 0; i < times.length && times[i] <= time; i++) {
            alive = survival[i];
        }
        return alive;
    }

    /** {@return the median duration; empty while fewer than half have finished} */
    public OptionalDouble median() {
        return crossing(survival);
    }

    /**
     * The lower end of the median's interval.
     *
     * @param level the coverage, in (0, 1), such as .8
     * @return the end; empty if the data give none
     */
    public OptionalDouble medianLow(double level) {
        return crossing(limits(Checks.openProbability("level", level), 1));
    }

    /**
     * The upper end of the median's interval.
     *
     * @param level the coverage, in (0, 1), such as .8
     * @return the end; empty if the data give none, which is common while many items are open
     */
    public OptionalDouble medianHigh(double level) {
        return crossing(limits(Checks.openProbability("level", level), -1));
    }

    /** A pointwise limit of the curve; direction 1 is the lower one. At survival 0 there is none, as in R. */
    private double[] limits(double level, int direction) {
        double z = NormalDistribution.of(0, 1).inverseCumulativeProbability((1 + level) / 2);
        double[] limits = new double[times.length];
        for (int i = 0; i < limits.length; i++) {
            double logSurvival = Math.log(survival[i]);
            double error = Math.sqrt(greenwood[i]) / -logSurvival;
            limits[i] = survival[i] > 0 ? Math.exp(logSurvival * Math.exp(direction * z * error)) : 1;
        }
        return limits;
    }

    private OptionalDouble crossing(double[] curve) {
        for (int i = 0; i < curve.length; i++) {
            if (Math.abs(curve[i] - HALF) <= ROUNDING && i + 1 < curve.length) {
                return OptionalDouble.of((times[i] + times[i + 1]) / 2);
            }
            if (curve[i] <= HALF + ROUNDING) {
                return OptionalDouble.of(times[i]);
            }
        }
        return OptionalDouble.empty();
    }
}
