package dev.flywheel.core.learning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.flywheel.core.learning.EffectLaw.Coefficient;
import dev.flywheel.core.learning.EffectLaw.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class EffectLawTest {

    private static final List<Coefficient> TWO =
            List.of(new Coefficient(Kind.BASE, "", ""), new Coefficient(Kind.HOOK, "proof", ""));
    private static final List<Double> SPREADS = List.of(0.4, 0.3, 0.2, 0.0, 100.0);

    @Test
    void each_kind_has_its_spread_and_the_base_none() {
        EffectLaw law = new EffectLaw(TWO, List.of(-3.0, 0.5), List.of(0.1, 0.0, 0.2), SPREADS);
        assertEquals(0.4, law.spread(Kind.HOOK));
        assertEquals(0, law.spread(Kind.HOOK_AND_ANGLE));
        assertEquals(100, law.spread(Kind.ANGLE_AND_PLACEMENT));
        assertEquals(
                "kind must not be BASE: the base is one number and does not scatter",
                assertThrows(IllegalArgumentException.class, () -> law.spread(Kind.BASE))
                        .getMessage());
    }

    @Test
    void refuses_numbers_that_do_not_belong_together() {
        refused("the first coefficient must be the base, got []", List.of(), List.of(), List.of(), SPREADS);
        refused(
                "2 coefficients need as many means and 3 covariances, got 1 and 3",
                TWO,
                List.of(1.0),
                List.of(1.0, 0.0, 1.0),
                SPREADS);
        refused(
                "2 coefficients need as many means and 3 covariances, got 2 and 2",
                TWO,
                List.of(1.0, 2.0),
                List.of(1.0, 0.0),
                SPREADS);
        refused(
                "spreads must have one number for each kind but the base, got [1.0]",
                TWO,
                List.of(1.0, 2.0),
                List.of(1.0, 0.0, 1.0),
                List.of(1.0));
        for (double spread : new double[] {-0.1, 100.1, Double.NaN}) {
            refused(
                    "spread must be in [0, 100], got " + spread,
                    TWO,
                    List.of(1.0, 2.0),
                    List.of(1.0, 0.0, 1.0),
                    List.of(1.0, 1.0, 1.0, 1.0, spread));
        }
    }

    private static void refused(
            String message,
            List<Coefficient> coefficients,
            List<Double> means,
            List<Double> covariance,
            List<Double> spreads) {
        assertEquals(
                message,
                assertThrows(
                                IllegalArgumentException.class,
                                () -> new EffectLaw(coefficients, means, covariance, spreads))
                        .getMessage());
    }
}
