package dev.flywheel.core.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.flywheel.core.stats.SparkCalibration.Realised;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** False rejections and power of the shipped ad test at a few points; the tables of the calibration page go further. */
class SparkCalibrationTest {

    private static final long SEED = 20261116;
    private static final List<SparkForm> SHIPPED =
            List.of(SparkForm.FIXED_ROBUST, SparkForm.GROWING_ROBUST, SparkForm.CONCURRENT);

    static Stream<Arguments> worlds() {
        return Stream.of(
                world("2,000 clicks before", w -> {}),
                world("300 clicks before, fitted prior", w -> {
                    w.clicksBefore = 300;
                    w.fitted = true;
                }),
                world(
                        "300 clicks before, CVR 1 %, no organic clicks since",
                        w -> {
                            w.clicksBefore = 300;
                            w.rate = 0.01;
                            w.organicPerDay = 0;
                        }),
                world("late orders of Bernoulli clicks", w -> {
                    w.late = true;
                    w.bernoulli = true;
                }),
                world("day noise 1.5", w -> w.phi = 1.5));
    }

    private static Arguments world(String name, Consumer<SparkWorld> change) {
        return Arguments.of(name, new SparkWorld().with(change));
    }

    @ParameterizedTest(name = "{0}, seed 20261116")
    @MethodSource("worlds")
    void rejects_a_true_null_no_more_often_than_promised(String name, SparkWorld noDrop) {
        keepsItsPromise("false stop, " + name, noDrop, SparkSide.DROP);
        keepsItsPromise("false scale, " + name, noDrop.with(w -> w.ratio = SparkForm.MARGIN), SparkSide.HOLD);
    }

    private static void keepsItsPromise(String name, SparkWorld world, SparkSide side) {
        SparkCalibration.Procedure[] procedures =
                SHIPPED.stream().map(form -> form.asks(side)).toArray(SparkCalibration.Procedure[]::new);
        List<Realised> realised = SparkCalibration.run(world, SEED, procedures);
        for (int i = 0; i < SHIPPED.size(); i++) {
            String cell = name + ", " + SHIPPED.get(i) + ": " + realised.get(i).shares();
            assertTrue(realised.get(i).within(), cell);
        }
    }

    @ParameterizedTest(name = "{0}, seed 20261116")
    @EnumSource
    void catches_the_classic_mistakes(SparkMistakes mistake) {
        Realised realised =
                SparkCalibration.run(mistake.world(), SEED, mistake.procedure()).get(0);
        assertTrue(realised.at05() > SparkCalibration.bound(0.05), realised.shares());
        assertTrue(realised.at10() > SparkCalibration.bound(0.10), realised.shares());
    }

    @Test
    void still_sees_a_halved_conversion_rate_seed_20261116() {
        SparkWorld halved = new SparkWorld().with(w -> {
            w.ratio = 0.5;
            w.topPercent = false;
        });
        List<Realised> realised = SparkCalibration.run(
                halved,
                SEED,
                SparkForm.GROWING_PLAIN.asks(SparkSide.DROP),
                SparkForm.GROWING_ROBUST.asks(SparkSide.DROP));
        assertTrue(realised.get(0).at05() >= 0.95 - 0.03 && realised.get(0).at10() >= 0.97 - 0.03, realised.toString());
        assertTrue(realised.get(1).at05() >= 0.95 - 0.06 && realised.get(1).at10() >= 0.97 - 0.06, realised.toString());
    }

    @Test
    void the_same_seed_gives_the_same_rates() {
        SparkWorld any = new SparkWorld().with(w -> w.topPercent = false);
        SparkCalibration.Procedure zTest = SparkMistakes.DAILY_Z_TEST.procedure();
        assertEquals(SparkCalibration.run(any, 3, zTest), SparkCalibration.run(any, 3, zTest));
    }
}
