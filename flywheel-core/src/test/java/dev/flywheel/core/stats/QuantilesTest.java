package dev.flywheel.core.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuantilesTest {

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void a_quantile_of_an_unsorted_sample_is_that_of_the_sorted_one(long seed) {
        Random random = new Random(seed);
        for (int each = 0; each < 200; each++) {
            int round = each;
            int distinct = 1 + random.nextInt(30);
            double[] sample = random.doubles(1 + random.nextInt(60))
                    .map(u -> round % 2 == 0 ? u : Math.floor(u * distinct))
                    .toArray();
            double[] sorted = sample.clone();
            Arrays.sort(sorted);
            for (double p : new double[] {0, 0.1, random.nextDouble(), 0.9, 1}) {
                assertEquals(Quantiles.ofSorted(sorted, p), Quantiles.of(sample, p), p + " of " + sorted.length);
            }
            Arrays.sort(sample);
            assertArrayEquals(sorted, sample, "the values stay the same");
        }
    }
}
