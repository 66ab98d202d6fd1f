package dev.flywheel.core.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class EBenjaminiHochbergTest {

    @Test
    void one_hypothesis_is_rejected_at_one_over_alpha() {
        assertArrayEquals(new boolean[] {true}, rejected(0.1, 10));
        assertArrayEquals(new boolean[] {false}, rejected(0.1, 9.99));
    }

    @Test
    void many_moderate_e_values_carry_each_other() {
        // Four hypotheses at alpha .1 need 40, 20, 13.3, 10.
        assertArrayEquals(new boolean[] {true, true, true, true}, rejected(0.1, 10, 11, 12, 13));
        assertArrayEquals(new boolean[] {false, false, false, false}, rejected(0.1, 9, 11, 12, 13));
        assertArrayEquals(new boolean[] {true, false, true, false}, rejected(0.1, 25, 1, 30, 9));
    }

    @Test
    void a_single_large_one_needs_k_over_alpha() {
        assertArrayEquals(new boolean[] {false, false}, rejected(0.1, 19, 1));
        assertArrayEquals(new boolean[] {true, false}, rejected(0.1, 20, 1));
    }

    @Test
    void nothing_at_all_and_no_evidence_are_answers() {
        assertArrayEquals(new boolean[0], rejected(0.1));
        assertArrayEquals(new boolean[] {false, false}, rejected(0.1, 0, 0));
        assertArrayEquals(
                new boolean[] {true}, EBenjaminiHochberg.rejected(new double[] {Double.POSITIVE_INFINITY}, 0.1));
    }

    @Test
    void refuses_what_is_no_number() {
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class, () -> EBenjaminiHochberg.rejected(new double[] {0, Double.NaN}, 0.1));
        assertEquals("logE[1] must be in [-Infinity, Infinity], got NaN", refused.getMessage());
    }

    private static boolean[] rejected(double alpha, double... e) {
        // A hair above, so that ten is ten after the logarithm.
        return EBenjaminiHochberg.rejected(
                Arrays.stream(e).map(value -> Math.log(value) + 1e-12).toArray(), alpha);
    }
}
