package dev.flywheel.core.stats;

import dev.flywheel.core.performance.Estimate;
import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * How much of a total hangs on few (statistics 6). Intervals are central 80 %, from {@value #DRAWS} seeded bootstrap
 * draws of creators. Immutable.
 *
 * @param index the Herfindahl-Hirschman index corrected for the number of creators: 0 if all bring the same, 1 if one
 *     brings everything; one creator alone gives 1
 * @param effectiveNumber how many equal creators would be as concentrated, 1 over the uncorrected index
 * @param topTenthShare share of the best tenth of creators, rounded up to whole creators
 */
public record Concentration(Estimate index, Estimate effectiveNumber, Estimate topTenthShare) {

    static final int DRAWS = 2_000;

    /**
     * Measures the concentration.
     *
     * @param amounts what each creator brought, at least 0
     * @param seed picks the bootstrap draws
     * @return the concentration; empty if nobody brought anything
     */
    public static Optional<Concentration> of(double[] amounts, long seed) {
        double[] sorted = Checks.nonNegative("amounts", amounts);
        Arrays.sort(sorted);
        int n = sorted.length;
        int[] once = new int[n];
        Arrays.fill(once, 1);
        if (n == 0 || sorted[n - 1] == 0) {
            return Optional.empty();
        }
        double[] seen = measure(sorted, once);
        double[][] draws = new double[seen.length][DRAWS];
        UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(seed);
        for (int d = 0; d < DRAWS; d++) {
            double[] measured = measure(sorted, resample(sorted, random));
            for (int m = 0; m < measured.length; m++) {
                draws[m][d] = measured[m];
            }
        }
        return Optional.of(new Concentration(
                estimate(seen[0], draws[0]), estimate(seen[1], draws[1]), estimate(seen[2], draws[2])));
    }

    /** A draw in which nobody brought anything has no concentration and is drawn again. */
    private static int[] resample(double[] sorted, UniformRandomProvider random) {
        int[] times = new int[sorted.length];
        boolean empty = true;
        while (empty) {
            Arrays.fill(times, 0);
            for (int i = 0; i < sorted.length; i++) {
                int chosen = random.nextInt(sorted.length);
                times[chosen]++;
                empty &= sorted[chosen] == 0;
            }
        }
        return times;
    }

    private static double[] measure(double[] sorted, int[] times) {
        int n = sorted.length;
        int top = (n + 9) / 10;
        double largest = sorted[n - 1];
        double sum = 0;
        double squares = 0;
        double topSum = 0;
        int counted = 0;
        for (int i = n - 1; i >= 0; i--) {
            double amount = sorted[i] / largest;
            sum += times[i] * amount;
            squares += times[i] * amount * amount;
            topSum += Math.min(times[i], Math.max(0, top - counted)) * amount;
            counted += times[i];
        }
        double index = squares / (sum * sum);
        double corrected = n == 1 ? 1 : Math.max(0, (index - 1.0 / n) / (1 - 1.0 / n));
        return new double[] {corrected, 1 / index, topSum / sum};
    }

    private static Estimate estimate(double seen, double[] draws) {
        Arrays.sort(draws);
        return new Estimate(
                seen,
                Quantiles.ofSorted(draws, Quantiles.LOW),
                Quantiles.ofSorted(draws, Quantiles.HIGH),
                Quantiles.LEVEL);
    }
}
