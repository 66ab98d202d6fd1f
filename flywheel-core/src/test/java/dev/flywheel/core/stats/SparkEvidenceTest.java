package dev.flywheel.core.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SparkEvidenceTest {

    private static final GammaPrior PRIOR = new GammaPrior(4, 133);
    private static final SparkTotals BASELINE = new SparkTotals(60, 2000, 0, 0);
    private static final List<SparkDay> DAYS =
            List.of(new SparkDay(5, 150, 3, 150), new SparkDay(4, 120, 2, 150), new SparkDay(3, 90, 4, 150));

    private static SparkTest test(SparkSide side) {
        return side == SparkSide.DROP ? SparkTest.drop(1, PRIOR) : SparkTest.hold(0.8, PRIOR);
    }

    @ParameterizedTest
    @EnumSource
    void no_organic_orders_leave_the_prior(SparkSide side) {
        double logE = test(side).logE(new SparkTotals(0, 0, 3, 150), 1);
        assertTrue(Double.isFinite(logE) && logE != 0);
    }

    @ParameterizedTest
    @EnumSource
    void more_orders_than_clicks_are_judged_like_any_number(SparkSide side) {
        double some = test(side).logE(new SparkTotals(60, 2000, 8, 10), 1);
        double more = test(side).logE(new SparkTotals(60, 2000, 12, 10), 1);
        assertTrue(side == SparkSide.DROP ? more < some : more > some, some + ", then " + more);
    }

    @ParameterizedTest
    @EnumSource
    void a_cancelled_order_gives_the_evidence_that_would_have_been_without_it(SparkSide side) {
        SparkTest test = test(side);
        double before = test.logE(new SparkTotals(60, 2000, 5, 300), 1);
        assertNotEquals(before, test.logE(new SparkTotals(60, 2000, 6, 300), 1));
        assertEquals(before, test.logE(new SparkTotals(60, 2000, 5, 300), 1));
    }

    @ParameterizedTest
    @EnumSource
    void blended_days_of_one_arm_only_are_days_told_apart(SparkSide side) {
        SparkEvidence blended =
                SparkEvidence.blended(BASELINE, List.of(new SparkMix(7, 0, 300), new SparkMix(12, 400, 0)));
        double apart = test(side).logE(new SparkTotals(72, 2400, 7, 300), 1);
        assertEquals(apart, test(side).logE(blended, 1), 1e-10);
    }

    @ParameterizedTest
    @EnumSource
    void blended_days_agree_with_the_formula_written_out(SparkSide side) {
        double[][] days = {{9, 150, 150}, {4, 100, 200}, {0, 20, 10}};
        List<SparkMix> mixed = new ArrayList<>();
        for (double[] day : days) {
            mixed.add(new SparkMix(day[0], day[1], day[2]));
        }
        SparkTest test = test(side);
        double least = Double.POSITIVE_INFINITY;
        for (double scale : new double[] {0.25, 0.5, 1, 2}) {
            double a = scale * PRIOR.shape() + 60;
            double b = scale * PRIOR.rate() + 2000;
            double sum = 0;
            double weights = 0;
            double r = test.ratio();
            for (int j = 0; j < 64; j++) {
                double log = side == SparkSide.DROP ? Math.log(0.05) * (1 - j / 64.0) : Math.log(5) * (j + 1) / 64;
                double centre = side == SparkSide.DROP ? -0.5 : 0.3;
                double weight = Math.exp(-0.5 * Math.pow((log - centre) / 0.5, 2));
                weights += weight;
                sum += weight * Math.exp(written(days, a, b, r * Math.exp(log)) - written(days, a, b, r));
            }
            least = Math.min(least, Math.log(sum / weights));
        }
        assertEquals(least, test.logE(SparkEvidence.blended(BASELINE, mixed), 1), 1e-9);
        Collections.reverse(mixed);
        assertEquals(least, test.logE(SparkEvidence.blended(BASELINE, mixed), 1), 1e-9, "order of days is irrelevant");
    }

    private static double written(double[][] days, double a, double b, double c) {
        double sum = 0;
        double orders = 0;
        double exposure = 0;
        for (double[] day : days) {
            double both = day[1] + c * day[2];
            sum += day[0] * Math.log(both);
            orders += day[0];
            exposure += both;
        }
        return sum - (a + orders) * Math.log(b + exposure);
    }

    @ParameterizedTest
    @EnumSource
    void a_splice_that_never_switched_is_concurrent_and_one_that_never_was_is_growing(SparkSide side) {
        SparkTest test = test(side);
        SparkTotals all = new SparkTotals(72, 2360, 9, 450);
        assertEquals(test.concurrentLogE(DAYS, 0.8), test.logE(SparkEvidence.spliced(DAYS, all, all), 0.8), 1e-12);
        assertEquals(test.logE(all, 0.8), test.logE(SparkEvidence.spliced(List.of(), BASELINE, all), 0.8), 1e-12);
    }

    @ParameterizedTest
    @EnumSource
    void after_the_switch_evidence_goes_on_from_where_it_was(SparkSide side) {
        SparkTotals atSwitch = new SparkTotals(72, 2360, 9, 450);
        double then = test(side).logE(SparkEvidence.spliced(DAYS, atSwitch, atSwitch), 1);
        double soonAfter =
                test(side).logE(SparkEvidence.spliced(DAYS, atSwitch, new SparkTotals(72, 2360, 9, 450.0001)), 1);
        assertEquals(then, soonAfter, 1e-5);
    }

    @ParameterizedTest
    @EnumSource
    void nothing_that_compares_the_arms_is_no_evidence(SparkSide side) {
        SparkTest test = test(side);
        assertEquals(0, test.logE(SparkEvidence.of(BASELINE), 1));
        assertEquals(0, test.logE(SparkEvidence.blended(BASELINE, List.of(new SparkMix(5, 100, 0))), 1));
        assertEquals(0, test.logE(SparkEvidence.concurrent(List.of(new SparkDay(5, 0, 3, 100))), 1));
        assertEquals(
                RatioInterval.UNKNOWN, new RatioConfidenceSequence(PRIOR).interval(SparkEvidence.of(BASELINE), 1, 0.1));
    }

    @Test
    void the_interval_of_every_form_surrounds_what_the_form_sees() {
        RatioConfidenceSequence sequence = new RatioConfidenceSequence(PRIOR);
        List<SparkDay> many = Collections.nCopies(40, new SparkDay(15, 500, 9, 500));
        RatioInterval concurrent = sequence.interval(SparkEvidence.concurrent(many), 1, 0.1);
        assertTrue(concurrent.low() > 0.45 && concurrent.low() < 0.6, concurrent.toString());
        assertTrue(concurrent.high() > 0.6 && concurrent.high() < 0.75, concurrent.toString());

        SparkTotals half = new SparkTotals(300, 10_000, 0, 0);
        List<SparkMix> mixed = Collections.nCopies(40, new SparkMix(0.03 * (100 + 0.6 * 500), 100, 500));
        RatioInterval blended = sequence.interval(SparkEvidence.blended(half, mixed), 1, 0.1);
        assertTrue(blended.low() < 0.6 && blended.high() > 0.6 && blended.high() < 0.9, blended.toString());
        assertTrue(blended.low() > 0.35, blended.toString());
    }

    @Test
    void what_past_tests_said_is_pooled_with_its_spread() {
        RatioPrior same = RatioPrior.fitted(new double[] {-0.3, -0.3, -0.3}, new double[] {0.1, 0.2, 0.3});
        assertEquals(-0.3, same.centre(), 1e-12);
        assertEquals(0.1, same.sd(), "never narrower than a tenth");

        RatioPrior apart = RatioPrior.fitted(new double[] {-1, 0, -1, 0}, new double[] {0.01, 0.01, 0.01, 0.01});
        assertEquals(-0.5, apart.centre(), 1e-6);
        assertEquals(Math.sqrt(1.0 / 3 + 1.0 / 12), apart.sd(), 1e-3);
        assertEquals(RatioPrior.DEFAULT, RatioPrior.fitted(new double[] {-2}, new double[] {0.1}));
        assertEquals(
                "errors[0] must be in [1.0E-6, 1000000.0], got 0.0",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> RatioPrior.fitted(new double[] {0, 0}, new double[] {0, 1}))
                        .getMessage());
    }
}
