package dev.flywheel.core.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.flywheel.core.stats.SparkCalibration.Procedure;
import dev.flywheel.core.stats.SparkCalibration.Realised;
import dev.flywheel.core.stats.SparkCalibration.Scenario;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** False rejections and power of the shipped tests, and proof that the harness sees the classic mistakes. */
class SparkCalibrationTest {

    private static final long SEED = 20261116;
    private static final Scenario NO_DROP = Scenario.of(1);
    private static final Scenario AT_MARGIN = Scenario.of(SparkProcedures.MARGIN);

    /** A short organic record and no organic traffic beside the ad: the winner's luck is all that is known of it. */
    private static final Scenario LEAN = NO_DROP.baseline(300).organic(0, 1);

    static Stream<Arguments> truthsUnderTheNull() {
        Procedure stop = SparkProcedures.stop();
        Procedure scale = SparkProcedures.scale();
        return Stream.of(
                arguments("false stop, 2,000 clicks, true prior", NO_DROP, stop),
                arguments("false stop, 300 clicks, true prior", NO_DROP.baseline(300), stop),
                arguments(
                        "false stop, 300 clicks, fitted prior",
                        NO_DROP.baseline(300).fittedPrior(),
                        stop),
                arguments(
                        "false stop, 300 clicks, fitted, shape as is",
                        NO_DROP.baseline(300).fittedPrior(),
                        SparkProcedures.stopUnderOnePrior()),
                arguments("false stop, 300 clicks and no more", LEAN, stop),
                arguments("false stop, 300 clicks and no more, CVR 1 %", LEAN.cvr(0.01), stop),
                arguments("false stop, 2,000 clicks and no more", LEAN.baseline(2000), stop),
                arguments("false stop, 2,000 clicks, lagged orders, matured", NO_DROP.laggedOrders(), stop),
                arguments("false stop, 2,000 clicks, Bernoulli clicks", NO_DROP.bernoulliClicks(), stop),
                arguments("false stop, 2,000 clicks, phi 1.5 tempered", NO_DROP.phi(1.5), stop),
                arguments("false scale, 2,000 clicks, true prior", AT_MARGIN, scale),
                arguments("false scale, 300 clicks, true prior", AT_MARGIN.baseline(300), scale),
                arguments(
                        "false scale, 300 clicks, fitted prior",
                        AT_MARGIN.baseline(300).fittedPrior(),
                        scale),
                arguments("false scale, 2,000 clicks, lagged orders, matured", AT_MARGIN.laggedOrders(), scale),
                arguments("false scale, 2,000 clicks, phi 1.5 tempered", AT_MARGIN.phi(1.5), scale));
    }

    @ParameterizedTest(name = "{0}, seed 20261116")
    @MethodSource("truthsUnderTheNull")
    void rejects_a_true_null_no_more_often_than_promised(String name, Scenario scenario, Procedure procedure) {
        Realised realised = SparkCalibration.run(scenario, procedure, SEED);
        System.out.println(realised.row(name));
        assertTrue(realised.within(), realised.row(name));
    }

    static Stream<Arguments> mistakes() {
        Procedure raw = SparkProcedures.stopOnRawBaseline();
        Procedure rawRate = SparkProcedures.stopOnRawRate();
        return Stream.of(
                arguments("MUTANT raw baseline, 300 clicks and no more", LEAN, raw),
                arguments("MUTANT raw baseline, 300 clicks and no more, CVR 1 %", LEAN.cvr(0.01), raw),
                arguments("MUTANT raw rate as known, 300 clicks and no more", LEAN, rawRate),
                arguments("MUTANT raw rate as known, 2,000 clicks and no more", LEAN.baseline(2000), rawRate),
                arguments("MUTANT naive clicks, lagged", NO_DROP.laggedOrders(), SparkProcedures.stopOnNaiveClicks()),
                arguments("MUTANT daily z-test, 2,000 clicks", NO_DROP, SparkProcedures.stopByDailyZTest()));
    }

    @ParameterizedTest(name = "{0}, seed 20261116")
    @MethodSource("mistakes")
    void catches_the_classic_mistakes(String name, Scenario scenario, Procedure mutant) {
        Realised realised = SparkCalibration.run(scenario, mutant, SEED);
        System.out.println(realised.row(name));
        assertTrue(realised.at05() > SparkCalibration.bound(0.05), realised.row(name));
        assertTrue(realised.at10() > SparkCalibration.bound(0.10), realised.row(name));
    }

    @Test
    void still_sees_a_halved_conversion_rate_seed_20261116() {
        Scenario halved = Scenario.of(0.5).unselected();
        Realised plain = SparkCalibration.run(halved, SparkProcedures.stopUnderOnePrior(), SEED);
        Realised robust = SparkCalibration.run(halved, SparkProcedures.stop(), SEED);
        System.out.println(plain.row("POWER c = .5, one prior, mean day " + Math.round(plain.meanDay())));
        System.out.println(robust.row("POWER c = .5, robust, mean day " + Math.round(robust.meanDay())));
        assertTrue(plain.at05() >= 0.95 - 0.03 && plain.at10() >= 0.97 - 0.03, plain.toString());
        assertTrue(robust.at05() >= 0.95 - 0.06 && robust.at10() >= 0.97 - 0.06, robust.toString());
    }

    @Test
    void the_same_seed_gives_the_same_rates() {
        Realised first = SparkCalibration.run(NO_DROP, SparkProcedures.stopByDailyZTest(), 3);
        assertEquals(first, SparkCalibration.run(NO_DROP, SparkProcedures.stopByDailyZTest(), 3));
    }

    @Test
    void the_fit_recovers_the_prior_that_videos_were_drawn_from_seed_8() {
        UniformRandomProvider rng = RandomSource.XO_SHI_RO_256_PP.create(8);
        double[] orders = new double[20_000];
        for (int v = 0; v < orders.length; v++) {
            orders[v] = SparkCalibration.orders(rng, 300, 0.03, 1 + 300 * 0.03 / 4);
        }
        GammaPrior fitted = SparkCalibration.fit(orders, 300);
        assertEquals(4, fitted.shape(), 0.2);
        assertEquals(0.03, fitted.mean(), 0.0005);
    }
}
