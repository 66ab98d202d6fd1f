package dev.flywheel.core.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.apache.commons.numbers.gamma.LogGamma;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ChengBetaSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The Lahman fits of {@code ebayes.json} cannot be repeated: the 11,725 rows are not shipped. */
class BetaPopulationTest {

    private static final BetaPosterior FALLBACK = new BetaPosterior(2, 38);

    @ParameterizedTest(name = "seed {0}")
    @CsvSource({"1, 4, 133", "2, 70, 209", "3, 0.8, 6"})
    void recovers_the_prior_that_made_the_data_and_tops_its_neighbourhood(long seed, double alpha, double beta) {
        UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(seed);
        var shares = ChengBetaSampler.of(random, alpha, beta);
        double[] trials = new double[1_500];
        double[] hits = new double[1_500];
        for (int i = 0; i < hits.length; i++) {
            trials[i] = 1 + random.nextInt(600);
            double share = shares.sample();
            for (int j = 0; j < trials[i]; j++) {
                hits[i] += random.nextDouble() < share ? 1 : 0;
            }
        }

        BetaPopulation population = BetaPopulation.fit(hits, trials, FALLBACK);

        BetaPosterior prior = population.prior();
        assertEquals(0, Math.log((prior.alpha() + prior.beta()) / (alpha + beta)), 0.15);
        assertEquals(0, Math.log(prior.mean() * (alpha + beta) / alpha), 0.08);
        assertTrue(population.fitted() && population.detectsDifferences());
        for (double scale : new double[] {0.9, 0.999, 1.001, 1.1}) {
            assertTrue(logLikelihood(hits, trials, prior.alpha() * scale, prior.beta()) < population.logLikelihood());
            assertTrue(logLikelihood(hits, trials, prior.alpha(), prior.beta() * scale) < population.logLikelihood());
        }
    }

    private static double logLikelihood(double[] hits, double[] trials, double alpha, double beta) {
        double sum = 0;
        for (int i = 0; i < hits.length; i++) {
            sum += BetaPosterior.logBetaBinomial(hits[i], trials[i], alpha, beta);
        }
        return sum;
    }

    /**
     * Efron & Morris (1975), 18 batters: hits in the first 45 times at bat and average over the rest of the 1970 season.
     * Their James-Stein estimate brings the squared error from .0754 to .0213 on unrounded averages.
     */
    @Test
    void shrinking_predicts_the_rest_of_the_season_better() {
        double[] hits = {18, 17, 16, 15, 14, 14, 13, 12, 11, 11, 10, 10, 10, 10, 10, 9, 8, 7};
        double[] rest = {
            .346, .298, .276, .222, .273, .270, .263, .210, .269, .230, .264, .256, .303, .264, .226, .286, .316, .200
        };
        double[] atBats = new double[18];
        Arrays.fill(atBats, 45);

        BetaPopulation population = BetaPopulation.fit(hits, atBats, FALLBACK);

        double raw = 0;
        double shrunk = 0;
        for (int i = 0; i < 18; i++) {
            raw += Math.pow(hits[i] / 45 - rest[i], 2);
            shrunk += Math.pow(population.posterior(i).mean() - rest[i], 2);
        }
        assertEquals(0.0754, raw, 2e-4);
        assertTrue(shrunk < 0.025, "squared error " + shrunk);
    }

    @Test
    void equal_groups_show_no_detectable_difference() {
        double[] trials = new double[50];
        double[] hits = new double[50];
        Arrays.fill(trials, 100);
        Arrays.fill(hits, 10);

        BetaPopulation population = BetaPopulation.fit(hits, trials, FALLBACK);

        assertFalse(population.detectsDifferences());
        assertEquals(0.1, population.prior().mean(), 1e-6);
        assertEquals(
                BetaPopulation.SIZE_HIGH,
                population.prior().alpha() + population.prior().beta(),
                1e-3);
    }

    @Test
    void falls_back_when_nothing_can_be_learned() {
        double[] ten = new double[10];
        Arrays.fill(ten, 10);

        assertEquals(
                FALLBACK,
                BetaPopulation.fit(new double[0], new double[0], FALLBACK).prior());
        assertEquals(FALLBACK, BetaPopulation.fit(new double[10], ten, FALLBACK).prior());
        assertEquals(FALLBACK, BetaPopulation.fit(ten, ten, FALLBACK).prior());
        BetaPopulation two = BetaPopulation.fit(new double[] {3, 0}, new double[] {9, 0}, FALLBACK);
        assertFalse(two.fitted());
        assertEquals(new BetaPosterior(5, 44), two.posterior(0));
        assertEquals(FALLBACK, two.posterior(1));
    }

    @Test
    void the_log_likelihood_is_the_sum_of_beta_binomial_probabilities() {
        double[] hits = {2, 9, 4, 15, 1, 7, 3, 12, 0, 6, 5, 8};
        double[] trials = {20, 22, 30, 40, 25, 21, 18, 33, 19, 24, 36, 27};
        BetaPopulation population = BetaPopulation.fit(hits, trials, FALLBACK);
        double a = population.prior().alpha();
        double b = population.prior().beta();
        double sum = 0;
        for (int i = 0; i < hits.length; i++) {
            double k = hits[i];
            double n = trials[i];
            sum += LogGamma.value(n + 1) - LogGamma.value(k + 1) - LogGamma.value(n - k + 1);
            sum += LogGamma.value(k + a) + LogGamma.value(n - k + b) - LogGamma.value(n + a + b);
            sum -= LogGamma.value(a) + LogGamma.value(b) - LogGamma.value(a + b);
        }
        assertTrue(population.fitted());
        assertEquals(sum, population.logLikelihood(), 1e-9);
    }

    @Test
    void groups_without_trials_do_not_help_to_learn() {
        double[] hits = new double[30];
        double[] trials = new double[30];
        for (int i = 0; i < BetaPopulation.SMALLEST - 1; i++) {
            hits[i] = 1 + i % 3;
            trials[i] = 10;
        }
        assertFalse(BetaPopulation.fit(hits, trials, FALLBACK).fitted());
        trials[29] = 10;
        assertTrue(BetaPopulation.fit(hits, trials, FALLBACK).fitted());
        assertEquals(
                "successes and trials must have the same length, got 1 and 2",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> BetaPopulation.fit(new double[1], new double[2], FALLBACK))
                        .getMessage());
    }

    @Test
    void refuses_more_successes_than_trials() {
        assertEquals(
                "successes must be in [0, trials], got 2.0 of 1.0 trials",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> BetaPopulation.fit(new double[] {2}, new double[] {1}, FALLBACK))
                        .getMessage());
    }
}
