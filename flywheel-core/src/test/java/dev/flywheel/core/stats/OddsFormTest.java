package dev.flywheel.core.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.apache.commons.numbers.gamma.LogGamma;
import org.junit.jupiter.api.Test;

/** Against the negative binomial probability written with Gamma functions, and differences of it. */
class OddsFormTest {

    private static final double[] COUNTS = {0, 3, 40};
    private static final double[] EXPOSURES = {20, 100, 300};

    /** The log probability, less {@code -log x!}, which no parameter moves. */
    private static double logProbability(int unit, double eta, double shape) {
        double mean = EXPOSURES[unit] * Math.exp(eta);
        return LogGamma.value(COUNTS[unit] + shape)
                - LogGamma.value(shape)
                + shape * Math.log(shape / (shape + mean))
                + COUNTS[unit] * Math.log(mean / (shape + mean));
    }

    private static double whole(double eta, double shape) {
        OddsForm law = OddsForm.negativeBinomial(COUNTS, EXPOSURES, shape);
        double sum = law.constant();
        for (int i = 0; i < COUNTS.length; i++) {
            sum += law.logLikelihood(i, eta);
        }
        return sum;
    }

    @Test
    void is_the_negative_binomial_law_up_to_what_no_parameter_moves() {
        double missing = Double.NaN;
        for (double shape : new double[] {0.3, 2.5, 80}) {
            for (double eta : new double[] {-7, -3, 0.5}) {
                double exact = 0;
                for (int i = 0; i < COUNTS.length; i++) {
                    exact += logProbability(i, eta, shape);
                }
                missing = Double.isNaN(missing) ? exact - whole(eta, shape) : missing;
                assertEquals(missing, exact - whole(eta, shape), 1e-9, "shape " + shape + ", eta " + eta);
            }
        }
    }

    @Test
    void score_and_weight_are_its_derivatives() {
        OddsForm law = OddsForm.negativeBinomial(COUNTS, EXPOSURES, 2.5);
        double h = 1e-4;
        for (int i = 0; i < COUNTS.length; i++) {
            for (double eta : new double[] {-5, -2, 1}) {
                double share = law.share(i, eta);
                double above = law.logLikelihood(i, eta + h);
                double below = law.logLikelihood(i, eta - h);
                assertEquals((above - below) / (2 * h), law.score(i, share), 1e-6);
                double bend = (2 * law.logLikelihood(i, eta) - above - below) / (h * h);
                assertEquals(bend, law.weight(i, share), 1e-5);
                assertEquals(Math.log(1 - share), law.logMiss(i, eta), 1e-12);
            }
        }
    }

    @Test
    void the_constant_moves_with_the_shape_as_said() {
        double shape = 2.5;
        double h = 1e-5;
        double above = OddsForm.negativeBinomial(COUNTS, EXPOSURES, shape * Math.exp(h))
                .constant();
        double below = OddsForm.negativeBinomial(COUNTS, EXPOSURES, shape * Math.exp(-h))
                .constant();
        OddsForm law = OddsForm.negativeBinomial(COUNTS, EXPOSURES, shape);
        assertEquals((above - below) / (2 * h), law.constantByLogShape(), 1e-6);
    }

    @Test
    void odds_beyond_every_number_neither_overflow_nor_lose_the_last_digit() {
        OddsForm law = OddsForm.negativeBinomial(COUNTS, EXPOSURES, 2.5);
        assertEquals(-5000 - law.offsets()[1], law.logMiss(1, 5000), 1e-9);
        assertEquals(0, law.logMiss(1, -5000), 0);
        assertEquals(3 * (law.offsets()[1] - 5000), law.logLikelihood(1, -5000), 1e-9);
    }
}
