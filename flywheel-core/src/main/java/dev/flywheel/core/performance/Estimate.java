package dev.flywheel.core.performance;

import java.util.function.DoubleUnaryOperator;

/**
 * A number that is not known exactly: its mean and a central interval. Immutable.
 *
 * @param mean the expected value, in the unit of the field that holds it
 * @param low the lower end of the interval
 * @param high the upper end of the interval
 * @param level the share of probability inside, such as 0.8
 */
public record Estimate(double mean, double low, double high, double level) {

    /** Refuses what is not finite: where nothing is known there is no estimate. */
    public Estimate {
        if (!Double.isFinite(mean) || !Double.isFinite(low) || !Double.isFinite(high) || low > high) {
            throw new IllegalArgumentException(
                    "Estimate needs finite numbers with low <= high, got " + mean + " [" + low + ", " + high + "]");
        }
        if (!(level > 0 && level <= 1)) {
            throw new IllegalArgumentException("level must be above 0 and at most 1, got " + level);
        }
    }

    /**
     * A number that is known exactly.
     *
     * @param value the number
     * @return an estimate without width
     */
    public static Estimate exactly(double value) {
        return new Estimate(value, value, value, 1);
    }

    /**
     * The estimate in another unit.
     *
     * @param increasing a linear increasing change of unit
     * @return the changed estimate
     */
    public Estimate map(DoubleUnaryOperator increasing) {
        return new Estimate(
                increasing.applyAsDouble(mean), increasing.applyAsDouble(low), increasing.applyAsDouble(high), level);
    }

    /** {@return the estimate of the opposite amount} */
    public Estimate negated() {
        return new Estimate(0 - mean, 0 - high, 0 - low, level);
    }
}
