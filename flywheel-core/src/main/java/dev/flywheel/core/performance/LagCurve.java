package dev.flywheel.core.performance;

import java.util.ArrayList;
import java.util.List;

/**
 * The share of a day's eventual events that has been seen by an age in days: orders by age of the click, or returns by
 * age of the order (statistics 2.5). When in doubt a curve should be slow: a fast one turns orders that nobody has seen
 * yet into a fall of conversion. Immutable.
 *
 * @param shares the share seen at age 0, 1, 2, ... days: above 0, never falling, 1 at the end
 */
public record LagCurve(List<Double> shares) {

    /** Clicks to orders until a month of report snapshots allows a learned curve: complete at age 7. */
    public static final LagCurve USUAL_ORDERS = new LagCurve(List.of(0.60, 0.75, 0.85, 0.90, 0.94, 0.97, 0.99, 1.0));

    /** Ages in days and shares of returns seen; straight lines between. */
    private static final double[][] RETURN_KNOTS = {
        {0, 0.02}, {3, 0.06}, {7, 0.15}, {14, 0.40}, {21, 0.62}, {30, 0.82}, {37, 0.93}, {45, 1}
    };

    /**
     * Orders to returns over a window of 45 days. No published curve exists. This one is inferred from how returns come
     * about (cancellations at once, delivery within the first week, a return window of 30 days, then handling) and is
     * drawn on the slow side: young orders are taken to have most returns still ahead.
     */
    public static final LagCurve USUAL_RETURNS = usualReturns();

    /** Checks and copies. */
    public LagCurve {
        shares = List.copyOf(shares);
        double previous = 0;
        for (int age = 0; age < shares.size(); age++) {
            double share = shares.get(age);
            if (!(share > 0 && share <= 1)) {
                throw new IllegalArgumentException("seen share at age " + age + " must be in (0.0, 1.0], got " + share);
            }
            if (share < previous) {
                throw new IllegalArgumentException(
                        "seen share at age " + age + " must be in [" + previous + ", 1.0], got " + share);
            }
            previous = share;
        }
        if (previous != 1) {
            throw new IllegalArgumentException("last seen share must be 1, got " + previous);
        }
    }

    /**
     * The share of a cohort's eventual events that has been seen.
     *
     * @param age days since the cohort's day; a cohort of the future has a negative age and has shown nothing
     * @return the share, 0 for a negative age, 1 from {@link #window()} on
     */
    public double seenShare(long age) {
        if (age < 0) {
            return 0;
        }
        return age < shares.size() ? shares.get((int) age) : 1;
    }

    /** {@return the age in days at which a cohort counts as complete} */
    public int window() {
        int age = shares.size() - 1;
        while (age > 0 && shares.get(age - 1) == 1) {
            age--;
        }
        return age;
    }

    private static LagCurve usualReturns() {
        List<Double> shares = new ArrayList<>();
        for (int knot = 1; knot < RETURN_KNOTS.length; knot++) {
            double[] from = RETURN_KNOTS[knot - 1];
            double[] to = RETURN_KNOTS[knot];
            for (int age = shares.size(); age <= (int) to[0]; age++) {
                double way = (age - from[0]) / (to[0] - from[0]);
                shares.add(from[1] + way * (to[1] - from[1]));
            }
        }
        return new LagCurve(shares);
    }
}
