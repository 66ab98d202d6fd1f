package dev.flywheel.core.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Source of the values: scipy 1.10.1, negative binomial and binomial log probabilities and logsumexp, so a route
 * through normalised likelihoods that shares no formula with the closed form under test. The grid is in the file.
 */
class SparkTestOracleTest {

    private static final String FILE = "spark_eprocess_scipy.json";
    private static final double ABSOLUTE = 1e-9;

    static Stream<JsonNode> predictive() {
        return Oracles.cases(FILE, "pred");
    }

    static Stream<JsonNode> conditional() {
        return Oracles.cases(FILE, "cond");
    }

    @ParameterizedTest
    @MethodSource("predictive")
    void predictive_form_agrees(JsonNode c) {
        SparkTotals totals = new SparkTotals(of(c, "x0"), of(c, "T0"), of(c, "x1"), of(c, "T1"));
        GammaPrior prior = new GammaPrior(of(c, "a"), of(c, "b"));
        assertEquals(of(c, "log_e"), test(c, prior).plainLogE(totals, 1), ABSOLUTE, c.toString());
    }

    @ParameterizedTest
    @MethodSource("predictive")
    void robust_form_is_the_least_of_four_predictive_forms(JsonNode c) {
        SparkTotals totals = new SparkTotals(of(c, "x0"), of(c, "T0"), of(c, "x1"), of(c, "T1"));
        double least = Double.POSITIVE_INFINITY;
        for (double scale : new double[] {0.25, 0.5, 1, 2}) {
            GammaPrior prior = new GammaPrior(scale * of(c, "a"), scale * of(c, "b"));
            least = Math.min(least, test(c, prior).plainLogE(totals, 1));
        }
        GammaPrior prior = new GammaPrior(of(c, "a"), of(c, "b"));
        assertEquals(least, test(c, prior).logE(totals, 1), 1e-13, c.toString());
    }

    @ParameterizedTest
    @MethodSource("conditional")
    void concurrent_form_agrees(JsonNode c) {
        List<SparkDay> days = new ArrayList<>();
        for (int d = 0; d < c.get("x1d").size(); d++) {
            days.add(new SparkDay(of(c, "x0d", d), of(c, "n0d", d), of(c, "x1d", d), of(c, "n1d", d)));
        }
        SparkTest test = test(c, new GammaPrior(4, 133));
        assertEquals(of(c, "log_e"), test.concurrentLogE(days, 1), ABSOLUTE, c.toString());
    }

    private static SparkTest test(JsonNode c, GammaPrior prior) {
        double ratio = of(c, "r");
        return c.get("side").asText().equals("stop") ? SparkTest.drop(ratio, prior) : SparkTest.hold(ratio, prior);
    }

    private static double of(JsonNode c, String name) {
        return c.get(name).asDouble();
    }

    private static double of(JsonNode c, String name, int day) {
        return c.get(name).get(day).asDouble();
    }
}
