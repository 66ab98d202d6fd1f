package dev.flywheel.core.winner;

/**
 * What is believed of an order rate: a Gamma distribution. Immutable.
 *
 * @param shape the shape; the more orders stand behind it, the larger
 * @param rate the rate, in units of exposure; the mean is {@code shape / rate} orders per unit of exposure
 */
public record RateBelief(double shape, double rate) {

    /** Checks. */
    public RateBelief {
        if (!(shape > 0 && rate > 0 && Double.isFinite(shape) && Double.isFinite(rate))) {
            throw new IllegalArgumentException("RateBelief needs shape and rate above 0, got " + shape + ", " + rate);
        }
    }

    /** {@return the expected orders per unit of exposure} */
    public double mean() {
        return shape / rate;
    }
}
