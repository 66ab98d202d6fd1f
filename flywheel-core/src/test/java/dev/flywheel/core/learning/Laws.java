package dev.flywheel.core.learning;

import dev.flywheel.core.learning.EffectLaw.Coefficient;
import dev.flywheel.core.learning.EffectLaw.Kind;
import dev.flywheel.core.roster.CreatorId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Builds what the next briefs are chosen from, for tests. */
final class Laws {

    static final List<String> HOOKS = List.of("proof", "question", "shock");
    static final List<String> ANGLES = List.of("price", "problem");
    static final List<String> PLACEMENTS = List.of("early", "late");
    static final List<Double> SPREADS = List.of(0.4, 0.3, 0.2, 0.1, 0.1);

    private final List<Coefficient> coefficients = new ArrayList<>();
    private final List<Double> means = new ArrayList<>();
    private final List<Double> deviations = new ArrayList<>();
    private final Map<List<Integer>, Double> correlations = new TreeMap<>((left, right) ->
            left.get(0).equals(right.get(0)) ? left.get(1) - right.get(1) : left.get(0) - right.get(0));

    Laws() {
        and(Kind.BASE, "", "", Math.log(0.03), 0.05);
    }

    /** What twelve combinations with planted effects teach: proof, price and early are best. */
    static Laws known() {
        return new Laws()
                .and(Kind.HOOK, "proof", "", 0.5, 0.1)
                .and(Kind.HOOK, "question", "", -0.1, 0.1)
                .and(Kind.HOOK, "shock", "", -0.4, 0.1)
                .and(Kind.ANGLE, "price", "", 0.3, 0.1)
                .and(Kind.ANGLE, "problem", "", -0.3, 0.1)
                .and(Kind.PLACEMENT, "early", "", 0.1, 0.1)
                .and(Kind.PLACEMENT, "late", "", -0.1, 0.1);
    }

    Laws and(Kind kind, String first, String second, double mean, double deviation) {
        coefficients.add(new Coefficient(kind, first, second));
        means.add(mean);
        deviations.add(deviation);
        return this;
    }

    Laws correlated(int later, int earlier, double correlation) {
        correlations.put(List.of(later, earlier), correlation);
        return this;
    }

    EffectLaw law() {
        List<Double> covariance = new ArrayList<>();
        for (int i = 0; i < means.size(); i++) {
            for (int j = 0; j <= i; j++) {
                double correlation = i == j ? 1 : correlations.getOrDefault(List.of(i, j), 0.0);
                covariance.add(correlation * deviations.get(i) * deviations.get(j));
            }
        }
        return new EffectLaw(coefficients, means, covariance, SPREADS);
    }

    BriefInputs inputs(long seed) {
        return inputs(HOOKS, seed);
    }

    BriefInputs inputs(List<String> hooks, long seed) {
        return new BriefInputs(
                hooks,
                ANGLES,
                PLACEMENTS,
                law(),
                List.of(),
                new BriefInputs.Limits(5, 2, 1, 1, 400),
                new BriefInputs.Worth(1000, 8),
                List.of(),
                seed);
    }

    static BriefInputs with(BriefInputs inputs, BriefInputs.Limits limits) {
        return new BriefInputs(
                inputs.hooks(),
                inputs.angles(),
                inputs.placements(),
                inputs.law(),
                inputs.tried(),
                limits,
                inputs.worth(),
                inputs.creators(),
                inputs.seed());
    }

    static BriefInputs tried(BriefInputs inputs, List<BriefInputs.Tried> tried) {
        return new BriefInputs(
                inputs.hooks(),
                inputs.angles(),
                inputs.placements(),
                inputs.law(),
                tried,
                inputs.limits(),
                inputs.worth(),
                inputs.creators(),
                inputs.seed());
    }

    static BriefInputs creators(BriefInputs inputs, List<BriefInputs.Available> creators) {
        return new BriefInputs(
                inputs.hooks(),
                inputs.angles(),
                inputs.placements(),
                inputs.law(),
                inputs.tried(),
                inputs.limits(),
                inputs.worth(),
                creators,
                inputs.seed());
    }

    static BriefInputs.Available available(String creator, String... placements) {
        return new BriefInputs.Available(new CreatorId(creator), List.of(placements));
    }
}
