package dev.flywheel.core.adtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.flywheel.core.CalibrationTable;
import dev.flywheel.core.adtest.SimulatedTests.Realised;
import dev.flywheel.core.adtest.SimulatedTests.Told;
import dev.flywheel.core.adtest.SimulatedTests.World;
import dev.flywheel.core.performance.LagCurve;
import dev.flywheel.core.performance.Source.Booking;
import dev.flywheel.core.stats.ChainLadder;
import dev.flywheel.core.stats.ConversionLag;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.PoissonSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** False answers and power of every form of the test, with the shipped choice between them. */
class AdTestFormsTest {

    private static final long SEED = 20261125;
    private static final int FEW = 200;
    private static final int MANY = 2000;
    private static final LagCurve USUAL = LagCurve.USUAL_ORDERS;

    /** Orders of a brand whose customers think it over. */
    private static final LagCurve SLOW =
            new LagCurve(List.of(0.30, 0.44, 0.55, 0.64, 0.72, 0.79, 0.85, 0.90, 0.94, 0.97, 0.99, 1.0));

    static Stream<Arguments> forms() {
        World halfAsMany = World.of(1).organic(150, 0.85);
        World margin = World.of(0.8);
        return Stream.of(
                arguments("false stop, concurrent", World.of(1), true, AdTestForm.CONCURRENT),
                arguments(
                        "false stop, concurrent, days shock both arms (sd .4)",
                        World.of(1).shocks(0.4),
                        true,
                        AdTestForm.CONCURRENT),
                arguments("false stop, spliced", halfAsMany, true, AdTestForm.CONCURRENT_THEN_GROWING),
                arguments(
                        "false stop, spliced, late orders booked on the click's day",
                        halfAsMany.late(USUAL, USUAL, Booking.CLICK_DAY),
                        true,
                        AdTestForm.CONCURRENT_THEN_GROWING),
                arguments(
                        "false stop, spliced, late orders booked on their own day",
                        halfAsMany.late(USUAL, USUAL, Booking.ORDER_DAY),
                        true,
                        AdTestForm.CONCURRENT_THEN_GROWING),
                arguments(
                        "false stop, growing, few organic clicks",
                        World.of(1).organic(40, 1),
                        true,
                        AdTestForm.GROWING_BASELINE),
                arguments(
                        "false stop, fixed baseline",
                        World.of(1).told(Told.PAID_ONLY),
                        true,
                        AdTestForm.FIXED_BASELINE),
                arguments("false stop, blended", World.of(1).told(Told.NEITHER), true, AdTestForm.BLENDED),
                arguments(
                        "false stop, blended, organic clicks decay",
                        World.of(1).organic(300, 0.85).told(Told.NEITHER),
                        true,
                        AdTestForm.BLENDED),
                arguments(
                        "false stop, blended, late orders",
                        World.of(1).told(Told.NEITHER).late(USUAL, USUAL, Booking.CLICK_DAY),
                        true,
                        AdTestForm.BLENDED),
                arguments("false hold, concurrent", margin, false, AdTestForm.CONCURRENT),
                arguments("false hold, spliced", margin.organic(150, 0.85), false, AdTestForm.CONCURRENT_THEN_GROWING),
                arguments("false hold, blended", margin.told(Told.NEITHER), false, AdTestForm.BLENDED));
    }

    @ParameterizedTest(name = "{0}, seed 20261125")
    @MethodSource("forms")
    void a_true_null_is_rejected_no_more_often_than_promised(String name, World world, boolean drop, AdTestForm form) {
        Realised realised = SimulatedTests.run(world, drop, form, FEW, 14, SEED);
        assertTrue(realised.at10() <= SimulatedTests.bound(0.10, FEW), name + ": " + realised);
        assertTrue(realised.forms() > 0.9 * FEW, "the form under test is the one that was chosen: " + realised);
    }

    @Test
    void every_form_still_sees_a_halved_conversion_seed_20261125() {
        World half = World.of(0.5);
        assertPower(0.80, half, AdTestForm.CONCURRENT);
        assertPower(0.80, half.organic(150, 0.85), AdTestForm.CONCURRENT_THEN_GROWING);
        assertPower(0.75, half.told(Told.PAID_ONLY), AdTestForm.FIXED_BASELINE);
        assertPower(0.30, half.organic(75, 1).told(Told.NEITHER), AdTestForm.BLENDED);
    }

    private static void assertPower(double least, World world, AdTestForm form) {
        Realised realised = SimulatedTests.run(world, true, form, 100, 21, SEED);
        assertTrue(realised.at10() >= least, form + ": " + realised);
    }

    @Test
    void a_learned_curve_heals_what_the_usual_one_breaks_at_a_slow_brand_seed_20261125() {
        World organicGone = World.of(1).organic(0, 1);
        Realised wrong = SimulatedTests.run(
                organicGone.late(SLOW, USUAL, Booking.CLICK_DAY), true, AdTestForm.GROWING_BASELINE, FEW, 14, SEED);
        Realised right = SimulatedTests.run(
                organicGone.late(SLOW, learned(SLOW, 7), Booking.CLICK_DAY),
                true,
                AdTestForm.GROWING_BASELINE,
                FEW,
                14,
                SEED);
        assertTrue(wrong.at10() > SimulatedTests.bound(0.10, FEW), "orders taken for lost: " + wrong);
        assertTrue(right.at10() <= SimulatedTests.bound(0.10, FEW), right.toString());
    }

    @Test
    void a_learned_curve_is_rarely_faster_than_the_truth() {
        int faster = 0;
        for (int seed = 1; seed <= 40; seed++) {
            LagCurve learned = learned(SLOW, seed);
            for (int age = 0; age <= 5; age++) {
                faster += learned.seenShare(age) > SLOW.seenShare(age) + 1e-9 ? 1 : 0;
                assertEquals(SLOW.seenShare(age), learned.seenShare(age), 0.12, "age " + age + ", seed " + seed);
            }
        }
        assertTrue(faster <= 0.1 * 40 * 6, faster + " of 240 shares");
    }

    /** What 35 days of reports on about 4,000 orders teach. */
    private static LagCurve learned(LagCurve truth, long seed) {
        UniformRandomProvider rng = RandomSource.XO_SHI_RO_256_PP.create(seed);
        double[][] triangle = new double[35][];
        for (int day = 0; day < 35; day++) {
            triangle[day] = new double[35 - day];
            double seen = 0;
            for (int age = 0; age < triangle[day].length; age++) {
                double mean = 120 * (truth.seenShare(age) - truth.seenShare(age - 1L));
                seen += mean > 0 ? PoissonSampler.of(rng, mean).sample() : 0;
                triangle[day][age] = seen;
            }
        }
        return ConversionLag.learned(ChainLadder.of(triangle), ConversionLag.conversions())
                .curve();
    }

    @Test
    @Tag("calibration")
    void long_simulation_of_every_form() {
        CalibrationTable table = CalibrationTable.of(
                "25-ad-test-forms",
                "Ad test: every form, with the shipped choice between them",
                MANY + " tests of 28 daily looks each, the best 1 % of 500 videos by organic conversion, 2,000 baseline"
                        + " clicks, 150 paid clicks a day, seed " + SEED + ".",
                "scenario",
                "realised at .05",
                "realised at .10",
                "at most (.10)",
                "in this form");
        forms().map(Arguments::get).forEach(cell -> {
            Realised realised =
                    SimulatedTests.run((World) cell[1], (boolean) cell[2], (AdTestForm) cell[3], MANY, 28, SEED);
            row(table, (String) cell[0], realised, SimulatedTests.bound(0.10, MANY));
            assertTrue(realised.at05() <= SimulatedTests.bound(0.05, MANY), Arrays.toString(cell) + realised);
            assertTrue(realised.at10() <= SimulatedTests.bound(0.10, MANY), Arrays.toString(cell) + realised);
        });
        World slow = World.of(1).organic(0, 1);
        Realised learned = SimulatedTests.run(
                slow.late(SLOW, learned(SLOW, 7), Booking.CLICK_DAY),
                true,
                AdTestForm.GROWING_BASELINE,
                MANY,
                28,
                SEED);
        row(table, "false stop, slow brand, curve learned from 35 reports", learned, SimulatedTests.bound(0.10, MANY));
        row(
                table,
                "the same with the usual curve (wrong for this brand)",
                SimulatedTests.run(
                        slow.late(SLOW, USUAL, Booking.CLICK_DAY), true, AdTestForm.GROWING_BASELINE, MANY, 28, SEED),
                Double.NaN);
        for (double ratio : new double[] {0.5, 0.6}) {
            power(table, "concurrent", World.of(ratio), AdTestForm.CONCURRENT);
            power(table, "spliced", World.of(ratio).organic(150, 0.85), AdTestForm.CONCURRENT_THEN_GROWING);
            power(table, "fixed baseline", World.of(ratio).told(Told.PAID_ONLY), AdTestForm.FIXED_BASELINE);
            power(table, "blended", World.of(ratio).organic(75, 1).told(Told.NEITHER), AdTestForm.BLENDED);
        }
        table.write();
        assertTrue(learned.at10() <= SimulatedTests.bound(0.10, MANY), learned.toString());
    }

    private static void power(CalibrationTable table, String name, World world, AdTestForm form) {
        row(
                table,
                "power at c = " + world.ratio() + ", " + name,
                SimulatedTests.run(world, true, form, MANY, 28, SEED),
                Double.NaN);
    }

    private static void row(CalibrationTable table, String name, Realised realised, double bound) {
        table.row(
                name,
                String.format(Locale.ROOT, "%.4f", realised.at05()),
                String.format(Locale.ROOT, "%.4f", realised.at10()),
                Double.isNaN(bound) ? "" : String.format(Locale.ROOT, "%.4f", bound),
                Math.round(100.0 * realised.forms() / MANY) + " %");
    }
}
