package dev.flywheel.core.stats;

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

    private static final ConversionLag CONVERSIONS = of(0.60, 0.75, 0.85, 0.90, 0.94, 0.97, 0.99, 1);

    /** Ages in days and shares seen; straight lines between. */
    private static final double[][] REFUND_KNOTS = {
        {0, 0.02}, {3, 0.06}, {7, 0.15}, {14, 0.40}, {21, 0.62}, {30, 0.82}, {37, 0.93}, {45, 1}
    };

    private static final ConversionLag REFUNDS = refundCurve();

    private final double[] shares;

    private ConversionLag(double[] shares) {
        this.shares = shares;
    }

    /** {@return clicks to orders until a month of report snapshots allows a fitted curve: complete at age 7} */
    public static ConversionLag conversions() {
        return CONVERSIONS;
    }

    /**
     * Orders to refunds over a window of 45 days, by age of the order.
     *
     * <p>No published curve exists. This one is inferred from how returns come about (cancellations at once, delivery
     * within the first week, a return window of 30 days, then handling) and is drawn on the slow side: young orders are
     * taken to have most refunds still ahead.
     *
     * @return the curve, complete at age 45
     */
    public static ConversionLag refunds() {
        return REFUNDS;
    }

    /**
     * A curve fitted elsewhere.
     *
     * @param seenShares the share seen at age 0, 1, 2, ... days: above 0, never falling, 1 at the end
     * @return the curve
     * @throws IllegalArgumentException for a curve that is empty, falls, leaves (0, 1] or does not end at 1
     */
    public static ConversionLag of(double... seenShares) {
        double[] shares = seenShares.clone();
        double previous = 0;
        for (int age = 0; age < shares.length; age++) {
            Checks.aboveUpTo(shares[age], 0, 1, "seen share at age " + age);
            Checks.within(shares[age], previous, 1, "seen share at age " + age);
            previous = shares[age];
        }
        Checks.within(previous, 1, 1, "last seen share");
        return new ConversionLag(shares);
    }

    /**
     * The share of a cohort's eventual events that has been seen.
     *
     * @param age days since the cohort's day; a cohort of the future has a negative age and has shown nothing
     * @return the share, 0 for a negative age, 1 from {@link #window()} on
     */
    public double seenShare(int age) {
        if (age < 0) {
            return 0;
        }
        return age < shares.length ? shares[age] : 1;
    }

    /** {@return the age in days at which a cohort counts as complete} */
    public int window() {
        int age = shares.length - 1;
        while (age > 0 && shares[age - 1] == 1) {
            age--;
        }
        return age;
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

    private static ConversionLag refundCurve() {
        double[] shares = new double[46];
        for (int knot = 1; knot < REFUND_KNOTS.length; knot++) {
            double[] from = REFUND_KNOTS[knot - 1];
            double[] to = REFUND_KNOTS[knot];
            for (int age = (int) from[0]; age <= (int) to[0]; age++) {
                double way = (age - from[0]) / (to[0] - from[0]);
                shares[age] = from[1] + way * (to[1] - from[1]);
            }
        }
        return of(shares);
    }
}
