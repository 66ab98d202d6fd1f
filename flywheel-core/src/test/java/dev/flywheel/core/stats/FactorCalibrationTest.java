package dev.flywheel.core.stats;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.flywheel.core.CalibrationTable;
import dev.flywheel.core.stats.FactorCalibration.Coverage;
import dev.flywheel.core.stats.FactorCalibration.Permuted;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What statistics 4 promises of effects and claims: 400 videos, 6 hooks x 5 angles x 4 placements, 80 creators. */
class FactorCalibrationTest {

    private static final double[] TAUS = {0.3, 0.2, 0.4, 0.3};
    private static final double[][] WORLDS = {
        TAUS, {0.15, 0.15, 0.15, 0.3}, {0.5, 0.5, 0.5, 0.5}, {0.3, 0, 0.3, 0}, {0, 0, 0, 0.3}
    };
    private static final int RUNS = 200;

    @Test
    void ninety_percent_intervals_hold_the_truth_and_claims_are_seldom_wrong() {
        Coverage coverage = new FactorCalibration(TAUS, 400, 80, false).coverage(50, 100);

        // 750 levels, those of a run hang together: three standard errors are about 0.035.
        assertTrue(Math.abs(coverage.effects() - 0.90) < 0.05, coverage.toString());
        assertTrue(Math.abs(coverage.compared() - 0.91) < 0.05, coverage.toString());
        assertTrue(coverage.claims() > 0.3, coverage.toString());
        assertTrue(coverage.wrongClaims() < 0.05, coverage.toString());
    }

    @Test
    void labels_dealt_at_random_are_seldom_claimed() {
        Permuted permuted = new FactorCalibration(TAUS, 400, 80, false).permuted(40, 100);

        assertTrue(permuted.hooksClaimed() <= 0.05, permuted.toString());
        assertTrue(permuted.programmesWithClaim() <= 0.15, permuted.toString());
    }

    @Test
    @Tag("calibration")
    void table_of_coverage() {
        CalibrationTable table = CalibrationTable.of(
                "40-factor-coverage",
                "Effects of hooks, angles and placements: do 90 % intervals hold?",
                RUNS + " programmes a row, 400 videos of 80 creators, 6 hooks, 5 angles, 4 placements, with both"
                        + " interactions fitted. Promised: 87 to 93 % where effects exist. Claims and reports use the"
                        + " comparison with the mean of the levels seen. The effect itself is measured against the level"
                        + " of the programme. Where a factor does nothing, intervals hold more often: its spread is kept"
                        + " off zero.",
                "sd of hooks, angles, placements, creators",
                "effect inside",
                "compared inside",
                "levels claimed",
                "wrong among claims");
        for (double[] taus : WORLDS) {
            Coverage coverage = new FactorCalibration(taus, 400, 80, true).coverage(RUNS, 1_000);
            table.row(
                    name(taus),
                    percent(coverage.effects()),
                    percent(coverage.compared()),
                    percent(coverage.claims()),
                    percent(coverage.wrongClaims()));
            assertTrue(coverage.effects() > 0.87, name(taus) + coverage);
            assertTrue(coverage.compared() > 0.87, name(taus) + coverage);
            boolean everywhere = taus[0] > 0 && taus[1] > 0;
            assertTrue(!everywhere || coverage.effects() < 0.93, name(taus) + coverage);
            assertTrue(!everywhere || coverage.wrongClaims() < 0.05, name(taus) + coverage);
        }
        table.write();
    }

    @Test
    @Tag("calibration")
    void table_of_claims_about_permuted_hooks() {
        CalibrationTable table = CalibrationTable.of(
                "41-factor-claims",
                "Claims about hooks whose labels were dealt at random",
                RUNS + " programmes a row, as above, hooks permuted among the videos. A claim needs a local false sign"
                        + " rate below .05. Promised: at most 5 % of hooks.",
                "sd of hooks, angles, placements, creators",
                "hooks claimed",
                "programmes with any claim");
        for (double[] taus : WORLDS) {
            Permuted permuted = new FactorCalibration(taus, 400, 80, true).permuted(RUNS, 2_000);
            table.row(name(taus), percent(permuted.hooksClaimed()), percent(permuted.programmesWithClaim()));
            assertTrue(permuted.hooksClaimed() <= 0.05, name(taus) + permuted);
        }
        table.write();
    }

    private static String name(double[] taus) {
        return String.format(Locale.ROOT, "%.2f, %.2f, %.2f, %.2f", taus[0], taus[1], taus[2], taus[3]);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
