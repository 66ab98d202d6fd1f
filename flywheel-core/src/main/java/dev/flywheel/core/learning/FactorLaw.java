package dev.flywheel.core.learning;

import dev.flywheel.core.content.CreativeTags.Factor;
import dev.flywheel.core.learning.EffectLaw.Coefficient;
import dev.flywheel.core.learning.EffectLaw.Kind;
import dev.flywheel.core.stats.CoefficientLaw;
import dev.flywheel.core.stats.FactorModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads the law of effects off a fitted model whose factors are hook, angle and placement, with both pairs. */
final class FactorLaw {

    private final FactorModel model;
    private final CoefficientLaw fitted;
    private final List<Coefficient> coefficients = new ArrayList<>();
    private final List<Integer> positions = new ArrayList<>();

    private FactorLaw(FactorModel model) {
        this.model = model;
        fitted = model.coefficients();
    }

    /**
     * Reads.
     *
     * @param model the fit
     * @param hooks names of the hooks, as numbered in the fit
     * @param angles names of the angles
     * @param placements names of the placements
     * @return the law of what the fit has seen; its base is that of a creator drawn at random
     */
    static EffectLaw of(FactorModel model, List<String> hooks, List<String> angles, List<String> placements) {
        FactorLaw law = new FactorLaw(model);
        law.add(Kind.BASE, "", "", CoefficientLaw.LEVEL);
        law.addAll(Kind.HOOK, hooks, List.of(""));
        law.addAll(Kind.ANGLE, angles, List.of(""));
        law.addAll(Kind.PLACEMENT, placements, List.of(""));
        law.addAll(Kind.HOOK_AND_ANGLE, hooks, angles);
        law.addAll(Kind.ANGLE_AND_PLACEMENT, angles, placements);
        return law.build();
    }

    private static String factor(Kind kind) {
        return switch (kind) {
            case BASE -> throw new IllegalArgumentException("kind must not be BASE: it is no factor");
            case HOOK -> FactorLearning.name(Factor.HOOK);
            case ANGLE -> FactorLearning.name(Factor.ANGLE);
            case PLACEMENT -> FactorLearning.name(Factor.PLACEMENT);
            case HOOK_AND_ANGLE -> factor(Kind.HOOK) + ":" + factor(Kind.ANGLE);
            case ANGLE_AND_PLACEMENT -> factor(Kind.ANGLE) + ":" + factor(Kind.PLACEMENT);
        };
    }

    private void addAll(Kind kind, List<String> firsts, List<String> seconds) {
        for (int i = 0; i < firsts.size(); i++) {
            for (int j = 0; j < seconds.size(); j++) {
                int position = fitted.position(factor(kind), i * seconds.size() + j);
                if (fitted.isLearned(position)) {
                    add(kind, firsts.get(i), seconds.get(j), position);
                }
            }
        }
    }

    private void add(Kind kind, String first, String second, int position) {
        coefficients.add(new Coefficient(kind, first, second));
        positions.add(position);
    }

    private EffectLaw build() {
        List<Double> means = new ArrayList<>();
        List<Double> covariance = new ArrayList<>();
        for (int row = 0; row < positions.size(); row++) {
            means.add(fitted.mean(positions.get(row)));
            for (int column = 0; column <= row; column++) {
                covariance.add(fitted.covariance(positions.get(row), positions.get(column)));
            }
        }
        double creators = model.tau(FactorModel.CREATOR);
        means.set(0, means.get(0) + creators * creators / 2);
        List<Double> spreads = Arrays.stream(Kind.values())
                .filter(kind -> kind != Kind.BASE)
                .map(kind -> model.tau(factor(kind)))
                .toList();
        return new EffectLaw(coefficients, means, covariance, spreads);
    }
}
