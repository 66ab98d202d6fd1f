package dev.flywheel.core.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SeededDrawsTest {

    private static final int MANY = 40_000;

    private static double mean(double[] draws) {
        return Arrays.stream(draws).average().orElseThrow();
    }

    private static double variance(double[] draws) {
        double mean = mean(draws);
        return Arrays.stream(draws).map(draw -> (draw - mean) * (draw - mean)).sum() / (draws.length - 1);
    }

    private static double[] many(DoubleSupplier draw) {
        return DoubleStream.generate(draw).limit(MANY).toArray();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {0, 1, -9_223_372_036_854_775_808L})
    void has_the_moments_of_each_distribution(long seed) {
        SeededDraws draws = new SeededDraws(seed);
        double[] normal = many(draws::normal);
        double[] exponential = many(draws::exponential);
        double[] gamma = draws.of(new GammaPrior(3, 2), MANY);
        double[] beta = draws.of(new BetaPosterior(4, 6), MANY);
        assertEquals(0, mean(normal), 0.03);
        assertEquals(1, variance(normal), 0.05);
        assertEquals(1, mean(exponential), 0.03);
        assertEquals(1, variance(exponential), 0.1);
        assertEquals(1.5, mean(gamma), 0.03);
        assertEquals(0.75, variance(gamma), 0.05);
        assertEquals(0.4, mean(beta), 0.005);
        assertEquals(0.4 * 0.6 / 11, variance(beta), 0.001);
    }

    @Test
    void reaches_every_index_and_none_beyond() {
        SeededDraws draws = new SeededDraws(3);
        int[] seen = new int[5];
        for (int i = 0; i < 5_000; i++) {
            seen[draws.index(5)]++;
        }
        assertTrue(Arrays.stream(seen).allMatch(count -> count > 850 && count < 1150), () -> Arrays.toString(seen));
    }

    @Test
    void shapes_of_almost_nothing_draw_one_end_or_the_other_as_often_as_the_mean_says() {
        double[] ends = new SeededDraws(4).of(new BetaPosterior(3e-6, 1e-6), MANY);
        assertTrue(Arrays.stream(ends).allMatch(share -> share >= 0 && share <= 1));
        assertEquals(0.75, mean(ends), 4 * Math.sqrt(0.75 * 0.25 / MANY));
    }

    @Test
    void draws_as_many_as_asked() {
        assertEquals(0, new SeededDraws(1).of(new GammaPrior(3, 2), 0).length);
        assertEquals(3, new SeededDraws(1).of(new GammaPrior(3, 2), 3).length);
    }

    @Test
    void repeats_by_seed() {
        BetaPosterior share = new BetaPosterior(2, 3);
        assertArrayEquals(new SeededDraws(8).of(share, 10), new SeededDraws(8).of(share, 10));
        assertNotEquals(new SeededDraws(8).normal(), new SeededDraws(9).normal());
    }
}
