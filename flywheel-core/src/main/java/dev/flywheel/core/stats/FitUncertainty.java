package dev.flywheel.core.stats;

/**
 * How well the three parameters of a population are known: curvature of the profile in the log shape, the drift of level
 * and slope along that profile, and the covariance of level and slope at the estimate.
 *
 * @param logShapeVariance variance of the log shape
 * @param levelDrift change of the level per unit of log shape along the profile
 * @param slopeDrift change of the slope per unit of log shape along the profile
 * @param line covariance of level and slope
 */
record FitUncertainty(double logShapeVariance, double levelDrift, double slopeDrift, RateLine.Covariance line) {

    /** A flat profile says nothing about the shape; it is not taken to be less known than this. */
    private static final double LARGEST_VARIANCE = 1;

    private static final double STEP = 0.1;

    interface Profile {
        double at(double logShape);
    }

    /** Measures at the estimate; leaves the line fitted there. */
    static FitUncertainty measure(Profile profile, RateLine line, double logShape) {
        double below = profile.at(logShape - STEP);
        double levelBelow = line.level();
        double slopeBelow = line.slope();
        double above = profile.at(logShape + STEP);
        double levelDrift = (line.level() - levelBelow) / (2 * STEP);
        double slopeDrift = (line.slope() - slopeBelow) / (2 * STEP);
        double curvature = (2 * profile.at(logShape) - below - above) / (STEP * STEP);
        double variance = 1 / Math.max(curvature, 1 / LARGEST_VARIANCE);
        return new FitUncertainty(variance, levelDrift, slopeDrift, line.covariance(Math.exp(logShape)));
    }

    /** First-order variance of a quantity from its derivatives in log shape and log mean, at centred log reach z. */
    double variance(double byLogShape, double byLogMean, double z) {
        double alongProfile = byLogShape + byLogMean * (levelDrift + slopeDrift * z);
        return alongProfile * alongProfile * logShapeVariance + byLogMean * byLogMean * line.at(z);
    }
}
