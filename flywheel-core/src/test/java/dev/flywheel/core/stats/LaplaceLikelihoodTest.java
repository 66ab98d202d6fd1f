package dev.flywheel.core.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.commons.numbers.gamma.LogGamma;
import org.junit.jupiter.api.Test;

/**
 * {@code glmer_cbpp.json}: lme4 1.1-31 on R 4.2.2, {@code glmer(cbind(incidence, size - incidence) ~ period + (1|herd),
 * binomial)}, with the rows of R's data set {@code cbpp}. The other fits known to correspond (glmer on grouseticks, the
 * Upworthy stories and the KAG advertisements, glm.nb and Poisson on quine, the ridge path on bacteria) cannot be
 * repeated: their rows are not shipped.
 */
class LaplaceLikelihoodTest {

    private static final double[] NO_PRIOR = {0, 0, 0, 0};

    @Test
    void reproduces_the_binomial_mixed_model_of_lme4() throws IOException {
        JsonNode glmer = RankingOracles.read("glmer_cbpp.json").get("glmer_cbpp");
        Herds herds = Herds.read();
        FactorDesign design = new FactorDesign(new int[herds.size()][0], new int[0], 0, herds.herd, 15);
        LaplaceLikelihood likelihood = herds.likelihood(design);

        FactorFit fit = herds.fit(likelihood);

        String[] names = {"(Intercept)", "period2", "period3", "period4"};
        for (int f = 0; f < names.length; f++) {
            assertEquals(RankingOracles.number(glmer.get("fixef"), names[f]), fit.place()[f], 1e-3, names[f]);
        }
        assertEquals(RankingOracles.number(glmer, "sd_herd"), Math.exp(fit.place()[4]), 1e-3);
        // A little higher than lme4 got: its optimiser stops earlier.
        assertEquals(RankingOracles.number(glmer, "loglik"), fit.value(), 1e-3);
        assertTrue(fit.value() >= RankingOracles.number(glmer, "loglik"));
        for (int h = 0; h < 15; h++) {
            assertEquals(glmer.get("ranef").get(h).asDouble(), likelihood.mode().creators()[h], 1e-3);
            assertEquals(glmer.get("condvar").get(h).asDouble(), fit.system().creatorVariance(h), 1e-3);
        }
    }

    @Test
    void eliminating_the_creators_changes_nothing() throws IOException {
        Herds herds = Herds.read();
        int[][] rows =
                Arrays.stream(herds.herd).mapToObj(herd -> new int[] {herd}).toArray(int[][]::new);
        int[] nobody = new int[herds.size()];
        Arrays.fill(nobody, -1);

        FactorFit eliminated =
                herds.fit(herds.likelihood(new FactorDesign(new int[herds.size()][0], new int[0], 0, herds.herd, 15)));
        FactorFit dense = herds.fit(herds.likelihood(new FactorDesign(rows, new int[15], 1, nobody, 0)));

        assertEquals(dense.value(), eliminated.value(), 1e-9);
        assertArrays(dense.place(), eliminated.place());
        assertArrays(dense.means().shared(), eliminated.means().creators());
        for (int h = 0; h < 15; h++) {
            assertEquals(
                    dense.system().sharedCovariance()[h][h], eliminated.system().creatorVariance(h), 1e-9);
        }
    }

    private static final double[] PLACE = {-3.3, -.1, -1.2, -.8, -.7, 1.3};

    private static LaplaceLikelihood ofHooksAndAngles() {
        int n = 80;
        SimulatedFactors data = new SimulatedFactors(n, 12, 4, -0.2, new double[] {.3, .3, .3, .3}, 1);
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        double[] z = Arrays.stream(data.views).map(v -> Math.log(v / 10_000)).toArray();
        int[] units = IntStream.range(0, n).toArray();
        FactorDesign design = FactorLevels.of(
                        List.of(
                                new FactorLevels.Factor("hook", data.levels[0], 6, -1, -1),
                                new FactorLevels.Factor("angle", data.levels[1], 5, -1, -1)),
                        units)
                .design(units, data.creators, 12);
        FactorPriors priors =
                new FactorPriors(new double[] {-3, 0}, new double[] {4, 4}, new double[] {.5, .5, .5}, 1, 2);
        return new LaplaceLikelihood(
                design,
                new double[][] {ones, z},
                priors,
                shape -> OddsForm.negativeBinomial(data.orders, data.clicks, shape));
    }

    /** How the mode moves with the place, by differences of modes. */
    @Test
    void sensitivities_are_the_derivatives_of_the_mode() {
        LaplaceLikelihood likelihood = ofHooksAndAngles();
        likelihood.at(PLACE);
        LaplaceLikelihood.Pull[] sensitivities = likelihood.sensitivities();

        assertEquals(PLACE.length, sensitivities.length);
        for (int p = 0; p < PLACE.length; p++) {
            double[] up = PLACE.clone();
            double[] down = PLACE.clone();
            up[p] += 1e-4;
            down[p] -= 1e-4;
            likelihood.at(up);
            LaplaceLikelihood.Pull above = likelihood.mode();
            likelihood.at(down);
            LaplaceLikelihood.Pull below = likelihood.mode();
            for (int j = 0; j < above.shared().length; j++) {
                double slope = (above.shared()[j] - below.shared()[j]) / 2e-4;
                assertEquals(slope, sensitivities[p].shared()[j], 1e-5, p + " shared " + j);
            }
            for (int c = 0; c < above.creators().length; c++) {
                double slope = (above.creators()[c] - below.creators()[c]) / 2e-4;
                assertEquals(slope, sensitivities[p].creators()[c], 1e-5, p + " creator " + c);
            }
        }
    }

    @Test
    void gradient_is_that_of_the_value() {
        LaplaceLikelihood likelihood = ofHooksAndAngles();
        double[] place = PLACE;

        double[] gradient = likelihood.at(place).gradient();

        for (int p = 0; p < place.length; p++) {
            double[] up = place.clone();
            double[] down = place.clone();
            up[p] += 1e-5;
            down[p] -= 1e-5;
            double slope = (likelihood.at(up).value() - likelihood.at(down).value()) / 2e-5;
            assertEquals(slope, gradient[p], 1e-5, "coordinate " + p);
        }
    }

    private static void assertArrays(double[] expected, double[] actual) {
        assertEquals(expected.length, actual.length);
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], actual[i], 1e-9, "at " + i);
        }
    }

    /** Cases of a lung disease among the cattle of 15 herds in four periods. */
    private record Herds(double[] sick, double[] healthy, int[] herd, double[][] period, double constant) {

        static Herds read() throws IOException {
            List<int[]> rows = lines().stream()
                    .skip(1)
                    .map(line -> Arrays.stream(line.replace("\"", "").trim().split(",", -1))
                            .mapToInt(Integer::parseInt)
                            .toArray())
                    .toList();
            double[] sick = rows.stream().mapToDouble(row -> row[1]).toArray();
            double[] healthy = rows.stream().mapToDouble(row -> row[2] - row[1]).toArray();
            double[][] period = new double[4][];
            for (int p = 0; p < 4; p++) {
                int number = p + 1;
                period[p] = rows.stream()
                        .mapToDouble(row -> number == 1 || row[3] == number ? 1 : 0)
                        .toArray();
            }
            double constant = rows.stream()
                    .mapToDouble(row -> LogGamma.value(row[2] + 1.0)
                            - LogGamma.value(row[1] + 1.0)
                            - LogGamma.value(row[2] - row[1] + 1.0))
                    .sum();
            return new Herds(
                    sick, healthy, rows.stream().mapToInt(row -> row[0] - 1).toArray(), period, constant);
        }

        private static List<String> lines() throws IOException {
            try (InputStream in = LaplaceLikelihoodTest.class.getResourceAsStream("/oracles/cbpp.csv")) {
                return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .toList();
            }
        }

        int size() {
            return sick.length;
        }

        LaplaceLikelihood likelihood(FactorDesign design) {
            FactorPriors none = new FactorPriors(NO_PRIOR, NO_PRIOR, new double[] {Double.POSITIVE_INFINITY}, 0, 0);
            OddsForm binomial = new OddsForm(sick, healthy, new double[size()], constant, 0);
            return new LaplaceLikelihood(design, period, none, shape -> binomial);
        }

        FactorFit fit(LaplaceLikelihood likelihood) {
            return FactorFit.of(
                    likelihood,
                    4,
                    new double[] {-2, 0, 0, 0, -1, 0},
                    new double[] {0.05, 0.1, 0.1, 0.1, 0.1, 1},
                    new double[] {-50, -50, -50, -50, -5, 0},
                    new double[] {50, 50, 50, 50, 2, 0});
        }
    }
}
