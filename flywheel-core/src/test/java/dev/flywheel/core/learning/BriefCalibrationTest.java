package dev.flywheel.core.learning;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.flywheel.core.CalibrationTable;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whether briefs chosen by draws of the factor model earn more than random ones and than a copy of the best so far. */
final class BriefCalibrationTest {

    private static final BriefWorld.Size SMALL = new BriefWorld.Size(4, 3, 3);
    private static final BriefWorld.Size USUAL = new BriefWorld.Size(6, 5, 4);

    private static double average(BriefPolicies policy, int seeds, int rotations) {
        double sum = 0;
        for (long seed = 1; seed <= seeds; seed++) {
            sum += Arrays.stream(policy.play(SMALL, seed, rotations)).average().orElseThrow();
        }
        return sum / seeds;
    }

    @Test
    void drawn_briefs_earn_more_than_random_ones_and_than_copies_of_the_best_so_far() {
        double thompson = average(BriefPolicies.THOMPSON, 20, 6);
        double random = average(BriefPolicies.RANDOM, 20, 6);
        double copy = average(BriefPolicies.COPY_FIVE_BEST_RAW, 20, 6);
        String seen = "drawn " + thompson + ", random " + random + ", copied " + copy;
        System.out.println(seen);
        assertTrue(thompson > 1.15 * random, seen);
        assertTrue(thompson > copy, seen);
    }

    @Test
    @Tag("calibration")
    void calibration() {
        int seeds = 40;
        int rotations = 10;
        CalibrationTable table = CalibrationTable.of(
                "42-briefs",
                "Next briefs",
                "True conversion of the briefs asked for, over that of a video with average tags, in " + seeds
                        + " brands with planted effects of hooks (sd .35), angles (.25), placements (.2), pairs (.12) and"
                        + " creators (.5); " + BriefPolicies.FIRST_VIDEOS
                        + " videos first, then five briefs a rotation, made by three"
                        + " creators each. The oracle knows the truth and keeps the same limit of two briefs per hook.",
                "Briefs",
                "rotation 1",
                "rotation 3",
                "rotation 5",
                "rotation 10",
                "average of 10",
                "standard error");
        double[] averages = new double[BriefPolicies.values().length];
        for (BriefPolicies policy : BriefPolicies.values()) {
            double[] byRotation = new double[rotations];
            double[] bySeed = new double[seeds];
            for (int seed = 1; seed <= seeds; seed++) {
                double[] earned = policy.play(USUAL, seed, rotations);
                bySeed[seed - 1] = Arrays.stream(earned).average().orElseThrow();
                for (int r = 0; r < rotations; r++) {
                    byRotation[r] += earned[r] / seeds;
                }
            }
            double mean = Arrays.stream(bySeed).average().orElseThrow();
            averages[policy.ordinal()] = mean;
            double variance = Arrays.stream(bySeed)
                    .map(value -> (value - mean) * (value - mean))
                    .sum();
            table.row(
                    policy.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    number(byRotation[0]),
                    number(byRotation[2]),
                    number(byRotation[4]),
                    number(byRotation[9]),
                    number(mean),
                    number(Math.sqrt(variance / (seeds - 1) / seeds)));
        }
        table.write();
        double thompson = averages[BriefPolicies.THOMPSON.ordinal()];
        assertTrue(thompson > 1.2 * averages[BriefPolicies.RANDOM.ordinal()], Arrays.toString(averages));
        assertTrue(thompson > averages[BriefPolicies.COPY_BEST_RAW.ordinal()], Arrays.toString(averages));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
