package dev.flywheel.core.adtest;

import dev.flywheel.core.stats.GammaPrior;
import dev.flywheel.core.stats.SparkTotals;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.AhrensDieterMarsagliaTsangGammaSampler;
import org.apache.commons.rng.sampling.distribution.PoissonSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;

/**
 * One boost of statistics 2.7 with the truth and the luck of every day, the same for every rule that plays it: of 2,000
 * videos with 2,000 organic clicks each the 2 % with the most orders are boosted, log c ~ N(-.25, .4), an order leaves
 * $15, a click costs $0.67.
 *
 * @param orders organic orders before launch
 * @param profitPerClick what a paid click truly earns above its price
 * @param paid paid orders of each day and each $50 of its budget
 */
record SimulatedBoost(double orders, double profitPerClick, double[][] paid) {

    static final double VALUE = 15;
    static final double COST_PER_CLICK = 0.67;
    static final int SLOT = 50;
    static final int TEST_DAYS = 14;
    static final GammaPrior PRIOR = new GammaPrior(4, 4 / 0.03);

    private static final int CANDIDATES = 2000;
    private static final int BOOSTED = CANDIDATES / 50;
    private static final double CLICKS_BEFORE = 2000;
    private static final int SLOTS = 3;

    /** {@return boosts from as many programmes as it takes} */
    static List<SimulatedBoost> draw(int boosts, long seed) {
        UniformRandomProvider rng = RandomSource.XO_SHI_RO_256_PP.create(seed);
        List<SimulatedBoost> all = new ArrayList<>();
        while (all.size() < boosts) {
            double[] rates = new double[CANDIDATES];
            double[] orders = new double[CANDIDATES];
            for (int v = 0; v < CANDIDATES; v++) {
                rates[v] = AhrensDieterMarsagliaTsangGammaSampler.of(rng, PRIOR.shape(), 1 / PRIOR.rate())
                        .sample();
                orders[v] = PoissonSampler.of(rng, CLICKS_BEFORE * rates[v]).sample();
            }
            IntStream.range(0, CANDIDATES)
                    .boxed()
                    .sorted(Comparator.comparingDouble(v -> -orders[v]))
                    .limit(BOOSTED)
                    .forEach(v -> all.add(of(rng, rates[v], orders[v])));
        }
        return all.subList(0, boosts);
    }

    private static SimulatedBoost of(UniformRandomProvider rng, double organicRate, double orders) {
        double ratio = Math.exp(
                -0.25 + 0.4 * ZigguratSampler.NormalizedGaussian.of(rng).sample());
        double rate = ratio * organicRate;
        double[][] paid = new double[TEST_DAYS][SLOTS];
        for (double[] day : paid) {
            for (int i = 0; i < SLOTS; i++) {
                day[i] = PoissonSampler.of(rng, clicks(SLOT) * rate).sample();
            }
        }
        return new SimulatedBoost(orders, VALUE * rate - COST_PER_CLICK, paid);
    }

    static double clicks(double dollars) {
        return dollars / COST_PER_CLICK;
    }

    /** {@return everything known when these budgets were spent on the first days} */
    SparkTotals after(List<Integer> budgets) {
        double orders = 0;
        double dollars = 0;
        for (int day = 0; day < budgets.size(); day++) {
            dollars += budgets.get(day);
            for (int slot = 0; slot < budgets.get(day) / SLOT; slot++) {
                orders += paid[day][slot];
            }
        }
        return new SparkTotals(this.orders, CLICKS_BEFORE, orders, clicks(dollars));
    }
}
