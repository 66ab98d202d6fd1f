package dev.flywheel.core.stats;

import java.util.Arrays;

/**
 * A log-normal belief about the ratio c = paid rate / organic rate: log c ~ N(centre, sd^2). Immutable.
 *
 * @param centre the mean of log c, in [-10, 10]
 * @param sd the standard deviation of log c, in [0.01, 2]
 */
public record RatioPrior(double centre, double sd) {

    /** Paid clicks convert somewhat worse than organic ones; stands until past tests say otherwise (statistics 2.7). */
    public static final RatioPrior DEFAULT = new RatioPrior(-0.25, 0.4);

    /**
     * Refuses a centre or spread that no campaign has shown.
     *
     * @param centre mean of log c
     * @param sd standard deviation of log c
     */
    public RatioPrior {
        Checks.within(centre, -10, 10, "ratio prior centre");
        Checks.within(sd, 0.01, 2, "ratio prior sd");
    }

    /** {@return the expected ratio} */
    public double mean() {
        return Math.exp(centre + sd * sd / 2);
    }

    /**
     * The law of log c over past tests: the random-effects mean and spread (DerSimonian and Laird), with the error of the
     * mean in the spread, kept within what campaigns can show (centre from -1.5 to 0.5, spread from 0.1 to 1).
     *
     * @param logRatios what each test told of log c by itself
     * @param errors its standard error, above zero
     * @return the law; {@link #DEFAULT} for fewer than two tests
     */
    public static RatioPrior fitted(double[] logRatios, double[] errors) {
        Checks.sameLength("logRatios", logRatios.length, "errors", errors.length);
        if (logRatios.length < 2) {
            return DEFAULT;
        }
        double[] weights = new double[errors.length];
        double squares = 0;
        for (int i = 0; i < errors.length; i++) {
            Checks.finite("logRatios[" + i + "]", logRatios[i]);
            Checks.within(errors[i], 1e-6, 1e6, "errors[" + i + "]");
            weights[i] = 1 / (errors[i] * errors[i]);
            squares += weights[i] * weights[i];
        }
        double mean = mean(logRatios, weights);
        double total = Arrays.stream(weights).sum();
        double heterogeneity = 0;
        for (int i = 0; i < weights.length; i++) {
            heterogeneity += weights[i] * (logRatios[i] - mean) * (logRatios[i] - mean);
        }
        double free = total - squares / total;
        double between = free > 0 ? Math.max(0, (heterogeneity - (weights.length - 1)) / free) : 0;
        for (int i = 0; i < weights.length; i++) {
            weights[i] = 1 / (errors[i] * errors[i] + between);
        }
        double spread = Math.sqrt(between + 1 / Arrays.stream(weights).sum());
        return new RatioPrior(
                Math.max(-1.5, Math.min(0.5, mean(logRatios, weights))), Math.max(0.1, Math.min(1, spread)));
    }

    private static double mean(double[] values, double[] weights) {
        double sum = 0;
        double total = 0;
        for (int i = 0; i < values.length; i++) {
            sum += weights[i] * values[i];
            total += weights[i];
        }
        return sum / total;
    }

    /** {@return the log density up to a constant} */
    double logDensity(double logRatio) {
        double z = (logRatio - centre) / sd;
        return -0.5 * z * z;
    }
}
