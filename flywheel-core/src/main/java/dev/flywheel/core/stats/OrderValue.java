package dev.flywheel.core.stats;

/**
 * The average order value of a unit as a log-normal quantity, in the caller's currency. Immutable.
 *
 * @param logMean mean of the natural logarithm, in [-50, 50]
 * @param logSd standard deviation of the logarithm, in [0, 5]
 */
public record OrderValue(double logMean, double logSd) {

    private static final double LARGEST_LOG = 50;
    private static final double LARGEST_SD = 5;

    /**
     * Refuses parameters out of range.
     *
     * @param logMean mean of the natural logarithm
     * @param logSd standard deviation of the logarithm
     */
    public OrderValue {
        if (!(Math.abs(logMean) <= LARGEST_LOG && logSd >= 0 && logSd <= LARGEST_SD)) {
            throw new IllegalArgumentException(
                    "order value needs logMean in [-50, 50] and logSd in [0, 5], got " + logMean + ", " + logSd);
        }
    }

    /**
     * A value known exactly.
     *
     * @param value the order value, above 0
     * @return the value without spread
     */
    public static OrderValue exactly(double value) {
        return new OrderValue(Math.log(Checks.positive("value", value)), 0);
    }

    /** {@return the expected order value} */
    public double mean() {
        return Math.exp(logMean + logSd * logSd / 2);
    }
}
