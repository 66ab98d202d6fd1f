package dev.flywheel.core.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;

class OrderValuePriorTest {

    @Test
    void shrinks_by_order_count_on_the_log_scale() {
        OrderValuePrior prior = new OrderValuePrior(Math.log(20), 0.25, 0.5);

        OrderValue value = prior.posterior(45, 12);

        assertEquals((12 * Math.log(45) + 4 * Math.log(20)) / 16, value.logMean(), 1e-12);
        assertEquals(0.125, value.logSd(), 1e-12);
        assertEquals(new OrderValue(Math.log(20), 0.25), prior.posterior(0, 0));
    }

    @Test
    void recovers_centre_and_spread_seed_5() {
        var normal = ZigguratSampler.NormalizedGaussian.of(RandomSource.XO_SHI_RO_256_PP.create(5L));
        double[] averages = new double[2_000];
        double[] orders = new double[2_000];
        for (int i = 0; i < averages.length; i++) {
            orders[i] = 1 + i % 40;
            double own = Math.log(30) + 0.3 * normal.sample();
            averages[i] = Math.exp(own + 0.5 / Math.sqrt(orders[i]) * normal.sample());
        }

        OrderValuePrior prior = OrderValuePrior.fit(averages, orders, 1);

        assertEquals(Math.log(30), prior.centre(), 0.03);
        assertEquals(0.3, prior.betweenSd(), 0.03);
    }

    /** DerSimonian and Laird (1986) in their own letters: Q around the weighted mean, tau^2 = (Q - (k - 1)) / C. */
    @Test
    void centre_and_spread_are_the_moment_estimates_of_a_random_effects_mean() {
        double[] averages = {20, 25, 32, 44, 28, 0, 90};
        double[] orders = {4, 9, 2, 12, 6, 5, 0};
        double w = 0;
        double w2 = 0;
        double wy = 0;
        for (int i = 0; i < 5; i++) {
            double weight = orders[i] / (0.5 * 0.5);
            w += weight;
            w2 += weight * weight;
            wy += weight * Math.log(averages[i]);
        }
        double q = 0;
        for (int i = 0; i < 5; i++) {
            q += orders[i] / (0.5 * 0.5) * Math.pow(Math.log(averages[i]) - wy / w, 2);
        }
        double tau2 = (q - 4) / (w - w2 / w);
        double top = 0;
        double bottom = 0;
        for (int i = 0; i < 5; i++) {
            top += Math.log(averages[i]) / (tau2 + 0.25 / orders[i]);
            bottom += 1 / (tau2 + 0.25 / orders[i]);
        }
        OrderValuePrior prior = OrderValuePrior.fit(averages, orders, 99);

        assertTrue(tau2 > 0.01, tau2 + "");
        assertEquals(Math.sqrt(tau2), prior.betweenSd(), 1e-12);
        assertEquals(top / bottom, prior.centre(), 1e-12);
        orders[4] = 0;
        assertEquals(new OrderValuePrior(Math.log(99), 0.5, 0.5), OrderValuePrior.fit(averages, orders, 99));
    }

    @Test
    void equal_units_keep_a_small_spread_and_few_units_the_fallback() {
        double[] six = new double[6];
        Arrays.fill(six, 25);

        assertEquals(0.05, OrderValuePrior.fit(six, six, 99).betweenSd(), 1e-12);
        assertEquals(Math.log(25), OrderValuePrior.fit(six, six, 99).centre(), 1e-12);
        assertEquals(Math.log(99), OrderValuePrior.fit(six, new double[6], 99).centre(), 1e-12);
    }

    @Test
    void mean_of_a_log_normal_value_includes_its_spread() {
        assertEquals(Math.exp(3.125), new OrderValue(3, 0.5).mean(), 1e-12);
        assertEquals(20, OrderValue.exactly(20).mean(), 1e-12);
    }

    @Test
    void refuses_impossible_inputs_by_name() {
        assertEquals(
                "order value needs logMean in [-50, 50] and logSd in [0, 5], got 51.0, 0.0",
                assertThrows(IllegalArgumentException.class, () -> new OrderValue(51, 0))
                        .getMessage());
        assertEquals(
                "order value prior needs betweenSd in [0.05, 5] and withinSd in (0, 5], got 0.0, 1.0",
                assertThrows(IllegalArgumentException.class, () -> new OrderValuePrior(1, 0, 1))
                        .getMessage());
        assertEquals(5, new OrderValuePrior(1, 5, 5).withinSd());
        assertEquals(0.05, new OrderValuePrior(1, 0.05, 5).betweenSd());
        assertEquals(
                "averages and orders must have the same length, got 1 and 2",
                assertThrows(IllegalArgumentException.class, () -> OrderValuePrior.fit(new double[1], new double[2], 1))
                        .getMessage());
        assertTrue(assertThrows(
                        IllegalArgumentException.class,
                        () -> OrderValuePrior.fit(new double[] {-1}, new double[] {1}, 1))
                .getMessage()
                .startsWith("average order value must be in [0, 1e12]"));
    }
}
