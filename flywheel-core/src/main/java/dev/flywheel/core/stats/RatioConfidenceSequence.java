package dev.flywheel.core.stats;

import java.util.Arrays;
import java.util.List;

/**
 * A confidence sequence for c = paid rate / organic rate: intervals that all cover the truth together, at every look,
 * with probability at least 1 - alpha (statistics 2.2). It inverts the two-sided mixture e-process. Immutable and safe
 * for use by several threads; fix it before the first paid click.
 *
 * <p>Robust in the same way as {@link SparkTest#logE}: a ratio is excluded only when the e-values under all four prior
 * shapes exclude it, so the interval is the hull of the four. Totals and single days give a likelihood with a single top in
 * c; a spliced or blended one need not, so ends are looked for from outside in and then bisected.
 */
public final class RatioConfidenceSequence {

    private static final double LOWEST = 0.05;
    private static final double HIGHEST = 5;
    private static final int POINTS = 129;
    /** Ratios below this are reported as 0. */
    private static final double LEAST = 1e-9;

    private static final int HALVINGS = 45;

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
     * The interval after totals.
     *
     * @param totals all evidence so far
     * @param eta its weight, 1/phi, in (0, 1]
     * @param alpha the accepted probability of ever missing the truth, in (0, 1)
     * @return the interval; {@link RatioInterval#UNKNOWN} without paid exposure
     */
    public RatioInterval interval(SparkTotals totals, double eta, double alpha) {
        return interval(SparkEvidence.of(totals), eta, alpha);
    }

    /**
     * The interval after the evidence so far, whatever the form of the test.
     *
     * @param evidence all evidence so far
     * @param eta its weight, 1/phi, in (0, 1]
     * @param alpha the accepted probability of ever missing the truth, in (0, 1)
     * @return the interval; {@link RatioInterval#UNKNOWN} when nothing compares the arms
     */
    public RatioInterval interval(SparkEvidence evidence, double eta, double alpha) {
        double threshold = SparkTest.threshold(alpha);
        Checks.aboveUpTo(eta, 0, 1, "eta");
        if (!evidence.compares()) {
            return RatioInterval.UNKNOWN;
        }
        SparkEvidence tempered = evidence.tempered(eta);
        double low = RatioInterval.MOST;
        double high = 0;
        for (GammaPrior prior : shapes) {
            RatioLikelihood likelihood = RatioLikelihood.of(tempered, prior, 1);
            double floor = Special.logSumExp(grid.logJoint(likelihood)) - threshold;
            OnePrior one = new OnePrior(likelihood, floor);
            low = Math.min(low, one.low());
            high = Math.max(high, one.high());
        }
        return new RatioInterval(low, high);
    }

    /** The ratios under one prior whose log likelihood stays above a floor. */
    private static final class OnePrior {

        /** Log ratios from below to above everything, a quarter apart where ratios are plausible. */
        private static final double[] SCAN = scan(Math.log(1e-3), Math.log(RatioInterval.MOST), 0.25);

        private final RatioLikelihood likelihood;
        private final double floor;
        private final double[] points;

        OnePrior(RatioLikelihood likelihood, double floor) {
            this.likelihood = likelihood;
            this.floor = floor;
            this.points = Arrays.stream(SCAN).anyMatch(this::included) ? SCAN : withTop();
        }

        private static double[] scan(double first, double last, double step) {
            int steps = (int) Math.ceil((last - first) / step);
            double[] points = new double[steps + 2];
            points[0] = Math.log(LEAST);
            for (int i = 0; i <= steps; i++) {
                points[i + 1] = Math.min(last, first + i * step);
            }
            return points;
        }

        /** An interval between two points of the scan is found by golden section around the better one. */
        private double[] withTop() {
            int best = 0;
            for (int i = 1; i < SCAN.length; i++) {
                best = value(SCAN[i]) > value(SCAN[best]) ? i : best;
            }
            double low = SCAN[Math.max(0, best - 1)];
            double high = SCAN[Math.min(SCAN.length - 1, best + 1)];
            double golden = (Math.sqrt(5) - 1) / 2;
            for (int i = 0; i < HALVINGS; i++) {
                double left = high - golden * (high - low);
                double right = low + golden * (high - low);
                if (value(left) > value(right)) {
                    high = right;
                } else {
                    low = left;
                }
            }
            double[] all = Arrays.copyOf(SCAN, SCAN.length + 1);
            all[SCAN.length] = 0.5 * (low + high);
            Arrays.sort(all);
            return all;
        }

        double low() {
            int i = 0;
            while (i < points.length - 1 && !included(points[i])) {
                i++;
            }
            return i == 0 ? 0 : boundary(points[i], points[i - 1]);
        }

        double high() {
            int i = points.length - 1;
            while (i > 0 && !included(points[i])) {
                i--;
            }
            return i == points.length - 1 ? RatioInterval.MOST : boundary(points[i], points[i + 1]);
        }

        private double value(double logRatio) {
            return likelihood.at(logRatio, Math.expm1(logRatio));
        }

        private boolean included(double logRatio) {
            return value(logRatio) > floor;
        }

        private double boundary(double inside, double outside) {
            double in = inside;
            double out = outside;
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
