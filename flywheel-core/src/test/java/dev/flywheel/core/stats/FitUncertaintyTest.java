package dev.flywheel.core.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class FitUncertaintyTest {

    private static final double LOG_SHAPE = 0.3;

    private static RateLine line() {
        return new RateLine(
                new double[] {3, 0, 7, 12, 1, 5},
                new double[] {100, 60, 150, 220, 90, 40},
                new double[] {-1.2, -0.4, 0.1, 0.9, 0.6, 0},
                -4,
                1.5,
                0.5);
    }

    private static FitUncertainty measured(double curvature) {
        RateLine line = line();
        return FitUncertainty.measure(
                logShape -> {
                    line.fit(Math.exp(logShape));
                    return -curvature * (logShape - LOG_SHAPE) * (logShape - LOG_SHAPE) / 2;
                },
                line,
                LOG_SHAPE);
    }

    @Test
    void the_curvature_of_the_profile_gives_the_variance_of_the_log_shape_up_to_one() {
        assertEquals(0.25, measured(4).logShapeVariance(), 1e-12);
        assertEquals(1, measured(0.5).logShapeVariance(), 1e-12);
        assertEquals(1, measured(0).logShapeVariance(), 1e-12);
    }

    @Test
    void level_and_slope_drift_as_refits_at_other_shapes_show() {
        RateLine below = line();
        RateLine above = line();
        RateLine here = line();
        below.fit(Math.exp(LOG_SHAPE - 0.1));
        above.fit(Math.exp(LOG_SHAPE + 0.1));
        here.fit(Math.exp(LOG_SHAPE));
        FitUncertainty measured = measured(4);

        assertEquals((above.level() - below.level()) / 0.2, measured.levelDrift(), 1e-6);
        assertEquals((above.slope() - below.slope()) / 0.2, measured.slopeDrift(), 1e-6);
        assertEquals(
                here.covariance(Math.exp(LOG_SHAPE)).at(0.7), measured.line().at(0.7), 1e-8);
    }

    @Test
    void a_quantity_is_as_unsure_as_its_derivatives_say() {
        RateLine.Covariance covariance = new RateLine.Covariance(0.04, 0.01, 0.09);
        FitUncertainty uncertainty = new FitUncertainty(0.25, 0.2, -0.4, covariance);
        double z = 0.75;
        double alongProfile = 3 + 2 * (0.2 - 0.4 * z);
        double line = 0.04 + 2 * 0.01 * z + 0.09 * z * z;
        assertEquals(alongProfile * alongProfile * 0.25 + 4 * line, uncertainty.variance(3, 2, z), 1e-12);
    }
}
