package dev.flywheel.core.stats;

import dev.flywheel.core.performance.Estimate;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Whether a measure rises or falls from rotation to rotation: the posterior of a slope on the log scale (log-odds for a
 * share) under the prior N(0, .25^2), with the level integrated out (statistics 6). The slope's one-dimensional posterior
 * is summed by the trapezoid rule. Immutable.
 *
 * <p>Counts that scatter around their line by more than chance are weighted down by the ratio of their spread to chance,
 * learned from the same rotations; values carry an unknown extra deviation between rotations that is integrated out. Both
 * keep rotations that merely differ from looking like a trend.
 *
 * @param slope change of the logarithm (or log-odds) per rotation, mean and central 80 % interval
 * @param rising probability that the slope is above zero
 * @param falling probability that it is below
 */
public record RotationTrend(Estimate slope, double rising, double falling) {

    private static final double SLOPE_DEVIATION = 0.25;
    private static final double SHARPEST = 8 * SLOPE_DEVIATION;
    private static final double NEGLIGIBLE = 30;
    private static final int POINTS = 400;
    private static final int SEARCH_CELLS = 64;
    private static final double JEFFREYS = 0.5;

    /**
     * A rate of counted events: Poisson regression. The level has a flat prior, which leaves the multinomial likelihood of
     * how the events fell on the rotations.
     *
     * @param rotation when, in rotations
     * @param events how many in each
     * @param exposure what they came from, above 0
     * @return the trend; the prior where nothing happened
     */
    public static RotationTrend ofCounts(double[] rotation, double[] events, double[] exposure) {
        double[] when = checked(rotation, events, exposure);
        DoubleUnaryOperator fit = slope -> multinomial(when, events, exposure, slope);
        double total = Arrays.stream(events).sum();
        double best = mode(fit);
        double[] expected = expectedCounts(when, exposure, best, total);
        double[] variance = expected.clone();
        double eta = 1 / spread(events, expected, variance);
        return of(slope -> eta * fit.applyAsDouble(slope));
    }

    /**
     * A share of a true subset: binomial regression. The level has Jeffreys' prior at the middle rotation and is
     * integrated out by Laplace's method.
     *
     * @param rotation when, in rotations
     * @param successes how many in each, at most its trials
     * @param trials of each, above 0
     * @return the trend
     */
    public static RotationTrend ofShares(double[] rotation, double[] successes, double[] trials) {
        double[] when = checked(rotation, successes, trials);
        for (int i = 0; i < trials.length; i++) {
            BetaPosterior.checkSubset(successes[i], trials[i]);
        }
        Shares plain = new Shares(when, successes, trials, 1);
        double best = mode(plain::logMarginal);
        double level = plain.bestLevel(best);
        double[] expected = new double[when.length];
        double[] variance = new double[when.length];
        for (int i = 0; i < when.length; i++) {
            double share = logistic(level + best * when[i]);
            expected[i] = trials[i] * share;
            variance[i] = trials[i] * share * (1 - share);
        }
        Shares tempered = new Shares(when, successes, trials, 1 / spread(successes, expected, variance));
        return of(tempered::logMarginal);
    }

    /**
     * A positive measure known with an interval in each rotation: a straight line through its logarithms.
     *
     * @param rotation when, in rotations
     * @param logs the logarithms of the measure
     * @param deviations their standard deviations, at least 0
     * @return the trend
     */
    public static RotationTrend ofValues(double[] rotation, double[] logs, double[] deviations) {
        Checks.sameLength("rotation", rotation.length, "deviations", deviations.length);
        Checks.sameLength("rotation", rotation.length, "logs", logs.length);
        return new SlopeOfValues(centred(rotation), logs, Checks.nonNegative("deviations", deviations), SLOPE_DEVIATION)
                .trend();
    }

    private static double[] checked(double[] rotation, double[] events, double[] exposure) {
        Checks.sameLength("rotation", rotation.length, "events", events.length);
        Checks.sameLength("rotation", rotation.length, "exposure", exposure.length);
        Checks.nonNegative("events", events);
        for (int i = 0; i < exposure.length; i++) {
            Checks.positive("exposure[" + i + "]", exposure[i]);
        }
        return centred(rotation);
    }

    private static double[] centred(double[] rotation) {
        double middle = 0;
        for (int i = 0; i < rotation.length; i++) {
            middle += Checks.finite("rotation[" + i + "]", rotation[i]) / rotation.length;
        }
        double centre = middle;
        return Arrays.stream(rotation).map(each -> each - centre).toArray();
    }

    private static double[] expectedCounts(double[] when, double[] exposure, double slope, double total) {
        double[] logs = logWeights(when, exposure, slope);
        double all = Special.logSumExp(logs);
        return Arrays.stream(logs).map(each -> total * Math.exp(each - all)).toArray();
    }

    private static double[] logWeights(double[] when, double[] exposure, double slope) {
        double[] logs = new double[when.length];
        for (int i = 0; i < logs.length; i++) {
            logs[i] = Math.log(exposure[i]) + slope * when[i];
        }
        return logs;
    }

    private static double multinomial(double[] when, double[] events, double[] exposure, double slope) {
        double[] logs = logWeights(when, exposure, slope);
        double all = Special.logSumExp(logs);
        double sum = 0;
        for (int i = 0; i < logs.length; i++) {
            sum += events[i] == 0 ? 0 : events[i] * (logs[i] - all);
        }
        return sum;
    }

    /**
     * Pearson's statistic per degree of freedom, at least 1, times what few degrees of freedom cost: the squared ratio of
     * Student's 90 % point to the normal one, without which four rotations that scatter would look like a trend too often.
     */
    private static double spread(double[] seen, double[] expected, double[] variance) {
        double sum = 0;
        for (int i = 0; i < seen.length; i++) {
            double residual = seen[i] - expected[i];
            sum += variance[i] > 0 ? residual * residual / variance[i] : 0;
        }
        int degrees = Math.max(1, seen.length - 2);
        double penalty = TDistribution.of(degrees).inverseCumulativeProbability(0.9) / StandardNormal.quantile(0.9);
        return Math.max(1, penalty * penalty * sum / degrees);
    }

    private static double mode(DoubleUnaryOperator logLikelihood) {
        return BoundedMaximum.find(withPrior(logLikelihood), -SHARPEST, SHARPEST, SEARCH_CELLS);
    }

    private static DoubleUnaryOperator withPrior(DoubleUnaryOperator logLikelihood) {
        return slope -> logLikelihood.applyAsDouble(slope) - slope * slope / (2 * SLOPE_DEVIATION * SLOPE_DEVIATION);
    }

    private static RotationTrend of(DoubleUnaryOperator logLikelihood) {
        DoubleUnaryOperator posterior = withPrior(logLikelihood);
        double top = mode(logLikelihood);
        double floor = posterior.applyAsDouble(top) - NEGLIGIBLE;
        double low = edge(posterior, top, -SHARPEST, floor);
        double high = edge(posterior, top, SHARPEST, floor);
        double step = (high - low) / POINTS;
        double[] cumulated = new double[POINTS + 1];
        double mean = 0;
        double previous = 0;
        for (int i = 0; i <= POINTS; i++) {
            double density = Math.exp(posterior.applyAsDouble(low + i * step) - floor - NEGLIGIBLE);
            cumulated[i] = i == 0 ? 0 : cumulated[i - 1] + (previous + density) / 2;
            mean += density * (low + i * step);
            previous = density;
        }
        double mass = cumulated[POINTS];
        double falling = atMost(cumulated, (0 - low) / step) / mass;
        return new RotationTrend(
                new Estimate(
                        mean / mass,
                        low + step * quantile(cumulated, Quantiles.LOW),
                        low + step * quantile(cumulated, Quantiles.HIGH),
                        Quantiles.LEVEL),
                1 - falling,
                falling);
    }

    private static double edge(DoubleUnaryOperator posterior, double top, double end, double floor) {
        double inside = top;
        double outside = end;
        for (int i = 0; i < 60; i++) {
            double middle = (inside + outside) / 2;
            if (posterior.applyAsDouble(middle) > floor) {
                inside = middle;
            } else {
                outside = middle;
            }
        }
        return outside;
    }

    private static double atMost(double[] cumulated, double position) {
        if (position <= 0) {
            return 0;
        }
        int below = (int) Math.min(position, POINTS);
        return below >= POINTS
                ? cumulated[POINTS]
                : cumulated[below] + (position - below) * (cumulated[below + 1] - cumulated[below]);
    }

    private static double quantile(double[] cumulated, double share) {
        double wanted = share * cumulated[POINTS];
        int above = 1;
        while (above < POINTS && cumulated[above] < wanted) {
            above++;
        }
        double gained = cumulated[above] - cumulated[above - 1];
        return gained > 0 ? above - 1 + (wanted - cumulated[above - 1]) / gained : above;
    }

    private static double logistic(double logOdds) {
        return 1 / (1 + Math.exp(-logOdds));
    }

    /** The likelihood of shares with their level integrated out. */
    private static final class Shares {

        private final double[] when;
        private final double[] successes;
        private final double[] trials;
        private final double eta;

        Shares(double[] when, double[] successes, double[] trials, double eta) {
            this.when = when;
            this.successes = successes;
            this.trials = trials;
            this.eta = eta;
        }

        double logMarginal(double slope) {
            double level = bestLevel(slope);
            double[] here = at(level, slope);
            return here[0] - Math.log(here[2]) / 2;
        }

        /** The log posterior of a level, its slope and its curvature (above 0). */
        private double[] at(double level, double slope) {
            double middle = logistic(level);
            double log = JEFFREYS * (logShare(level) + logShare(-level));
            double first = JEFFREYS - 2 * JEFFREYS * middle;
            double curvature = 2 * JEFFREYS * middle * (1 - middle);
            for (int i = 0; i < when.length; i++) {
                double logOdds = level + slope * when[i];
                double share = logistic(logOdds);
                log += eta * (successes[i] * logShare(logOdds) + (trials[i] - successes[i]) * logShare(-logOdds));
                first += eta * (successes[i] - trials[i] * share);
                curvature += eta * trials[i] * share * (1 - share);
            }
            return new double[] {log, first, Math.max(curvature, Double.MIN_NORMAL)};
        }

        double bestLevel(double slope) {
            double low = -60;
            double high = 60;
            double level = 0;
            for (int step = 0; step < 200; step++) {
                double[] here = at(level, slope);
                if (here[1] > 0) {
                    low = level;
                } else {
                    high = level;
                }
                double next = level + here[1] / here[2];
                next = next > low && next < high ? next : (low + high) / 2;
                if (Math.abs(next - level) < 1e-12) {
                    return next;
                }
                level = next;
            }
            return level;
        }

        private static double logShare(double logOdds) {
            return logOdds < 0 ? logOdds - Math.log1p(Math.exp(logOdds)) : -Math.log1p(Math.exp(-logOdds));
        }
    }
}
