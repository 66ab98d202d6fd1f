package dev.flywheel.core.stats;

import dev.flywheel.core.performance.Estimate;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The slope of a straight line through values with known deviations and an unknown extra deviation between rotations: for
 * each extra deviation the slope is normal, and these are mixed by how well each explains the values. Level flat, slope
 * N(0, s^2), extra deviation half-Cauchy with scale {@value #EXTRA_SCALE}.
 */
final class SlopeOfValues {

    private static final double EXTRA_SCALE = 0.25;
    private static final int EXTRAS = 40;

    /** Extra deviations are tried at equal steps of the half-Cauchy's distribution function up to here. */
    private static final double LAST_SHARE = 0.95;

    /** No measure of a rotation is known better than this. */
    private static final double FINEST_DEVIATION = 1e-6;

    private final double[] weights = new double[EXTRAS];
    private final NormalDistribution[] slopes = new NormalDistribution[EXTRAS];

    SlopeOfValues(double[] when, double[] values, double[] deviations, double slopeDeviation) {
        double[] logs = new double[EXTRAS];
        for (int k = 0; k < EXTRAS; k++) {
            double extra = EXTRA_SCALE * Math.tan(Math.PI / 2 * LAST_SHARE * k / EXTRAS);
            logs[k] = fit(k, when, values, deviations, extra, slopeDeviation);
        }
        double all = Special.logSumExp(logs);
        for (int k = 0; k < EXTRAS; k++) {
            weights[k] = Math.exp(logs[k] - all);
        }
    }

    /** The normal posterior of the slope under one extra deviation, and the log-likelihood of that deviation. */
    private double fit(
            int k, double[] when, double[] values, double[] deviations, double extra, double slopeDeviation) {
        double sum = 0;
        double meanWhen = 0;
        double meanValue = 0;
        double logVariances = 0;
        for (int i = 0; i < when.length; i++) {
            double weight = weight(deviations[i], extra);
            sum += weight;
            meanWhen += weight * when[i];
            meanValue += weight * values[i];
            logVariances -= Math.log(weight);
        }
        meanWhen /= Math.max(sum, Double.MIN_NORMAL);
        meanValue /= Math.max(sum, Double.MIN_NORMAL);
        double information = 1 / (slopeDeviation * slopeDeviation);
        double product = 0;
        double squares = 0;
        for (int i = 0; i < when.length; i++) {
            double weight = weight(deviations[i], extra);
            double time = when[i] - meanWhen;
            double value = values[i] - meanValue;
            information += weight * time * time;
            product += weight * time * value;
            squares += weight * value * value;
        }
        slopes[k] = NormalDistribution.of(product / information, 1 / Math.sqrt(information));
        return when.length == 0
                ? 0
                : -(logVariances + Math.log(sum) + Math.log(information) + squares - product * product / information)
                        / 2;
    }

    private static double weight(double deviation, double extra) {
        double finest = FINEST_DEVIATION * FINEST_DEVIATION;
        return 1 / Math.max(finest, deviation * deviation + extra * extra);
    }

    RotationTrend trend() {
        double mean = mixed(k -> slopes[(int) k].getMean());
        double falling = atMost(0);
        return new RotationTrend(
                new Estimate(mean, quantile(Quantiles.LOW), quantile(Quantiles.HIGH), Quantiles.LEVEL),
                1 - falling,
                falling);
    }

    private double mixed(DoubleUnaryOperator ofExtra) {
        double sum = 0;
        for (int k = 0; k < EXTRAS; k++) {
            sum += weights[k] * ofExtra.applyAsDouble(k);
        }
        return sum;
    }

    private double atMost(double slope) {
        return Math.min(1, mixed(k -> slopes[(int) k].cumulativeProbability(slope)));
    }

    private double quantile(double share) {
        double low = Arrays.stream(slopes)
                .mapToDouble(slope -> slope.inverseCumulativeProbability(share))
                .min()
                .orElse(0);
        double high = Arrays.stream(slopes)
                .mapToDouble(slope -> slope.inverseCumulativeProbability(share))
                .max()
                .orElse(0);
        for (int i = 0; i < 60; i++) {
            double middle = (low + high) / 2;
            if (atMost(middle) < share) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }
}
