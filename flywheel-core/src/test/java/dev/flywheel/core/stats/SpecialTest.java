package dev.flywheel.core.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Source of the values: mpmath 1.2.1 at 40 digits, printed to 17; scipy 1.10.1 agrees to 6e-10. */
class SpecialTest {

    private static final double RELATIVE = 1e-12;
    /** The two comparisons of rates are given with twelve digits. */
    private static final double TWELVE_DIGITS = 1e-10;

    static Stream<JsonNode> logBeta() {
        return section("log_beta");
    }

    static Stream<JsonNode> betaTails() {
        return section("ibeta_regularized");
    }

    static Stream<JsonNode> betaQuantiles() {
        return section("beta_quantile");
    }

    static Stream<JsonNode> gammaTails() {
        return section("gamma_cdf_rate1");
    }

    static Stream<JsonNode> gammaQuantiles() {
        return section("gamma_quantile_rate1");
    }

    static Stream<JsonNode> betaBinomials() {
        return section("betabinom_logpmf");
    }

    static Stream<JsonNode> gammaPoissons() {
        return section("gamma_poisson_logpmf");
    }

    static Stream<JsonNode> betaComparisons() {
        return section("prob_beta1_gt_r_beta0");
    }

    static Stream<JsonNode> gammaComparisons() {
        return section("prob_gamma1_gt_r_gamma0");
    }

    private static Stream<JsonNode> section(String name) {
        return Oracles.cases("special_functions.json", name);
    }

    @ParameterizedTest
    @MethodSource("logBeta")
    void log_beta_agrees(JsonNode c) {
        agrees(c, "v", LibraryFunctions.logBeta(of(c, "a"), of(c, "b")), RELATIVE);
    }

    @ParameterizedTest
    @MethodSource("betaTails")
    void beta_distribution_and_both_log_tails_agree(JsonNode c) {
        double x = of(c, "x");
        double a = of(c, "a");
        double b = of(c, "b");
        agrees(c, "v", LibraryFunctions.betaCdf(x, a, b), RELATIVE);
        agrees(c, "log_v", LibraryFunctions.logBetaCdf(x, a, b), RELATIVE);
        agrees(c, "log_upper", LibraryFunctions.logBetaTail(x, a, b), RELATIVE);
    }

    @ParameterizedTest
    @MethodSource("betaQuantiles")
    void beta_quantiles_agree(JsonNode c) {
        agrees(c, "v", LibraryFunctions.betaQuantile(of(c, "p"), of(c, "a"), of(c, "b")), RELATIVE);
    }

    @ParameterizedTest
    @MethodSource("gammaTails")
    void gamma_distribution_and_both_log_tails_agree(JsonNode c) {
        double x = of(c, "x");
        double shape = of(c, "shape");
        agrees(c, "lower", LibraryFunctions.gammaCdf(x, shape), RELATIVE);
        agrees(c, "log_lower", LibraryFunctions.logGammaCdf(x, shape), RELATIVE);
        agrees(c, "log_upper", LibraryFunctions.logGammaTail(x, shape), RELATIVE);
    }

    @ParameterizedTest
    @MethodSource("gammaQuantiles")
    void gamma_quantiles_agree(JsonNode c) {
        agrees(c, "v", LibraryFunctions.gammaQuantile(of(c, "p"), of(c, "shape")), RELATIVE);
    }

    @ParameterizedTest
    @MethodSource("gammaQuantiles")
    void gamma_quantiles_of_the_core_agree(JsonNode c) {
        agrees(c, "v", Special.gammaQuantile(of(c, "p"), of(c, "shape")), 1e-9);
    }

    /** The library answers up to a shape of a million, an approximation beyond. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-4, 0.1, 0.5, 0.9, 0.9999})
    void gamma_quantiles_go_on_without_a_step_where_the_library_ends(double p) {
        double last = Special.gammaQuantile(p, 1e6);
        assertEquals(last, Special.gammaQuantile(p, Math.nextUp(1e6)), 1e-9 * last);
    }

    @ParameterizedTest
    @MethodSource("betaBinomials")
    void beta_binomial_log_probabilities_agree(JsonNode c) {
        agrees(c, "v", LibraryFunctions.logBetaBinomial(of(c, "x"), of(c, "n"), of(c, "a"), of(c, "b")), RELATIVE);
    }

    @ParameterizedTest
    @MethodSource("gammaPoissons")
    void gamma_poisson_log_probabilities_agree(JsonNode c) {
        GammaPrior prior = new GammaPrior(of(c, "a"), of(c, "b"));
        agrees(c, "v", LibraryFunctions.logGammaPoisson(of(c, "x"), of(c, "T"), prior), RELATIVE);
    }

    @ParameterizedTest
    @MethodSource("betaComparisons")
    void probability_that_one_share_exceeds_another_agrees(JsonNode c) {
        double p = LibraryFunctions.betaExceeds(of(c, "a1"), of(c, "b1"), of(c, "r"), of(c, "a0"), of(c, "b0"));
        agrees(c, "v", p, TWELVE_DIGITS);
    }

    @ParameterizedTest
    @MethodSource("gammaComparisons")
    void probability_that_one_rate_exceeds_another_agrees(JsonNode c) {
        GammaPrior first = new GammaPrior(of(c, "a1"), of(c, "b1"));
        GammaPrior second = new GammaPrior(of(c, "a0"), of(c, "b0"));
        agrees(c, "v", LibraryFunctions.gammaExceeds(first, of(c, "r"), second), TWELVE_DIGITS);
    }

    @Test
    void log_sum_of_exponentials_survives_overflow_underflow_and_emptiness() {
        assertEquals(1000 + Math.log(2), Special.logSumExp(1000, 1000), 1e-12);
        assertEquals(-1000 + Math.log(2), Special.logSumExp(-1000, -1000), 1e-12);
        assertEquals(Double.NEGATIVE_INFINITY, Special.logSumExp());
        assertEquals(5, Special.logSumExp(5, Double.NEGATIVE_INFINITY));
    }

    private static double of(JsonNode c, String name) {
        return c.get(name).asDouble();
    }

    private static void agrees(JsonNode c, String name, double actual, double relative) {
        double expected = Double.parseDouble(c.get(name).asText());
        assertEquals(expected, actual, Math.abs(expected) * relative, c + " " + name);
    }
}
