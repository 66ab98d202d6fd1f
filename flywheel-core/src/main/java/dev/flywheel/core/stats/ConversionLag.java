package dev.flywheel.core.stats;

import dev.flywheel.core.performance.LagCurve;
import java.util.Arrays;

/**
 * The share of a day's eventual orders (or refunds) that has been seen by a given age in days, and the exposure matured
 * by it (statistics 2.5). Immutable and safe for use by several threads.
 *
 * <p>The same matured exposure serves both ways of dating an order. Dated by the click, the cohort of day d shows
 * {@code n_d F(t-d)} of its orders by day t. Dated by the order, day u receives {@code n_d f(u-d)} from cohort d, which
 * sums over all days up to t to the same {@code n_d F(t-d)}. Hence totals from the first click onward need no
 * distinction; totals that start later do, because orders dated by themselves spill over from earlier clicks.
 *
 * <p>When in doubt a curve should be too slow: too fast a curve turns unseen orders into a false drop.
 */
public final class ConversionLag {

    private static final ConversionLag CONVERSIONS = new ConversionLag(LagCurve.USUAL_ORDERS);
    private static final ConversionLag REFUNDS = new ConversionLag(LagCurve.USUAL_RETURNS);

    /** Events behind a link of the ladder from which the link is believed. */
    private static final double ENOUGH_SHOWN = 50;

    /** Standard errors by which a learned curve errs on the slow side. */
    private static final double CAUTION = 1.5;

    private final LagCurve curve;

    private ConversionLag(LagCurve curve) {
        this.curve = curve;
    }

    /** {@return clicks to orders until a month of report snapshots allows a fitted curve: complete at age 7} */
    public static ConversionLag conversions() {
        return CONVERSIONS;
    }

    /** {@return orders to refunds over a window of 45 days, by age of the order} */
    public static ConversionLag refunds() {
        return REFUNDS;
    }

    /**
     * A curve given by its shares.
     *
     * @param seenShares the share seen at age 0, 1, 2, ... days: above 0, never falling, 1 at the end
     * @return the curve
     * @throws IllegalArgumentException for a curve that is empty, falls, leaves (0, 1] or does not end at 1
     */
    public static ConversionLag of(double... seenShares) {
        return new ConversionLag(new LagCurve(Arrays.stream(seenShares).boxed().toList()));
    }

    /**
     * The curve that a run-off triangle of report snapshots shows: {@code F(k)} is the product of {@code 1/f_j} over the
     * ages to come. The growth still to come is taken one and a half standard errors and one late event too large, which
     * makes the curve slow; ages of which too little was seen grow as usual, and no faster than usual.
     *
     * @param ladder factors of the brand's own cohorts
     * @param usual the curve that holds where the ladder knows too little
     * @return the learned curve
     */
    public static ConversionLag learned(ChainLadder ladder, ConversionLag usual) {
        int links = Math.max(ladder.links(), usual.window());
        double[] shares = new double[links + 1];
        shares[links] = 1;
        double growth = 1;
        double squaredError = 0;
        for (int age = links - 1; age >= 0; age--) {
            double oneMore = 0;
            double most = 1;
            if (age < ladder.links() && ladder.shown(age) >= ENOUGH_SHOWN) {
                growth *= Math.max(1, ladder.factor(age));
                squaredError += ladder.relativeError(age);
                oneMore = 1 / ladder.shown(age);
            } else {
                growth *= usual.seenShare(age + 1) / usual.seenShare(age);
                most = usual.seenShare(age);
            }
            double slow = growth * (1 + CAUTION * Math.sqrt(squaredError)) + oneMore;
            shares[age] = Math.min(Math.min(shares[age + 1], most), 1 / slow);
        }
        return of(shares);
    }

    /** {@return the curve in plain numbers} */
    public LagCurve curve() {
        return curve;
    }

    /**
     * The share of a cohort's eventual events that has been seen.
     *
     * @param age days since the cohort's day; a cohort of the future has a negative age and has shown nothing
     * @return the share, 0 for a negative age, 1 from {@link #window()} on
     */
    public double seenShare(int age) {
        return curve.seenShare(age);
    }

    /** {@return the age in days at which a cohort counts as complete} */
    public int window() {
        return curve.window();
    }

    /**
     * The exposure that has had its chance: each day's clicks (or orders, for refunds) times the share seen.
     *
     * @param exposurePerDay clicks or orders of each day, zero or more
     * @param ages the age of each of these days
     * @return the matured exposure, never above the plain sum
     */
    public double maturedExposure(double[] exposurePerDay, int[] ages) {
        Checks.sameLength("exposurePerDay", exposurePerDay.length, "ages", ages.length);
        double sum = 0;
        for (int i = 0; i < ages.length; i++) {
            sum += Checks.within(exposurePerDay[i], 0, 1e12, "exposure") * seenShare(ages[i]);
        }
        return sum;
    }
}
