package dev.flywheel.core.stats;

import dev.flywheel.core.performance.Estimate;

/**
 * A Gamma distribution of an order rate, in orders per unit of exposure. Immutable.
 *
 * @param shape the shape, above zero
 * @param rate the rate in units of exposure, above zero; the mean is {@code shape / rate}
 */
public record GammaPrior(double shape, double rate) {

    /**
     * Refuses a shape or rate that is not a positive finite number.
     *
     * @param shape the shape
     * @param rate the rate
     */
    public GammaPrior {
        if (!(shape > 0 && shape < Double.POSITIVE_INFINITY && rate > 0 && rate < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("Gamma prior needs shape and rate above 0, got " + shape + ", " + rate);
        }
    }

    /** {@return the mean rate, orders per unit of exposure} */
    public double mean() {
        return shape / rate;
    }

    /**
     * The conjugate update (statistics 1.1).
     *
     * @param count orders seen, may be fractional
     * @param exposure matured exposure behind them
     * @return the posterior
     */
    public GammaPrior posterior(double count, double exposure) {
        return new GammaPrior(shape + count, rate + exposure);
    }

    /** {@return the mean with the central 80 % interval} */
    public Estimate estimate() {
        return new Estimate(
                mean(),
                Special.gammaQuantile(Quantiles.LOW, shape) / rate,
                Special.gammaQuantile(Quantiles.HIGH, shape) / rate,
                Quantiles.LEVEL);
    }
}
