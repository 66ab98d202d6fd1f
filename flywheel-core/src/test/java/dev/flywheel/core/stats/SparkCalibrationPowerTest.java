package dev.flywheel.core.stats;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.flywheel.core.CalibrationTable;
import dev.flywheel.core.stats.SparkCalibration.Realised;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How often and how soon the ad test answers when there is something to see, beside statistics 2.8. */
@Tag("calibration")
class SparkCalibrationPowerTest {

    private static final long SEED = 20261119;
    private static final double SLACK = 0.03;

    private final CalibrationTable table = CalibrationTable.of(
            "22-ad-test-power",
            "Ad test: power and days",
            "Share of 4,000 tests that answer, and the mean days until they do, those without an answer counting to the last look, at alpha .05 / .10, with 150 paid and"
                    + " 150 organic clicks a day and 2,000 organic clicks before, boosts not picked by their luck. At"
                    + " c = 1 and 1.2 an answer to \"dropped?\" is an error, at c = .5 to .8 one to \"holds?\" is. The"
                    + " plain form must reach the figure of statistics 2.8 less .03. The robust prior, which is what"
                    + " runs, also holds when the fit of the prior is wrong by a factor of four, and pays for it here:"
                    + " statistics 2.2 puts the price at .03 with 2,000 clicks. Seed " + SEED + ".",
            "question",
            "looks, CVR",
            "c",
            "fixed, plain",
            "fixed, robust",
            "growing, plain",
            "growing, robust",
            "concurrent",
            "statistics.md");

    @Test
    void answers_as_often_and_as_soon_as_the_design_says() {
        SparkWorld world = new SparkWorld().with(w -> w.topPercent = false);
        List<Realised> half =
                row(SparkSide.DROP, world, 28, 0.5, "fixed .85, growing .95 (9.0) / .97 (7.2), concurrent .91");
        List<Realised> sixTenths = row(
                SparkSide.DROP,
                world,
                28,
                0.6,
                "fixed .65 (16.0), growing .84 (13.6) / .89 (11.1), concurrent .77 (16.2)");
        for (double c : new double[] {0.8, 1, 1.2}) {
            row(SparkSide.DROP, world, 28, c, "");
        }
        for (double c : new double[] {0.5, 0.6, 0.8, 1, 1.2}) {
            row(SparkSide.HOLD, world, 28, c, "");
        }
        SparkWorld expected = world.with(w -> w.rate = 0.04);
        List<Realised> collapse = row(SparkSide.DROP, expected, 14, 0.4, "- / .99 (3.2)");
        List<Realised> fall = row(SparkSide.DROP, expected, 14, 0.6, "- / .74 (7.8)");
        List<Realised> slip = row(SparkSide.DROP, expected, 14, 0.8, "- / .21");
        List<Realised> hold = row(SparkSide.HOLD, expected, 14, 1, "- / .25");
        table.write();
        reaches(half, .85, .95, .91);
        reaches(sixTenths, .65, .84, .77);
        assertTrue(at(half, SparkForm.GROWING_PLAIN).at10() >= .97 - SLACK, half.toString());
        assertTrue(at(sixTenths, SparkForm.GROWING_PLAIN).at10() >= .89 - SLACK, sixTenths.toString());
        assertTrue(at(collapse, SparkForm.GROWING_PLAIN).at10() >= .99 - SLACK, collapse.toString());
        assertTrue(at(fall, SparkForm.GROWING_PLAIN).at10() >= .74 - SLACK, fall.toString());
        assertTrue(at(slip, SparkForm.GROWING_PLAIN).at10() >= .21 - SLACK, slip.toString());
        assertTrue(at(hold, SparkForm.GROWING_PLAIN).at10() >= .25 - SLACK, hold.toString());
    }

    private static void reaches(List<Realised> all, double fixed, double growing, double concurrent) {
        assertTrue(at(all, SparkForm.FIXED_PLAIN).at05() >= fixed - SLACK, all.toString());
        assertTrue(at(all, SparkForm.GROWING_PLAIN).at05() >= growing - SLACK, all.toString());
        assertTrue(at(all, SparkForm.CONCURRENT).at05() >= concurrent - SLACK, all.toString());
    }

    private static Realised at(List<Realised> all, SparkForm form) {
        return all.get(form.ordinal());
    }

    private List<Realised> row(SparkSide side, SparkWorld base, int looks, double c, String figure) {
        List<Realised> all = SparkCalibration.run(base.with(w -> w.ratio = c), looks, SEED, SparkForm.all(side));
        List<Object> cells = new ArrayList<>(List.of(
                side == SparkSide.DROP ? "dropped?" : "holds within a fifth?",
                looks + ", " + Math.round(100 * base.rate) + " %",
                c));
        all.forEach(realised -> cells.add(realised.sharesAndDays()));
        cells.add(figure);
        table.row(cells.toArray());
        return all;
    }
}
