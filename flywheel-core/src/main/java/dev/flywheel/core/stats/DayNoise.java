package dev.flywheel.core.stats;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * How much wilder days are than a Poisson process: the variance-to-mean ratio phi of daily orders around each video's
 * own rate (statistics 2.4). Immutable.
 *
 * <p>A payday or a promotion multiplies the orders of all videos, so that the ratio grows with the orders of a day: it is
 * about {@code 1 + swing * orders}. One phi for all videos, as in statistics 2.4, is too small for a winner.
 *
 * @param phi the ratio over all videos, in [1, 5]
 * @param swing the squared coefficient of variation of what days do to all orders alike, in [0, 10]
 * @param videoDays the days both were estimated from; {@link #DEFAULT_PHI} and no swing stand in below {@link #ENOUGH}
 */
public record DayNoise(double phi, double swing, int videoDays) {

    /** The ratio assumed while history is short. */
    public static final double DEFAULT_PHI = 1.3;

    /** Video-days from which the estimate is used. */
    public static final int ENOUGH = 200;

    private static final double MOST_SWING = 10;
    private static final int ROUNDS = 10;

    /**
     * Refuses a ratio outside [1, 5], a swing outside [0, 10] or a negative number of days.
     *
     * @param phi the ratio
     * @param swing the swing
     * @param videoDays the days behind it
     */
    public DayNoise {
        Checks.within(phi, 1, 5, "phi");
        Checks.within(swing, 0, MOST_SWING, "swing");
        Checks.within(videoDays, 0, Integer.MAX_VALUE, "video days");
    }

    /**
     * One day of one video.
     *
     * @param orders orders of the day
     * @param exposure matured clicks of the day
     */
    public record Day(double orders, double exposure) {

        /**
         * Refuses anything negative, not finite or beyond 1e12.
         *
         * @param orders orders
         * @param exposure clicks
         */
        public Day {
            Checks.within(orders, 0, 1e12, "orders");
            Checks.within(exposure, 0, 1e12, "exposure");
        }
    }

    /**
     * Estimates ratio and swing from history. Days without clicks and videos without orders, or with a single day, say
     * nothing about spread and are left out.
     *
     * @param videos the days of each video
     * @return the estimate, clamped to the bounds of both, or the default ratio without swing while there are fewer than
     *     {@link #ENOUGH} days
     */
    public static DayNoise estimate(Collection<List<Day>> videos) {
        List<Spread> spreads = new ArrayList<>();
        int days = 0;
        for (List<Day> video : videos) {
            List<Day> active = video.stream().filter(day -> day.exposure > 0).toList();
            double orders = active.stream().mapToDouble(Day::orders).sum();
            double exposure = active.stream().mapToDouble(Day::exposure).sum();
            if (active.size() > 1 && orders > 0) {
                spreads.add(new Spread(pearson(active, orders / exposure), active.size() - 1, orders / active.size()));
                days += active.size();
            }
        }
        if (days < ENOUGH) {
            return new DayNoise(DEFAULT_PHI, 0, days);
        }
        double squares = spreads.stream().mapToDouble(Spread::squares).sum();
        double free = spreads.stream().mapToDouble(Spread::free).sum();
        return new DayNoise(Math.max(1, Math.min(5, squares / free)), swing(spreads), days);
    }

    /** How far the days of one video lie from its rate, in how many degrees of freedom, at how many orders a day. */
    private record Spread(double squares, double free, double perDay) {}

    /**
     * The slope of the ratio over the orders of a day: a line through the videos by least squares, each weighed by what its
     * own ratio is worth under the line of the round before, its intercept at least 1.
     */
    private static double swing(List<Spread> spreads) {
        double intercept = 1;
        double slope = 0;
        for (int round = 0; round < ROUNDS; round++) {
            double w = 0;
            double wm = 0;
            double wmm = 0;
            double wy = 0;
            double wmy = 0;
            for (Spread video : spreads) {
                double expected = intercept + slope * video.perDay;
                double weight = video.free / (expected * expected);
                double y = video.squares / video.free - 1;
                w += weight;
                wm += weight * video.perDay;
                wmm += weight * video.perDay * video.perDay;
                wy += weight * y;
                wmy += weight * video.perDay * y;
            }
            double spreadOfOrders = w * wmm - wm * wm;
            slope = spreadOfOrders > 1e-9 * w * wmm ? (w * wmy - wm * wy) / spreadOfOrders : 0;
            intercept = 1 + (wy - slope * wm) / w;
            if (intercept < 1) {
                intercept = 1;
                slope = wmy / wmm;
            }
            slope = Math.max(0, Math.min(MOST_SWING, slope));
        }
        return slope;
    }

    /**
     * The ratio of a video with so many orders a day.
     *
     * @param ordersPerDay its expected orders of a day, in [0, 1e12]
     * @return the ratio, at least that over all videos
     */
    public double at(double ordersPerDay) {
        return Math.max(phi, 1 + swing * Checks.within(ordersPerDay, 0, 1e12, "orders per day"));
    }

    /**
     * What a day of a video is worth beside what {@link #eta} says of all videos.
     *
     * @param ordersPerDay its expected orders of a day, in [0, 1e12]
     * @return the weight, in (0, 1]
     */
    public double weight(double ordersPerDay) {
        return phi / at(ordersPerDay);
    }

    /**
     * The ratio of one stream of days around its own rate, such as all orders of a brand: not clamped from above, because
     * the mix of videos adds to it.
     *
     * @param days the days; those without exposure say nothing
     * @return the ratio, in [1, 1e12]; 1 when fewer than two days, or no orders, are known
     */
    public static double ofStream(List<Day> days) {
        List<Day> active = days.stream().filter(day -> day.exposure > 0).toList();
        double orders = active.stream().mapToDouble(Day::orders).sum();
        double exposure = active.stream().mapToDouble(Day::exposure).sum();
        if (active.size() < 2 || orders == 0) {
            return 1;
        }
        double ratio = pearson(active, orders / exposure) / (active.size() - 1);
        return ratio >= 1 ? Math.min(ratio, Checks.LARGEST) : 1;
    }

    private static double pearson(List<Day> days, double rate) {
        double sum = 0;
        for (Day day : days) {
            double expected = rate * day.exposure;
            double residual = day.orders - expected;
            sum += residual * residual / expected;
        }
        return sum;
    }

    /** {@return the weight of an order or click in a test, 1/phi} */
    public double eta() {
        return 1 / phi;
    }
}
