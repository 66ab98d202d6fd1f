package dev.flywheel.core.stats;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.AhrensDieterMarsagliaTsangGammaSampler;
import org.apache.commons.rng.sampling.distribution.PoissonSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Videos with known true order rates: log-normal views with sd 1.8, one click in a hundred views, and rates whose law is
 * gamma, log-normal or two-valued. Rates have mean .03 at average reach.
 */
final class SimulatedPortfolio {

    static final double MEAN_RATE = 0.03;

    final double[] views;
    final double[] clicks;
    final double[] orders;
    final double[] truth;

    private SimulatedPortfolio(int n) {
        views = new double[n];
        clicks = new double[n];
        orders = new double[n];
        truth = new double[n];
    }

    static SimulatedPortfolio gamma(int n, double shape, double slope, long seed) {
        return of(Truth.GAMMA, n, shape, slope, seed);
    }

    static SimulatedPortfolio logNormal(int n, double shape, double slope, long seed) {
        return of(Truth.LOG_NORMAL, n, shape, slope, seed);
    }

    /** The law of true rates; the coefficient of variation is {@code 1/sqrt(shape)} for each. */
    enum Truth {
        GAMMA,
        LOG_NORMAL,
        /** Four in five videos sell poorly, the fifth well. */
        BIMODAL
    }

    static SimulatedPortfolio of(Truth law, int n, double shape, double slope, long seed) {
        UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(seed);
        var normal = ZigguratSampler.NormalizedGaussian.of(random);
        var gamma = AhrensDieterMarsagliaTsangGammaSampler.of(random, shape, 1 / shape);
        double sd = Math.sqrt(Math.log1p(1 / shape));
        SimulatedPortfolio portfolio = new SimulatedPortfolio(n);
        for (int i = 0; i < n; i++) {
            double z = 1.8 * normal.sample();
            double multiplier = switch (law) {
                case GAMMA -> gamma.sample();
                case LOG_NORMAL -> Math.exp(sd * normal.sample() - sd * sd / 2);
                case BIMODAL -> 1 + (random.nextDouble() < 0.2 ? 2 : -0.5) / Math.sqrt(shape);
            };
            portfolio.views[i] = Math.ceil(8_000 * Math.exp(z));
            portfolio.truth[i] = MEAN_RATE * Math.exp(slope * z) * multiplier;
            portfolio.clicks[i] = poisson(random, portfolio.views[i] / 100);
            portfolio.orders[i] = poisson(random, portfolio.clicks[i] * portfolio.truth[i]);
        }
        return portfolio;
    }

    static double poisson(UniformRandomProvider random, double mean) {
        return mean < 1e-12 ? 0 : PoissonSampler.of(random, mean).sample();
    }

    Population fit() {
        return Population.fit(orders, clicks, views, MEAN_RATE);
    }
}
