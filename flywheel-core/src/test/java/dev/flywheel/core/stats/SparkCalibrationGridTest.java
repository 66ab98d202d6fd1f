package dev.flywheel.core.stats;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.flywheel.core.stats.SparkCalibration.Realised;
import dev.flywheel.core.stats.SparkCalibration.Scenario;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The wider grid of truths; minutes rather than seconds, so run on request: {@code -DexcludedGroups= -Dgroups=calibration}. */
@Tag("calibration")
class SparkCalibrationGridTest {

    private static final long SEED = 20261117;

    static Stream<Arguments> cells() {
        Stream.Builder<Arguments> cells = Stream.builder();
        for (int baseline : new int[] {0, 300, 2000, 20000}) {
            for (double cvr : new double[] {0.005, 0.03, 0.10}) {
                Scenario plain = Scenario.of(1).baseline(baseline).cvr(cvr);
                String name = String.format(Locale.ROOT, "%d clicks, CVR %.1f %%", baseline, 100 * cvr);
                cells.add(arguments(name, plain));
                cells.add(arguments(name + ", phi 1.5", plain.phi(1.5)));
                cells.add(arguments(name + ", phi 2", plain.phi(2)));
                cells.add(arguments(name + ", organic decays", plain.organic(150, 0.85)));
                cells.add(arguments(name + ", no organic since", plain.organic(0, 1)));
                if (baseline <= 2000) {
                    cells.add(arguments(name + ", Bernoulli", plain.bernoulliClicks()));
                }
                if (baseline > 0) {
                    cells.add(arguments(
                            name + ", lagged, fitted", plain.laggedOrders().fittedPrior()));
                }
            }
        }
        return cells.build();
    }

    @ParameterizedTest(name = "{0}, seed 20261117")
    @MethodSource("cells")
    void stops_and_scales_falsely_no_more_often_than_promised(String name, Scenario noDrop) {
        Realised stop = SparkCalibration.run(noDrop, SparkProcedures.stop(), SEED);
        Realised scale = SparkCalibration.run(noDrop.truth(SparkProcedures.MARGIN), SparkProcedures.scale(), SEED);
        System.out.println(stop.row("false stop, " + name));
        System.out.println(scale.row("false scale, " + name));
        assertTrue(stop.within(), stop.row(name));
        assertTrue(scale.within(), scale.row(name));
    }
}
