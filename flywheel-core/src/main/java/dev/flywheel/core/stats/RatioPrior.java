package dev.flywheel.core.stats;

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

    /** {@return the log density up to a constant} */
    double logDensity(double logRatio) {
        double z = (logRatio - centre) / sd;
        return -0.5 * z * z;
    }
}
