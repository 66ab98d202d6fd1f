package dev.flywheel.core.stats;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.flywheel.core.CalibrationTable;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Detectors and trends of statistics 6 at length. */
@Tag("calibration")
class HealthCalibrationGridTest {

    private static final long SEED = 60;
    private static final int RUNS = 300;
    private static final int MOST = 1_000;

    @Test
    void alarms_are_rare_by_chance_and_quick_when_a_rate_halves() {
        CalibrationTable table = CalibrationTable.of(
                "60-health-detectors",
                "Health: alarms of sudden change",
                "Looks (days or samples) until an alarm, with the reference learned from the looks before; " + RUNS
                        + " runs, given up after " + MOST + " looks, so means are lower bounds. Promised: a mean of at"
                        + " least 200 while nothing changes. Without tempering, the same days ring too often.",
                "stream",
                "reference",
                "mean looks, no change",
                "the same untempered",
                "five streams by e-BH, no change",
                "median looks, rate halved",
                "median looks, rate x 1.5 (x 1.25 at .8)");
        for (int clicks : new int[] {30, 100, 300, 1_000}) {
            row(
                    table,
                    clicks + " clicks a day at 3 %, Poisson",
                    DetectorSimulation.days().trials(clicks));
        }
        for (double phi : new double[] {1.5, 2, 4}) {
            row(
                    table,
                    "300 clicks a day at 3 %, variance ratio " + phi,
                    DetectorSimulation.days().phi(phi));
        }
        for (double rate : new double[] {0.2, 0.4, 0.6, 0.8}) {
            for (int reference : new int[] {30, 100, 300}) {
                row(table, "samples answered at " + rate, DetectorSimulation.samples(rate, reference));
            }
        }
        table.write();
    }

    private static void row(CalibrationTable table, String stream, DetectorSimulation simulation) {
        double quiet = simulation.meanLooks(1, 1, MOST, RUNS, SEED);
        double together = simulation.meanLooks(1, 5, MOST, RUNS / 4, SEED + 1);
        double rise = Math.min(1.5, 1 / simulation.rate());
        table.row(
                stream,
                simulation.referenceLooks() + " looks",
                number(quiet),
                simulation.phi() > 1 ? number(simulation.untempered().meanLooks(1, 1, MOST, RUNS, SEED)) : "",
                number(together),
                number(simulation.medianLooks(0.5, MOST, RUNS, SEED + 2)),
                number(simulation.medianLooks(rise, MOST, RUNS, SEED + 3)));
        assertTrue(quiet >= 200, stream + ": " + quiet);
        assertTrue(together >= 200, stream + " together: " + together);
    }

    @Test
    void trends_are_seldom_called_by_chance_and_seen_when_they_are_there() {
        CalibrationTable table = CalibrationTable.of(
                "61-health-trend",
                "Health: trends over rotations",
                "How often a measure is called IMPROVING; " + RUNS + " runs. Counts: 20 winners a rotation; shares: 60"
                        + " trials at 40 %; values: the mean of 80 creators with log-normal amounts of deviation 1.5."
                        + " Spread is a deviation of the logarithm between rotations that is no trend. Promised: at most"
                        + " .10 while nothing changes.",
                "measure",
                "rotations",
                "spread",
                "IMPROVING, no change",
                "IMPROVING, +20 % a rotation");
        for (TrendSimulation.Kind kind : TrendSimulation.Kind.values()) {
            for (int rotations : new int[] {4, 5, 8, 13}) {
                for (double spread : new double[] {0, 0.2, 0.4}) {
                    double none = new TrendSimulation(kind, rotations, spread, SEED).improving(1, RUNS);
                    table.row(
                            kind.name().toLowerCase(Locale.ROOT),
                            rotations,
                            spread,
                            String.format(Locale.ROOT, "%.3f", none),
                            String.format(
                                    Locale.ROOT,
                                    "%.3f",
                                    new TrendSimulation(kind, rotations, spread, SEED + 1).improving(1.2, RUNS)));
                    assertTrue(none <= 0.1 + 3 * Math.sqrt(0.09 / RUNS), kind + " " + rotations + " " + spread);
                }
            }
        }
        table.write();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.0f", value);
    }
}
