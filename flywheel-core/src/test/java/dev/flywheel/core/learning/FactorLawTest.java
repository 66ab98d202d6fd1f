package dev.flywheel.core.learning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.flywheel.core.learning.EffectLaw.Coefficient;
import dev.flywheel.core.learning.EffectLaw.Kind;
import dev.flywheel.core.stats.CoefficientLaw;
import dev.flywheel.core.stats.FactorModel;
import dev.flywheel.core.stats.SeededDraws;
import java.util.List;
import org.junit.jupiter.api.Test;

class FactorLawTest {

    private static final List<String> HOOKS = List.of("proof", "question", "never used");
    private static final List<String> ANGLES = List.of("price", "problem");
    private static final List<String> PLACEMENTS = List.of("early", "late");
    private static final FactorModel MODEL = model();

    /** 120 videos of 12 creators; question and problem never meet, and nobody used the third hook. */
    private static FactorModel model() {
        SeededDraws chance = new SeededDraws(3);
        int videos = 120;
        double[] orders = new double[videos];
        double[] clicks = new double[videos];
        double[] reach = new double[videos];
        int[] hooks = new int[videos];
        int[] angles = new int[videos];
        int[] placements = new int[videos];
        int[] creators = new int[videos];
        for (int i = 0; i < videos; i++) {
            hooks[i] = i % 2;
            angles[i] = hooks[i] == 1 ? 0 : i / 2 % 2;
            placements[i] = i / 4 % 2;
            creators[i] = i % 12;
            clicks[i] = 300;
            reach[i] = 10_000;
            double mean = 300 * 0.03 * (hooks[i] == 0 ? 1.5 : 1);
            orders[i] = Math.max(0, Math.rint(mean + Math.sqrt(mean) * chance.normal()));
        }
        return FactorModel.builder(orders, clicks, reach)
                .factor("hook", hooks, HOOKS.size())
                .factor("angle", angles, ANGLES.size())
                .factor("placement", placements, PLACEMENTS.size())
                .interaction("hook", "angle")
                .interaction("angle", "placement")
                .creators(creators, 12)
                .categoryRate(0.03)
                .fit();
    }

    private static EffectLaw law() {
        return FactorLaw.of(MODEL, HOOKS, ANGLES, PLACEMENTS);
    }

    @Test
    void holds_what_was_tried_and_leaves_out_what_was_not() {
        List<Coefficient> coefficients = law().coefficients();

        assertEquals(new Coefficient(Kind.BASE, "", ""), coefficients.get(0));
        assertTrue(coefficients.contains(new Coefficient(Kind.HOOK, "question", "")));
        assertTrue(coefficients.contains(new Coefficient(Kind.HOOK_AND_ANGLE, "proof", "problem")));
        assertTrue(coefficients.contains(new Coefficient(Kind.ANGLE_AND_PLACEMENT, "problem", "late")));
        assertFalse(coefficients.contains(new Coefficient(Kind.HOOK, "never used", "")));
        assertFalse(coefficients.contains(new Coefficient(Kind.HOOK_AND_ANGLE, "question", "problem")));
        assertEquals(1 + 2 + 2 + 2 + 3 + 4, coefficients.size());
    }

    @Test
    void carries_over_means_and_covariances_of_the_fit() {
        EffectLaw law = law();
        CoefficientLaw fitted = MODEL.coefficients();
        int proof = law.coefficients().indexOf(new Coefficient(Kind.HOOK, "proof", ""));
        int late = law.coefficients().indexOf(new Coefficient(Kind.PLACEMENT, "late", ""));
        int pair = law.coefficients().indexOf(new Coefficient(Kind.HOOK_AND_ANGLE, "proof", "problem"));
        int proofFitted = fitted.position("hook", 0);
        int lateFitted = fitted.position("placement", 1);
        int pairFitted = fitted.position("hook:angle", 1);

        assertEquals(fitted.mean(proofFitted), law.means().get(proof));
        assertEquals(fitted.mean(lateFitted), law.means().get(late));
        assertEquals(fitted.mean(pairFitted), law.means().get(pair));
        assertEquals(
                fitted.covariance(lateFitted, proofFitted), law.covariance().get(late * (late + 1) / 2 + proof));
        assertEquals(fitted.covariance(pairFitted, pairFitted), law.covariance().get(pair * (pair + 1) / 2 + pair));
    }

    @Test
    void averages_the_base_over_creators_and_takes_spreads_from_the_fit() {
        double creators = MODEL.tau(FactorModel.CREATOR);

        assertEquals(MODEL.level() + creators * creators / 2, law().means().get(0), 1e-12);
        assertEquals(MODEL.tau("hook"), law().spread(Kind.HOOK));
        assertEquals(MODEL.tau("angle"), law().spread(Kind.ANGLE));
        assertEquals(MODEL.tau("placement"), law().spread(Kind.PLACEMENT));
        assertEquals(MODEL.tau("hook:angle"), law().spread(Kind.HOOK_AND_ANGLE));
        assertEquals(MODEL.tau("angle:placement"), law().spread(Kind.ANGLE_AND_PLACEMENT));
    }
}
