package dev.flywheel.core.learning;

import dev.flywheel.core.learning.EffectGrid.Place;
import dev.flywheel.core.performance.Estimate;
import dev.flywheel.core.stats.Quantiles;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What videos of some combinations are expected to bring, from draws of all effects: money, money above the average
 * brief, order rate against an average video, and the probability of being best.
 */
final class BriefOutlook {

    private final Map<Place, Draws> byPlace = new LinkedHashMap<>();
    private final int count;

    private BriefOutlook(int count) {
        this.count = count;
    }

    /**
     * Sums up draws.
     *
     * @param grid the combinations
     * @param inputs what the choice depends on
     * @param tried how many videos have tried each combination: the average brief
     * @param asked the combinations to look at
     */
    static BriefOutlook of(EffectGrid grid, BriefInputs inputs, Map<Place, Integer> tried, List<Place> asked) {
        int count = inputs.limits().draws();
        BriefOutlook outlook = new BriefOutlook(count);
        asked.forEach(place -> outlook.byPlace.put(place, new Draws(count)));
        EffectGrid.Sampler sampler = grid.sampler(inputs.seed(), "outlook");
        Map<Place, Integer> mix = new LinkedHashMap<>(tried);
        if (tried.isEmpty()) {
            grid.all().forEach(place -> mix.put(place, 1));
        }
        double money = inputs.worth().perUnitRate();
        for (int d = 0; d < count; d++) {
            EffectDraw draw = sampler.next();
            double average = average(draw, mix);
            double highest = draw.highest();
            for (Map.Entry<Place, Draws> entry : outlook.byPlace.entrySet()) {
                entry.getValue().add(d, draw, entry.getKey(), average, highest, money);
            }
        }
        return outlook;
    }

    private static double average(EffectDraw draw, Map<Place, Integer> mix) {
        double rates = 0;
        double videos = 0;
        for (Map.Entry<Place, Integer> entry : mix.entrySet()) {
            rates += entry.getValue() * draw.rate(entry.getKey());
            videos += entry.getValue();
        }
        return rates / videos;
    }

    Estimate multiplier(Place place) {
        return Quantiles.summary(draws(place).multipliers);
    }

    Estimate value(Place place) {
        return Quantiles.summary(draws(place).values);
    }

    Estimate gain(Place place) {
        return Quantiles.summary(draws(place).gains);
    }

    double probabilityBest(Place place) {
        return (double) draws(place).timesBest / count;
    }

    private Draws draws(Place place) {
        return Objects.requireNonNull(byPlace.get(place), "place");
    }

    private static final class Draws {

        private final double[] multipliers;
        private final double[] values;
        private final double[] gains;
        private int timesBest;

        Draws(int count) {
            multipliers = new double[count];
            values = new double[count];
            gains = new double[count];
        }

        void add(int d, EffectDraw draw, Place place, double average, double highest, double money) {
            multipliers[d] = draw.multiplier(place);
            values[d] = money * draw.rate(place);
            gains[d] = money * (draw.rate(place) - average);
            timesBest += draw.effect(place) >= highest ? 1 : 0;
        }
    }
}
