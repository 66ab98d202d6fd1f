package dev.flywheel.core.stats;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.AhrensDieterMarsagliaTsangGammaSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;

/** Videos whose order rates are made by known effects of hook (6), angle (5), placement (4) and creator. */
final class SimulatedFactors {

    static final int[] SIZES = {6, 5, 4};
    static final String[] NAMES = {"hook", "angle", "placement"};

    final double[] views;
    final double[] clicks;
    final double[] orders;
    final double[] truth;
    final int[][] levels;
    final int[] creators;
    final int creatorCount;
    final double[][] effects;
    final double[] creatorEffects;

    /** Draws videos; every tau of the four groups may be 0. */
    SimulatedFactors(int videos, int creatorCount, double shape, double slope, double[] taus, long seed) {
        UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(seed);
        var normal = ZigguratSampler.NormalizedGaussian.of(random);
        var gamma = AhrensDieterMarsagliaTsangGammaSampler.of(random, shape, 1 / shape);
        this.creatorCount = creatorCount;
        views = new double[videos];
        clicks = new double[videos];
        orders = new double[videos];
        truth = new double[videos];
        levels = new int[3][videos];
        creators = new int[videos];
        effects = new double[3][];
        creatorEffects = new double[creatorCount];
        for (int g = 0; g < 3; g++) {
            double tau = taus[g];
            effects[g] = new double[SIZES[g]];
            Arrays.setAll(effects[g], level -> tau * normal.sample());
        }
        Arrays.setAll(creatorEffects, c -> taus[3] * normal.sample());
        for (int i = 0; i < videos; i++) {
            creators[i] = random.nextInt(creatorCount);
            double log = Math.log(SimulatedPortfolio.MEAN_RATE) + creatorEffects[creators[i]];
            for (int g = 0; g < 3; g++) {
                levels[g][i] = random.nextInt(SIZES[g]);
                log += effects[g][levels[g][i]];
            }
            double z = 1.3 * normal.sample();
            views[i] = Math.ceil(10_000 * Math.exp(z));
            clicks[i] = SimulatedPortfolio.poisson(random, views[i] / 100);
            truth[i] = Math.exp(log + slope * z) * gamma.sample();
            orders[i] = SimulatedPortfolio.poisson(random, clicks[i] * truth[i]);
        }
    }

    FactorModelBuilder factors() {
        return FactorModel.builder(orders, clicks, views)
                .categoryRate(SimulatedPortfolio.MEAN_RATE)
                .factor(NAMES[0], levels[0], SIZES[0])
                .factor(NAMES[1], levels[1], SIZES[1])
                .factor(NAMES[2], levels[2], SIZES[2]);
    }

    FactorModelBuilder everything() {
        return factors()
                .interaction("hook", "angle")
                .interaction("angle", "placement")
                .creators(creators, creatorCount);
    }
}
