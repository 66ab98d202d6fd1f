package dev.flywheel.core.stats;

import dev.flywheel.core.stats.LaplaceLikelihood.Pull;
import java.util.Arrays;

/**
 * The climb to the best place of a factor model, and what is known there: expected effects, how they move with the place,
 * and how well the place is known. Immutable.
 *
 * @param place fixed coefficients, log taus, log shape
 * @param value the log of the marginal likelihood with the priors
 * @param placeCovariance covariance of the place; zero in coordinates held at a bound
 * @param means expected effects: the mode, corrected for the skewness of the posterior
 * @param sensitivities how effects move with each coordinate
 * @param system the inverse information of the effects at the place
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record FactorFit(
        double[] place,
        double value,
        double[][] placeCovariance,
        Pull means,
        Pull[] sensitivities,
        MixedSystem system) {

    private static final double STEP = 1e-3;
    private static final int POLISHING = 3;

    /** A coordinate that the data say nothing of is not taken to be less known than this. */
    private static final double LARGEST_VARIANCE = 1;

    static FactorFit of(
            LaplaceLikelihood likelihood, int fixed, double[] start, double[] variances, double[] low, double[] high) {
        BoundedAscent ascent = new BoundedAscent(likelihood, low, high);
        double[] place = ascent.climb(start, variances);
        boolean[] held = ascent.held(place, likelihood.at(place).gradient());
        Cholesky information = Cholesky.of(information(likelihood, place, held));
        for (int round = 0; round < POLISHING; round++) {
            place = ascent.inside(polished(likelihood, place, held, information));
        }
        double value = likelihood.at(place).value();
        Pull mode = likelihood.mode();
        Pull pull = likelihood.pull();
        return new FactorFit(
                place,
                value,
                covariance(information, held, fixed),
                new Pull(corrected(mode.shared(), pull.shared()), corrected(mode.creators(), pull.creators())),
                likelihood.sensitivities(),
                likelihood.system());
    }

    /** Second derivatives with their sign turned, by differences of the exact gradient. */
    private static double[][] information(LaplaceLikelihood likelihood, double[] place, boolean[] held) {
        int n = place.length;
        double[][] information = new double[n][n];
        for (int p = 0; p < n; p++) {
            double[] up = place.clone();
            double[] down = place.clone();
            up[p] += STEP;
            down[p] -= STEP;
            double[] above = held[p] ? new double[n] : likelihood.at(up).gradient();
            double[] below = held[p] ? new double[n] : likelihood.at(down).gradient();
            for (int q = 0; q < n; q++) {
                double bend = held[q] ? 0 : (below[q] - above[q]) / (2 * STEP);
                information[p][q] += bend / 2;
                information[q][p] += bend / 2;
            }
        }
        for (int p = 0; p < n; p++) {
            information[p][p] = held[p] ? 1 : Math.max(information[p][p], STEP);
        }
        return information;
    }

    /** A Newton step with the exact gradient, where it is as small as it should be near the top. */
    private static double[] polished(
            LaplaceLikelihood likelihood, double[] place, boolean[] held, Cholesky information) {
        double[] move = likelihood.at(place).gradient().clone();
        for (int p = 0; p < move.length; p++) {
            move[p] = held[p] ? 0 : move[p];
        }
        information.solve(move);
        boolean small = Arrays.stream(move).allMatch(by -> Math.abs(by) < 0.05);
        double[] next = place.clone();
        for (int p = 0; small && p < move.length; p++) {
            next[p] += move[p];
        }
        return next;
    }

    private static double[][] covariance(Cholesky information, boolean[] held, int fixed) {
        double[][] covariance = information.inverse();
        int n = held.length;
        double[] scale = new double[n];
        for (int p = 0; p < n; p++) {
            double most = p < fixed ? Double.POSITIVE_INFINITY : LARGEST_VARIANCE;
            scale[p] = held[p] ? 0 : Math.min(1, Math.sqrt(most / covariance[p][p]));
        }
        for (int p = 0; p < n; p++) {
            for (int q = 0; q < n; q++) {
                covariance[p][q] *= scale[p] * scale[q];
            }
        }
        return covariance;
    }

    private static double[] corrected(double[] mode, double[] pull) {
        double[] means = new double[mode.length];
        Arrays.setAll(means, j -> mode[j] - pull[j] / 2);
        return means;
    }

    /** The variance that comes from not knowing the place, of a quantity with these derivatives. */
    double placeVariance(double[] derivatives) {
        return placeCovariance(derivatives, derivatives);
    }

    double placeCovariance(double[] left, double[] right) {
        double sum = 0;
        for (int p = 0; p < left.length; p++) {
            for (int q = 0; q < right.length; q++) {
                sum += left[p] * placeCovariance[p][q] * right[q];
            }
        }
        return sum;
    }

    /** The derivatives of the sum of these effects in the place. */
    double[] derivatives(int[] columns, int creator) {
        double[] derivatives = new double[place.length];
        for (int p = 0; p < derivatives.length; p++) {
            for (int column : columns) {
                derivatives[p] += sensitivities[p].shared()[column];
            }
            derivatives[p] += creator < 0 ? 0 : sensitivities[p].creators()[creator];
        }
        return derivatives;
    }

    double mean(int[] columns, int creator) {
        double sum = creator < 0 ? 0 : means.creators()[creator];
        for (int column : columns) {
            sum += means.shared()[column];
        }
        return sum;
    }
}
