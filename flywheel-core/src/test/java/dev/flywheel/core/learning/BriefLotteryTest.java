package dev.flywheel.core.learning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.flywheel.core.learning.BriefRecord.Assignment;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

final class BriefLotteryTest {

    private static final List<BriefCell> BRIEFS = List.of(
            new BriefCell("proof", "price", "early"),
            new BriefCell("question", "price", "late"),
            new BriefCell("shock", "problem", "late"),
            new BriefCell("proof", "problem", "late"));

    /** Upper 0.1 % point of chi-square with 3 and 2 degrees of freedom. */
    private static final double RARE_OF_FOUR = 16.27;

    private static final double RARE_OF_THREE = 13.82;

    private static List<BriefInputs.Available> creators(int count, String... placements) {
        List<BriefInputs.Available> creators = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            creators.add(Laws.available("creator" + i, placements));
        }
        return creators;
    }

    private static double chiSquare(int[] counts, double expected) {
        double sum = 0;
        for (int count : counts) {
            sum += (count - expected) * (count - expected) / expected;
        }
        return sum;
    }

    @Test
    void each_feasible_brief_is_equally_likely_for_a_creator() {
        int[] ofFree = new int[4];
        int[] ofHolder = new int[3];
        List<BriefInputs.Available> creators = new ArrayList<>(creators(6, "early", "late"));
        creators.add(Laws.available("holder", "late"));
        int seeds = 2000;
        for (long seed = 0; seed < seeds; seed++) {
            for (Assignment assignment : BriefLottery.assign(BRIEFS, creators, seed)) {
                int brief = BRIEFS.indexOf(assignment.cell());
                if (assignment.creator().value().equals("creator5")) {
                    ofFree[brief]++;
                    assertEquals(4, assignment.feasible());
                    assertEquals(0.25, assignment.probability());
                } else if (assignment.creator().value().equals("holder")) {
                    ofHolder[brief - 1]++;
                    assertEquals(3, assignment.feasible());
                    assertEquals(1.0 / 3, assignment.probability());
                }
            }
        }
        assertTrue(chiSquare(ofFree, seeds / 4.0) < RARE_OF_FOUR, "chi-square " + chiSquare(ofFree, seeds / 4.0));
        assertTrue(chiSquare(ofHolder, seeds / 3.0) < RARE_OF_THREE, "chi-square " + chiSquare(ofHolder, seeds / 3.0));
    }

    @Test
    void briefs_are_balanced_and_every_creator_is_asked_once() {
        for (long seed = 0; seed < 50; seed++) {
            List<Assignment> assignments = BriefLottery.assign(BRIEFS, creators(10, "early", "late"), seed);
            int[] counts = new int[4];
            assignments.forEach(assignment -> counts[BRIEFS.indexOf(assignment.cell())]++);
            assertEquals(
                    10, assignments.stream().map(Assignment::creator).distinct().count());
            for (int count : counts) {
                assertTrue(count == 2 || count == 3, "seed " + seed + ": " + List.of(counts[0], counts[1], counts[2]));
            }
        }
    }

    @Test
    void who_can_make_none_of_the_briefs_gets_none() {
        assertEquals(List.of(), BriefLottery.assign(BRIEFS, creators(3, "elsewhere"), 1));
        assertEquals(List.of(), BriefLottery.assign(List.of(), creators(3, "early"), 1));
        assertEquals(List.of(), BriefLottery.assign(BRIEFS, List.of(), 1));
    }

    @Test
    void the_order_of_creators_does_not_matter_and_the_seed_does() {
        List<BriefInputs.Available> reversed = new ArrayList<>(creators(9, "early", "late"));
        Collections.reverse(reversed);
        assertEquals(
                BriefLottery.assign(BRIEFS, creators(9, "early", "late"), 3), BriefLottery.assign(BRIEFS, reversed, 3));
        assertNotEquals(
                BriefLottery.assign(BRIEFS, reversed, 3).toString().replace("seed=3", ""),
                BriefLottery.assign(BRIEFS, reversed, 4).toString().replace("seed=4", ""));
    }
}
