package dev.flywheel.core.stats;

/**
 * Shrinks average order values on the log scale (statistics 1.3): a unit with {@code n} orders of mean log value
 * {@code s} gets {@code (n s + m s0) / (n + m)}, where {@code s0} is the centre of its product and {@code m} the variance
 * within a unit over the variance between units. The logarithm of the average stands for the mean of the logarithms:
 * exports give averages only. Immutable and thread-safe.
 *
 * @param centre the log value {@code s0} of a unit about which nothing is known
 * @param betweenSd standard deviation between units on the log scale, in [0.05, 5]
 * @param withinSd standard deviation between orders of one unit on the log scale, in (0, 5]
 */
public record OrderValuePrior(double centre, double betweenSd, double withinSd) {

    /** Spread of single orders on the log scale, when no order lines are at hand. */
    public static final double DEFAULT_WITHIN_SD = 0.5;

    static final int SMALLEST = 5;
    private static final double SMALLEST_BETWEEN_SD = 0.05;
    private static final double UNKNOWN_BETWEEN_SD = 0.5;
    private static final double LARGEST_SD = 5;

    /**
     * Refuses parameters out of range.
     *
     * @param centre the log value of an unknown unit
     * @param betweenSd standard deviation between units
     * @param withinSd standard deviation within a unit
     */
    public OrderValuePrior {
        Checks.finite("centre", centre);
        if (!(betweenSd >= SMALLEST_BETWEEN_SD && betweenSd <= LARGEST_SD && withinSd > 0 && withinSd <= LARGEST_SD)) {
            throw new IllegalArgumentException(
                    "order value prior needs betweenSd in [0.05, 5] and withinSd in (0, 5], got " + betweenSd + ", "
                            + withinSd);
        }
    }

    /**
     * Learns centre and spread from the units of one product, by the DerSimonian-Laird moment estimate. Units without
     * orders or without value do not enter; fewer than {@value #SMALLEST} of the others leave the fallback with a
     * between-unit spread of 0.5.
     *
     * @param averages average order value of each unit, at least 0
     * @param orders orders behind each average, at least 0
     * @param fallback the usual order value of the product, above 0
     * @return the prior
     */
    public static OrderValuePrior fit(double[] averages, double[] orders, double fallback) {
        Checks.sameLength("averages", averages.length, "orders", orders.length);
        double within = DEFAULT_WITHIN_SD * DEFAULT_WITHIN_SD;
        double weights = 0;
        double squares = 0;
        double sum = 0;
        int units = 0;
        for (int i = 0; i < averages.length; i++) {
            if (known(averages[i], orders[i])) {
                double weight = orders[i] / within;
                units++;
                weights += weight;
                squares += weight * weight;
                sum += weight * Math.log(averages[i]);
            }
        }
        if (units < SMALLEST) {
            return new OrderValuePrior(
                    Math.log(Checks.positive("fallback", fallback)), UNKNOWN_BETWEEN_SD, DEFAULT_WITHIN_SD);
        }
        double common = sum / weights;
        double spread = 0;
        for (int i = 0; i < averages.length; i++) {
            if (known(averages[i], orders[i])) {
                double distance = Math.log(averages[i]) - common;
                spread += orders[i] / within * distance * distance;
            }
        }
        double between = (spread - (units - 1)) / (weights - squares / weights);
        double sd = Math.min(LARGEST_SD, Math.sqrt(Math.max(SMALLEST_BETWEEN_SD * SMALLEST_BETWEEN_SD, between)));
        return new OrderValuePrior(centre(averages, orders, sd * sd, within), sd, DEFAULT_WITHIN_SD);
    }

    /**
     * The order value of one unit.
     *
     * @param average its average order value; 0 means unknown
     * @param orders orders behind the average; without any the prior stands
     * @return the shrunken order value
     */
    public OrderValue posterior(double average, double orders) {
        if (!known(average, orders)) {
            return new OrderValue(centre, betweenSd);
        }
        double m = withinSd * withinSd / (betweenSd * betweenSd);
        return new OrderValue(
                (orders * Math.log(average) + m * centre) / (orders + m), withinSd / Math.sqrt(orders + m));
    }

    private static double centre(double[] averages, double[] orders, double between, double within) {
        double weights = 0;
        double sum = 0;
        for (int i = 0; i < averages.length; i++) {
            if (known(averages[i], orders[i])) {
                double weight = 1 / (between + within / orders[i]);
                weights += weight;
                sum += weight * Math.log(averages[i]);
            }
        }
        return sum / weights;
    }

    private static boolean known(double average, double orders) {
        return Checks.nonNegative("average order value", average) > 0 && Checks.nonNegative("orders", orders) > 0;
    }
}
