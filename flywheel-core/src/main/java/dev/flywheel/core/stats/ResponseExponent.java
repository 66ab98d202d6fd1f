package dev.flywheel.core.stats;

import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.commons.statistics.distribution.TruncatedNormalDistribution;

/**
 * The belief about the exponent of a {@link ResponseCurve}: normal with this centre and spread, cut to [0.5, 1]
 * (statistics 3). Immutable and thread-safe.
 */
public final class ResponseExponent {

    static final double LOWEST = 0.5;
    static final double HIGHEST = 1;

    /** Statistics 3: fewer levels say nothing about a curve. */
    private static final int FEWEST_LEVELS = 3;

    /** How much the clicks of one day vary on the log scale at one budget, and how many days that guess is worth. */
    private static final double USUAL_DAY_SD = 0.2;

    private static final double USUAL_DAYS = 4;

    private static final double FARTHEST = 6;

    private final double centre;
    private final double sd;
    private final TruncatedNormalDistribution law;

    /**
     * States a belief.
     *
     * @param centre the centre before the cut, in [-10, 10]
     * @param sd the standard deviation before the cut, in (0, 10]
     */
    public ResponseExponent(double centre, double sd) {
        this.centre = Checks.within(centre, -10, 10, "exponent centre");
        this.sd = Checks.aboveUpTo(sd, 0, 10, "exponent sd");
        // Farther out the mass between the borders is too small to divide by; it lies at the near border all the same.
        double near = Math.max(LOWEST - FARTHEST * sd, Math.min(HIGHEST + FARTHEST * sd, centre));
        law = TruncatedNormalDistribution.of(near, sd, LOWEST, HIGHEST);
    }

    /** {@return the centre before the cut} */
    public double centre() {
        return centre;
    }

    /** {@return the standard deviation before the cut} */
    public double sd() {
        return sd;
    }

    /** {@return the expected exponent} */
    public double mean() {
        return clamp(law.getMean());
    }

    /**
     * Draws an exponent.
     *
     * @param draws the stream; one number is taken from it
     * @return the exponent, in [0.5, 1]
     */
    public double draw(SeededDraws draws) {
        return clamp(law.inverseCumulativeProbability(draws.uniform()));
    }

    /**
     * Learns from days of ads, this belief being the prior. Days of one video at one level (spend rounded to a multiple of
     * {@code levelStep}) make one point: x = log of mean spend, y = log of mean clicks, weight w = days. Each video has its
     * own height and all share the slope:
     *
     * <pre>
     * Sxx = sum w (x - x_v)^2, Sxy = sum w (x - x_v)(y - y_v)    x_v, y_v: weighted means of the video
     * s^2 = (4 * 0.2^2 + residual sum of squares) / (4 + points - videos - 1)
     * precision = 1/sd^2 + Sxx/s^2,  centre' = (centre/sd^2 + Sxy/s^2) / precision,  sd' = 1/sqrt(precision)
     * </pre>
     *
     * <p>Only videos with at least two levels count, and until they show three levels together the prior stands. Days
     * without clicks or spend have no logarithm and are left out.
     *
     * @param video for each day the number of its video
     * @param spend for each day the money spent
     * @param clicks for each day the clicks
     * @param levelStep how far two budget levels are apart, above 0
     * @return the belief after them
     */
    public ResponseExponent learnedFrom(int[] video, double[] spend, double[] clicks, double levelStep) {
        Checks.sameLength("video", video.length, "spend", spend.length);
        Checks.sameLength("spend", spend.length, "clicks", clicks.length);
        Checks.positive("level step", levelStep);
        Map<Integer, Map<Long, double[]>> points = new TreeMap<>();
        for (int day = 0; day < video.length; day++) {
            if (Checks.nonNegative("spend", spend[day]) > 0 && Checks.nonNegative("clicks", clicks[day]) > 0) {
                double[] sums = points.computeIfAbsent(video[day], any -> new TreeMap<>())
                        .computeIfAbsent(Math.round(spend[day] / levelStep), any -> new double[3]);
                sums[0]++;
                sums[1] += spend[day];
                sums[2] += clicks[day];
            }
        }
        points.values().removeIf(levels -> levels.size() < 2);
        TreeSet<Long> seen = new TreeSet<>();
        points.values().forEach(levels -> seen.addAll(levels.keySet()));
        return seen.size() < FEWEST_LEVELS ? this : updatedBy(points);
    }

    private ResponseExponent updatedBy(Map<Integer, Map<Long, double[]>> points) {
        double xx = 0;
        double xy = 0;
        double yy = 0;
        double freedom = -1;
        for (Map<Long, double[]> levels : points.values()) {
            double[] sums = new double[6];
            for (double[] point : levels.values()) {
                double weight = point[0];
                double x = Math.log(point[1] / weight);
                double y = Math.log(point[2] / weight);
                double[] terms = {1, x, y, x * x, x * y, y * y};
                for (int k = 0; k < sums.length; k++) {
                    sums[k] += weight * terms[k];
                }
            }
            xx += sums[3] - sums[1] * sums[1] / sums[0];
            xy += sums[4] - sums[1] * sums[2] / sums[0];
            yy += sums[5] - sums[2] * sums[2] / sums[0];
            freedom += levels.size() - 1;
        }
        double residual = Math.max(0, yy - xy * xy / xx);
        double variance = (USUAL_DAYS * USUAL_DAY_SD * USUAL_DAY_SD + residual) / (USUAL_DAYS + freedom);
        double precision = 1 / (sd * sd) + xx / variance;
        double learned = (centre / (sd * sd) + xy / variance) / precision;
        return new ResponseExponent(Math.max(-10, Math.min(10, learned)), 1 / Math.sqrt(precision));
    }

    private static double clamp(double exponent) {
        return Math.max(LOWEST, Math.min(HIGHEST, exponent));
    }
}
