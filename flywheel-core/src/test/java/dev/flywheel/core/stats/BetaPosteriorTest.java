package dev.flywheel.core.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.flywheel.core.performance.Estimate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class BetaPosteriorTest {

    private static JsonNode special(String set) {
        return RankingOracles.read("special_functions.json").get(set);
    }

    static Stream<JsonNode> quantiles() {
        return RankingOracles.each(special("beta_quantile"));
    }

    static Stream<JsonNode> betaBinomials() {
        return RankingOracles.each(special("betabinom_logpmf"));
    }

    static Stream<JsonNode> comparisons() {
        return RankingOracles.each(special("prob_beta1_gt_r_beta0"))
                .filter(row -> row.get("r").asDouble() == 1);
    }

    static Stream<JsonNode> players() {
        return RankingOracles.each(RankingOracles.read("ebayes.json").get("posteriors_fullMLEprior"));
    }

    static Stream<JsonNode> ebbrComparisons() {
        return RankingOracles.each(RankingOracles.read("ebayes.json").get("h_prob_beta1_gt_beta2"));
    }

    /** The rows of the season are not shipped, so of the r-values themselves only these posterior means can be repeated. */
    @Test
    void posterior_means_are_those_that_rvalues_ranks_free_throws_by() {
        JsonNode oracle = RankingOracles.read("rvalues_nba.json");
        BetaPosterior prior = new BetaPosterior(
                oracle.get("hypers").get(0).asDouble(),
                oracle.get("hypers").get(1).asDouble());

        assertEquals(20, oracle.get("top20").size());
        for (JsonNode row : oracle.get("top20")) {
            double expected = RankingOracles.number(row, "postmean");
            double mean = prior.posterior(RankingOracles.number(row, "x"), RankingOracles.number(row, "n"))
                    .mean();
            assertEquals(expected, mean, 1e-9);
        }
    }

    @ParameterizedTest
    @MethodSource("quantiles")
    void quantile_matches_forty_digit_arithmetic(JsonNode row) {
        double actual = new BetaPosterior(RankingOracles.number(row, "a"), RankingOracles.number(row, "b"))
                .quantile(RankingOracles.number(row, "p"));

        assertTrue(RankingOracles.relativeError(RankingOracles.number(row, "v"), actual) < 1e-12, row + " " + actual);
    }

    @ParameterizedTest
    @MethodSource("betaBinomials")
    void beta_binomial_matches_forty_digit_arithmetic(JsonNode row) {
        double actual = BetaPosterior.logBetaBinomial(
                RankingOracles.number(row, "x"),
                RankingOracles.number(row, "n"),
                RankingOracles.number(row, "a"),
                RankingOracles.number(row, "b"));

        double expected = RankingOracles.number(row, "v");
        assertEquals(expected, actual, 1e-12 * Math.max(1, Math.abs(expected)), row.toString());
    }

    @ParameterizedTest
    @MethodSource("comparisons")
    void comparison_matches_quadrature_at_forty_digits(JsonNode row) {
        BetaPosterior one = new BetaPosterior(RankingOracles.number(row, "a1"), RankingOracles.number(row, "b1"));
        BetaPosterior zero = new BetaPosterior(RankingOracles.number(row, "a0"), RankingOracles.number(row, "b0"));

        assertEquals(RankingOracles.number(row, "v"), one.probabilityAbove(zero), 1e-11);
        assertEquals(1 - RankingOracles.number(row, "v"), zero.probabilityAbove(one), 1e-11);
    }

    @ParameterizedTest
    @MethodSource("ebbrComparisons")
    void comparison_matches_ebbr(JsonNode row) {
        BetaPosterior first = new BetaPosterior(RankingOracles.number(row, "a"), RankingOracles.number(row, "b"));
        BetaPosterior second = new BetaPosterior(RankingOracles.number(row, "c"), RankingOracles.number(row, "d"));

        assertEquals(RankingOracles.number(row, "h"), first.probabilityAbove(second), 1e-10);
    }

    @ParameterizedTest
    @CsvSource({"0.05, 0.05", "0.001, 3", "3, 0.001", "1e8, 3e8", "1e12, 1e12", "2, 1e9", "0.7, 0.06"})
    void a_share_is_above_its_like_half_the_time(double alpha, double beta) {
        BetaPosterior share = new BetaPosterior(alpha, beta);

        assertEquals(0.5, share.probabilityAbove(share), 1e-6);
    }

    @Test
    void a_sharp_share_compares_with_a_vague_one() {
        BetaPosterior sharp = new BetaPosterior(3e8, 7e8);

        assertEquals(0.3, sharp.probabilityAbove(new BetaPosterior(1, 1)), 1e-9);
        assertEquals(0.7, new BetaPosterior(1, 1).probabilityAbove(sharp), 1e-9);
    }

    @ParameterizedTest
    @MethodSource("players")
    void posteriors_match_ebbr_given_its_prior(JsonNode row) {
        JsonNode fit = RankingOracles.each(RankingOracles.read("ebayes.json").get("fits"))
                .filter(f -> f.get("id").asText().equals("lahman_all")
                        && f.get("method").asText().equals("mle"))
                .findFirst()
                .orElseThrow();
        BetaPosterior prior =
                new BetaPosterior(RankingOracles.number(fit, "alpha"), RankingOracles.number(fit, "beta"));

        BetaPosterior posterior = prior.posterior(RankingOracles.number(row, "H"), RankingOracles.number(row, "AB"));

        assertEquals(RankingOracles.number(row, "mean"), posterior.mean(), 1e-9);
        assertEquals(RankingOracles.number(row, "low"), posterior.quantile(0.025), 1e-9);
        assertEquals(RankingOracles.number(row, "high"), posterior.quantile(0.975), 1e-9);
        double pep = RankingOracles.number(row, "pep_below_.3");
        assertEquals(pep, posterior.probabilityAtMost(0.3), 1e-9 * pep);
    }

    @Test
    void estimate_spans_the_central_eighty_percent() {
        BetaPosterior share = BetaPosterior.ofMean(0.2, 50);
        Estimate estimate = share.estimate();

        assertEquals(0.2, estimate.mean(), 1e-15);
        assertEquals(0.8, share.probabilityAtMost(estimate.high()) - share.probabilityAtMost(estimate.low()), 1e-12);
    }

    @Test
    void refuses_impossible_inputs_by_name() {
        assertEquals(
                "alpha must be in (0, 1e12], got 0.0",
                assertThrows(IllegalArgumentException.class, () -> new BetaPosterior(0, 1))
                        .getMessage());
        assertEquals(
                "successes must be in [0, trials], got 3.0 of 2.0 trials",
                assertThrows(IllegalArgumentException.class, () -> new BetaPosterior(1, 1).posterior(3, 2))
                        .getMessage());
        assertEquals(
                "p must be in [0, 1], got 1.5",
                assertThrows(IllegalArgumentException.class, () -> new BetaPosterior(1, 1).quantile(1.5))
                        .getMessage());
        assertEquals(
                "mean must be in (0, 1), got 1.0",
                assertThrows(IllegalArgumentException.class, () -> BetaPosterior.ofMean(1, 5))
                        .getMessage());
        assertEquals(
                "Estimate needs finite numbers with low <= high, got NaN [0.0, 1.0]",
                assertThrows(IllegalArgumentException.class, () -> new Estimate(Double.NaN, 0, 1, Quantiles.LEVEL))
                        .getMessage());
    }
}
