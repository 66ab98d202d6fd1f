package dev.flywheel.core.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.numbers.gamma.LogGamma;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The fits of {@code ebayes.json} themselves (Lahman batting, 11,725 players) and of the Upworthy and KAG data cannot be
 * repeated here: the rows are not shipped. In their place stand two published fits whose data are short enough to type,
 * recovery of known parameters, and a comparison with a likelihood written out independently.
 */
class PopulationTest {

    static Stream<JsonNode> gammaPoisson() {
        return RankingOracles.each(RankingOracles.read("special_functions.json").get("gamma_poisson_logpmf"));
    }

    @ParameterizedTest
    @MethodSource("gammaPoisson")
    void log_probability_matches_forty_digit_arithmetic(JsonNode row) {
        double actual = Population.logProbability(
                RankingOracles.number(row, "x"),
                RankingOracles.number(row, "T"),
                RankingOracles.number(row, "a"),
                RankingOracles.number(row, "b"));

        assertTrue(RankingOracles.relativeError(RankingOracles.number(row, "v"), actual) < 1e-12, row + " " + actual);
    }

    @Test
    void log_probability_tends_to_poisson_for_an_enormous_shape() {
        double poisson = -7.5 + 4 * Math.log(7.5) - Math.log(24);

        assertEquals(poisson, Population.logProbability(4, 250, 1e14, 1e14 / 0.03), 1e-9);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "mites on apple leaves (Bliss & Fisher 1953),           70 38 17 10 9 3 2 1, 1.0245924, -222.43715360",
        "accidents of munition workers (Greenwood & Yule 1920), 447 132 42 21 3 2,   0.8651158, -592.26709723"
    })
    void reproduces_published_negative_binomial_fits(
            String name, String frequencies, double shape, double logLikelihood) {
        int[] frequency = Arrays.stream(frequencies.trim().split(" "))
                .mapToInt(Integer::parseInt)
                .toArray();
        double[] counts = new double[Arrays.stream(frequency).sum()];
        int next = 0;
        for (int count = 0; count < frequency.length; count++) {
            Arrays.fill(counts, next, next += frequency[count], count);
        }
        double[] ones = new double[counts.length];
        Arrays.fill(ones, 1);

        Population population = Population.fit(counts, ones, ones, 1);

        assertEquals(shape, population.shape(), 1e-6, name);
        assertEquals(Arrays.stream(counts).average().orElseThrow(), population.meanRate(), 1e-9);
        assertEquals(logLikelihood, population.logLikelihood(), 1e-7);
        assertEquals(0, population.reachSlope(), 1e-12);
    }

    @ParameterizedTest(name = "seed {0}, shape {1}, slope {2}")
    @CsvSource({"1, 4, -0.2", "2, 1, -0.3", "3, 20, 0", "4, 2, 0.1"})
    void recovers_the_parameters_that_made_the_data(long seed, double shape, double slope) {
        Population population =
                SimulatedPortfolio.gamma(3_000, shape, slope, seed).fit();

        assertEquals(0, Math.log(population.shape() / shape), 0.2);
        assertEquals(0, Math.log(population.meanRate() / SimulatedPortfolio.MEAN_RATE), 0.08);
        assertEquals(slope, population.reachSlope(), 0.03);
        assertTrue(population.detectsDifferences());
        assertFalse(population.usesHyperprior());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13})
    void stands_on_top_of_an_independently_written_likelihood(long seed) {
        SimulatedPortfolio data = SimulatedPortfolio.gamma(400, 3, -0.2, seed);
        Population population = data.fit();
        double[] best = {Math.log(population.shape()), Math.log(population.meanRate()), population.reachSlope()};
        double top = bruteForce(data, best);

        assertEquals(top + best[2] * best[2] / (2 * 0.25), population.logLikelihood(), 1e-8 * Math.abs(top));
        for (int p = 0; p < 3; p++) {
            double[] up = best.clone();
            double[] down = best.clone();
            up[p] += 1e-4;
            down[p] -= 1e-4;
            assertEquals(0, (bruteForce(data, up) - bruteForce(data, down)) / 2e-4, 2e-3, "gradient " + p);
        }
        for (double dk = -1; dk <= 1; dk += 0.25) {
            for (double dl = -0.4; dl <= 0.4; dl += 0.1) {
                for (double ds = -0.2; ds <= 0.2; ds += 0.05) {
                    assertTrue(bruteForce(data, best[0] + dk, best[1] + dl, best[2] + ds) <= top + 1e-7);
                }
            }
        }
    }

    /** The negative binomial in its textbook form with plain log-gammas; nothing shared with the code under test. */
    private static double bruteForce(SimulatedPortfolio data, double... p) {
        double k = Math.exp(p[0]);
        double logReach = 0;
        int used = 0;
        for (int i = 0; i < data.views.length; i++) {
            if (data.clicks[i] > 0) {
                logReach += Math.log(data.views[i]);
                used++;
            }
        }
        double[] reaches = IntStream.range(0, data.views.length)
                .filter(i -> data.clicks[i] > 0)
                .mapToDouble(i -> data.views[i])
                .sorted()
                .toArray();
        double sum = -p[2] * p[2] / (2 * 0.25);
        for (int i = 0; i < data.views.length; i++) {
            if (data.clicks[i] > 0) {
                double x = data.orders[i];
                double reach = Math.max(reaches[2], Math.min(reaches[used - 3], data.views[i]));
                double m = data.clicks[i] * Math.exp(p[1] + p[2] * (Math.log(reach) - logReach / used));
                sum += LogGamma.value(k + x) - LogGamma.value(k) - LogGamma.value(x + 1);
                sum += k * Math.log(k / (k + m)) + x * Math.log(m / (k + m));
            }
        }
        return sum;
    }

    @ParameterizedTest(name = "seed {0}: 40 videos without a slope and one of two million views that hardly sells")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void no_single_outlier_sets_the_slope(long seed) {
        SimulatedPortfolio crowd = SimulatedPortfolio.gamma(41, 4, 0, seed);
        for (int i = 0; i < 41; i++) {
            // A narrow crowd, so that the outlier's place on the line alone would have all the leverage.
            crowd.views[i] = 8_000 + 50 * i;
            crowd.clicks[i] = 400;
            crowd.orders[i] = Math.round(400 * crowd.truth[i]);
        }
        double without = crowd.fit().reachSlope();
        crowd.views[40] = 2_000_000;
        crowd.clicks[40] = 40_000;
        crowd.orders[40] = 40;

        double with = crowd.fit().reachSlope();

        assertEquals(without, with, 0.25, "by itself the viral video says a slope of about -0.6");
    }

    @Test
    void units_that_differ_by_chance_alone_show_no_detectable_difference() {
        double[] clicks = new double[200];
        double[] orders = new double[200];
        for (int i = 0; i < 200; i++) {
            clicks[i] = 1_000;
            orders[i] = 29 + i % 3;
        }

        Population population = Population.fit(orders, clicks, clicks, 0.03);

        assertFalse(population.detectsDifferences());
        assertEquals(Population.SHAPE_HIGH, population.shape());
        assertEquals(population.posterior(0).mean(), population.posterior(2).mean(), 1e-5);
    }

    @Test
    void posterior_weighs_own_rate_against_the_prior() {
        Population population = SimulatedPortfolio.gamma(500, 3, -0.2, 21).fit();
        GammaPrior prior = population.priorFor(8_000);
        double weight = 700 / (700 + prior.rate());

        GammaPrior posterior = population.posterior(50, 700, 8_000);

        assertEquals(weight * 50 / 700 + (1 - weight) * prior.mean(), posterior.mean(), 1e-12);
        assertEquals(population.shape(), prior.shape());
    }

    @Test
    void widened_posterior_keeps_the_mean_and_adds_the_variance_of_the_fit() {
        Population few = SimulatedPortfolio.gamma(40, 3, -0.2, 31).fit();
        Population many = SimulatedPortfolio.gamma(4_000, 3, -0.2, 31).fit();

        for (double exposure : new double[] {0, 50, 100_000}) {
            double orders = exposure * 0.02;
            GammaPrior posterior = few.posterior(orders, exposure, 9_000);
            GammaPrior widened = few.widenedPosterior(orders, exposure, 9_000);
            assertEquals(posterior.mean(), widened.mean(), 1e-12);
            assertTrue(widened.shape() < posterior.shape());
            assertEquals(
                    1,
                    many.widenedPosterior(orders, exposure, 9_000).shape()
                            / many.posterior(orders, exposure, 9_000).shape(),
                    0.02);
        }
        assertEquals(
                1,
                few.widenedPosterior(2_000, 100_000, 9_000).shape()
                        / few.posterior(2_000, 100_000, 9_000).shape(),
                0.01);
    }

    /** The added variance against derivatives and curvature of the brute-force likelihood, all by differences. */
    @Test
    void widening_agrees_with_the_inverse_information_of_the_independent_likelihood() {
        SimulatedPortfolio data = SimulatedPortfolio.gamma(80, 3, -0.2, 32);
        Population population = data.fit();
        double[] best = {Math.log(population.shape()), Math.log(population.meanRate()), population.reachSlope()};
        double[][] covariance = inverse(information(data, best));
        double reach = data.views[5];
        double z = Math.log(population.priorFor(reach).mean() / population.meanRate()) / population.reachSlope();
        double[] gradient = new double[3];
        for (int p = 0; p < 3; p++) {
            gradient[p] = (mean(best, p, 1e-5, z, 4, 150) - mean(best, p, -1e-5, z, 4, 150)) / 2e-5;
        }
        double added = 0;
        for (int r = 0; r < 3; r++) {
            for (int c = 0; c < 3; c++) {
                added += gradient[r] * covariance[r][c] * gradient[c];
            }
        }

        GammaPrior posterior = population.posterior(4, 150, reach);
        GammaPrior widened = population.widenedPosterior(4, 150, reach);

        double difference = widened.mean() / widened.rate() - posterior.mean() / posterior.rate();
        assertEquals(1, difference / added, 0.03);
    }

    private static double mean(double[] best, int moved, double by, double z, double count, double exposure) {
        double[] p = best.clone();
        p[moved] += by;
        double k = Math.exp(p[0]);
        return (k + count) / (k / Math.exp(p[1] + p[2] * z) + exposure);
    }

    private static double[][] information(SimulatedPortfolio data, double[] best) {
        double[][] information = new double[3][3];
        double h = 1e-3;
        for (int r = 0; r < 3; r++) {
            for (int c = 0; c < 3; c++) {
                double sum = 0;
                for (int sign = 0; sign < 4; sign++) {
                    double[] p = best.clone();
                    p[r] += (sign & 1) == 0 ? h : -h;
                    p[c] += (sign & 2) == 0 ? h : -h;
                    sum += (sign == 0 || sign == 3 ? 1 : -1) * bruteForce(data, p);
                }
                information[r][c] = -sum / (4 * h * h);
            }
        }
        return information;
    }

    private static double[][] inverse(double[][] m) {
        double[][] cofactors = new double[3][3];
        for (int r = 0; r < 3; r++) {
            for (int c = 0; c < 3; c++) {
                int r1 = (r + 1) % 3;
                int r2 = (r + 2) % 3;
                int c1 = (c + 1) % 3;
                int c2 = (c + 2) % 3;
                cofactors[c][r] = m[r1][c1] * m[r2][c2] - m[r1][c2] * m[r2][c1];
            }
        }
        double determinant = m[0][0] * cofactors[0][0] + m[0][1] * cofactors[1][0] + m[0][2] * cofactors[2][0];
        for (double[] row : cofactors) {
            for (int c = 0; c < 3; c++) {
                row[c] /= determinant;
            }
        }
        return cofactors;
    }

    @Test
    void posterior_depends_on_totals_only() {
        Population population = SimulatedPortfolio.gamma(500, 3, -0.2, 22).fit();

        GammaPrior split = population.posterior(20, 300, 9_000).posterior(15, 400);

        assertEquals(population.posterior(35, 700, 9_000), split);
    }

    @Test
    void units_without_exposure_keep_the_prior_and_leave_the_fit_alone() {
        SimulatedPortfolio data = SimulatedPortfolio.gamma(100, 3, -0.2, 23);
        data.clicks[7] = 0;
        data.orders[7] = 0;
        Population with = data.fit();
        Population without =
                Population.fit(without(data.orders, 7), without(data.clicks, 7), without(data.views, 7), 0.03);

        assertEquals(with.priorFor(data.views[7]), with.posterior(7));
        assertEquals(without.shape(), with.shape());
        assertEquals(without.posterior(8), with.posterior(9));
        assertEquals(100, with.size());
    }

    private static double[] without(double[] values, int dropped) {
        double[] rest = new double[values.length - 1];
        System.arraycopy(values, 0, rest, 0, dropped);
        System.arraycopy(values, dropped + 1, rest, dropped, rest.length - dropped);
        return rest;
    }

    @Test
    void prior_falls_with_reach_but_is_not_extrapolated() {
        SimulatedPortfolio data = SimulatedPortfolio.gamma(1_000, 4, -0.3, 24);
        Population population = data.fit();
        double widest = Arrays.stream(data.views).max().orElseThrow();

        assertTrue(
                population.priorFor(1_000).mean() > population.priorFor(100_000).mean());
        assertEquals(population.priorFor(widest), population.priorFor(1e12));
        assertEquals(population.meanRate(), population.priorFor(0).mean(), 1e-15);
    }

    @Test
    void few_units_lean_on_the_hyperprior() {
        Population nothing = Population.fit(new double[0], new double[0], new double[0], 0.02);
        Population three = Population.fit(
                new double[] {1, 0, 30}, new double[] {100, 80, 400}, new double[] {9e3, 8e3, 4e4}, 0.02);

        assertTrue(nothing.usesHyperprior() && three.usesHyperprior());
        assertEquals(3, nothing.shape(), 1e-6);
        assertEquals(0.02, nothing.meanRate(), 1e-12);
        assertFalse(nothing.detectsDifferences());
        assertEquals(0, nothing.logLikelihood());
        assertTrue(three.detectsDifferences());
        assertTrue(three.meanRate() > 0.02 && three.meanRate() < 0.05, "" + three.meanRate());
        assertTrue(Math.abs(three.reachSlope()) < 0.2, "" + three.reachSlope());
    }

    @Test
    void many_units_without_orders_lean_on_the_hyperprior_too() {
        double[] clicks = new double[100];
        Arrays.fill(clicks, 5);

        Population population = Population.fit(new double[100], clicks, clicks, 0.02);

        assertTrue(population.usesHyperprior());
        assertTrue(population.meanRate() > 0.005 && population.meanRate() < 0.02, "" + population.meanRate());
    }

    @Test
    void extreme_inputs_stay_finite() {
        double[] counts = new double[40];
        double[] exposures = new double[40];
        double[] reach = new double[40];
        for (int i = 0; i < 40; i++) {
            counts[i] = i % 2 == 0 ? 0 : Math.pow(10, i % 13);
            exposures[i] = Math.pow(10, i % 21 - 8);
            reach[i] = Math.pow(10, i % 17 - 4);
        }

        Population population = Population.fit(counts, exposures, reach, 1e-12);

        for (int i = 0; i < 40; i++) {
            assertTrue(population.posterior(i).mean() >= 0
                    && Double.isFinite(population.posterior(i).mean()));
        }
        assertTrue(Double.isFinite(population.logLikelihood()));
    }

    @Test
    void more_orders_than_clicks_are_possible() {
        SimulatedPortfolio data = SimulatedPortfolio.gamma(60, 3, 0, 25);
        data.orders[0] = 3 * data.clicks[0] + 5;

        assertTrue(data.fit().posterior(0).mean() > 0.03);
    }

    @Test
    void refuses_impossible_inputs_by_name() {
        double[] one = {1};

        assertEquals(
                "counts and exposures must have the same length, got 1 and 2",
                assertThrows(IllegalArgumentException.class, () -> Population.fit(one, new double[2], one, 1))
                        .getMessage());
        assertEquals(
                "exposures[0] must be in [0, 1e12], got NaN",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> Population.fit(one, new double[] {Double.NaN}, one, 1))
                        .getMessage());
        assertEquals(
                "categoryRate must be in (0, 1e12], got 0.0",
                assertThrows(IllegalArgumentException.class, () -> Population.fit(one, one, one, 0))
                        .getMessage());
        assertEquals(
                "count must be in [0, 1e12], got -1.0",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> Population.fit(one, one, one, 1).posterior(-1, 1, 1))
                        .getMessage());
    }
}
