package dev.flywheel.core.stats;

import dev.flywheel.core.performance.Estimate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** How good a choice of twenty is, and what else simulations of rankings count. */
final class RankingQuality {

    static final int CHOSEN = 20;

    private RankingQuality() {}

    /** True rates of the chosen 20 over those of the best possible 20. */
    static double share(double[] truth, IntToDoubleFunction score) {
        double best =
                Arrays.stream(truth).map(rate -> -rate).sorted().limit(CHOSEN).sum();
        double chosen = IntStream.range(0, truth.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -score.applyAsDouble(i)))
                .limit(CHOSEN)
                .mapToDouble(i -> truth[i])
                .sum();
        return -chosen / best;
    }

    static double share(SimulatedPortfolio data, IntToDoubleFunction score) {
        return share(data.truth, score);
    }

    /** The rate as it looks, of videos with enough clicks; the others come last. */
    static IntToDoubleFunction rawRateAbove(SimulatedPortfolio data, double fewestClicks) {
        return i -> data.clicks[i] > 0 && data.clicks[i] >= fewestClicks ? data.orders[i] / data.clicks[i] : -1;
    }

    /** The probability of being among the best 20 by rate, and by a thousandth of the mean where that is equal. */
    static IntToDoubleFunction probabilityTop(int units, IntFunction<GammaPrior> rates, long seed) {
        List<ProfitModel> models = new ArrayList<>();
        for (int i = 0; i < units; i++) {
            models.add(ProfitModel.builder(i, rates.apply(i), OrderValue.exactly(1))
                    .views(1)
                    .build());
        }
        List<ProfitSummary> summaries =
                ProfitDraws.simulate(models, CHOSEN, seed).summaries();
        return i -> summaries.get(i).topProbability() + rates.apply(i).mean() / 1_000;
    }

    static boolean holds(Estimate estimate, double truth) {
        return estimate.low() <= truth && truth <= estimate.high();
    }
}
