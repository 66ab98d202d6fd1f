package dev.flywheel.core.stats;

/**
 * Level and slope of the log rate for a given Gamma shape, by Newton steps with halving. Starts at the exposure-weighted
 * mean rate (never the plain mean of ratios, which tiny exposures dominate) and continues from the last answer.
 * Confined to one fit, not thread-safe.
 */
final class RateLine {

    private static final int MOST_STEPS = 100;
    private static final double SMALLEST_STEP = 1e-9;
    private static final double CONVERGED = 1e-12;
    /** In logarithms: from any start a few such steps reach any rate. */
    private static final double LONGEST_STEP = 10;

    private final double[] counts;
    private final double[] exposures;
    private final double[] z;
    private final double levelCentre;
    private final double levelPrecision;
    private final double slopePrecision;
    private double level;
    private double slope;

    RateLine(double[] counts, double[] exposures, double[] z, double levelCentre, double levelSd, double slopeSd) {
        this.counts = counts;
        this.exposures = exposures;
        this.z = z;
        this.levelCentre = levelCentre;
        this.levelPrecision = 1 / (levelSd * levelSd);
        this.slopePrecision = 1 / (slopeSd * slopeSd);
        this.level = levelCentre;
    }

    double level() {
        return level;
    }

    double slope() {
        return slope;
    }

    /** Moves to the best level and slope and returns the penalised log-likelihood there, less terms in counts alone. */
    double fit(double shape) {
        double value = penalised(shape, level, slope);
        for (int step = 0; step < MOST_STEPS; step++) {
            Move move = newton(shape);
            // So close that a comparison of values would only see rounding: the last Newton step is taken unseen.
            boolean last = move.gain < CONVERGED * (1 + Math.abs(value));
            double length = 1;
            double next = penalised(shape, level + move.level, slope + move.slope);
            while (!last && !(next >= value) && length > SMALLEST_STEP) {
                length /= 2;
                next = penalised(shape, level + length * move.level, slope + length * move.slope);
            }
            boolean better = last ? !Double.isNaN(next) : next >= value;
            if (!better) {
                // Nothing to gain that rounding would show.
                return value;
            }
            level += length * move.level;
            slope += length * move.slope;
            value = next;
            if (last) {
                return value;
            }
        }
        return value;
    }

    Covariance covariance(double shape) {
        return newton(shape).covariance;
    }

    /** The log-likelihood at the current level and slope without the priors, less terms in counts and shape alone. */
    double logLikelihood(double shape) {
        double sum = 0;
        for (int i = 0; i < counts.length; i++) {
            double ratio = exposures[i] * Math.exp(level + slope * z[i]) / shape;
            sum += term(counts[i], ratio, shape);
        }
        return sum;
    }

    private double penalised(double shape, double atLevel, double atSlope) {
        double fromCentre = atLevel - levelCentre;
        double sum = -(levelPrecision * fromCentre * fromCentre + slopePrecision * atSlope * atSlope) / 2;
        for (int i = 0; i < counts.length; i++) {
            sum += term(counts[i], exposures[i] * Math.exp(atLevel + atSlope * z[i]) / shape, shape);
        }
        return sum;
    }

    private static double term(double count, double ratio, double shape) {
        double logPlus = Math.log1p(ratio);
        return (count == 0 ? 0 : count * (Math.log(ratio) - logPlus)) - shape * logPlus;
    }

    private Move newton(double shape) {
        double gradLevel = -levelPrecision * (level - levelCentre);
        double gradSlope = -slopePrecision * slope;
        double levels = levelPrecision;
        double cross = 0;
        double slopes = slopePrecision;
        for (int i = 0; i < counts.length; i++) {
            double mean = exposures[i] * Math.exp(level + slope * z[i]);
            // Written with a share, because a trial step may make the mean infinite.
            double share = 1 / (1 + shape / mean);
            double score = counts[i] * (1 - share) - shape * share;
            double weight = (shape + counts[i]) * share * (1 - share);
            gradLevel += score;
            gradSlope += score * z[i];
            levels += weight;
            cross += weight * z[i];
            slopes += weight * z[i] * z[i];
        }
        double determinant = Math.max(levels * slopes - cross * cross, Double.MIN_NORMAL);
        double moveLevel = bounded((slopes * gradLevel - cross * gradSlope) / determinant);
        double moveSlope = bounded((levels * gradSlope - cross * gradLevel) / determinant);
        Covariance covariance = new Covariance(slopes / determinant, -cross / determinant, levels / determinant);
        return new Move(moveLevel, moveSlope, gradLevel * moveLevel + gradSlope * moveSlope, covariance);
    }

    private static double bounded(double move) {
        return Math.max(-LONGEST_STEP, Math.min(LONGEST_STEP, move));
    }

    /** A Newton step; twice the gain a quadratic would promise. */
    private record Move(double level, double slope, double gain, Covariance covariance) {}

    /** Covariance of level and slope: the inverse of the observed information. */
    record Covariance(double level, double cross, double slope) {

        /** Variance of the log mean at centred log reach z. */
        double at(double z) {
            return level + 2 * cross * z + slope * z * z;
        }
    }
}
