package dev.flywheel.core.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/**
 * Looks back at a stream of counts and cuts it where its rate changed: the segmentation of least cost under the modified
 * BIC of Zhang and Siegmund (2007), found exactly by dynamic programming (statistics 6; what PELT finds faster). A
 * segment of n looks with x events on an exposure of E costs {@code 2 x (log E - log x) + log(n / N)}, and each cut
 * {@code 3 log N}, of all N looks. Immutable and thread-safe.
 *
 * <p>Days are wilder than Poisson, so counts are weighed by one over the variance-to-mean ratio that is left within the
 * segments; since fewer cuts leave more, the two are found in turn, from one segment on.
 *
 * @param segments the segments, in order; together they hold every look
 * @param noise the variance-to-mean ratio within the segments, at least 1
 */
public record RateSegments(List<Segment> segments, double noise) {

    /** The work grows with the square of the looks. */
    public static final int MOST_LOOKS = 4000;

    private static final int FEWEST_LOOKS = 2;
    private static final int ROUNDS = 10;

    /** Copies. */
    public RateSegments {
        segments = List.copyOf(segments);
        Checks.within(noise, 1, Checks.LARGEST, "noise");
    }

    /**
     * Looks that share one rate.
     *
     * @param first the first of them, from 0
     * @param last the last of them
     * @param events their events
     * @param exposure their exposure
     */
    public record Segment(int first, int last, double events, double exposure) {

        /**
         * Refuses a segment that ends before it begins, and negative or infinite numbers.
         *
         * @param first the first look
         * @param last the last look
         * @param events events
         * @param exposure exposure
         */
        public Segment {
            Checks.within(first, 0, last, "first");
            Checks.nonNegative("events", events);
            Checks.positive("exposure", exposure);
        }

        /** {@return events per exposure} */
        public double rate() {
            return events / exposure;
        }

        private int looks() {
            return last - first + 1;
        }
    }

    /**
     * Cuts a stream whose looks are Poisson counts.
     *
     * @param events the events of each look, at most {@link #MOST_LOOKS}
     * @param exposure the exposure of each look, above 0
     * @return the segments, none for no looks
     */
    public static RateSegments ofPoisson(double[] events, double[] exposure) {
        return new RateSegments(cut(checked(events, exposure), exposure, 1), 1);
    }

    /**
     * Cuts a stream whose looks are wilder than Poisson, by a ratio that it shows itself.
     *
     * @param events the events of each look, at most {@link #MOST_LOOKS}
     * @param exposure the exposure of each look, above 0
     * @return the segments, none for no looks
     */
    public static RateSegments of(double[] events, double[] exposure) {
        checked(events, exposure);
        List<Segment> segments = cut(events, exposure, Double.POSITIVE_INFINITY);
        double noise = 1;
        for (int round = 0; round < ROUNDS; round++) {
            noise = noise(events, exposure, segments);
            List<Segment> finer = cut(events, exposure, noise);
            if (finer.equals(segments)) {
                break;
            }
            segments = finer;
        }
        return new RateSegments(segments, noise);
    }

    private static double[] checked(double[] events, double[] exposure) {
        Objects.requireNonNull(exposure, "exposure must not be null");
        Checks.sameLength("events", events.length, "exposure", exposure.length);
        Checks.within(events.length, 0, MOST_LOOKS, "looks");
        Checks.nonNegative("events", events);
        for (int i = 0; i < exposure.length; i++) {
            Checks.positive("exposure[" + i + "]", exposure[i]);
        }
        return events;
    }

    /** Pearson's statistic around each segment's rate over its degrees of freedom. */
    private static double noise(double[] events, double[] exposure, List<Segment> segments) {
        double squares = 0;
        int free = 0;
        for (Segment segment : segments) {
            if (segment.events > 0) {
                free += segment.looks() - 1;
                for (int i = segment.first; i <= segment.last; i++) {
                    double expected = segment.rate() * exposure[i];
                    squares += (events[i] - expected) * (events[i] - expected) / expected;
                }
            }
        }
        double ratio = free > 0 ? squares / free : 1;
        return ratio >= 1 ? Math.min(ratio, Checks.LARGEST) : 1;
    }

    private static List<Segment> cut(double[] events, double[] exposure, double noise) {
        int looks = events.length;
        double[] eventsBefore = sums(events);
        double[] exposureBefore = sums(exposure);
        double[] least = new double[looks + 1];
        int[] from = new int[looks + 1];
        double perCut = 3 * Math.log(Math.max(1, looks));
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        least[0] = -perCut;
        for (int end = 1; end <= looks; end++) {
            for (int start = 0; start < end; start++) {
                double cost = least[start]
                        + perCut
                        + fit(eventsBefore[end] - eventsBefore[start], exposureBefore[end] - exposureBefore[start])
                                / noise
                        + Math.log((end - start) / (double) looks);
                boolean longEnough = end - start >= FEWEST_LOOKS || looks < FEWEST_LOOKS;
                if (longEnough && cost < least[end]) {
                    least[end] = cost;
                    from[end] = start;
                }
            }
        }
        List<Segment> segments = new ArrayList<>();
        for (int end = looks; end > 0; end = from[end]) {
            int start = from[end];
            segments.add(new Segment(
                    start,
                    end - 1,
                    eventsBefore[end] - eventsBefore[start],
                    exposureBefore[end] - exposureBefore[start]));
        }
        Collections.reverse(segments);
        return segments;
    }

    /** Twice the log likelihood that the best rate misses, up to what no cut changes. */
    private static double fit(double events, double exposure) {
        return events > 0 ? 2 * events * (Math.log(exposure) - Math.log(events)) : 0;
    }

    private static double[] sums(double[] values) {
        double[] sums = new double[values.length + 1];
        for (int i = 0; i < values.length; i++) {
            sums[i + 1] = sums[i] + values[i];
        }
        return sums;
    }
}
