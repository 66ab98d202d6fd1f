package dev.flywheel.core.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/**
 * Against the negative binomial log-likelihood written out, with normal priors, and its differences: at the top the
 * slope is zero, and the inverse of the curvature is the covariance.
 */
class RateLineTest {

    private static final double[] COUNTS = {3, 0, 7, 12, 1, 5};
    private static final double[] EXPOSURES = {100, 60, 150, 220, 90, 40};
    private static final double[] REACH = {-1.2, -0.4, 0.1, 0.9, 0.6, 0};
    private static final double SHAPE = 2.5;
    private static final double CENTRE = -4;
    private static final double LEVEL_SD = 1.5;
    private static final double SLOPE_SD = 0.5;

    private static RateLine line() {
        return new RateLine(COUNTS, EXPOSURES, REACH, CENTRE, LEVEL_SD, SLOPE_SD);
    }

    /** Terms of the counts and the shape alone left out. */
    private static double likelihood(double level, double slope) {
        double sum = 0;
        for (int i = 0; i < COUNTS.length; i++) {
            double mean = EXPOSURES[i] * Math.exp(level + slope * REACH[i]);
            sum += COUNTS[i] * Math.log(mean / (SHAPE + mean)) + SHAPE * Math.log(SHAPE / (SHAPE + mean));
        }
        return sum;
    }

    private static double penalised(double level, double slope) {
        double fromCentre = (level - CENTRE) / LEVEL_SD;
        return likelihood(level, slope) - fromCentre * fromCentre / 2 - slope * slope / (2 * SLOPE_SD * SLOPE_SD);
    }

    @Test
    void the_fit_stands_on_top_of_the_penalised_likelihood() {
        RateLine line = line();
        double value = line.fit(SHAPE);
        double top = penalised(line.level(), line.slope());

        assertEquals(top, value, 1e-10);
        assertEquals(likelihood(line.level(), line.slope()), line.logLikelihood(SHAPE), 1e-10);
        for (double step : new double[] {-1e-3, 1e-3}) {
            assertTrue(penalised(line.level() + step, line.slope()) < top);
            assertTrue(penalised(line.level(), line.slope() + step) < top);
        }
        double h = 1e-5;
        assertEquals(
                0, (penalised(line.level() + h, line.slope()) - penalised(line.level() - h, line.slope())) / h, 1e-5);
        assertEquals(
                0, (penalised(line.level(), line.slope() + h) - penalised(line.level(), line.slope() - h)) / h, 1e-5);
    }

    @Test
    void the_covariance_is_the_inverse_of_the_curvature() {
        RateLine line = line();
        line.fit(SHAPE);
        double l = line.level();
        double s = line.slope();
        double h = 1e-3;
        double centre = penalised(l, s);
        double levels = -(penalised(l + h, s) - 2 * centre + penalised(l - h, s)) / (h * h);
        double slopes = -(penalised(l, s + h) - 2 * centre + penalised(l, s - h)) / (h * h);
        double cross =
                -(penalised(l + h, s + h) - penalised(l + h, s - h) - penalised(l - h, s + h) + penalised(l - h, s - h))
                        / (4 * h * h);
        double determinant = levels * slopes - cross * cross;
        RateLine.Covariance covariance = line.covariance(SHAPE);

        assertEquals(slopes / determinant, covariance.level(), 1e-5);
        assertEquals(levels / determinant, covariance.slope(), 1e-5);
        assertEquals(-cross / determinant, covariance.cross(), 1e-5);
        double z = 0.7;
        assertEquals((slopes - 2 * cross * z + levels * z * z) / determinant, covariance.at(z), 1e-5);
    }

    @Test
    void a_start_far_away_reaches_the_same_top() {
        double[] rates = {-4, -60, 40, 300};
        for (double centre : rates) {
            RateLine far = new RateLine(COUNTS, EXPOSURES, REACH, centre, 1e6, SLOPE_SD);
            far.fit(SHAPE);
            RateLine near = new RateLine(COUNTS, EXPOSURES, REACH, CENTRE, 1e6, SLOPE_SD);
            near.fit(SHAPE);
            assertEquals(near.level(), far.level(), 1e-6, "from " + centre);
            assertEquals(near.slope(), far.slope(), 1e-6, "from " + centre);
        }
    }

    @Test
    void without_units_level_and_slope_are_those_of_the_prior() {
        RateLine none = new RateLine(new double[0], new double[0], new double[0], CENTRE, LEVEL_SD, SLOPE_SD);
        assertEquals(0, none.fit(SHAPE), 0);
        assertEquals(CENTRE, none.level());
        assertEquals(0, none.slope(), 0);
        assertEquals(LEVEL_SD * LEVEL_SD, none.covariance(SHAPE).level(), 1e-12);
        assertEquals(SLOPE_SD * SLOPE_SD, none.covariance(SHAPE).slope(), 1e-12);
    }
}
