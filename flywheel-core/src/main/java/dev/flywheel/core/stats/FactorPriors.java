package dev.flywheel.core.stats;

import java.util.Arrays;

/**
 * The weak priors of a factor fit. A fixed coefficient and the log shape have normal priors (precision 0: none). A
 * standard deviation tau has a half-normal prior of the given scale, read on the scale of log tau, which keeps the
 * estimate off zero, where intervals of effects would collapse; an infinite scale means no prior: maximum likelihood.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record FactorPriors(
        double[] fixedCentres,
        double[] fixedPrecisions,
        double[] tauScales,
        double logShape,
        double logShapePrecision) {

    double ofFixed(double[] place) {
        double sum = 0;
        for (int f = 0; f < fixedCentres.length; f++) {
            double distance = place[f] - fixedCentres[f];
            sum -= fixedPrecisions[f] * distance * distance / 2;
        }
        return sum;
    }

    double fixedSlope(int f, double value) {
        return -fixedPrecisions[f] * (value - fixedCentres[f]);
    }

    double ofTau(int group, double logTau) {
        double scale = tauScales[group];
        return scale == Double.POSITIVE_INFINITY ? 0 : logTau - Math.exp(2 * logTau) / (2 * scale * scale);
    }

    double tauSlope(int group, double logTau) {
        double scale = tauScales[group];
        return scale == Double.POSITIVE_INFINITY ? 0 : 1 - Math.exp(2 * logTau) / (scale * scale);
    }

    double ofLogShape(double value) {
        return -logShapePrecision * (value - logShape) * (value - logShape) / 2;
    }

    double logShapeSlope(double value) {
        return -logShapePrecision * (value - logShape);
    }

    int fixed() {
        return fixedCentres.length;
    }

    /** {@return a start value of log tau for each group} */
    double[] startLogTaus() {
        return Arrays.stream(tauScales)
                .map(scale -> Math.log(Math.min(scale, 1) * 0.4))
                .toArray();
    }
}
