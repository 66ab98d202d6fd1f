package dev.flywheel.core.stats;

import java.util.List;

/**
 * A confidence sequence for c = paid rate / organic rate: intervals that all cover the truth together, at every look,
 * with probability at least 1 - alpha (statistics 2.2). It inverts the two-sided mixture e-process. Immutable and safe
 * for use by several threads; fix it before the first paid click.
 *
 * <p>Robust in the same way as {@link SparkTest#logE}: a ratio is excluded only when the e-values under all four prior
 * shapes exclude it, so the interval is the hull of the four. Each of the four is an interval because the likelihood
 * has a single top in c.
 */
public final class RatioConfidenceSequence {

    private static final double LOWEST = 0.05;
    private static final double HIGHEST = 5;
    private static final int POINTS = 129;
    /** Ratios below this are reported as 0. */
    private static final double LEAST = 1e-9;

    private static final int HALVINGS = 100;

    private final List<GammaPrior> shapes;
    private final RatioGrid grid;

    /**
     * A sequence with weights log c ~ N(-0.2, 0.5^2) over ratios from 0.05 to 5.
     *
     * @param prior the law of the organic rate in this video's class
     */
    public RatioConfidenceSequence(GammaPrior prior) {
        shapes = SparkTest.robust(Checks.moderate(prior));
        double step = Math.log(HIGHEST / LOWEST) / (POINTS - 1);
        grid = new RatioGrid(1, Math.log(LOWEST), step, POINTS, new RatioPrior(-0.2, 0.5));
    }

    /**
     * The interval after the evidence so far.
     *
     * @param totals all evidence so far
     * @param eta its weight, 1/phi, in (0, 1]
     * @param alpha the accepted probability of ever missing the truth, in (0, 1)
     * @return the interval; {@link RatioInterval#UNKNOWN} without paid exposure
     */
    public RatioInterval interval(SparkTotals totals, double eta, double alpha) {
        double threshold = SparkTest.threshold(alpha);
        SparkTotals tempered = totals.tempered(eta);
        if (tempered.paidExposure() == 0) {
            return RatioInterval.UNKNOWN;
        }
        double low = RatioInterval.MOST;
        double high = 0;
        for (GammaPrior prior : shapes) {
            OnePrior one = new OnePrior(grid, tempered, prior, threshold);
            low = Math.min(low, one.low());
            high = Math.max(high, one.high());
        }
        return new RatioInterval(low, high);
    }

    /** The interval under one prior: ratios whose log likelihood stays above a floor. */
    private static final class OnePrior {

        private final double orders;
        private final double exposure;
        private final GammaPrior baseline;
        private final double floor;
        private final double top;

        OnePrior(RatioGrid grid, SparkTotals totals, GammaPrior prior, double threshold) {
            orders = totals.judgedPaidOrders();
            exposure = totals.paidExposure();
            baseline = totals.baseline(prior);
            floor = Special.logSumExp(grid.logJoint(totals, prior)) - threshold;
            double best = orders * baseline.rate() / (baseline.shape() * exposure);
            top = Math.log(Math.max(LEAST, Math.min(RatioInterval.MOST, best)));
        }

        double low() {
            double bottom = Math.log(LEAST);
            return included(bottom) ? 0 : boundary(top, bottom);
        }

        double high() {
            double ceiling = Math.log(RatioInterval.MOST);
            return included(ceiling) ? RatioInterval.MOST : boundary(top, ceiling);
        }

        private boolean included(double logRatio) {
            double c = Math.exp(logRatio);
            double logGrowth = Math.log(baseline.rate() + c * exposure) - Math.log(baseline.rate() + exposure);
            return orders * logRatio - (baseline.shape() + orders) * logGrowth > floor;
        }

        private double boundary(double inside, double outside) {
            double in = inside;
            double out = included(inside) ? outside : inside;
            for (int i = 0; i < HALVINGS; i++) {
                double middle = 0.5 * (in + out);
                if (included(middle)) {
                    in = middle;
                } else {
                    out = middle;
                }
            }
            return Math.min(RatioInterval.MOST, Math.exp(in));
        }
    }
}
