package dev.flywheel.core.stats;

import java.util.function.DoubleSupplier;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.AhrensDieterMarsagliaTsangGammaSampler;
import org.apache.commons.rng.sampling.distribution.SharedStateContinuousSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;

/**
 * A stream of draws that its seed alone decides (xoshiro256++). Everything drawn from one stream advances it. Not
 * thread-safe.
 */
public final class RandomStream {

    private final UniformRandomProvider random;

    private RandomStream(long seed) {
        random = RandomSource.XO_SHI_RO_256_PP.create(seed);
    }

    /**
     * Starts a stream.
     *
     * @param seed the seed
     * @return a stream that equals every other one of this seed
     */
    public static RandomStream of(long seed) {
        return new RandomStream(seed);
    }

    /**
     * A whole number, each equally likely.
     *
     * @param bound above 0
     * @return from 0 to below the bound
     */
    public int below(int bound) {
        return random.nextInt(bound);
    }

    /** {@return draws of the normal distribution with mean 0 and standard deviation 1} */
    public DoubleSupplier normals() {
        SharedStateContinuousSampler sampler = ZigguratSampler.NormalizedGaussian.of(random);
        return sampler::sample;
    }

    /** {@return draws of the exponential distribution with mean 1} */
    public DoubleSupplier exponentials() {
        SharedStateContinuousSampler sampler = ZigguratSampler.Exponential.of(random);
        return sampler::sample;
    }

    /**
     * Draws of a gamma distribution.
     *
     * @param shape above 0
     * @param scale above 0; the mean is shape times scale
     * @return the draws
     */
    public DoubleSupplier gammas(double shape, double scale) {
        SharedStateContinuousSampler sampler = AhrensDieterMarsagliaTsangGammaSampler.of(random, shape, scale);
        return sampler::sample;
    }
}
