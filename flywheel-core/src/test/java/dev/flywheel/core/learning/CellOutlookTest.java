package dev.flywheel.core.learning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.flywheel.core.learning.BriefInputs.Tried;
import java.util.List;
import org.junit.jupiter.api.Test;

class CellOutlookTest {

    private static final BriefCell BEST = new BriefCell("proof", "price", "early");
    private static final BriefCell WORST = new BriefCell("shock", "problem", "late");

    private static BriefInputs inputs(List<Tried> tried) {
        BriefInputs known = Laws.known().inputs(3);
        return new BriefInputs(
                known.hooks(),
                known.angles(),
                known.placements(),
                known.law(),
                tried,
                new BriefInputs.Limits(0, 1, 0, 1, 4_000),
                new BriefInputs.Worth(77, 8),
                List.of(),
                3);
    }

    @Test
    void says_what_a_thousand_clicks_leave_and_how_surely_a_combination_is_best() {
        List<CellOutlook> cells = CellOutlook.ofTried(inputs(List.of(new Tried(WORST, 2), new Tried(BEST, 5))));

        CellOutlook best = cells.get(0);
        assertEquals(BEST, best.cell());
        assertEquals(5, best.videos());
        // Log effects 0.5 + 0.3 + 0.1 with sd .1 each, pairs not seen with sd .1 each: the mean of a log-normal.
        double expected = 1000 * 8 * 0.03 * Math.exp(0.9 + (3 * 0.01 + 2 * 0.01 + 0.0025) / 2);
        assertEquals(expected, best.contributionPerThousand().mean(), 0.03 * expected);
        assertEquals(0.8, best.contributionPerThousand().level());
        assertEquals(Math.exp(0.9 - 1.2816 * Math.sqrt(0.05)), best.multiplier().low(), 0.06);
        assertEquals(Math.exp(0.9 + 1.2816 * Math.sqrt(0.05)), best.multiplier().high(), 0.12);
        assertTrue(best.probabilityBest() > 0.5, best.toString());
        assertEquals(0, cells.get(1).probabilityBest());
        assertTrue(cells.get(1).multiplier().high() < 1);
    }

    @Test
    void puts_the_most_probable_best_first_whatever_its_name() {
        BriefCell firstByName = new BriefCell("proof", "problem", "late");
        BriefCell better = new BriefCell("question", "price", "early");
        List<CellOutlook> cells = CellOutlook.ofTried(inputs(List.of(new Tried(firstByName, 2), new Tried(better, 2))));

        assertEquals(
                List.of(better, firstByName),
                cells.stream().map(CellOutlook::cell).toList());
        assertTrue(cells.get(0).probabilityBest() > cells.get(1).probabilityBest());
    }

    @Test
    void looks_only_at_what_was_tried() {
        assertEquals(List.of(), CellOutlook.ofTried(inputs(List.of())));
        assertEquals(
                List.of(BEST),
                CellOutlook.ofTried(inputs(
                                List.of(new Tried(BEST, 1), new Tried(new BriefCell("gone", "price", "early"), 4))))
                        .stream()
                        .map(CellOutlook::cell)
                        .toList());
    }

    @Test
    void same_inputs_give_the_same_outlook() {
        List<Tried> tried = List.of(new Tried(WORST, 2), new Tried(BEST, 5));

        assertEquals(CellOutlook.ofTried(inputs(tried)), CellOutlook.ofTried(inputs(tried)));
    }
}
