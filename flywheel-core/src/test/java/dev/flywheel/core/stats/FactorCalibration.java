package dev.flywheel.core.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Counts over many simulated programmes of 6 hooks x 5 angles x 4 placements how often a factor fit is right. */
final class FactorCalibration {

    private static final double CLAIM = 0.05;

    private final double[] taus;
    private final int videos;
    private final int creators;
    private final boolean interactions;

    FactorCalibration(double[] taus, int videos, int creators, boolean interactions) {
        this.taus = taus;
        this.videos = videos;
        this.creators = creators;
        this.interactions = interactions;
    }

    /**
     * Shares over all levels of all runs: effects inside their 90 % interval, the same against the other levels, claims
     * against the other levels, and wrong ones among the claims.
     */
    record Coverage(double effects, double compared, double claims, double wrongClaims) {}

    Coverage coverage(int runs, long firstSeed) {
        int all = 0;
        int inside = 0;
        int compared = 0;
        int claims = 0;
        int wrong = 0;
        for (int run = 0; run < runs; run++) {
            SimulatedFactors data = data(firstSeed + run);
            FactorModel model = fit(data);
            for (int g = 0; g < 3; g++) {
                double mean = Arrays.stream(data.effects[g]).average().orElseThrow();
                for (int level = 0; level < SimulatedFactors.SIZES[g]; level++) {
                    double truth = data.effects[g][level];
                    FactorEffect effect = model.effect(SimulatedFactors.NAMES[g], level);
                    FactorEffect others = model.comparedWithOthers(SimulatedFactors.NAMES[g], level);
                    all++;
                    inside += inside(truth, effect) ? 1 : 0;
                    compared += inside(truth - mean, others) ? 1 : 0;
                    claims += others.lfsr() < CLAIM ? 1 : 0;
                    wrong += others.lfsr() < CLAIM && others.mean() * (truth - mean) <= 0 ? 1 : 0;
                }
            }
        }
        return new Coverage(
                share(inside, all), share(compared, all), share(claims, all), claims == 0 ? 0 : share(wrong, claims));
    }

    /** Claims about hooks after their labels were dealt anew: of all hooks, and programmes with at least one. */
    record Permuted(double hooksClaimed, double programmesWithClaim) {}

    Permuted permuted(int runs, long firstSeed) {
        int claims = 0;
        int programmes = 0;
        int hooks = SimulatedFactors.SIZES[0];
        for (int run = 0; run < runs; run++) {
            SimulatedFactors data = data(firstSeed + run);
            List<Integer> labels = new ArrayList<>();
            Arrays.stream(data.levels[0]).forEach(labels::add);
            Collections.shuffle(labels, new Random(firstSeed + run));
            Arrays.setAll(data.levels[0], labels::get);
            FactorModel model = fit(data);
            int before = claims;
            for (int level = 0; level < hooks; level++) {
                claims += model.comparedWithOthers("hook", level).lfsr() < CLAIM ? 1 : 0;
            }
            programmes += claims > before ? 1 : 0;
        }
        return new Permuted(share(claims, runs * hooks), share(programmes, runs));
    }

    private SimulatedFactors data(long seed) {
        return new SimulatedFactors(videos, creators, 4, -0.2, taus, seed);
    }

    private FactorModel fit(SimulatedFactors data) {
        return interactions
                ? data.everything().fit()
                : data.factors().creators(data.creators, data.creatorCount).fit();
    }

    private static boolean inside(double truth, FactorEffect effect) {
        return Math.abs(truth - effect.mean()) <= effect.reach(0.95);
    }

    private static double share(int some, int all) {
        return some / (double) all;
    }
}
