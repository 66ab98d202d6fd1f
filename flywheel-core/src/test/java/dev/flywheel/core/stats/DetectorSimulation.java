package dev.flywheel.core.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.AhrensDieterMarsagliaTsangGammaSampler;
import org.apache.commons.rng.sampling.distribution.PoissonSampler;
import org.apache.commons.rng.simple.RandomSource;

/**
 * A stream of looks, each with the same number of trials, whose rate is learned from a reference and then held or changed.
 *
 * @param trials of each look
 * @param rate events per trial
 * @param phi variance-to-mean ratio of a look's events; 1 is Poisson, or Bernoulli for a share
 * @param share whether events are a subset of trials
 * @param referenceLooks looks in the reference
 * @param tempered whether the ratio is learned from the reference and used
 */
record DetectorSimulation(int trials, double rate, double phi, boolean share, int referenceLooks, boolean tempered) {

    /** A day of 300 clicks converting at 3 %, after a rotation of 28 days. */
    static DetectorSimulation days() {
        return new DetectorSimulation(300, 0.03, 1, false, 28, true);
    }

    /** One sample a look. */
    static DetectorSimulation samples(double answerRate, int reference) {
        return new DetectorSimulation(1, answerRate, 1, true, reference, true);
    }

    DetectorSimulation trials(int count) {
        return new DetectorSimulation(count, rate, phi, share, referenceLooks, tempered);
    }

    DetectorSimulation phi(double ratio) {
        return new DetectorSimulation(trials, rate, ratio, share, referenceLooks, tempered);
    }

    DetectorSimulation reference(int looks) {
        return new DetectorSimulation(trials, rate, phi, share, looks, tempered);
    }

    DetectorSimulation untempered() {
        return new DetectorSimulation(trials, rate, phi, share, referenceLooks, false);
    }

    /**
     * How many looks pass until the alarm.
     *
     * @param factor of the rate from the first look after the reference on
     * @param streams how many such streams are judged together by e-BH; all change
     * @param most looks after which it is given up
     * @param random the draws
     * @return looks until any of them rings, at most {@code most}
     */
    int looksUntilAlarm(double factor, int streams, int most, UniformRandomProvider random) {
        List<ReferenceRate> references = new ArrayList<>();
        ChangeDetector[] detectors = new ChangeDetector[streams];
        for (int s = 0; s < streams; s++) {
            references.add(learn(random));
            detectors[s] = ChangeDetector.of(ReferenceRate.targets());
        }
        for (int look = 1; look <= most; look++) {
            double[] logs = new double[streams];
            for (int s = 0; s < streams; s++) {
                detectors[s] = detectors[s].after(references.get(s).logE(events(factor, random), trials, trials));
                logs[s] = detectors[s].logShiryaevRoberts();
            }
            for (boolean rings : EBenjaminiHochberg.rejected(logs, 1 / 200.0)) {
                if (rings) {
                    return look;
                }
            }
        }
        return most;
    }

    private ReferenceRate learn(UniformRandomProvider random) {
        List<DayNoise.Day> days = new ArrayList<>();
        double events = 0;
        for (int d = 0; d < referenceLooks; d++) {
            double day = events(1, random);
            days.add(new DayNoise.Day(day, trials));
            events += day;
        }
        double all = (double) trials * referenceLooks;
        return ReferenceRate.of(events, all, all, tempered && !share ? DayNoise.ofStream(days) : 1, share);
    }

    private double events(double factor, UniformRandomProvider random) {
        if (share) {
            int events = 0;
            for (int i = 0; i < trials; i++) {
                events += random.nextDouble() < factor * rate ? 1 : 0;
            }
            return events;
        }
        double mean = factor * rate * trials;
        double day = phi > 1
                ? AhrensDieterMarsagliaTsangGammaSampler.of(random, mean / (phi - 1), phi - 1)
                        .sample()
                : mean;
        return day > 0 ? PoissonSampler.of(random, Math.max(day, 1e-9)).sample() : 0;
    }

    /** Mean looks until an alarm, given up after {@code most}: no more than the true mean. */
    double meanLooks(double factor, int streams, int most, int runs, long seed) {
        return Arrays.stream(runs(factor, streams, most, runs, seed)).average().orElseThrow();
    }

    double medianLooks(double factor, int most, int runs, long seed) {
        int[] sorted = runs(factor, 1, most, runs, seed);
        Arrays.sort(sorted);
        return sorted[runs / 2];
    }

    private int[] runs(double factor, int streams, int most, int runs, long seed) {
        UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(seed);
        int[] looks = new int[runs];
        for (int run = 0; run < runs; run++) {
            looks[run] = looksUntilAlarm(factor, streams, most, random);
        }
        return looks;
    }
}
