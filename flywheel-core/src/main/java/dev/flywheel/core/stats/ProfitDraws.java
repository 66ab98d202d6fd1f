package dev.flywheel.core.stats;

import dev.flywheel.core.performance.Estimate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Monte-Carlo profit of many units (statistics 1.3 and 1.4): {@value #DRAWS} seeded draws each, so the standard error of
 * a probability is at most .008. Above 1,000 units the draws of each become fewer, in all {@value #MOST_DRAWS}, but never
 * fewer than {@value #FEWEST_DRAWS} (standard error at most .025). Probabilities of a loss that decide are not drawn:
 * {@link ProfitModel#lossProbability()}.
 *
 * <p>Each unit has its own random stream, picked by the seed and its key: adding, removing or reordering units changes
 * no other unit's draws.
 *
 * <p>Memory: draws are summed up unit by unit and let go. Ranks alone need all units at once; for them at most
 * {@value #RANK_CELLS} draws are held (80 MB). Up to 50,000 units that is every draw; beyond, ranks and top
 * probabilities use the first {@code RANK_CELLS / units} draws of each (200 at 100,000 units, standard error at most
 * .035), never fewer than {@value #FEWEST_RANK_DRAWS}. {@link #rankDraws()} tells how many.
 *
 * <p>Immutable and thread-safe.
 */
public final class ProfitDraws {

    /** Draws per unit. */
    public static final int DRAWS = 4_000;

    static final int MOST_DRAWS = 4_000_000;
    static final int FEWEST_DRAWS = 400;

    /** An interval alone needs fewer: the probability below each end is then off by .013. */
    private static final int INTERVAL_DRAWS = 500;

    private static final double THOUSAND = 1_000;

    static final int RANK_CELLS = 20_000_000;
    static final int FEWEST_RANK_DRAWS = 100;

    private final List<ProfitSummary> summaries;
    private final int rankDraws;

    private ProfitDraws(List<ProfitSummary> summaries, int rankDraws) {
        this.summaries = summaries;
        this.rankDraws = rankDraws;
    }

    /**
     * Draws and sums up.
     *
     * @param units the units; equal values rank by key
     * @param topCount the k of P(top k), at least 1
     * @param seed picks the random streams
     * @return one summary per unit, in the order given
     */
    public static ProfitDraws simulate(List<ProfitModel> units, int topCount, long seed) {
        return simulate(units, topCount, seed, RANK_CELLS);
    }

    /**
     * The amount of 1,000 views alone, from {@value #INTERVAL_DRAWS} draws.
     *
     * @param unit the unit
     * @param seed picks the random stream
     * @return its contribution per 1,000 views, before the fixed cost
     */
    public static Estimate perThousandViews(ProfitModel unit, long seed) {
        double[] draws = new double[INTERVAL_DRAWS];
        unit.draw(stream(seed, unit.key()), draws);
        return estimate(unit.meanPerThousandViews(), draws);
    }

    /**
     * What a unit of money spent on clicks leaves beyond itself: paid rate x value of an order / price of a click - 1
     * (statistics 1.3), from {@value #INTERVAL_DRAWS} draws.
     *
     * @param paid the unit with what an order that ads deliver leaves; every view is a click, at its organic rate
     * @param ratio what is believed of paid rate / organic rate
     * @param costPerClick the price of a click, above 0
     * @param seed picks the random stream
     * @return profit per unit of money spent
     */
    public static Estimate perAdDollar(ProfitModel paid, RatioPrior ratio, double costPerClick, long seed) {
        double clicks = 1 / Checks.positive("costPerClick", costPerClick) / THOUSAND;
        double[] draws = new double[INTERVAL_DRAWS];
        UniformRandomProvider random = stream(seed, paid.key());
        paid.draw(random, draws);
        ContinuousSampler normal = ZigguratSampler.NormalizedGaussian.of(random);
        for (int i = 0; i < draws.length; i++) {
            draws[i] = clicks * draws[i] * Math.exp(ratio.centre() + ratio.sd() * normal.sample()) - 1;
        }
        return estimate(clicks * paid.meanPerThousandViews() * ratio.mean() - 1, draws);
    }

    /** Changes the order of the draws. */
    private static Estimate estimate(double mean, double[] draws) {
        double low = Quantiles.of(draws, Quantiles.LOW);
        return new Estimate(mean, low, Quantiles.of(draws, Quantiles.HIGH), Quantiles.LEVEL);
    }

    private static int drawsOf(int units) {
        return Math.min(DRAWS, Math.max(FEWEST_DRAWS, MOST_DRAWS / Math.max(1, units)));
    }

    static ProfitDraws simulate(List<ProfitModel> units, int topCount, long seed, int rankCells) {
        if (topCount < 1) {
            throw new IllegalArgumentException("topCount must be at least 1, got " + topCount);
        }
        int n = units.size();
        int drawn = drawsOf(n);
        int rankDraws = Math.min(drawn, Math.max(FEWEST_RANK_DRAWS, rankCells / Math.max(1, n)));
        Integer[] byKey = new Integer[n];
        Arrays.setAll(byKey, i -> i);
        Arrays.sort(byKey, Comparator.comparingLong(i -> units.get(i).key()));
        float[][] cells = new float[n == 0 ? 0 : rankDraws][n];
        Money[] money = new Money[n];
        double[] draws = new double[drawn];
        for (int place = 0; place < n; place++) {
            ProfitModel unit = units.get(byKey[place]);
            unit.draw(stream(seed, unit.key()), draws);
            for (int d = 0; d < rankDraws; d++) {
                cells[d][place] = (float) unit.totalFor(draws[d]);
            }
            money[place] = Money.of(unit, draws);
        }
        for (float[] draw : cells) {
            replaceByRanks(draw);
        }
        ProfitSummary[] summaries = new ProfitSummary[n];
        for (int place = 0; place < n; place++) {
            summaries[byKey[place]] =
                    money[place].withRanks(units.get(byKey[place]).key(), ranks(cells, place), topCount);
        }
        return new ProfitDraws(new ArrayList<>(Arrays.asList(summaries)), rankDraws);
    }

    /** {@return one summary per unit, in the order the units were given} */
    public List<ProfitSummary> summaries() {
        return List.copyOf(summaries);
    }

    /** {@return how many draws stand behind ranks and top probabilities} */
    public int rankDraws() {
        return rankDraws;
    }

    private static UniformRandomProvider stream(long seed, long key) {
        return RandomSource.XO_SHI_RO_256_PP.create(scramble(seed ^ scramble(key)));
    }

    /** The finaliser of SplitMix64: neighbouring keys must not give related streams. */
    private static long scramble(long value) {
        long z = value + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    private static void replaceByRanks(float[] draw) {
        long[] sortable = new long[draw.length];
        for (int i = 0; i < draw.length; i++) {
            int bits = Float.floatToIntBits(draw[i] + 0f);
            int ascending = bits ^ ((bits >> 31) & Integer.MAX_VALUE);
            sortable[i] = ((long) ~ascending << 32) | i;
        }
        Arrays.sort(sortable);
        for (int rank = 0; rank < sortable.length; rank++) {
            draw[(int) sortable[rank]] = rank + 1;
        }
    }

    private static double[] ranks(float[][] cells, int place) {
        double[] ranks = new double[cells.length];
        for (int d = 0; d < ranks.length; d++) {
            ranks[d] = cells[d][place];
        }
        return ranks;
    }

    private record Money(Estimate perThousandViews, Estimate total, double lossProbability) {

        /** The total is an increasing function of the draw, so its quantiles follow. */
        static Money of(ProfitModel unit, double[] draws) {
            Estimate perThousandViews = estimate(unit.meanPerThousandViews(), draws);
            long losses = Arrays.stream(draws)
                    .filter(draw -> unit.totalFor(draw) <= 0)
                    .count();
            return new Money(perThousandViews, perThousandViews.map(unit::totalFor), losses / (double) draws.length);
        }

        ProfitSummary withRanks(long key, double[] ranks, int topCount) {
            double mean = Arrays.stream(ranks).average().orElse(0);
            double top = Arrays.stream(ranks).filter(rank -> rank <= topCount).count() / (double) ranks.length;
            return new ProfitSummary(key, perThousandViews, total, lossProbability, estimate(mean, ranks), top);
        }
    }
}
