package dev.flywheel.core.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.AhrensDieterMarsagliaTsangGammaSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PaidEconomicsTest {

    private static final GammaPrior PRIOR = new GammaPrior(4, 4 / 0.03);
    private static final SparkTotals NOTHING = new SparkTotals(0, 0, 0, 0);
    private static final SparkTotals SOME = new SparkTotals(60, 2000, 10, 500);
    private static final double[] EXTREMES = {0, 1e-9, 0.3, 40, 1e4, 1e12};

    private static PaidEconomics after(SparkTotals totals) {
        return PaidEconomics.of(PRIOR, RatioPrior.DEFAULT, totals, 1);
    }

    @Test
    void without_evidence_the_rate_is_that_of_the_priors() {
        assertEquals(0.03 * Math.exp(-0.25 + 0.08), after(NOTHING).expectedRate(), 1e-9);
        assertEquals(
                after(NOTHING).expectedRate(),
                after(new SparkTotals(5, 0, 5, 0)).expectedRate(),
                1e-15);
    }

    @Test
    void agrees_with_importance_sampling_of_the_model_seed_5() {
        UniformRandomProvider rng = RandomSource.XO_SHI_RO_256_PP.create(5);
        ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(rng);
        var organic = AhrensDieterMarsagliaTsangGammaSampler.of(rng, 64, 1 / (PRIOR.rate() + 2000));
        double weights = 0;
        double rates = 0;
        double above = 0;
        for (int i = 0; i < 400_000; i++) {
            double rate = organic.sample() * Math.exp(-0.25 + 0.4 * normal.sample());
            double weight = Math.exp(10 * Math.log(rate) - 500 * rate + 50);
            weights += weight;
            rates += weight * rate;
            above += rate > 0.025 ? weight : 0;
        }
        assertEquals(rates / weights, after(SOME).expectedRate(), 3e-5);
        assertEquals(above / weights, after(SOME).probabilityRateAbove(0.025), 3e-3);
    }

    /**
     * The model summed cell by cell over log c and log lambda: a normal law of log c, a Gamma law of lambda, Poisson
     * orders at lambda per organic and c lambda per paid click, all evidence to the power eta.
     *
     * @return the means of log c, of its square, and of the paid rate, and the share above {@code level}
     */
    private static double[] byHand(SparkTotals totals, List<SparkMix> mixed, double eta, double level) {
        double[] sums = new double[5];
        for (double logC = -2.25; logC < 1.75; logC += 0.0137) {
            for (double logRate = Math.log(0.005); logRate < Math.log(0.2); logRate += 0.0061) {
                double organic = Math.exp(logRate);
                double paid = Math.exp(logRate + logC);
                double logLikelihood = totals.organicOrders() * logRate
                        - totals.organicExposure() * organic
                        + totals.paidOrders() * (logRate + logC)
                        - totals.paidExposure() * paid;
                for (SparkMix day : mixed) {
                    double expected = day.organicClicks() * organic + day.paidClicks() * paid;
                    logLikelihood += day.orders() * Math.log(expected) - expected;
                }
                double z = (logC + 0.25) / 0.4;
                double weight = Math.exp(
                        eta * logLikelihood - z * z / 2 + PRIOR.shape() * logRate - PRIOR.rate() * organic + 100);
                sums[0] += weight * logC;
                sums[1] += weight * logC * logC;
                sums[2] += weight * paid;
                sums[3] += paid > level ? weight : 0;
                sums[4] += weight;
            }
        }
        return Arrays.stream(sums).map(sum -> sum / sums[4]).toArray();
    }

    @Test
    void the_law_of_ratio_and_rate_is_the_model_summed_by_hand() {
        List<SparkMix> blended = List.of(new SparkMix(9, 150, 100), new SparkMix(1, 0, 80));
        for (List<SparkMix> mixed : List.of(List.<SparkMix>of(), blended)) {
            double[] expected = byHand(SOME, mixed, 0.5, 0.025);
            PaidEconomics economics = PaidEconomics.of(PRIOR, RatioPrior.DEFAULT, SOME, mixed, 0.5);

            assertEquals(expected[0], economics.meanLogRatio(), 1e-4);
            assertEquals(Math.sqrt(expected[1] - expected[0] * expected[0]), economics.sdLogRatio(), 1e-4);
            assertEquals(expected[2], economics.expectedRate(), 1e-6);
            assertEquals(expected[3], economics.probabilityRateAbove(0.025), 2e-3);
        }
    }

    @Test
    void a_blended_day_without_clicks_tells_nothing() {
        PaidEconomics plain = PaidEconomics.of(PRIOR, RatioPrior.DEFAULT, SOME, 1);
        PaidEconomics same = PaidEconomics.of(PRIOR, RatioPrior.DEFAULT, SOME, List.of(new SparkMix(8, 0, 0)), 1);
        assertEquals(plain.expectedRate(), same.expectedRate(), 1e-15);
    }

    @Test
    void without_evidence_the_ratio_is_that_of_its_prior() {
        PaidEconomics economics = PaidEconomics.of(PRIOR, new RatioPrior(0.3, 0.7), NOTHING, 1);
        assertEquals(0.3, economics.meanLogRatio(), 1e-9);
        assertEquals(0.7, economics.sdLogRatio(), 1e-6);
    }

    @Test
    void refuses_a_weight_outside_zero_to_one() {
        assertEquals(
                "eta must be in (0.0, 1.0], got 0.0",
                assertThrows(IllegalArgumentException.class, () -> PaidEconomics.of(PRIOR, RatioPrior.DEFAULT, SOME, 0))
                        .getMessage());
    }

    @Test
    void the_mean_is_the_area_under_the_exceedance_curve() {
        double area = 0;
        double step = 1e-4;
        for (double level = step / 2; level < 0.2; level += step) {
            area += step * after(SOME).probabilityRateAbove(level);
        }
        assertEquals(after(SOME).expectedRate(), area, 1e-7);
    }

    @Test
    void much_evidence_leaves_little_doubt() {
        PaidEconomics sure = after(new SparkTotals(6000, 200000, 2000, 100000));
        assertEquals(0.02, sure.expectedRate(), 2e-4);
        assertTrue(sure.probabilityRateAbove(0.018) > 0.999 && sure.probabilityRateAbove(0.022) < 0.001);
    }

    @Test
    void profit_follows_from_rate_value_and_cost() {
        PaidEconomics economics = after(SOME);
        double rate = economics.expectedRate();
        assertEquals(rate * 30 - 0.5, economics.expectedProfitPerClick(new double[] {20, 40}, 0.5), 1e-12);
        double certain = economics.probabilityProfitable(new double[] {30}, 0.6);
        assertEquals(economics.probabilityRateAbove(0.02), certain, 1e-12);
        double uncertain = economics.probabilityProfitable(new double[] {30, 0, -5}, 0.6);
        assertEquals(certain / 3, uncertain, 1e-12);
    }

    @Test
    void uncertain_values_pull_the_probability_towards_a_coin() {
        PaidEconomics sure = after(new SparkTotals(6000, 200000, 2000, 100000));
        double certain = sure.probabilityProfitable(new double[] {40}, 0.6);
        double uncertain = sure.probabilityProfitable(new double[] {20, 30, 50, 60}, 0.6);
        assertTrue(certain > 0.999 && uncertain < 0.9, certain + " " + uncertain);
    }

    @Test
    void free_clicks_are_profitable_exactly_when_an_order_is_worth_something() {
        assertEquals(1, after(NOTHING).probabilityProfitable(new double[] {0.01}, 0));
        assertEquals(0, after(NOTHING).probabilityProfitable(new double[] {0}, 0));
        assertEquals(1, after(NOTHING).probabilityRateAbove(-1));
        assertEquals(0, after(NOTHING).probabilityRateAbove(Double.POSITIVE_INFINITY));
        assertEquals(0, after(NOTHING).probabilityRateAbove(Double.MAX_VALUE));
        assertEquals(1, after(NOTHING).probabilityRateAbove(Double.MIN_VALUE), 1e-12);
    }

    @Tag("sweep")
    @Test
    void strange_evidence_still_gives_a_finite_rate_and_a_probability() {
        for (GammaPrior prior : new GammaPrior[] {new GammaPrior(1e-9, 1e-9), PRIOR, new GammaPrior(1e15, 1e15)}) {
            for (double x0 : EXTREMES) {
                for (double t0 : EXTREMES) {
                    for (double x1 : EXTREMES) {
                        for (double t1 : EXTREMES) {
                            SparkTotals totals = new SparkTotals(x0, t0, x1, t1);
                            PaidEconomics economics = PaidEconomics.of(prior, new RatioPrior(-10, 2), totals, 0.5);
                            double p = economics.probabilityRateAbove(0.02);
                            assertTrue(Double.isFinite(economics.expectedRate()), totals + " " + prior);
                            assertTrue(p >= 0 && p <= 1, totals + " " + prior + " " + p);
                        }
                    }
                }
            }
        }
    }

    @Test
    void refuses_no_values_negative_costs_and_what_is_not_a_number() {
        refused("order values must hold at least one value, got none", new double[0], 1);
        refused("cost per click must be in [0.0, 1.0E12], got -1.0", new double[] {1}, -1);
        refused("order value must be in [-1.0E12, 1.0E12], got NaN", new double[] {Double.NaN}, 1);
        assertEquals(
                "level must be in [-Infinity, Infinity], got NaN",
                assertThrows(IllegalArgumentException.class, () -> after(SOME).probabilityRateAbove(Double.NaN))
                        .getMessage());
    }

    private static void refused(String message, double[] values, double cost) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, () -> after(SOME).probabilityProfitable(values, cost))
                        .getMessage());
    }
}
