package dev.flywheel.core.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/**
 * Against the same model summed cell by cell: a level, a slope of N(0, 0.25^2), and an extra deviation between rotations
 * that steps evenly through the half-Cauchy law of scale 0.25 up to its 95 % point.
 */
class SlopeOfValuesTest {

    private static final double[] WHEN = {-2.8, -1.8, 0.2, 1.2, 3.2};
    private static final double[] VALUES = {1.0, 1.25, 1.1, 1.45, 1.3};
    private static final double[] DEVIATIONS = {0.1, 0.15, 0.1, 0.2, 0.12};
    private static final int SLOPES = 400;
    private static final int LEVELS = 200;

    private static double slope(int cell) {
        return -0.5 + (cell + 0.5) / SLOPES;
    }

    /** The probability of each cell of the slope. */
    private static double[] byHand(double[] deviations) {
        double[] cells = new double[SLOPES];
        double total = 0;
        for (int step = 0; step < 40; step++) {
            double extra = 0.25 * Math.tan(Math.PI / 2 * 0.95 * step / 40);
            for (int s = 0; s < SLOPES; s++) {
                for (int l = 0; l < LEVELS; l++) {
                    double level = -1.3 + 5.0 * (l + 0.5) / LEVELS;
                    double log = -slope(s) * slope(s) / (2 * 0.25 * 0.25);
                    for (int i = 0; i < WHEN.length; i++) {
                        double variance = deviations[i] * deviations[i] + extra * extra;
                        double off = VALUES[i] - level - slope(s) * WHEN[i];
                        log -= (Math.log(variance) + off * off / variance) / 2;
                    }
                    cells[s] += Math.exp(log);
                    total += Math.exp(log);
                }
            }
        }
        for (int s = 0; s < SLOPES; s++) {
            cells[s] /= total;
        }
        return cells;
    }

    @Test
    void the_law_of_the_slope_is_the_model_summed_by_hand() {
        double[] cells = byHand(DEVIATIONS);
        double mean = 0;
        double falling = 0;
        for (int s = 0; s < SLOPES; s++) {
            mean += cells[s] * slope(s);
            falling += s < SLOPES / 2 ? cells[s] : 0;
        }
        RotationTrend trend = new SlopeOfValues(WHEN, VALUES, DEVIATIONS, 0.25).trend();

        assertEquals(mean, trend.slope().mean(), 1e-4);
        assertEquals(falling, trend.falling(), 1e-3);
        assertEquals(1 - falling, trend.rising(), 1e-3);
        assertEquals(at(cells, 0.1), trend.slope().low(), 2e-3);
        assertEquals(at(cells, 0.9), trend.slope().high(), 2e-3);
    }

    /** The slope below which a share of the law lies. */
    private static double at(double[] cells, double share) {
        double below = 0;
        int s = 0;
        while (below + cells[s] < share) {
            below += cells[s++];
        }
        return slope(s) - 0.5 / SLOPES + (share - below) / cells[s] / SLOPES;
    }

    @Test
    void a_deviation_of_nothing_counts_as_a_millionth() {
        RotationTrend none = new SlopeOfValues(WHEN, VALUES, new double[5], 0.25).trend();
        double finest = 1e-6;
        RotationTrend finestOnes =
                new SlopeOfValues(WHEN, VALUES, new double[] {finest, finest, finest, finest, finest}, 0.25).trend();
        assertEquals(finestOnes.slope().mean(), none.slope().mean(), 1e-9);
        assertEquals(finestOnes.rising(), none.rising(), 1e-9);
    }

    @Test
    void one_value_known_far_better_than_the_others_does_not_tilt_the_line_by_itself() {
        double[] level = {2, 2, 2, 2, 2};
        RotationTrend flat = new SlopeOfValues(WHEN, level, new double[] {1e-3, 0.2, 0.2, 0.2, 0.2}, 0.25).trend();
        assertEquals(0, flat.slope().mean(), 1e-9);
        assertEquals(0.5, flat.rising(), 1e-9);
        assertTrue(flat.slope().low() < 0 && flat.slope().high() > 0);
    }
}
