package dev.flywheel.core.stats;

import java.util.Collection;
import java.util.List;

/**
 * How much wilder days are than a Poisson process: the variance-to-mean ratio phi of daily orders around each video's
 * own rate (statistics 2.4). Immutable.
 *
 * @param phi the ratio, in [1, 5]
 * @param videoDays the days it was estimated from; {@link #DEFAULT_PHI} stands in below {@link #ENOUGH}
 */
public record DayNoise(double phi, int videoDays) {

    /** The ratio assumed while history is short. */
    public static final double DEFAULT_PHI = 1.3;

    /** Video-days from which the estimate is used. */
    public static final int ENOUGH = 200;

    /**
     * Refuses a ratio outside [1, 5] or a negative number of days.
     *
     * @param phi the ratio
     * @param videoDays the days behind it
     */
    public DayNoise {
        Checks.within(phi, 1, 5, "phi");
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
     * Estimates the ratio from history. Days without clicks and videos without orders, or with a single day, say
     * nothing about spread and are left out.
     *
     * @param videos the days of each video
     * @return the estimate, clamped to [1, 5], or the default while there are fewer than {@link #ENOUGH} days
     */
    public static DayNoise estimate(Collection<List<Day>> videos) {
        double squares = 0;
        int days = 0;
        int used = 0;
        for (List<Day> video : videos) {
            List<Day> active = video.stream().filter(day -> day.exposure > 0).toList();
            double orders = active.stream().mapToDouble(Day::orders).sum();
            double exposure = active.stream().mapToDouble(Day::exposure).sum();
            if (active.size() > 1 && orders > 0) {
                squares += pearson(active, orders / exposure);
                days += active.size();
                used++;
            }
        }
        if (days < ENOUGH) {
            return new DayNoise(DEFAULT_PHI, days);
        }
        return new DayNoise(Math.max(1, Math.min(5, squares / (days - used))), days);
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
