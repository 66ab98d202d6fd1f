package dev.flywheel.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SeedTest {

    static Stream<Seed> seeds() {
        return Seed.first(20);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("seeds")
    void repeats_itself(Seed seed) {
        assertEquals(seed.random().nextLong(), seed.random().nextLong());
    }

    @Test
    void counts_from_one_and_shows_the_seed() {
        assertEquals(
                List.of("seed 1", "seed 2", "seed 3"),
                Seed.first(3).map(Seed::toString).toList());
    }

    @Test
    void rejects_an_empty_stream() {
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> Seed.first(0));
        assertEquals("count must be at least 1, got 0", refused.getMessage());
    }
}
