package dev.flywheel.core.stats;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.AhrensDieterMarsagliaTsangGammaSampler;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;

/**
 * A stream of random draws that its seed alone determines, from the generator xoshiro256++. Not thread-safe: each
 * question takes its own stream.
 */
public final class SeededDraws {

    private final UniformRandomProvider random;
    private final ContinuousSampler normal;
    private final ContinuousSampler exponential;

    /**
     * Starts a stream.
     *
     * @param seed picks it
     */
    public SeededDraws(long seed) {
        random = RandomSource.XO_SHI_RO_256_PP.create(seed);
        normal = ZigguratSampler.NormalizedGaussian.of(random);
        exponential = ZigguratSampler.Exponential.of(random);
    }

    /**
     * The stream of one purpose: it depends on the seed and its purpose alone, so that one question never moves another's
     * answer.
     *
     * @param seed the seed of all streams
     * @param purpose what this one is for, such as a video's id
     * @return the stream
     */
    public static SeededDraws of(long seed, String purpose) {
        return new SeededDraws(seedFor(seed, purpose));
    }

    /**
     * The seed of one purpose.
     *
     * @param seed the seed of all streams
     * @param purpose what this one is for
     * @return its seed
     */
    public static long seedFor(long seed, String purpose) {
        return Hashing.sha256()
                .hashString(seed + "\n" + purpose, StandardCharsets.UTF_8)
                .asLong();
    }

    /** {@return a draw from the uniform distribution on [0, 1)} */
    public double uniform() {
        return random.nextDouble();
    }

    /** {@return a draw from the normal distribution with mean 0 and standard deviation 1} */
    public double normal() {
        return normal.sample();
    }

    /** {@return a draw from the exponential distribution with mean 1} */
    public double exponential() {
        return exponential.sample();
    }

    /**
     * A whole number, each equally likely.
     *
     * @param bound how many there are, at least 1
     * @return a number from 0 to {@code bound - 1}
     */
    public int index(int bound) {
        return random.nextInt(bound);
    }

    /**
     * Draws a rate.
     *
     * @param distribution of the rate
     * @param draws how many, at least 0
     * @return the draws
     */
    public double[] of(GammaPrior distribution, int draws) {
        ContinuousSampler gamma =
                AhrensDieterMarsagliaTsangGammaSampler.of(random, distribution.shape(), 1 / distribution.rate());
        double[] result = new double[draws];
        for (int d = 0; d < draws; d++) {
            result[d] = gamma.sample();
        }
        return result;
    }

    /**
     * Draws a share, as one Gamma variable over the sum of two.
     *
     * @param distribution of the share
     * @param draws how many, at least 0
     * @return the draws
     */
    public double[] of(BetaPosterior distribution, int draws) {
        ContinuousSampler yes = AhrensDieterMarsagliaTsangGammaSampler.of(random, distribution.alpha(), 1);
        ContinuousSampler no = AhrensDieterMarsagliaTsangGammaSampler.of(random, distribution.beta(), 1);
        double[] result = new double[draws];
        for (int d = 0; d < draws; d++) {
            double successes = yes.sample();
            double both = successes + no.sample();
            // Two shapes of almost nothing give two zeros: the share then lies at either end.
            result[d] = both > 0 ? successes / both : random.nextDouble() < distribution.mean() ? 1 : 0;
        }
        return result;
    }
}
