package dev.flywheel.core.stats;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;
import org.apache.commons.rng.sampling.distribution.PoissonSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;

/** Rotations whose measure grows by a fixed factor each, and how often the trend says so. */
final class TrendSimulation {

    /** What is measured in each rotation. */
    enum Kind {
        /** A count of 20 events a rotation on average. */
        COUNTS,
        /** A share of 60 trials, 40 % on average. */
        SHARES,
        /** The mean of 80 creators whose amounts are log-normal with deviation 1.5. */
        VALUES
    }

    private final Kind kind;
    private final int rotations;
    private final double spread;
    private final UniformRandomProvider random;
    private final ContinuousSampler normal;

    /**
     * A simulation.
     *
     * @param kind what is measured
     * @param rotations how many
     * @param spread extra deviation of the logarithm (log-odds) between rotations, beyond chance
     * @param seed of the draws
     */
    TrendSimulation(Kind kind, int rotations, double spread, long seed) {
        this.kind = kind;
        this.rotations = rotations;
        this.spread = spread;
        random = RandomSource.XO_SHI_RO_256_PP.create(seed);
        normal = ZigguratSampler.NormalizedGaussian.of(random);
    }

    /**
     * How often the trend is called improving.
     *
     * @param factor by which the measure (the odds of a share) grows each rotation
     * @param runs how many simulations
     * @return the share of runs
     */
    double improving(double factor, int runs) {
        int called = 0;
        for (int run = 0; run < runs; run++) {
            called += trend(Math.log(factor)).rising() >= 0.9 ? 1 : 0;
        }
        return called / (double) runs;
    }

    private RotationTrend trend(double slope) {
        double[] when = new double[rotations];
        double[] first = new double[rotations];
        double[] second = new double[rotations];
        for (int r = 0; r < rotations; r++) {
            when[r] = r;
            double log = slope * (r - (rotations - 1) / 2.0) + spread * normal.sample();
            switch (kind) {
                case COUNTS -> {
                    second[r] = 30 + random.nextInt(70);
                    first[r] = PoissonSampler.of(random, second[r] * 0.3 * Math.exp(log))
                            .sample();
                }
                case SHARES -> {
                    second[r] = 60;
                    double share = 1 / (1 + Math.exp(-Math.log(0.4 / 0.6) - log));
                    for (int i = 0; i < 60; i++) {
                        first[r] += random.nextDouble() < share ? 1 : 0;
                    }
                }
                case VALUES -> {
                    double[] amounts = new double[80];
                    Arrays.setAll(amounts, i -> Math.exp(4 + log + 1.5 * normal.sample()));
                    double mean = Arrays.stream(amounts).average().orElseThrow();
                    double squares = Arrays.stream(amounts)
                            .map(each -> (each - mean) * (each - mean))
                            .sum();
                    first[r] = Math.log(mean);
                    second[r] = Math.sqrt(squares / 79 / 80) / mean;
                }
            }
        }
        return switch (kind) {
            case COUNTS -> RotationTrend.ofCounts(when, first, second);
            case SHARES -> RotationTrend.ofShares(when, first, second);
            case VALUES -> RotationTrend.ofValues(when, first, second);
        };
    }
}
