package dev.flywheel.core.learning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class BriefInputsTest {

    private static final BriefCell CELL = new BriefCell("proof", "price", "early");

    @Test
    void puts_tags_in_order_of_name() {
        assertEquals(
                List.of("a", "b", "c"),
                Laws.known().inputs(List.of("c", "a", "b"), 1).hooks());
    }

    @Test
    void combinations_stand_in_order_of_hook_then_angle_then_placement() {
        assertTrue(CELL.compareTo(new BriefCell("question", "a", "a")) < 0);
        assertTrue(CELL.compareTo(new BriefCell("proof", "a", "late")) > 0);
        assertTrue(CELL.compareTo(new BriefCell("proof", "price", "late")) < 0);
        assertEquals(0, CELL.compareTo(new BriefCell("proof", "price", "early")));
    }

    @Test
    void takes_the_ends_of_every_range() {
        assertEquals(0, new BriefInputs.Worth(0, -1e12).perUnitRate(), 0);
        assertEquals(1e24, new BriefInputs.Worth(1e12, 1e12).perUnitRate(), 1e9);
        assertEquals(1, new BriefInputs.Tried(CELL, 1).videos());
        assertEquals(2, new BriefInputs.Limits(2, 1, 2, 0, 1).explorations());
        assertEquals(1, new BriefInputs.Limits(0, 1, 0, 1, 1).drawShare());
    }

    @Test
    void refuses_what_is_beyond() {
        refused(
                "hooks must differ from each other, got [a, a]",
                () -> Laws.known().inputs(List.of("a", "a"), 1));
        refused("exposurePerVideo must be in [0, 1e12], got -1.0", () -> new BriefInputs.Worth(-1, 1));
        refused("leftPerOrder must be in [-1e12, 1e12], got NaN", () -> new BriefInputs.Worth(1, Double.NaN));
        refused("drawShare must be in [0, 1], got 1.1", () -> new BriefInputs.Limits(2, 1, 0, 1.1, 1));
        refused("explorations must be at most the 2 briefs, got 3", () -> new BriefInputs.Limits(2, 1, 3, 1, 1));
        refused("videos must be at least 1, got 0", () -> new BriefInputs.Tried(CELL, 0));
        refused("briefs must be at least 0, got -1", () -> new BriefInputs.Limits(-1, 1, 0, 1, 1));
        refused("perHook must be at least 1, got 0", () -> new BriefInputs.Limits(1, 0, 0, 1, 1));
        refused("explorations must be at least 0, got -1", () -> new BriefInputs.Limits(1, 1, -1, 1, 1));
        refused("draws must be at least 1, got 0", () -> new BriefInputs.Limits(1, 1, 0, 1, 0));
    }

    private static void refused(String message, Runnable action) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, action::run).getMessage());
    }
}
