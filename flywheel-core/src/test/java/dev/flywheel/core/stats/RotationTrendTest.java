package dev.flywheel.core.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;

/** Posteriors against sums over a fine grid of slope and level, computed another way. */
class RotationTrendTest {

    private static final double[] FIVE = {0, 1, 2, 3, 4};

    @Test
    void counts_follow_the_poisson_regression() {
        double[] events = {8, 11, 9, 14, 15};
        double[] exposure = {100, 110, 90, 105, 100};
        double[] byGrid = grid(-8, 0, (slope, level) -> {
            double sum = 0;
            for (int i = 0; i < 5; i++) {
                double mean = exposure[i] * Math.exp(level + slope * i);
                sum += events[i] * Math.log(mean) - mean;
            }
            return sum;
        });
        RotationTrend trend = RotationTrend.ofCounts(FIVE, events, exposure);
        assertEquals(byGrid[0], trend.slope().mean(), 1e-4);
        assertEquals(byGrid[1], trend.rising(), 1e-3);
        assertEquals(1, trend.rising() + trend.falling(), 1e-12);
    }

    @Test
    void shares_follow_the_binomial_regression() {
        double[] successes = {20, 25, 22, 30, 33};
        double[] trials = {60, 60, 55, 65, 60};
        double[] byGrid = grid(-8, 8, (slope, level) -> {
            double sum = logPrior(level + 2 * slope);
            for (int i = 0; i < 5; i++) {
                double logOdds = level + slope * i;
                sum += successes[i] * logOdds - trials[i] * Math.log1p(Math.exp(logOdds));
            }
            return sum;
        });
        RotationTrend trend = RotationTrend.ofShares(FIVE, successes, trials);
        assertEquals(byGrid[0], trend.slope().mean(), 1e-3);
        assertEquals(byGrid[1], trend.rising(), 2e-3);
    }

    /**
     * Pearson's statistic of these shares around their best line is ten times its 3 degrees of freedom; by it, and by what
     * three degrees cost (Student's 90 % point 1.6377 over 1.2816), the evidence is weighted down.
     */
    @Test
    void shares_that_scatter_beyond_chance_are_weighted_down_by_pearsons_statistic() {
        double[] successes = {20, 45, 15, 48, 40};
        double trials = 100;
        double bestSlope = 0;
        double bestLevel = 0;
        double top = Double.NEGATIVE_INFINITY;
        for (double slope = 0; slope < 0.4; slope += 0.004) {
            for (double level = -2; level < 0; level += 0.01) {
                double log = shares(successes, trials, slope, level);
                if (log > top) {
                    top = log;
                    bestSlope = slope;
                    bestLevel = level;
                }
            }
        }
        double pearson = 0;
        for (int i = 0; i < 5; i++) {
            double share = 1 / (1 + Math.exp(-bestLevel - bestSlope * i));
            pearson += Math.pow(successes[i] - trials * share, 2) / (trials * share * (1 - share));
        }
        double eta = 3 / (pearson * Math.pow(1.6377 / 1.2816, 2));
        double[] byGrid = grid(
                -8, 8, (slope, level) -> logPrior(level + 2 * slope) + eta * shares(successes, trials, slope, level));
        RotationTrend trend = RotationTrend.ofShares(FIVE, successes, new double[] {100, 100, 100, 100, 100});

        assertTrue(pearson > 30, pearson + "");
        assertEquals(byGrid[0], trend.slope().mean(), 1e-3);
        assertEquals(byGrid[1], trend.rising(), 3e-3);
    }

    private static double shares(double[] successes, double trials, double slope, double level) {
        double sum = 0;
        for (int i = 0; i < 5; i++) {
            double logOdds = level + slope * i;
            sum += successes[i] * logOdds - trials * Math.log1p(Math.exp(logOdds));
        }
        return sum;
    }

    /** Jeffreys' prior of a share on the log-odds scale. */
    private static double logPrior(double logOdds) {
        return logOdds / 2 - Math.log1p(Math.exp(logOdds));
    }

    private static double[] grid(double lowest, double highest, DoubleBinaryOperator log) {
        double top = Double.NEGATIVE_INFINITY;
        double[][] logs = new double[801][801];
        for (int s = 0; s <= 800; s++) {
            for (int l = 0; l <= 800; l++) {
                double slope = -1 + s / 400.0;
                logs[s][l] = log.applyAsDouble(slope, lowest + l * (highest - lowest) / 800)
                        - slope * slope / (2 * 0.25 * 0.25);
                top = Math.max(top, logs[s][l]);
            }
        }
        double mass = 0;
        double mean = 0;
        double rising = 0;
        for (int s = 0; s <= 800; s++) {
            for (int l = 0; l <= 800; l++) {
                double weight = Math.exp(logs[s][l] - top);
                mass += weight;
                mean += weight * (-1 + s / 400.0);
                rising += s > 400 ? weight : s == 400 ? weight / 2 : 0;
            }
        }
        return new double[] {mean / mass, rising / mass};
    }

    /** Sharp values on a line: only the slope's prior and the chance of more spread between rotations blur it. */
    @Test
    void values_follow_their_line() {
        double[] sure = {1e-4, 1e-4, 1e-4, 1e-4, 1e-4};
        RotationTrend exact = RotationTrend.ofValues(FIVE, new double[] {3, 3.1, 3.2, 3.3, 3.4}, sure);
        assertEquals(0.1, exact.slope().mean(), 1e-3);
        assertTrue(exact.rising() > 0.999);
        RotationTrend rough = RotationTrend.ofValues(FIVE, new double[] {3, 3.5, 2.9, 3.6, 3.2}, sure);
        assertTrue(rough.rising() < 0.8, rough::toString);
    }

    @Test
    void direction_turns_with_the_numbers() {
        RotationTrend up = RotationTrend.ofCounts(FIVE, new double[] {5, 8, 12, 18, 27}, ones(100));
        RotationTrend down = RotationTrend.ofCounts(FIVE, new double[] {27, 18, 12, 8, 5}, ones(100));
        assertTrue(up.rising() > 0.99);
        assertEquals(up.rising(), down.falling(), 1e-9);
        assertEquals(up.slope().mean(), -down.slope().mean(), 1e-9);
        assertEquals(up.slope().high(), -down.slope().low(), 1e-6);
    }

    @Test
    void counts_that_scatter_beyond_chance_convince_less() {
        RotationTrend smooth = RotationTrend.ofCounts(FIVE, new double[] {80, 90, 100, 110, 120}, ones(1000));
        RotationTrend rough = RotationTrend.ofCounts(FIVE, new double[] {80, 120, 50, 130, 120}, ones(1000));
        assertTrue(smooth.rising() > 0.99, smooth::toString);
        assertTrue(rough.rising() < 0.9, rough::toString);
    }

    @Test
    void nothing_seen_leaves_the_prior() {
        RotationTrend nothing = RotationTrend.ofCounts(FIVE, new double[5], ones(10));
        assertEquals(0.5, nothing.rising(), 1e-9);
        assertEquals(1.2816 * 0.25, nothing.slope().high(), 2e-3);
        assertEquals(
                0.5, RotationTrend.ofShares(FIVE, new double[5], ones(1e-9)).rising(), 1e-6);
        assertEquals(
                0.5,
                RotationTrend.ofValues(new double[0], new double[0], new double[0])
                        .rising(),
                1e-9);
        assertEquals(
                0.5,
                RotationTrend.ofCounts(new double[] {3}, new double[] {7}, new double[] {9})
                        .rising(),
                1e-9);
    }

    @Test
    void large_numbers_stay_sharp_and_finite() {
        RotationTrend sharp = RotationTrend.ofCounts(
                FIVE, new double[] {1_000_000, 1_001_000, 1_002_000, 1_003_000, 1_004_000}, ones(1e8));
        assertEquals(0.001, sharp.slope().mean(), 1e-5);
        assertTrue(sharp.slope().high() - sharp.slope().low() < 0.002 && sharp.rising() > 0.99);
        RotationTrend all = RotationTrend.ofShares(FIVE, ones(1e6), ones(1e6));
        assertEquals(0.5, all.rising(), 1e-3);
        RotationTrend steep = RotationTrend.ofCounts(FIVE, new double[] {0, 0, 0, 0, 1_000_000}, ones(1));
        assertTrue(steep.rising() > 0.99 && Double.isFinite(steep.slope().mean()), steep::toString);
    }

    @Test
    void refuses_impossible_inputs_by_name() {
        assertEquals(
                "exposure[4] must be in (0, 1e12], got 0.0",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> RotationTrend.ofCounts(FIVE, new double[5], new double[] {1, 1, 1, 1, 0}))
                        .getMessage());
        assertEquals(
                "successes must be in [0, trials], got 2.0 of 1.0 trials",
                assertThrows(IllegalArgumentException.class, () -> RotationTrend.ofShares(FIVE, ones(2), ones(1)))
                        .getMessage());
        assertEquals(
                "rotation and exposure must have the same length, got 5 and 4",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> RotationTrend.ofCounts(FIVE, new double[5], new double[4]))
                        .getMessage());
        assertEquals(
                "rotation and deviations must have the same length, got 5 and 4",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> RotationTrend.ofValues(FIVE, new double[5], new double[4]))
                        .getMessage());
        assertEquals(
                "rotation and logs must have the same length, got 5 and 4",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> RotationTrend.ofValues(FIVE, new double[4], new double[5]))
                        .getMessage());
    }

    private static double[] ones(double value) {
        return new double[] {value, value, value, value, value};
    }
}
