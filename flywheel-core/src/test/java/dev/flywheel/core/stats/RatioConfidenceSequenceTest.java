package dev.flywheel.core.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.AhrensDieterMarsagliaTsangGammaSampler;
import org.apache.commons.rng.sampling.distribution.PoissonSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RatioConfidenceSequenceTest {

    private static final GammaPrior PRIOR = new GammaPrior(4, 4 / 0.03);
    private static final double[] EXTREMES = {0, 1e-9, 0.3, 40, 1e4, 1e12};
    private final RatioConfidenceSequence sequence = new RatioConfidenceSequence(PRIOR);

    @Test
    void knows_nothing_before_the_first_paid_click() {
        RatioInterval nothing = sequence.interval(new SparkTotals(60, 2000, 3, 0), 1, 0.1);
        assertEquals(RatioInterval.UNKNOWN, nothing);
        assertEquals(new RatioInterval(0, 1000), nothing);
    }

    @Test
    void without_paid_orders_the_lower_end_is_zero_and_the_upper_end_falls() {
        double previous = RatioInterval.MOST;
        for (double clicks : new double[] {50, 100, 200, 400, 800}) {
            RatioInterval interval = sequence.interval(new SparkTotals(60, 2000, 0, clicks), 1, 0.1);
            assertEquals(0, interval.low());
            assertTrue(interval.high() < previous, interval + " after " + clicks);
            previous = interval.high();
        }
        assertTrue(previous < 0.6, "upper end " + previous);
    }

    @Test
    void surrounds_the_estimate_and_tightens_with_evidence() {
        RatioInterval little = sequence.interval(new SparkTotals(60, 2000, 18, 1000), 1, 0.1);
        RatioInterval much = sequence.interval(new SparkTotals(6000, 200000, 1800, 100000), 1, 0.1);
        assertTrue(little.low() < 0.6 && 0.6 < little.high(), little.toString());
        assertTrue(much.low() > 0.54 && much.high() < 0.66, much.toString());
        RatioInterval tempered = sequence.interval(new SparkTotals(60, 2000, 18, 1000), 0.5, 0.1);
        assertTrue(tempered.low() < little.low() && tempered.high() > little.high(), tempered.toString());
    }

    @Test
    void ends_lie_where_some_prior_shape_still_allows_the_ratio() {
        SparkTotals totals = new SparkTotals(60, 2000, 18, 1000);
        RatioInterval interval = sequence.interval(totals, 1, 0.1);
        assertEquals(Math.log(10), leastLogE(totals, interval.low()), 1e-8);
        assertEquals(Math.log(10), leastLogE(totals, interval.high()), 1e-8);
    }

    /** The two-sided e-value against one ratio, written out from the definition. */
    private static double leastLogE(SparkTotals t, double ratio) {
        double least = Double.POSITIVE_INFINITY;
        for (double scale : new double[] {0.25, 0.5, 1, 2}) {
            double a = scale * PRIOR.shape() + t.organicOrders();
            double b = scale * PRIOR.rate() + t.organicExposure();
            double mixture = 0;
            double weights = 0;
            for (int j = 0; j <= 128; j++) {
                double log = Math.log(0.05) + j * Math.log(100) / 128;
                double weight = Math.exp(-0.5 * Math.pow((log + 0.2) / 0.5, 2));
                weights += weight;
                mixture += weight * Math.exp(likelihood(t, a, b, Math.exp(log)) - likelihood(t, a, b, ratio));
            }
            least = Math.min(least, Math.log(mixture / weights));
        }
        return least;
    }

    private static double likelihood(SparkTotals t, double a, double b, double c) {
        return t.paidOrders() * Math.log(c) - (a + t.paidOrders()) * Math.log(b + c * t.paidExposure());
    }

    @Tag("sweep")
    @Test
    void strange_evidence_still_gives_an_ordered_interval() {
        for (GammaPrior prior : new GammaPrior[] {new GammaPrior(1e-9, 1e-9), PRIOR, new GammaPrior(1e9, 1e9)}) {
            RatioConfidenceSequence any = new RatioConfidenceSequence(prior);
            for (double x0 : EXTREMES) {
                for (double t0 : EXTREMES) {
                    for (double x1 : EXTREMES) {
                        for (double t1 : EXTREMES) {
                            RatioInterval i = any.interval(new SparkTotals(x0, t0, x1, t1), 1, 0.05);
                            assertTrue(i.low() >= 0 && i.low() <= i.high() && i.high() <= RatioInterval.MOST);
                        }
                    }
                }
            }
        }
    }

    @Tag("sweep")
    @ParameterizedTest(name = "true ratio {0}, seed 77")
    @ValueSource(doubles = {0.4, 1})
    void misses_the_truth_at_any_of_28_looks_in_at_most_one_of_ten_runs(double ratio) {
        UniformRandomProvider rng = RandomSource.XO_SHI_RO_256_PP.create(77);
        int runs = 500;
        int missed = 0;
        for (int run = 0; run < runs; run++) {
            double rate = AhrensDieterMarsagliaTsangGammaSampler.of(rng, PRIOR.shape(), 1 / PRIOR.rate())
                    .sample();
            double organic = poisson(rng, 2000 * rate);
            double paid = 0;
            RatioInterval running = RatioInterval.UNKNOWN;
            boolean miss = false;
            for (int day = 1; day <= 28 && !miss; day++) {
                paid += poisson(rng, 150 * ratio * rate);
                running =
                        running.narrowedBy(sequence.interval(new SparkTotals(organic, 2000, paid, 150 * day), 1, 0.1));
                miss = running.low() > ratio || running.high() < ratio;
            }
            missed += miss ? 1 : 0;
        }
        System.out.printf(
                Locale.ROOT, "Confidence sequence, ratio %.1f: missed %.3f of runs%n", ratio, missed / (double) runs);
        assertTrue(missed <= runs * 0.1 + 3 * Math.sqrt(runs * 0.09), "missed " + missed);
    }

    private static double poisson(UniformRandomProvider rng, double mean) {
        return mean > 0 ? PoissonSampler.of(rng, mean).sample() : 0;
    }

    @Test
    void narrows_to_what_both_looks_allow_and_starts_over_when_data_were_restated() {
        RatioInterval first = new RatioInterval(0.2, 0.9);
        assertEquals(new RatioInterval(0.4, 0.9), first.narrowedBy(new RatioInterval(0.4, 1.2)));
        assertEquals(new RatioInterval(1.1, 1.5), first.narrowedBy(new RatioInterval(1.1, 1.5)));
    }

    @Test
    void refuses_ends_out_of_order() {
        String message = assertThrows(IllegalArgumentException.class, () -> new RatioInterval(2, 1))
                .getMessage();
        assertEquals("high must be in [2.0, 1000.0], got 1.0", message);
    }
}
