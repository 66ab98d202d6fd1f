package dev.flywheel.core.learning;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.flywheel.core.CalibrationTable;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whether briefs chosen by draws of the factor model earn more than random ones and than a copy of the best so far. */
final class BriefCalibrationTest {

    private static final int SEEDS = 40;
    private static final int ROTATIONS = 10;
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
        double drawn = average(BriefPolicies.DRAWN, 12, 5);
        double random = average(BriefPolicies.RANDOM, 12, 5);
        double copied = average(BriefPolicies.COPY_BEST_RAW, 12, 5);
        String seen = "drawn " + drawn + ", random " + random + ", copied " + copied;
        assertTrue(drawn > 1.15 * random, seen);
        assertTrue(drawn > copied, seen);
    }

    @Test
    @Tag("calibration")
    void drawn_briefs_earn_more_over_ten_rotations_of_a_usual_brand() {
        CalibrationTable table = CalibrationTable.of(
                "42-briefs",
                "Next briefs",
                "True conversion of the briefs asked for, over that of a video with average tags, in " + SEEDS
                        + " brands with six hooks (effects with sd .35), five angles (.25), four placements (.2), pairs"
                        + " (.12), creators (.5) and videos (.3), 100 clicks and three orders a video; "
                        + BriefPolicies.FIRST_VIDEOS
                        + " videos first, then five briefs a rotation, made by three creators each. Limits: two briefs"
                        + " per hook, one to explore.",
                "Briefs",
                "rotation 1",
                "rotation 3",
                "rotation 5",
                "rotation 10",
                "average of 10",
                "standard error");
        double[] averages = new double[BriefPolicies.values().length];
        for (BriefPolicies policy : BriefPolicies.values()) {
            averages[policy.ordinal()] = row(table, policy);
        }
        table.write();
        String seen = Arrays.toString(averages);
        double drawn = averages[BriefPolicies.DRAWN.ordinal()];
        assertTrue(drawn > 1.3 * averages[BriefPolicies.RANDOM.ordinal()], seen);
        assertTrue(drawn > 1.05 * averages[BriefPolicies.COPY_BEST_RAW.ordinal()], seen);
        assertTrue(drawn > averages[BriefPolicies.WHOLE_DRAWS.ordinal()], seen);
        assertTrue(
                averages[BriefPolicies.DRAWN_WITHOUT_LIMITS.ordinal()]
                        > averages[BriefPolicies.COPY_THE_BEST_ONE.ordinal()],
                seen);
    }

    private static double row(CalibrationTable table, BriefPolicies policy) {
        double[] byRotation = new double[ROTATIONS];
        double[] bySeed = new double[SEEDS];
        for (int seed = 1; seed <= SEEDS; seed++) {
            double[] earned = policy.play(USUAL, seed, ROTATIONS);
            bySeed[seed - 1] = Arrays.stream(earned).average().orElseThrow();
            for (int r = 0; r < ROTATIONS; r++) {
                byRotation[r] += earned[r] / SEEDS;
            }
        }
        double mean = Arrays.stream(bySeed).average().orElseThrow();
        double squares = Arrays.stream(bySeed)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        table.row(
                policy.words,
                number(byRotation[0]),
                number(byRotation[2]),
                number(byRotation[4]),
                number(byRotation[9]),
                number(mean),
                number(Math.sqrt(squares / (SEEDS - 1) / SEEDS)));
        return mean;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
