package dev.flywheel.core.stats;

import java.util.List;

/**
 * Candidate values of the ratio c, log-spaced, with normalised weights, and the log likelihood ratios of each against
 * an anchor ratio r. The differences are formed before any logarithm is taken: large counts then cancel exactly.
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

    /** {@return log w_j + l(c_j) - l(r) of statistics 2.2, with the organic rate integrated out} */
    double[] logJoint(SparkTotals totals, GammaPrior prior) {
        GammaPrior baseline = totals.baseline(prior);
        double paidOrders = totals.judgedPaidOrders();
        double power = baseline.shape() + paidOrders;
        double slope = totals.paidExposure() / (baseline.rate() + anchor * totals.paidExposure());
        double[] joint = new double[offsets.length];
        for (int j = 0; j < joint.length; j++) {
            joint[j] = logWeights[j] + paidOrders * offsets[j] - power * Math.log1p(gaps[j] * slope);
        }
        return joint;
    }

    /** {@return log w_j + the conditional log likelihood ratio of statistics 2.3, orders weighted by eta} */
    double[] logJoint(List<SparkDay> days, double eta) {
        double[] joint = logWeights.clone();
        for (SparkDay day : days) {
            if (day.compares()) {
                double paid = eta * day.paidOrders();
                double both = paid + eta * day.organicOrders();
                double slope = day.paidClicks() / (day.organicClicks() + anchor * day.paidClicks());
                for (int j = 0; j < joint.length; j++) {
                    joint[j] += paid * offsets[j] - both * Math.log1p(gaps[j] * slope);
                }
            }
        }
        return joint;
    }
}
