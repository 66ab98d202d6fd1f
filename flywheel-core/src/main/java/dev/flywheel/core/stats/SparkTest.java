package dev.flywheel.core.stats;

import java.util.List;

/**
 * The frozen definition of one anytime-valid test of a Spark ad: a mixture e-process on c = paid rate / organic rate
 * with the organic rate integrated out (statistics 2.2), its concurrent form (2.3), one spliced to the other, and the
 * blended form (2.6). Looked at on any day, however often, it exceeds {@link #threshold(double)} with probability at most
 * alpha while its null hypothesis is true.
 *
 * <p>Immutable and safe for use by several threads. Margin, prior and alternative must be chosen before the first paid
 * click: that predictability is what makes the guarantee hold. Everything is computed from totals, so restated data
 * simply give a new value.
 */
public final class SparkTest {

    private static final int POINTS = 64;
    private static final double LOWEST = Math.log(0.05);
    private static final double HIGHEST = Math.log(5);

    private final SparkSide side;
    private final double ratio;
    private final GammaPrior prior;
    private final RatioPrior alternative;
    private final RatioGrid grid;
    private final List<GammaPrior> shapes;

    private SparkTest(SparkSide side, double ratio, GammaPrior prior, RatioPrior alternative) {
        this.side = side;
        this.ratio = ratio;
        this.prior = prior;
        this.alternative = alternative;
        this.shapes = robust(prior);
        double step = side == SparkSide.DROP ? -LOWEST / POINTS : HIGHEST / POINTS;
        double first = side == SparkSide.DROP ? LOWEST : step;
        this.grid = new RatioGrid(ratio, first, step, POINTS, alternative);
    }

    /**
     * A test of H0 "paid converts at least {@code ratio} times as well as organic".
     *
     * @param ratio the margin ratio, in [0.01, 100]; 1 asks for any drop
     * @param prior the law of the organic rate in this video's class, fitted before the test
     * @return the test
     * @throws IllegalArgumentException for a ratio or prior out of range
     */
    public static SparkTest drop(double ratio, GammaPrior prior) {
        return of(SparkSide.DROP, ratio, prior, -0.5);
    }

    /**
     * A test of H0 "paid converts at most {@code ratio} times as well as organic".
     *
     * @param ratio the margin ratio, in [0.01, 100]; 0.8 asks for proof that at most a fifth was lost
     * @param prior the law of the organic rate in this video's class, fitted before the test
     * @return the test
     * @throws IllegalArgumentException for a ratio or prior out of range
     */
    public static SparkTest hold(double ratio, GammaPrior prior) {
        return of(SparkSide.HOLD, ratio, prior, 0.3);
    }

    private static SparkTest of(SparkSide side, double ratio, GammaPrior prior, double centre) {
        Checks.within(ratio, 0.01, 100, "ratio");
        return new SparkTest(side, ratio, Checks.moderate(prior), new RatioPrior(Math.log(ratio) + centre, 0.5));
    }

    /**
     * The same test with its weights placed where past tests ended. Raises power; costs no validity when fixed before
     * the test starts.
     *
     * @param learned the law of log c fitted to past tests
     * @return the new definition
     */
    public SparkTest withAlternative(RatioPrior learned) {
        return new SparkTest(side, ratio, prior, learned);
    }

    /** {@return the question asked} */
    public SparkSide side() {
        return side;
    }

    /** {@return the margin ratio r} */
    public double ratio() {
        return ratio;
    }

    /** {@return the law of the organic rate} */
    public GammaPrior prior() {
        return prior;
    }

    /** {@return where the weights of the alternative ratios lie} */
    public RatioPrior alternative() {
        return alternative;
    }

    /**
     * The level that {@link #logE} must reach.
     *
     * @param alpha the accepted probability of a false rejection over the whole life of the test, in (0, 1)
     * @return log(1/alpha)
     */
    public static double threshold(double alpha) {
        return -Math.log(Checks.strictlyWithin(alpha, 0, 1, "alpha"));
    }

    /**
     * The log e-value, smallest over priors of a quarter, half, once and twice the shape at the same mean: valid if the
     * truth is any mixture of them, so a prior fitted too tight does no harm.
     *
     * @param evidence all evidence so far
     * @param eta its weight, 1/phi, in (0, 1]
     * @return the log e-value; exactly 0 when nothing compares the arms
     */
    public double logE(SparkEvidence evidence, double eta) {
        return smallest(evidence, eta, shapes);
    }

    /**
     * The log e-value of totals, robust as {@link #logE(SparkEvidence, double)}.
     *
     * @param totals all evidence so far
     * @param eta its weight, 1/phi, in (0, 1]
     * @return the log e-value; exactly 0 without paid exposure
     */
    public double logE(SparkTotals totals, double eta) {
        return smallest(SparkEvidence.of(totals), eta, shapes);
    }

    /**
     * The log e-value under the given prior alone.
     *
     * @param totals all evidence so far
     * @param eta its weight, 1/phi, in (0, 1]
     * @return the log e-value; exactly 0 without paid exposure
     */
    public double plainLogE(SparkTotals totals, double eta) {
        return smallest(SparkEvidence.of(totals), eta, List.of(prior));
    }

    /**
     * The log e-value of the concurrent form: each day's orders are split between the arms in proportion to their
     * clicks, whatever that day's rate. Needs no prior and no baseline; wants organic clicks of at least half the paid
     * ones. Never multiply it with {@link #logE}.
     *
     * @param days the days since launch in any order
     * @param eta the weight of each order, 1/phi, in (0, 1]
     * @return the log e-value; exactly 0 when no day has clicks in both arms
     */
    public double concurrentLogE(List<SparkDay> days, double eta) {
        return smallest(SparkEvidence.concurrent(days), eta, List.of(prior));
    }

    private double smallest(SparkEvidence evidence, double eta, List<GammaPrior> priors) {
        Checks.aboveUpTo(eta, 0, 1, "eta");
        if (!evidence.compares()) {
            return 0;
        }
        SparkEvidence tempered = evidence.tempered(eta);
        double smallest = Double.POSITIVE_INFINITY;
        for (GammaPrior one : priors) {
            RatioLikelihood likelihood = RatioLikelihood.of(tempered, one, ratio);
            smallest = Math.min(smallest, Special.logSumExp(grid.logJoint(likelihood)));
        }
        return smallest;
    }

    /** {@return the prior at a quarter, half, once and twice its shape, same mean} */
    static List<GammaPrior> robust(GammaPrior prior) {
        return List.of(scaled(prior, 0.25), scaled(prior, 0.5), prior, scaled(prior, 2));
    }

    private static GammaPrior scaled(GammaPrior prior, double factor) {
        return new GammaPrior(factor * prior.shape(), factor * prior.rate());
    }
}
