package dev.flywheel.core.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.flywheel.core.stats.DayNoise.Day;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DayNoiseTest {

    @ParameterizedTest(name = "phi {0}, seed 9")
    @ValueSource(doubles = {1, 1.5, 2, 3})
    void recovers_the_ratio_that_days_were_drawn_with(double phi) {
        UniformRandomProvider rng = RandomSource.XO_SHI_RO_256_PP.create(9);
        List<List<Day>> videos = new ArrayList<>();
        for (int v = 0; v < 400; v++) {
            List<Day> days = new ArrayList<>();
            for (int d = 0; d < 14; d++) {
                double clicks = 50 + rng.nextInt(200);
                days.add(new Day(SparkArm.counts(rng, clicks * 0.03, phi), clicks));
            }
            videos.add(days);
        }
        assertEquals(phi, DayNoise.estimate(videos).phi(), 0.1 * phi);
    }

    @Test
    void stays_at_the_default_until_200_video_days() {
        List<Day> wild = List.of(new Day(0, 100), new Day(20, 100));
        assertEquals(new DayNoise(1.3, 0, 198), DayNoise.estimate(Collections.nCopies(99, wild)));
        assertEquals(new DayNoise(5, 0, 200), DayNoise.estimate(Collections.nCopies(100, wild)));
        assertEquals(new DayNoise(1.3, 0, 0), DayNoise.estimate(List.of()));
    }

    @Test
    void is_never_below_one_however_regular_the_days() {
        List<Day> regular = List.of(new Day(5, 100), new Day(5, 100));
        assertEquals(new DayNoise(1, 0, 200), DayNoise.estimate(Collections.nCopies(100, regular)));
    }

    @Test
    void is_the_pearson_statistic_over_its_degrees_of_freedom() {
        List<Day> days = List.of(new Day(2, 100), new Day(7, 100), new Day(3, 200));
        double rate = 12 / 400.0;
        double squares = Math.pow(2 - 100 * rate, 2) / (100 * rate)
                + Math.pow(7 - 100 * rate, 2) / (100 * rate)
                + Math.pow(3 - 200 * rate, 2) / (200 * rate);
        assertEquals(
                squares / 2, DayNoise.estimate(Collections.nCopies(100, days)).phi(), 1e-12);
    }

    @Test
    void leaves_out_days_without_clicks_and_videos_that_say_nothing() {
        List<Day> days = List.of(new Day(2, 100), new Day(8, 100));
        List<Day> padded = List.of(new Day(2, 100), new Day(1, 0), new Day(8, 100));
        List<List<Day>> videos = new ArrayList<>(Collections.nCopies(100, padded));
        videos.add(List.of(new Day(3, 100)));
        videos.add(List.of(new Day(0, 100), new Day(0, 100)));
        assertEquals(DayNoise.estimate(Collections.nCopies(100, days)), DayNoise.estimate(videos));
    }

    @ParameterizedTest(name = "sd {0} of the log of each day, phi {1} besides, seed 11")
    @CsvSource({"0, 1", "0, 1.5", "0.2, 1", "0.4, 1", "0.4, 1.5", "0.6, 1"})
    void tells_what_days_do_to_all_orders_from_what_they_do_to_each_video(double sd, double phi) {
        UniformRandomProvider rng = RandomSource.XO_SHI_RO_256_PP.create(11);
        ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(rng);
        double[] lucks = new double[400];
        Arrays.setAll(lucks, day -> Math.exp(sd * normal.sample() - sd * sd / 2));
        List<List<Day>> videos = new ArrayList<>();
        for (int v = 0; v < 50; v++) {
            double perDay = 0.5 + 20 * SparkArm.gamma(rng, 1);
            List<Day> days = new ArrayList<>();
            for (double luck : lucks) {
                days.add(new Day(SparkArm.counts(rng, perDay * luck, phi), 100));
            }
            videos.add(days);
        }
        double swing = Math.expm1(sd * sd);
        assertEquals(swing, DayNoise.estimate(videos).swing(), 0.01 + 0.2 * swing);
    }

    @Test
    void the_ratio_of_a_video_grows_with_its_orders_from_that_of_all_videos_on() {
        DayNoise noise = new DayNoise(2, 0.2, 500);
        assertEquals(2, noise.at(0));
        assertEquals(2, noise.at(5));
        assertEquals(3, noise.at(10), 1e-12);
        assertEquals(1, noise.weight(5));
        assertEquals(2 / 3.0, noise.weight(10), 1e-12);
        assertEquals(
                "orders per day must be in [0.0, 1.0E12], got -1.0",
                assertThrows(IllegalArgumentException.class, () -> noise.at(-1)).getMessage());
    }

    @Test
    void videos_of_the_same_size_tell_no_swing() {
        List<Day> wild = List.of(new Day(0, 100), new Day(20, 100));
        assertEquals(0, DayNoise.estimate(Collections.nCopies(100, wild)).swing());
    }

    @Test
    void weighs_evidence_by_the_inverse() {
        assertEquals(1 / 1.3, DayNoise.estimate(List.of()).eta());
    }

    @Test
    void one_stream_is_judged_by_its_pearson_statistic_and_not_held_below_five() {
        // Rate 22/300: expected 22/3 and 44/3 orders, both missed by 22/3 - 2 = 16/3.
        List<Day> days = List.of(new Day(2, 100), new Day(9, 0), new Day(20, 200));
        double missed = 16 / 3.0;
        assertEquals(missed * missed * (3 / 22.0 + 3 / 44.0), DayNoise.ofStream(days), 1e-12);

        List<Day> wild = List.of(new Day(0, 100), new Day(20, 100));
        assertEquals(20, DayNoise.ofStream(wild), 1e-12);
    }

    @Test
    void one_stream_is_never_below_one_and_one_when_it_says_nothing() {
        assertEquals(1, DayNoise.ofStream(List.of(new Day(5, 100), new Day(5, 100), new Day(6, 100))));
        assertEquals(1, DayNoise.ofStream(List.of(new Day(0, 100), new Day(0, 100))));
        assertEquals(1, DayNoise.ofStream(List.of(new Day(5, 100), new Day(50, 0))));
        assertEquals(1, DayNoise.ofStream(List.of()));
    }

    @Test
    void refuses_ratios_and_days_out_of_range() {
        assertEquals(
                "phi must be in [1.0, 5.0], got 0.9",
                assertThrows(IllegalArgumentException.class, () -> new DayNoise(0.9, 0, 0))
                        .getMessage());
        assertEquals(
                "exposure must be in [0.0, 1.0E12], got NaN",
                assertThrows(IllegalArgumentException.class, () -> new Day(1, Double.NaN))
                        .getMessage());
    }
}
