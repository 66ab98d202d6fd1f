package dev.flywheel.core.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.flywheel.core.CalibrationTable;
import dev.flywheel.core.stats.SparkCalibration.Realised;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The wider grid of truths of statistics 2.10: short and long records, rare and frequent orders, everything that goes wrong. */
@Tag("calibration")
class SparkCalibrationGridTest {

    private static final long SEED = 20261117;
    private static final List<SparkForm> SHIPPED =
            List.of(SparkForm.FIXED_ROBUST, SparkForm.GROWING_ROBUST, SparkForm.CONCURRENT);
    private final CalibrationTable table = CalibrationTable.of(
            "21-ad-test-grid",
            "Ad test: false answers on a wider grid",
            "As the table before, for boosts of the top 1 % and the robust prior. Organic clicks decay by 15 % a day, or"
                    + " end at launch; without them the concurrent form has nothing to compare and stays silent. Fitted:"
                    + " the prior is fitted to 200 videos by the ranking's own fit. Common shocks: each day multiplies"
                    + " all videos by the same log-normal factor of sd .4, the two weeks before the boost included; each"
                    + " programme learns phi and swing from two weeks of 200 videos. Seed " + SEED + ".",
            "clicks before",
            "CVR",
            "world",
            "false stop: fixed",
            "growing",
            "concurrent",
            "false scale: fixed",
            "growing",
            "concurrent");
    private final List<String> broken = new ArrayList<>();

    @Test
    void stops_and_scales_falsely_no_more_often_than_promised() {
        for (int clicks : new int[] {0, 300, 2000, 20000}) {
            for (double rate : new double[] {0.005, 0.03, 0.10}) {
                SparkWorld world = new SparkWorld().with(w -> {
                    w.clicksBefore = clicks;
                    w.rate = rate;
                });
                row(world, "Poisson", w -> {});
                row(world, "Bernoulli", w -> w.bernoulli = true);
                row(world, "day noise 1.5", w -> w.phi = 1.5);
                row(world, "day noise 2", w -> w.phi = 2);
                row(world, "common shocks", w -> w.commonShock = 0.4);
                row(world, "organic decays", w -> w.organicDecay = 0.85);
                row(world, "organic ends", w -> w.organicPerDay = 0);
                row(world, "late", w -> w.late = true);
                if (clicks > 0) {
                    row(world, "late, fitted", w -> {
                        w.late = true;
                        w.fitted = true;
                    });
                }
            }
        }
        table.write();
        assertEquals(List.of(), broken);
    }

    private void row(SparkWorld base, String name, Consumer<SparkWorld> change) {
        SparkWorld noDrop = base.with(change);
        List<Realised> all = new ArrayList<>(run(noDrop, SparkSide.DROP));
        all.addAll(run(noDrop.with(w -> w.ratio = SparkForm.MARGIN), SparkSide.HOLD));
        List<Object> cells = new ArrayList<>(
                List.of(base.clicksBefore, String.format(Locale.ROOT, "%.1f %%", 100 * base.rate), name));
        boolean kept = true;
        for (Realised realised : all) {
            kept &= realised.within();
            cells.add(realised.shares());
        }
        table.row(cells.toArray());
        if (!kept) {
            broken.add(cells.toString());
        }
    }

    private static List<Realised> run(SparkWorld world, SparkSide side) {
        return SparkCalibration.run(
                world, SEED, SHIPPED.stream().map(form -> form.asks(side)).toArray(SparkCalibration.Procedure[]::new));
    }
}
