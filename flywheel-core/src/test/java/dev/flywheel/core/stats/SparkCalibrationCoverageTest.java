package dev.flywheel.core.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.flywheel.core.CalibrationTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whether the interval for paid / organic that a report shows holds the truth on all days together. */
@Tag("calibration")
class SparkCalibrationCoverageTest {

    private static final long SEED = 20261121;
    private static final double ALPHA = 0.10;

    @Test
    void the_running_intersection_loses_the_truth_no_more_often_than_promised() {
        CalibrationTable table = CalibrationTable.of(
                "25-ad-test-interval",
                "Ad test: the interval for paid / organic",
                "Share of 4,000 tests in which the running intersection of 28 daily intervals at 90 % ever loses the true"
                        + " ratio; at most alpha + 3 s.e. = .114. Organic clicks before launch and 150 a day since."
                        + " Seed " + SEED + ".",
                "clicks before",
                "boosted",
                "c = .4",
                "c = .7",
                "c = 1",
                "c = 1.5");
        List<String> broken = new ArrayList<>();
        for (int clicks : new int[] {300, 2000}) {
            for (boolean top : new boolean[] {false, true}) {
                List<Object> cells = new ArrayList<>(List.of(clicks, top ? "top 1 %" : "any"));
                for (double ratio : new double[] {0.4, 0.7, 1, 1.5}) {
                    double lost = lost(new SparkWorld().with(w -> {
                        w.ratio = ratio;
                        w.clicksBefore = clicks;
                        w.topPercent = top;
                    }));
                    cells.add(String.format(Locale.ROOT, "%.3f", lost));
                    if (lost > SparkCalibration.bound(ALPHA)) {
                        broken.add(cells.toString());
                    }
                }
                table.row(cells.toArray());
            }
        }
        table.write();
        assertEquals(List.of(), broken);
    }

    /** The truth leaves the intersection on the first day on which it lies outside that day's interval. */
    private static double lost(SparkWorld world) {
        RatioConfidenceSequence sequence = new RatioConfidenceSequence(world.truePrior());
        SparkCalibration.Procedure outside = look -> {
            RatioInterval interval = sequence.interval(look.growing(), look.eta(), ALPHA);
            boolean holds = interval.low() <= world.ratio && world.ratio <= interval.high();
            return holds ? 0 : Double.POSITIVE_INFINITY;
        };
        return SparkCalibration.run(world, SEED, outside).get(0).at10();
    }
}
