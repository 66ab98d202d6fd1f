package dev.flywheel.core.stats;

/**
 * Candidate values of the ratio c, log-spaced, with normalised weights, around an anchor ratio r.
 */
final class RatioGrid {

    private final double anchor;
    /** log(c_j / r). */
    private final double[] offsets;
    /** c_j - r. */
    private final double[] gaps;

    private final double[] logWeights;

    /** Points at {@code anchor * exp(first + j * step)}. */
    RatioGrid(double anchor, double first, double step, int points, RatioPrior weighting) {
        this.anchor = anchor;
        offsets = new double[points];
        gaps = new double[points];
        logWeights = new double[points];
        double logAnchor = Math.log(anchor);
        for (int j = 0; j < points; j++) {
            offsets[j] = first + j * step;
            gaps[j] = anchor * Math.expm1(offsets[j]);
            logWeights[j] = weighting.logDensity(logAnchor + offsets[j]);
        }
        double total = Special.logSumExp(logWeights);
        for (int j = 0; j < points; j++) {
            logWeights[j] -= total;
        }
    }

    int size() {
        return offsets.length;
    }

    double ratio(int j) {
        return anchor * Math.exp(offsets[j]);
    }

    /** {@return log w_j + l(c_j) - l(r)} */
    double[] logJoint(RatioLikelihood likelihood) {
        double[] joint = new double[offsets.length];
        for (int j = 0; j < joint.length; j++) {
            joint[j] = logWeights[j] + likelihood.at(offsets[j], gaps[j]);
        }
        return joint;
    }
}
