package dev.flywheel.core.stats;

/**
 * An interval for the ratio c = paid rate / organic rate. Immutable.
 *
 * @param low the lower end; 0 when the data do not bound c from below
 * @param high the upper end; {@link #MOST} when the data do not bound c from above
 */
public record RatioInterval(double low, double high) {

    /** Ratios above this are not told apart: an upper end here reads "no upper bound yet". */
    public static final double MOST = 1000;

    /** What is known before any paid click. */
    public static final RatioInterval UNKNOWN = new RatioInterval(0, MOST);

    /**
     * Refuses ends out of order or out of range.
     *
     * @param low lower end
     * @param high upper end
     */
    public RatioInterval {
        Checks.within(low, 0, MOST, "low");
        Checks.within(high, low, MOST, "high");
    }

    /**
     * The running intersection that a report shows. Restated data can make two days disjoint; then the later one stands
     * alone, because the earlier rests on evidence since withdrawn.
     *
     * @param later the interval of a later look
     * @return what both leave possible, or {@code later}
     */
    public RatioInterval narrowedBy(RatioInterval later) {
        return sharesNothingWith(later)
                ? later
                : new RatioInterval(Math.max(low, later.low), Math.min(high, later.high));
    }

    /**
     * Whether no ratio lies in both.
     *
     * @param other another interval
     * @return true if they are disjoint
     */
    public boolean sharesNothingWith(RatioInterval other) {
        return Math.max(low, other.low) > Math.min(high, other.high);
    }
}
