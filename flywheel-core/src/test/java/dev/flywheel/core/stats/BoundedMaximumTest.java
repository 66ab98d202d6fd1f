package dev.flywheel.core.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class BoundedMaximumTest {

    @Test
    void finds_the_top_of_a_hill_wherever_it_lies_between_the_cells() {
        for (double top : new double[] {-0.999, -0.37, 0, 0.3, 1.2345, 1.99}) {
            assertEquals(top, BoundedMaximum.find(x -> -Math.pow(x - top, 2), -1, 2, 6), 1e-7, "top " + top);
        }
    }

    @Test
    void climbs_the_higher_of_two_hills() {
        // Hills of width 0.3 at -2 and 3; each adds less than 1e-20 at the other.
        assertEquals(3, BoundedMaximum.find(x -> hill(x, -2, 1) + hill(x, 3, 1.1), -4, 4, 16), 1e-7);
        assertEquals(-2, BoundedMaximum.find(x -> hill(x, -2, 1.1) + hill(x, 3, 1), -4, 4, 16), 1e-7);
    }

    private static double hill(double x, double top, double height) {
        return height * Math.exp(-(x - top) * (x - top) / (2 * 0.3 * 0.3));
    }

    @Test
    void a_function_that_only_falls_is_highest_at_the_lower_end() {
        assertEquals(-5, BoundedMaximum.find(x -> -x, -5, 7, 8), 1e-7);
    }

    @Test
    void a_function_no_higher_inside_than_at_the_upper_end_gives_that_end() {
        assertEquals(7, BoundedMaximum.find(x -> x, -5, 7, 8));
        assertEquals(7, BoundedMaximum.find(x -> 4, -5, 7, 8));
        assertEquals(7, BoundedMaximum.find(x -> 4 + 1e-11 * (7 - x), -5, 7, 8));
        assertEquals(-5, BoundedMaximum.find(x -> 4 + 1e-8 * (7 - x), -5, 7, 8), 1e-6);
    }
}
