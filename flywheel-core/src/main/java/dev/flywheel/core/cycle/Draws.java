package dev.flywheel.core.cycle;

import com.google.common.hash.Hashing;
import dev.flywheel.core.performance.Estimate;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/** Seeded streams, one for each purpose, and what draws add up to. Intervals are central 80 %. */
final class Draws {

    static final double LEVEL = 0.8;

    /** Standard deviations from the mean to either end of a central 80 % interval of a normal distribution. */
    static final double REACH = 1.2815515655446004;

    private Draws() {}

    /** A stream that depends on the seed and its purpose alone, so that one question never moves another's answer. */
    static UniformRandomProvider stream(long seed, String purpose) {
        return RandomSource.XO_SHI_RO_256_PP.create(seedFor(seed, purpose));
    }

    static long seedFor(long seed, String purpose) {
        return Hashing.sha256()
                .hashString(seed + "\n" + purpose, StandardCharsets.UTF_8)
                .asLong();
    }

    static Estimate summary(double[] draws) {
        double[] sorted = draws.clone();
        Arrays.sort(sorted);
        return new Estimate(
                Arrays.stream(draws).sum() / draws.length,
                quantile(sorted, (1 - LEVEL) / 2),
                quantile(sorted, (1 + LEVEL) / 2),
                LEVEL);
    }

    static Estimate normal(double mean, double deviation) {
        return new Estimate(mean, mean - REACH * deviation, mean + REACH * deviation, LEVEL);
    }

    /** The standard deviation of a normal distribution with this central interval. */
    static double deviation(Estimate estimate) {
        return (estimate.high() - estimate.low()) / (2 * REACH);
    }

    static Estimate of(dev.flywheel.core.stats.Estimate estimate) {
        return new Estimate(estimate.mean(), estimate.low(), estimate.high(), LEVEL);
    }

    /** Hyndman-Fan type 7. */
    static double quantile(double[] sorted, double p) {
        double position = p * (sorted.length - 1);
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }
}
