package dev.flywheel.core.stats;

import dev.flywheel.core.performance.Estimate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * What creators bring, measured in ways that stand heavy tails, with intervals from {@value #DRAWS} seeded bootstrap draws
 * of creators (statistics 6). Two rotations are compared draw by draw. Immutable and thread-safe.
 */
public final class AmountBootstrap {

    static final int DRAWS = 2_000;

    /** What can be asked of the amounts. */
    public enum Measure {
        /** The average, which a few creators dominate. */
        MEAN,
        /** What half of the creators exceed. */
        MEDIAN,
        /** The exponential of the mean logarithm of those who brought anything. */
        GEOMETRIC_MEAN,
        /** Share of the best tenth of creators, rounded up to whole creators. */
        TOP_TENTH_SHARE,
        /** The Herfindahl-Hirschman index corrected for the number of creators: 0 if all bring the same, 1 if one all. */
        CONCENTRATION,
        /** How many equal creators would be as concentrated: one over the uncorrected index. */
        EFFECTIVE_NUMBER
    }

    private final Map<Measure, Double> seen;
    private final Map<Measure, double[]> draws;
    private final boolean anything;

    private AmountBootstrap(Map<Measure, Double> seen, Map<Measure, double[]> draws, boolean anything) {
        this.seen = seen;
        this.draws = draws;
        this.anything = anything;
    }

    /**
     * Draws.
     *
     * @param amounts what each creator brought, at least 0
     * @param seed picks the draws; the order of the amounts does not matter
     * @return the bootstrap; empty without creators
     */
    public static Optional<AmountBootstrap> of(double[] amounts, long seed) {
        double[] sorted = Checks.nonNegative("amounts", amounts);
        Arrays.sort(sorted);
        if (sorted.length == 0) {
            return Optional.empty();
        }
        int[] once = new int[sorted.length];
        Arrays.fill(once, 1);
        Map<Measure, double[]> draws = new EnumMap<>(Measure.class);
        for (Measure measure : Measure.values()) {
            draws.put(measure, new double[DRAWS]);
        }
        UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(seed);
        boolean anything = sorted[sorted.length - 1] > 0;
        for (int d = 0; d < DRAWS; d++) {
            Map<Measure, Double> measured = measure(sorted, resample(sorted, anything, random));
            for (Map.Entry<Measure, double[]> one : draws.entrySet()) {
                one.getValue()[d] = Objects.requireNonNull(measured.get(one.getKey()));
            }
        }
        return Optional.of(new AmountBootstrap(measure(sorted, once), draws, anything));
    }

    /** A draw in which nobody brought anything says nothing of shares and is drawn again, unless all are like that. */
    private static int[] resample(double[] sorted, boolean anything, UniformRandomProvider random) {
        int[] times = new int[sorted.length];
        boolean empty = true;
        while (empty) {
            Arrays.fill(times, 0);
            for (int i = 0; i < sorted.length; i++) {
                int chosen = random.nextInt(sorted.length);
                times[chosen]++;
                empty &= anything && sorted[chosen] == 0;
            }
        }
        return times;
    }

    private static Map<Measure, Double> measure(double[] sorted, int[] times) {
        int n = sorted.length;
        int top = (n + 9) / 10;
        double largest = sorted[n - 1] > 0 ? sorted[n - 1] : 1;
        double sum = 0;
        double squares = 0;
        double topSum = 0;
        double logs = 0;
        int positive = 0;
        int counted = 0;
        for (int i = n - 1; i >= 0; i--) {
            double amount = sorted[i] / largest;
            sum += times[i] * amount;
            squares += times[i] * amount * amount;
            topSum += Math.min(times[i], Math.max(0, top - counted)) * amount;
            logs += times[i] > 0 && amount > 0 ? times[i] * Math.log(amount) : 0;
            positive += amount > 0 ? times[i] : 0;
            counted += times[i];
        }
        double index = sum > 0 ? squares / (sum * sum) : 1;
        Map<Measure, Double> measured = new EnumMap<>(Measure.class);
        measured.put(Measure.MEAN, largest * sum / n);
        measured.put(Measure.MEDIAN, (ranked(sorted, times, (n - 1) / 2) + ranked(sorted, times, n / 2)) / 2);
        measured.put(Measure.GEOMETRIC_MEAN, positive > 0 ? largest * Math.exp(logs / positive) : 0.0);
        measured.put(Measure.TOP_TENTH_SHARE, sum > 0 ? topSum / sum : 0.0);
        measured.put(Measure.CONCENTRATION, n == 1 ? 1.0 : Math.max(0, (index - 1.0 / n) / (1 - 1.0 / n)));
        measured.put(Measure.EFFECTIVE_NUMBER, 1 / index);
        return measured;
    }

    /** The amount at a rank of the draw, from 0. */
    private static double ranked(double[] sorted, int[] times, int rank) {
        int passed = 0;
        int i = 0;
        while (passed + times[i] <= rank) {
            passed += times[i++];
        }
        return sorted[i];
    }

    /**
     * A measure with its interval.
     *
     * @param measure which
     * @return the estimate; empty if nobody brought anything and the measure is about shares or logarithms
     */
    public Optional<Estimate> estimate(Measure measure) {
        if (!anything && measure != Measure.MEAN && measure != Measure.MEDIAN) {
            return Optional.empty();
        }
        double[] sorted = drawsOf(measure).clone();
        Arrays.sort(sorted);
        return Optional.of(new Estimate(
                Objects.requireNonNull(seen.get(measure)),
                Quantiles.ofSorted(sorted, Quantiles.LOW),
                Quantiles.ofSorted(sorted, Quantiles.HIGH),
                Quantiles.LEVEL));
    }

    /**
     * The probability that a measure is above that of another set of creators, ties counting half.
     *
     * @param measure which
     * @param other the other creators, drawn with another seed
     * @return the share of draws
     */
    public double probabilityAbove(Measure measure, AmountBootstrap other) {
        double[] mine = drawsOf(measure);
        double[] theirs = other.drawsOf(measure);
        double wins = 0;
        for (int d = 0; d < DRAWS; d++) {
            wins += mine[d] > theirs[d] ? 1 : mine[d] == theirs[d] ? 0.5 : 0;
        }
        return wins / DRAWS;
    }

    /**
     * How far the logarithm of a measure strays between draws.
     *
     * @param measure which
     * @return the standard deviation; empty if some draw is zero, which has no logarithm
     */
    public OptionalDouble logDeviation(Measure measure) {
        double[] logs = drawsOf(measure).clone();
        for (int d = 0; d < DRAWS; d++) {
            if (logs[d] <= 0) {
                return OptionalDouble.empty();
            }
            logs[d] = Math.log(logs[d]);
        }
        double mean = Arrays.stream(logs).sum() / DRAWS;
        double squares =
                Arrays.stream(logs).map(log -> (log - mean) * (log - mean)).sum();
        return OptionalDouble.of(Math.sqrt(squares / (DRAWS - 1)));
    }

    private double[] drawsOf(Measure measure) {
        return Objects.requireNonNull(draws.get(measure));
    }
}
