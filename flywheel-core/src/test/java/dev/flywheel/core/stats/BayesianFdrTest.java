package dev.flywheel.core.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BayesianFdrTest {

    /**
     * The 20 surest of 11,725 players. The counts of the file (72 at .01, 114 at .05, 147 at .10) need the rows that are
     * not shipped.
     */
    @Test
    void q_values_of_the_top_twenty_match_ebbr() {
        JsonNode top = RankingOracles.read("ebayes.json").get("bayes_fdr").get("top20");
        BetaPosterior prior = new BetaPosterior(69.499368346335, 208.743706618138);
        double[] pep = new double[top.size()];
        double[] mean = new double[top.size()];
        for (int i = 0; i < pep.length; i++) {
            BetaPosterior posterior =
                    prior.posterior(RankingOracles.number(top.get(i), "H"), RankingOracles.number(top.get(i), "AB"));
            pep[i] = posterior.probabilityAtMost(0.3);
            mean[i] = posterior.mean();
        }

        BayesianFdr fdr = BayesianFdr.of(pep, mean);

        for (int i = 0; i < pep.length; i++) {
            double expectedPep = RankingOracles.number(top.get(i), "pep");
            double expectedQ = RankingOracles.number(top.get(i), "q");
            assertEquals(expectedPep, pep[i], 1e-9 * expectedPep);
            assertEquals(expectedQ, fdr.qValue(i), 1e-9 * expectedQ);
        }
        assertArrayEquals(IntStream.range(0, 20).toArray(), fdr.select(0.01));
    }

    @Test
    void cuts_where_the_mean_probability_passes_the_level() {
        BayesianFdr fdr = BayesianFdr.of(new double[] {0.3, 0.01, 0.9, 0.04}, new double[4]);

        assertArrayEquals(new int[] {1, 3}, fdr.select(0.1));
        assertEquals(0.35 / 3, fdr.qValue(0), 1e-15);
        assertArrayEquals(new int[] {1, 3, 0, 2}, fdr.select(1));
        assertArrayEquals(new int[0], fdr.select(0.001));
    }

    @Test
    void ties_go_to_the_higher_mean_then_to_the_first() {
        BayesianFdr fdr = BayesianFdr.of(new double[] {0.1, 0.1, 0.1}, new double[] {5, 7, 5});

        assertArrayEquals(new int[] {1, 0, 2}, fdr.select(0.2));
    }

    @Test
    void nothing_gives_nothing() {
        assertArrayEquals(
                new int[0], BayesianFdr.of(new double[0], new double[0]).select(1));
    }

    @Test
    void refuses_impossible_inputs_by_name() {
        assertEquals(
                "falseProbability[1] must be in [0, 1], got 1.1",
                assertThrows(IllegalArgumentException.class, () -> BayesianFdr.of(new double[] {0, 1.1}, new double[2]))
                        .getMessage());
        assertEquals(
                "posteriorMean[0] must be a number, got NaN",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> BayesianFdr.of(new double[] {0}, new double[] {Double.NaN}))
                        .getMessage());
    }
}
