package dev.flywheel.core.stats;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ChengBetaSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;

/** A portfolio with everything unknown: click rate, order rate, refunds, order value. */
final class SimulatedBusiness {

    final SimulatedPortfolio data;
    final double[] clicks;
    final double[] orders;
    private final double[] refunds;
    private final double[] averages;
    final double[] profit;

    SimulatedBusiness(SimulatedPortfolio.Truth law, int n, long seed) {
        data = SimulatedPortfolio.of(law, n, 3, -0.1, seed);
        clicks = new double[n];
        orders = new double[n];
        refunds = new double[n];
        averages = new double[n];
        profit = new double[n];
        UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(seed + 7_777);
        var normal = ZigguratSampler.NormalizedGaussian.of(random);
        var clickRates = ChengBetaSampler.of(random, 6, 394);
        var refundRates = ChengBetaSampler.of(random, 4, 36);
        for (int i = 0; i < n; i++) {
            double clickRate = clickRates.sample();
            double refundRate = refundRates.sample();
            double logValue = Math.log(30) + 0.3 * normal.sample();
            clicks[i] = binomial(random, (int) data.views[i], clickRate);
            orders[i] = SimulatedPortfolio.poisson(random, clicks[i] * data.truth[i]);
            refunds[i] = binomial(random, (int) orders[i], refundRate);
            averages[i] = orders[i] == 0 ? 0 : Math.exp(logValue + 0.5 / Math.sqrt(orders[i]) * normal.sample());
            double value = Math.exp(logValue) * 0.7 * (1 - refundRate) - 8 - 3 * refundRate;
            profit[i] = data.views[i] * clickRate * data.truth[i] * value - 25;
        }
    }

    /** Failures before the next success, so that a rare click costs one draw and not a hundred. */
    private static double gap(UniformRandomProvider random, double waiting) {
        return Math.floor(Math.log(1 - random.nextDouble()) / waiting);
    }

    private static double binomial(UniformRandomProvider random, int trials, double p) {
        int hits = 0;
        double waiting = Math.log1p(-p);
        for (double at = gap(random, waiting); at < trials; at += 1 + gap(random, waiting)) {
            hits++;
        }
        return hits;
    }

    List<ProfitModel> models() {
        Population rates = Population.fit(orders, clicks, data.views, 0.03);
        BetaPopulation clickRates = BetaPopulation.fit(clicks, data.views, new BetaPosterior(1, 99));
        BetaPopulation refundRates = BetaPopulation.fit(refunds, orders, new BetaPosterior(1, 9));
        OrderValuePrior values = OrderValuePrior.fit(averages, orders, 30);
        List<ProfitModel> models = new ArrayList<>();
        for (int i = 0; i < orders.length; i++) {
            models.add(ProfitModel.builder(i, rates.widenedPosterior(i), values.posterior(averages[i], orders[i]))
                    .clickRate(clickRates.posterior(i))
                    .refundRate(refundRates.posterior(i))
                    .views(data.views[i])
                    .keepShare(0.7)
                    .costPerOrder(8)
                    .costPerReturn(3)
                    .fixedCost(25)
                    .build());
        }
        return models;
    }
}
