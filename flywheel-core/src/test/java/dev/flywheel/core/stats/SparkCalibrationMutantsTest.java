package dev.flywheel.core.stats;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.flywheel.core.CalibrationTable;
import dev.flywheel.core.stats.SparkCalibration.Realised;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the classic mistakes would have cost, in the worlds that punish them, beside the test that does not make them. */
@Tag("calibration")
class SparkCalibrationMutantsTest {

    private static final long SEED = 20261116;
    private static final Map<SparkMistakes, String> FIGURES = Map.of(
            SparkMistakes.NAIVE_CLICKS, "- / .18",
            SparkMistakes.DAILY_Z_TEST, ".292 / -");

    @Test
    void every_classic_mistake_breaks_the_bound_that_the_test_keeps() {
        CalibrationTable table = CalibrationTable.of(
                "24-ad-test-mutants",
                "Ad test: what the classic mistakes do",
                "False stops at c = 1 in 4,000 tests of the top 1 %, 28 looks, alpha .05 / .10. Each mistake must break"
                        + " the bound of .060 / .114, or the calibration would prove nothing. The first two with 300"
                        + " organic clicks and no more, the others with 2,000 and 150 a day. Seed " + SEED + ".",
                "mistake",
                "with the mistake",
                "growing, robust",
                "statistics.md");
        for (SparkMistakes mistake : SparkMistakes.values()) {
            Realised mistaken = SparkCalibration.run(mistake.world(), SEED, mistake.procedure())
                    .get(0);
            Realised shipped = SparkCalibration.run(
                            mistake.world(), SEED, SparkForm.GROWING_ROBUST.asks(SparkSide.DROP))
                    .get(0);
            table.row(mistake, mistaken.shares(), shipped.shares(), FIGURES.getOrDefault(mistake, ""));
            assertTrue(mistaken.at05() > SparkCalibration.bound(0.05), mistake + " " + mistaken);
            assertTrue(mistaken.at10() > SparkCalibration.bound(0.10), mistake + " " + mistaken);
            assertTrue(shipped.within(), mistake + " " + shipped);
        }
        table.write();
    }
}
