package dev.flywheel.core.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaidDrawTest {

    private static final int DRAWS = 20_000;

    @ParameterizedTest
    @CsvSource({"0, 0", "12, 300", "60, 2000", "0, 500"})
    void draws_of_the_paid_rate_follow_its_posterior(double paidOrders, double paidClicks) {
        PaidEconomics paid = PaidEconomics.of(
                new GammaPrior(4, 133), RatioPrior.DEFAULT, new SparkTotals(60, 2_000, paidOrders, paidClicks), 1);
        SeededDraws stream = new SeededDraws(23);
        double[] drawn = new double[DRAWS];
        Arrays.setAll(drawn, i -> paid.draw(stream));

        double mean = Arrays.stream(drawn).average().orElseThrow();
        double variance = Arrays.stream(drawn).map(x -> (x - mean) * (x - mean)).sum() / DRAWS;
        assertEquals(paid.expectedRate(), mean, 4 * Math.sqrt(variance / DRAWS));
        for (double level : new double[] {0.8 * mean, mean, 1.3 * mean}) {
            double exact = paid.probabilityRateAbove(level);
            double share = Arrays.stream(drawn).filter(x -> x > level).count() / (double) DRAWS;
            assertEquals(exact, share, 4 * Math.sqrt(exact * (1 - exact) / DRAWS), "above " + level);
        }
    }

    @Test
    void a_stream_depends_on_seed_and_purpose_alone() {
        assertEquals(
                SeededDraws.of(1, "video 7").uniform(),
                SeededDraws.of(1, "video 7").uniform());
        assertNotEquals(
                SeededDraws.of(1, "video 7").uniform(),
                SeededDraws.of(1, "video 8").uniform());
        assertNotEquals(
                SeededDraws.of(1, "video 7").uniform(),
                SeededDraws.of(2, "video 7").uniform());
    }

    @Test
    void uniform_draws_fill_the_unit_interval() {
        SeededDraws stream = new SeededDraws(5);
        int[] tenths = new int[10];
        for (int i = 0; i < DRAWS; i++) {
            tenths[(int) (10 * stream.uniform())]++;
        }
        for (int tenth : tenths) {
            assertTrue(Math.abs(tenth - DRAWS / 10) < 4 * Math.sqrt(DRAWS * 0.09), Arrays.toString(tenths));
        }
    }
}
