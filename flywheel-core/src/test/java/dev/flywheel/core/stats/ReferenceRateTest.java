package dev.flywheel.core.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.flywheel.core.performance.Estimate;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ReferenceRateTest {

    private static final ReferenceRate CLICKS = ReferenceRate.of(300, 10_000, 10_000, 1, false);
    private static final ReferenceRate REFUNDS = ReferenceRate.of(40, 500, 500, 1, true);

    @Test
    void is_the_posterior_of_the_reference_alone() {
        Estimate rate = new GammaPrior(300.5, 10_000).estimate();
        Estimate share = new BetaPosterior(40.5, 460.5).estimate();
        assertEquals(new ReferenceRate(rate, rate.low(), rate.high(), 1, false), CLICKS);
        assertEquals(new ReferenceRate(share, share.low(), share.high(), 1, true), REFUNDS);
    }

    @Test
    void wild_days_widen_it_and_weaken_every_look() {
        ReferenceRate wild = ReferenceRate.of(300, 10_000, 10_000, 4, false);
        assertEquals(0.25, wild.eta());
        assertEquals(2, (wild.high() - wild.low()) / (CLICKS.high() - CLICKS.low()), 0.05);
        ReferenceRate sameEnds = new ReferenceRate(CLICKS.estimate(), CLICKS.low(), CLICKS.high(), 0.25, false);
        double[] full = CLICKS.logE(9, 200, 200);
        assertArrayEquals(Arrays.stream(full).map(log -> log / 4).toArray(), sameEnds.logE(9, 200, 200), 1e-12);
    }

    /** E-values have mean 1 at the nearer end of the reference, less inside and beyond on the harmless side. */
    @Test
    void every_e_value_of_a_rate_has_mean_one_at_the_end_of_the_reference() {
        double trials = 400;
        for (int target = 0; target < ReferenceRate.targets(); target++) {
            boolean fall = ReferenceRate.isFall(target);
            double end = fall ? CLICKS.low() : CLICKS.high();
            assertEquals(1, meanOfPoisson(end * trials, trials, target), 1e-9);
            assertTrue(meanOfPoisson(CLICKS.estimate().mean() * trials, trials, target) < 1);
            assertTrue(meanOfPoisson((fall ? 2 : 0.5) * end * trials, trials, target) < 1);
        }
    }

    private static double meanOfPoisson(double mean, double trials, int target) {
        double sum = 0;
        double probability = Math.exp(-mean);
        for (int x = 0; x < 400; x++) {
            sum += probability * Math.exp(CLICKS.logE(x, trials, trials)[target]);
            probability *= mean / (x + 1);
        }
        return sum;
    }

    @Test
    void every_e_value_of_a_share_has_mean_one_at_the_end_of_the_reference() {
        int trials = 60;
        for (int target = 0; target < ReferenceRate.targets(); target++) {
            double end = ReferenceRate.isFall(target) ? REFUNDS.low() : REFUNDS.high();
            double sum = 0;
            double probability = Math.pow(1 - end, trials);
            for (int x = 0; x <= trials; x++) {
                sum += probability * Math.exp(REFUNDS.logE(x, trials, trials)[target]);
                probability *= (trials - x) / (x + 1.0) * end / (1 - end);
            }
            assertEquals(1, sum, 1e-9);
        }
    }

    @Test
    void unripe_trials_excuse_a_fall_but_do_not_feed_a_rise() {
        double[] ripe = REFUNDS.logE(1, 50, 50);
        double[] unripe = REFUNDS.logE(1, 50, 10);
        for (int target = 0; target < ReferenceRate.targets(); target++) {
            if (ReferenceRate.isFall(target)) {
                assertTrue(unripe[target] < ripe[target]);
            } else {
                assertEquals(ripe[target], unripe[target]);
            }
        }
        ReferenceRate young = ReferenceRate.of(40, 500, 400, 1, true);
        assertEquals(REFUNDS.low(), young.low(), 1e-12);
        assertTrue(young.high() > REFUNDS.high());
    }

    /** A trial shows its event with its probability times the share matured; a fall multiplies the odds by the target. */
    @Test
    void a_fall_of_a_share_is_judged_by_the_likelihood_of_what_can_have_been_seen() {
        double matured = 20 / 50.0;
        double usual = REFUNDS.low();
        double fallen = 0.5 * usual / (1 - usual) / (1 + 0.5 * usual / (1 - usual));
        double expected = 3 * Math.log(fallen / usual) + 47 * Math.log((1 - fallen * matured) / (1 - usual * matured));
        assertEquals(expected, REFUNDS.logE(3, 50, 20)[3], 1e-12);
    }

    @Test
    void a_rate_that_is_no_share_may_exceed_one() {
        Estimate known = new Estimate(2.5, 2, 3, 0.8);
        assertEquals(3, new ReferenceRate(known, 2, 3, 1, false).high());
        assertEquals(
                "low must be in [0.0, 1.0], got 2.0",
                assertThrows(IllegalArgumentException.class, () -> new ReferenceRate(known, 2, 3, 1, true))
                        .getMessage());
    }

    @Test
    void nothing_seen_says_nothing() {
        assertArrayEquals(new double[ReferenceRate.targets()], CLICKS.logE(0, 0, 0));
        assertArrayEquals(new double[ReferenceRate.targets()], REFUNDS.logE(0, 0, 0));
        assertFalse(ReferenceRate.isFall(ReferenceRate.targets() - 1));
        assertTrue(Double.isFinite(ReferenceRate.of(0, 5, 5, 1, true).logE(5, 5, 5)[11]));
        assertTrue(Double.isFinite(ReferenceRate.of(5, 5, 5, 1, true).logE(0, 5, 5)[0]));
    }

    @Test
    void refuses_impossible_inputs_by_name() {
        assertEquals(
                "matured must be in (0.0, 10.0], got 11.0",
                assertThrows(IllegalArgumentException.class, () -> ReferenceRate.of(1, 10, 11, 1, false))
                        .getMessage());
        assertEquals(
                "dayNoise must be in [1.0, 1.0E12], got 0.5",
                assertThrows(IllegalArgumentException.class, () -> ReferenceRate.of(1, 10, 10, 0.5, false))
                        .getMessage());
        assertEquals(
                "successes must be in [0, trials], got 3.0 of 2.0 trials",
                assertThrows(IllegalArgumentException.class, () -> REFUNDS.logE(3, 2, 2))
                        .getMessage());
    }

    @Test
    void refuses_a_share_above_one_and_ends_out_of_order() {
        Estimate known = new Estimate(0.5, 0.4, 0.6, 0.8);
        assertEquals(
                "high must be in [0.4, 1.0], got 1.2",
                assertThrows(IllegalArgumentException.class, () -> new ReferenceRate(known, 0.4, 1.2, 1, true))
                        .getMessage());
        assertEquals(
                "high must be in [0.6, 1.7976931348623157E308], got 0.4",
                assertThrows(IllegalArgumentException.class, () -> new ReferenceRate(known, 0.6, 0.4, 1, false))
                        .getMessage());
        assertEquals(
                "eta must be in (0.0, 1.0], got 2.0",
                assertThrows(IllegalArgumentException.class, () -> new ReferenceRate(known, 0.4, 0.6, 2, true))
                        .getMessage());
    }
}
