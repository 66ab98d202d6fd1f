package dev.flywheel.core.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.flywheel.core.stats.RateSegments.Segment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Change points against R's changepoint 2.3, and against a search of all cuts. */
class RateSegmentsTest {

    private static double[] counts(String section, int index) {
        return counts("changepoint.json", section, index);
    }

    private static double[] counts(String file, String section, int index) {
        JsonNode counts = Oracles.cases(file, section).toList().get(index);
        return StreamSupport.stream(counts.spliterator(), false)
                .mapToDouble(JsonNode::asDouble)
                .toArray();
    }

    private static double[] ones(int looks) {
        double[] ones = new double[looks];
        Arrays.fill(ones, 1);
        return ones;
    }

    /** The looks after which the rate changed, counted from 1, as R counts them. */
    private static List<Integer> cuts(RateSegments segments) {
        List<Integer> cuts = new ArrayList<>();
        segments.segments().subList(1, segments.segments().size()).forEach(segment -> cuts.add(segment.first()));
        return cuts;
    }

    @Test
    void finds_the_changes_of_great_discoveries_that_R_finds() {
        double[] discoveries = counts("changepoint_discoveries_poisson", 1);
        assertEquals(100, discoveries.length);
        assertEquals(List.of(24, 29, 73), cuts(RateSegments.ofPoisson(discoveries, ones(100))));
    }

    @Test
    void finds_when_coal_mining_became_safer() {
        double[] disasters = counts("changepoint_coal", 0);
        assertEquals(112, disasters.length);
        RateSegments found = RateSegments.ofPoisson(disasters, ones(112));
        assertEquals(List.of(41), cuts(found), "1851 to 1891, as published");
        assertEquals(List.of(41), cuts(RateSegments.of(disasters, ones(112))));
        assertTrue(found.segments().get(0).rate() > 3 * found.segments().get(1).rate());
    }

    @Test
    void finds_the_dam_on_the_nile_though_years_are_far_wilder_than_chance() {
        double[] flow = counts("nile.json", "flow", 0);
        RateSegments found = RateSegments.of(flow, ones(100));
        assertEquals(List.of(28), cuts(found), "1871 to 1898, as published");
        assertTrue(found.noise() > 10, found::toString);
        assertTrue(RateSegments.ofPoisson(flow, ones(100)).segments().size() > 10);
    }

    @ParameterizedTest(name = "seed {0}")
    @CsvSource({"1", "2", "3", "4", "5", "6"})
    void no_other_cuts_cost_less(long seed) {
        UniformRandomProvider rng = RandomSource.XO_SHI_RO_256_PP.create(seed);
        int looks = 12;
        double[] events = new double[looks];
        double[] exposure = new double[looks];
        for (int i = 0; i < looks; i++) {
            exposure[i] = 10 + rng.nextInt(90);
            events[i] = rng.nextInt(i < 5 ? 4 : 1 + rng.nextInt(40));
        }
        double best = Double.POSITIVE_INFINITY;
        List<Integer> bestCuts = List.of();
        for (int mask = 0; mask < 1 << (looks - 1); mask++) {
            List<Integer> cuts = new ArrayList<>();
            for (int i = 1; i < looks; i++) {
                if ((mask >> (i - 1) & 1) == 1) {
                    cuts.add(i);
                }
            }
            double cost = cost(events, exposure, cuts);
            if (cost < best) {
                best = cost;
                bestCuts = cuts;
            }
        }
        assertEquals(bestCuts, cuts(RateSegments.ofPoisson(events, exposure)));
    }

    /** The formula, written out: twice the Poisson deviance, the log of each share of the looks, 3 log N a cut, no segment of one. */
    private static double cost(double[] events, double[] exposure, List<Integer> cuts) {
        List<Integer> bounds = new ArrayList<>(List.of(0));
        bounds.addAll(cuts);
        bounds.add(events.length);
        double cost = 3 * Math.log(events.length) * cuts.size();
        for (int s = 1; s < bounds.size(); s++) {
            int length = bounds.get(s) - bounds.get(s - 1);
            if (length < 2) {
                return Double.POSITIVE_INFINITY;
            }
            double x = Arrays.stream(events, bounds.get(s - 1), bounds.get(s)).sum();
            double e = Arrays.stream(exposure, bounds.get(s - 1), bounds.get(s)).sum();
            cost += x > 0 ? 2 * x * (Math.log(e) - Math.log(x)) : 0;
            cost += Math.log(length / (double) events.length);
        }
        return cost;
    }

    @Test
    void more_clicks_at_the_same_rate_are_no_change() {
        double[] clicks = new double[60];
        double[] orders = new double[60];
        for (int i = 0; i < 60; i++) {
            clicks[i] = i < 30 ? 100 : 1_000;
            orders[i] = clicks[i] * 0.03;
        }
        RateSegments found = RateSegments.of(orders, clicks);
        assertEquals(List.of(new Segment(0, 59, 990, 33_000)), found.segments());
        assertEquals(1, found.noise());
    }

    @ParameterizedTest(name = "variance over mean {0}, seed 5")
    @CsvSource({"1", "2", "4"})
    void wild_days_without_a_change_are_seldom_cut(double phi) {
        UniformRandomProvider rng = RandomSource.XO_SHI_RO_256_PP.create(5);
        int cut = 0;
        for (int stream = 0; stream < 400; stream++) {
            double[] events = new double[112];
            Arrays.setAll(events, day -> SparkArm.counts(rng, 12, phi));
            cut += RateSegments.of(events, ones(112)).segments().size() > 1 ? 1 : 0;
        }
        assertTrue(cut <= 20, "one stream in twenty, got " + cut + " of 400");
    }

    @ParameterizedTest(name = "variance over mean {0}, seed 6")
    @CsvSource({"1, 0.85", "2, 0.55"})
    void a_rate_that_fell_by_a_third_for_a_rotation_is_found(double phi, double power) {
        UniformRandomProvider rng = RandomSource.XO_SHI_RO_256_PP.create(6);
        int found = 0;
        for (int stream = 0; stream < 200; stream++) {
            double[] events = new double[84];
            Arrays.setAll(events, day -> SparkArm.counts(rng, day < 56 ? 12 : 8, phi));
            List<Integer> cuts = cuts(RateSegments.of(events, ones(84)));
            found += cuts.size() == 1 && Math.abs(cuts.get(0) - 56) <= 10 ? 1 : 0;
        }
        assertTrue(found >= power * 200, "found in " + found + " of 200");
    }

    @Test
    void degenerate_streams_are_defined() {
        assertEquals(List.of(), RateSegments.of(new double[0], new double[0]).segments());
        assertEquals(
                List.of(new Segment(0, 0, 3, 2)),
                RateSegments.of(new double[] {3}, new double[] {2}).segments());
        assertEquals(
                List.of(new Segment(0, 29, 0, 30)),
                RateSegments.of(new double[30], ones(30)).segments());
        assertEquals(
                "exposure[1] must be in (0, 1e12], got 0.0",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> RateSegments.of(new double[] {1, 1}, new double[] {1, 0}))
                        .getMessage());
        assertEquals(
                "looks must be in [0.0, 4000.0], got 4001.0",
                assertThrows(IllegalArgumentException.class, () -> RateSegments.of(new double[4001], new double[4001]))
                        .getMessage());
    }
}
