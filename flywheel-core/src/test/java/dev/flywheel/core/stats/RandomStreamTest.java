package dev.flywheel.core.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class RandomStreamTest {

    private static final int DRAWS = 100_000;

    @Test
    void the_seed_alone_decides() {
        assertEquals(
                RandomStream.of(7).normals().getAsDouble(),
                RandomStream.of(7).normals().getAsDouble());
        assertNotEquals(
                RandomStream.of(7).normals().getAsDouble(),
                RandomStream.of(8).normals().getAsDouble());
    }

    @Test
    void draws_have_their_distributions_means_seed_1() {
        RandomStream stream = RandomStream.of(1);

        assertMean(0, 1, stream.normals());
        assertMean(1, 1, stream.exponentials());
        assertMean(2.5 * 4, Math.sqrt(2.5) * 4, stream.gammas(2.5, 4));
        assertMean(4.5, Math.sqrt(99 / 12.0), () -> stream.below(10));
    }

    @Test
    void whole_numbers_stay_below_their_bound_seed_2() {
        RandomStream stream = RandomStream.of(2);
        assertTrue(DoubleStream.generate(() -> stream.below(3)).limit(1_000).allMatch(n -> n >= 0 && n < 3));
        assertThrows(IllegalArgumentException.class, () -> stream.below(0));
    }

    /** Within four standard errors. */
    private static void assertMean(double expected, double deviation, DoubleSupplier draws) {
        double mean = DoubleStream.generate(draws).limit(DRAWS).average().orElseThrow();
        assertEquals(expected, mean, 4 * deviation / Math.sqrt(DRAWS));
    }
}
