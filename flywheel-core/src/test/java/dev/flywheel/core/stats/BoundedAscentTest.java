package dev.flywheel.core.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Functions whose highest place in the box follows by hand. */
class BoundedAscentTest {

    private static final double[] LOW = {-10, -10};
    private static final double[] HIGH = {10, 10};
    private static final double[] ONES = {1, 1};

    /** {@code -(2u^2 + 3uv + 4v^2)/2} around (1, -2). */
    private static BoundedAscent.Height bowl(double[] place) {
        double u = place[0] - 1;
        double v = place[1] + 2;
        return new BoundedAscent.Height(
                -(2 * u * u + 3 * u * v + 4 * v * v) / 2, new double[] {-2 * u - 1.5 * v, -1.5 * u - 4 * v});
    }

    @Test
    void reaches_the_top_of_a_slanted_bowl_from_anywhere() {
        for (double[] start : new double[][] {{0, 0}, {9, 9}, {-9, 9}, {1, -2}, {-300, 400}}) {
            double[] top = new BoundedAscent(BoundedAscentTest::bowl, LOW, HIGH).climb(start, ONES);
            assertArrayEquals(new double[] {1, -2}, top, 1e-6);
        }
    }

    @Test
    void reaches_the_end_of_a_bent_ridge() {
        BoundedAscent.Hill ridge = place -> {
            double off = place[1] - place[0] * place[0];
            double left = 1 - place[0];
            return new BoundedAscent.Height(
                    -100 * off * off - left * left, new double[] {400 * off * place[0] + 2 * left, -200 * off});
        };
        assertArrayEquals(ONES, new BoundedAscent(ridge, LOW, HIGH).climb(new double[] {-1.2, 1}, ONES), 1e-5);
    }

    @Test
    void rests_on_the_side_of_the_box_where_the_top_lies_outside() {
        // With u held at 2 - 1 = 1 the best v is -3/8; with v held at 0 + 2 = 2 the best u is -3/2.
        double[] right = new BoundedAscent(BoundedAscentTest::bowl, new double[] {2, -10}, HIGH)
                .climb(new double[] {5, 5}, ONES);
        assertArrayEquals(new double[] {2, -2 - 3 / 8.0}, right, 1e-6);
        double[] above = new BoundedAscent(BoundedAscentTest::bowl, new double[] {-10, 0}, HIGH)
                .climb(new double[] {5, 5}, ONES);
        assertArrayEquals(new double[] {-0.5, 0}, above, 1e-6);
        double[] left =
                new BoundedAscent(BoundedAscentTest::bowl, LOW, new double[] {0, 10}).climb(new double[] {-5, 5}, ONES);
        assertArrayEquals(new double[] {0, -2 + 3 / 8.0}, left, 1e-6);
    }

    @Test
    void leaves_a_bound_that_pulls_inwards() {
        double[] top = new BoundedAscent(BoundedAscentTest::bowl, new double[] {-5, -5}, new double[] {5, 5})
                .climb(new double[] {-5, 5}, ONES);
        assertArrayEquals(new double[] {1, -2}, top, 1e-6);
    }

    @Test
    void a_coordinate_without_room_stays_where_it_is() {
        double[] top = new BoundedAscent(BoundedAscentTest::bowl, new double[] {3, -10}, new double[] {3, 10})
                .climb(new double[] {0, 0}, ONES);
        assertArrayEquals(new double[] {3, -2 - 3 / 4.0}, top, 1e-6);
    }

    @Test
    void holds_what_would_leave_the_box_and_nothing_else() {
        BoundedAscent box =
                new BoundedAscent(BoundedAscentTest::bowl, new double[] {0, 0, 0, 0, 5}, new double[] {1, 1, 1, 1, 5});
        boolean[] outwards = box.held(new double[] {0, 1, 0.5, 0.5, 5}, new double[] {-1, 1, -1, 1, 0.1});
        assertArrayEquals(new boolean[] {true, true, false, false, true}, outwards);
        boolean[] inwards = box.held(new double[] {0, 1, 0, 1, 5}, new double[] {1, -1, 0, 0, -0.1});
        assertArrayEquals(new boolean[] {false, false, true, true, true}, inwards);
    }

    @Test
    void moves_no_coordinate_farther_than_one_and_a_half_at_once() {
        List<double[]> asked = new ArrayList<>();
        BoundedAscent.Hill steep = place -> {
            asked.add(place.clone());
            return new BoundedAscent.Height(-place[0] * place[0], new double[] {-2 * place[0]});
        };
        double[] top = new BoundedAscent(steep, new double[] {-100}, new double[] {100})
                .climb(new double[] {40}, new double[] {1});

        assertEquals(0, top[0], 1e-6);
        assertEquals(38.5, asked.get(1)[0], 1e-12);
        assertTrue(asked.size() > 27, asked.size() + " places");
    }

    @Test
    void does_not_move_from_the_top() {
        List<double[]> asked = new ArrayList<>();
        double[] top = new BoundedAscent(
                        place -> {
                            asked.add(place);
                            return bowl(place);
                        },
                        LOW,
                        HIGH)
                .climb(new double[] {1, -2}, ONES);
        assertArrayEquals(new double[] {1, -2}, top);
        assertEquals(1, asked.size());
    }
}
