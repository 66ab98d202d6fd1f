package dev.flywheel.core.stats;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.AhrensDieterMarsagliaTsangGammaSampler;
import org.apache.commons.rng.sampling.distribution.PoissonSampler;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Simulated Spark-ad tests whose truth is known: 2,000 videos with gamma-distributed organic rates, the top 1 % by
 * observed organic conversion boosted, a look on each of 28 days, 4,000 tests. Answers how often a procedure ever
 * rejects. Seeded: the same scenario, procedure and seed give the same rates.
 */
final class SparkCalibration {

    static final int RUNS = 4000;
    private static final int LOOKS = 28;
    private static final int CANDIDATES = 2000;
    private static final int WINNERS = CANDIDATES / 100;
    private static final double PAID_CLICKS = 150;
    private static final double SHAPE = 4;
    private static final double[] ALPHAS = {0.05, 0.10};

    private SparkCalibration() {}

    /** What one look shows: orders and clicks so far, plain and matured, organic ones from before launch included. */
    record View(SparkTotals matured, SparkTotals clicks, GammaPrior prior, double eta) {}

    /** Evidence on the scale of log(1/p): a test at level alpha rejects from log(1/alpha) on. */
    interface Procedure {
        double evidence(View view);
    }

    /** Share of runs ever rejected at .05 and .10, and the mean day of rejection at .10. */
    record Realised(double at05, double at10, double meanDay) {

        boolean within() {
            return at05 <= bound(0.05) && at10 <= bound(0.10);
        }

        String row(String name) {
            return String.format(
                    Locale.ROOT,
                    "%-58s .05: %.4f (se %.4f)  .10: %.4f (se %.4f)",
                    name,
                    at05,
                    standardError(at05),
                    at10,
                    standardError(at10));
        }

        private static double standardError(double rate) {
            return Math.sqrt(rate * (1 - rate) / RUNS);
        }
    }

    static double bound(double alpha) {
        return alpha + 3 * Math.sqrt(alpha * (1 - alpha) / RUNS);
    }

    /** The truth of a scenario; {@code truth} is the real ratio c. */
    record Scenario(
            double truth,
            double cvr,
            int baseline,
            double organicPerDay,
            double organicDecay,
            double phi,
            boolean bernoulli,
            boolean selected,
            boolean lagged,
            boolean fitted) {

        static Scenario of(double truth) {
            return new Scenario(truth, 0.03, 2000, 150, 1, 1, false, true, false, false);
        }

        Scenario truth(double value) {
            return new Scenario(
                    value, cvr, baseline, organicPerDay, organicDecay, phi, bernoulli, selected, lagged, fitted);
        }

        Scenario cvr(double value) {
            return new Scenario(
                    truth, value, baseline, organicPerDay, organicDecay, phi, bernoulli, selected, lagged, fitted);
        }

        Scenario baseline(int value) {
            return new Scenario(
                    truth, cvr, value, organicPerDay, organicDecay, phi, bernoulli, selected, lagged, fitted);
        }

        Scenario organic(double perDay, double decay) {
            return new Scenario(truth, cvr, baseline, perDay, decay, phi, bernoulli, selected, lagged, fitted);
        }

        Scenario phi(double value) {
            return new Scenario(
                    truth, cvr, baseline, organicPerDay, organicDecay, value, bernoulli, selected, lagged, fitted);
        }

        Scenario bernoulliClicks() {
            return new Scenario(truth, cvr, baseline, organicPerDay, organicDecay, phi, true, selected, lagged, fitted);
        }

        Scenario unselected() {
            return new Scenario(
                    truth, cvr, baseline, organicPerDay, organicDecay, phi, bernoulli, false, lagged, fitted);
        }

        Scenario laggedOrders() {
            return new Scenario(
                    truth, cvr, baseline, organicPerDay, organicDecay, phi, bernoulli, selected, true, fitted);
        }

        Scenario fittedPrior() {
            return new Scenario(
                    truth, cvr, baseline, organicPerDay, organicDecay, phi, bernoulli, selected, lagged, true);
        }
    }

    static Realised run(Scenario scenario, Procedure procedure, long seed) {
        UniformRandomProvider rng = RandomSource.XO_SHI_RO_256_PP.create(seed);
        int[] rejected = new int[ALPHAS.length];
        double days = 0;
        for (int universe = 0; universe < RUNS / WINNERS; universe++) {
            double[] rates = new double[CANDIDATES];
            double[] orders = new double[CANDIDATES];
            for (int v = 0; v < CANDIDATES; v++) {
                rates[v] = Math.min(0.9, gamma(rng, SHAPE) * scenario.cvr / SHAPE);
                orders[v] = draw(rng, scenario.baseline, rates[v], scenario);
            }
            GammaPrior prior =
                    scenario.fitted ? fit(orders, scenario.baseline) : new GammaPrior(SHAPE, SHAPE / scenario.cvr);
            for (int v : winners(orders, scenario.selected)) {
                int[] first = firstRejections(rng, scenario, procedure, rates[v], orders[v], prior);
                for (int i = 0; i < ALPHAS.length; i++) {
                    rejected[i] += first[i] > 0 ? 1 : 0;
                }
                days += first[1];
            }
        }
        return new Realised(rejected[0] / (double) RUNS, rejected[1] / (double) RUNS, days / Math.max(1, rejected[1]));
    }

    private static int[] winners(double[] orders, boolean selected) {
        IntStream all = IntStream.range(0, orders.length);
        return selected
                ? all.boxed()
                        .sorted(Comparator.comparingDouble((Integer v) -> -orders[v]))
                        .mapToInt(Integer::intValue)
                        .limit(WINNERS)
                        .toArray()
                : all.limit(WINNERS).toArray();
    }

    /** The day of the first rejection at each level, 0 for never. */
    private static int[] firstRejections(
            UniformRandomProvider rng,
            Scenario scenario,
            Procedure procedure,
            double rate,
            double baselineOrders,
            GammaPrior prior) {
        Arm organic = new Arm(scenario, rate);
        Arm paid = new Arm(scenario, Math.min(1, scenario.truth * rate));
        int[] first = new int[ALPHAS.length];
        for (int day = 1; day <= LOOKS && first[0] == 0; day++) {
            organic.advance(rng, scenario.organicPerDay * Math.pow(scenario.organicDecay, day - 1));
            paid.advance(rng, PAID_CLICKS);
            double organicOrders = baselineOrders + organic.seen;
            View view = new View(
                    new SparkTotals(organicOrders, scenario.baseline + organic.matured(), paid.seen, paid.matured()),
                    new SparkTotals(organicOrders, scenario.baseline + organic.clicks(), paid.seen, paid.clicks()),
                    prior,
                    1 / scenario.phi);
            double evidence = procedure.evidence(view);
            for (int i = 0; i < ALPHAS.length; i++) {
                if (first[i] == 0 && evidence >= SparkTest.threshold(ALPHAS[i])) {
                    first[i] = day;
                }
            }
        }
        return first;
    }

    /** One stream of clicks and the orders seen of it so far. */
    private static final class Arm {

        private final Scenario scenario;
        private final double rate;
        private final double[] clicks = new double[LOOKS];
        private final double[] arrivals = new double[LOOKS];
        private int today = -1;
        private double seen;

        Arm(Scenario scenario, double rate) {
            this.scenario = scenario;
            this.rate = rate;
        }

        void advance(UniformRandomProvider rng, double newClicks) {
            today++;
            clicks[today] = Math.rint(newClicks);
            int orders = (int) draw(rng, clicks[today], rate, scenario);
            for (int i = 0; i < orders; i++) {
                int arrival = today + (scenario.lagged ? delay(rng) : 0);
                if (arrival < LOOKS) {
                    arrivals[arrival]++;
                }
            }
            seen += arrivals[today];
        }

        double clicks() {
            return Arrays.stream(clicks).sum();
        }

        double matured() {
            if (!scenario.lagged) {
                return clicks();
            }
            int now = today;
            int[] ages = IntStream.range(0, LOOKS).map(day -> now - day).toArray();
            return ConversionLag.conversions().maturedExposure(clicks, ages);
        }

        private static int delay(UniformRandomProvider rng) {
            double u = rng.nextDouble();
            int age = 0;
            while (u >= ConversionLag.conversions().seenShare(age)) {
                age++;
            }
            return age;
        }
    }

    private static double draw(UniformRandomProvider rng, double clicks, double rate, Scenario scenario) {
        return scenario.bernoulli ? binomial(rng, (int) clicks, rate) : orders(rng, clicks, rate, scenario.phi);
    }

    /** Orders with mean clicks * rate and variance phi times that. */
    static double orders(UniformRandomProvider rng, double clicks, double rate, double phi) {
        double mean = clicks * rate;
        if (phi > 1 && mean > 0) {
            mean = (phi - 1) * gamma(rng, mean / (phi - 1));
        }
        return mean > 0 ? PoissonSampler.of(rng, mean).sample() : 0;
    }

    /** Counts successes by jumping from one to the next. */
    private static double binomial(UniformRandomProvider rng, int trials, double p) {
        double logMiss = Math.log1p(-p);
        int successes = 0;
        double at = Math.floor(Math.log(1 - rng.nextDouble()) / logMiss);
        while (at < trials) {
            successes++;
            at += 1 + Math.floor(Math.log(1 - rng.nextDouble()) / logMiss);
        }
        return successes;
    }

    private static double gamma(UniformRandomProvider rng, double shape) {
        return AhrensDieterMarsagliaTsangGammaSampler.of(rng, shape, 1).sample();
    }

    /** Maximum likelihood: with equal exposures the mean is the sample's, and the shape is found by golden section. */
    static GammaPrior fit(double[] orders, double exposure) {
        double mean = Arrays.stream(orders).average().orElseThrow() / exposure;
        double[] sorted = orders.clone();
        Arrays.sort(sorted);
        double golden = (Math.sqrt(5) - 1) / 2;
        double low = Math.log(0.05);
        double high = Math.log(1e4);
        for (int i = 0; i < 40; i++) {
            double left = high - golden * (high - low);
            double right = low + golden * (high - low);
            if (logLikelihood(sorted, exposure, left, mean) > logLikelihood(sorted, exposure, right, mean)) {
                high = right;
            } else {
                low = left;
            }
        }
        double shape = Math.exp(0.5 * (low + high));
        return new GammaPrior(shape, shape / mean);
    }

    private static double logLikelihood(double[] sorted, double exposure, double logShape, double mean) {
        double shape = Math.exp(logShape);
        GammaPrior prior = new GammaPrior(shape, shape / mean);
        double sum = 0;
        double term = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                term = LibraryFunctions.logGammaPoisson(sorted[i], exposure, prior);
            }
            sum += term;
        }
        return sum;
    }
}
