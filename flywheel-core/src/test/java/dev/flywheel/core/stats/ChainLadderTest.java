package dev.flywheel.core.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Source of the values: MackChainLadder of R package ChainLadder 0.2.20 on the Taylor-Ashe triangle, and the totals that
 * Mack (1994) publishes for the triangle of the Reinsurance Association of America.
 */
class ChainLadderTest {

    private static final double NOT_SEEN = Double.NaN;

    static Stream<JsonNode> published() {
        return Oracles.cases("chainladder.json", "cases");
    }

    @ParameterizedTest
    @MethodSource("published")
    void agrees_with_the_reference_triangle(JsonNode c) {
        ChainLadder ladder = ChainLadder.of(triangle(c.get("triangle")));
        assertEquals(c.get("sigma").size(), ladder.links());
        for (int k = 0; k < ladder.links(); k++) {
            near(c.get("f").get(k), ladder.factor(k));
            near(c.get("sigma").get(k), ladder.sigma(k));
        }
        for (int row = 0; row < c.get("ultimate").size(); row++) {
            near(c.get("ultimate").get(row), ladder.ultimate(row));
            near(c.get("mack_se").get(row), ladder.standardError(row));
        }
        near(c.get("total_se"), ladder.totalStandardError());
    }

    @Test
    void agrees_with_the_published_totals_of_the_second_triangle() {
        double[][] raa = {
            {5012, 8269, 10907, 11805, 13539, 16181, 18009, 18608, 18662, 18834},
            {106, 4285, 5396, 10666, 13782, 15599, 15496, 16169, 16704},
            {3410, 8992, 13873, 16141, 18735, 22214, 22863, 23466},
            {5655, 11555, 15766, 21266, 23425, 26083, 27067},
            {1092, 9565, 15836, 22169, 25955, 26180},
            {1513, 6445, 11702, 12935, 15852},
            {557, 4020, 10946, 12314},
            {1351, 6947, 13112},
            {3133, 5395},
            {2063}
        };
        ChainLadder ladder = ChainLadder.of(raa);
        double stillToCome = 0;
        for (int row = 0; row < raa.length; row++) {
            stillToCome += ladder.ultimate(row) - raa[row][raa[row].length - 1];
        }
        assertEquals(52_135, stillToCome, 0.5);
        assertEquals(26_909, ladder.totalStandardError(), 0.5);
    }

    private static void near(JsonNode expected, double actual) {
        double value = expected.asDouble();
        assertEquals(value, actual, 1e-8 * Math.max(1, Math.abs(value)));
    }

    private static double[][] triangle(JsonNode rows) {
        double[][] triangle = new double[rows.size()][];
        for (int i = 0; i < triangle.length; i++) {
            triangle[i] = new double[rows.get(i).size()];
            for (int k = 0; k < triangle[i].length; k++) {
                JsonNode cell = Objects.requireNonNull(rows.get(i).get(k));
                triangle[i][k] = cell.isNumber() ? cell.asDouble() : NOT_SEEN;
            }
        }
        return triangle;
    }

    @Test
    void rows_with_a_day_that_nobody_looked_at_still_teach_the_other_links() {
        ChainLadder ladder = ChainLadder.of(new double[][] {{10, NOT_SEEN, 16, 20}, {NOT_SEEN, 30, 33}, {20, 25}});

        assertEquals(25 / 20.0, ladder.factor(0));
        assertEquals(33 / 30.0, ladder.factor(1));
        assertEquals(20 / 16.0, ladder.factor(2));
        assertEquals(25 * 1.1 * 1.25, ladder.ultimate(2), 1e-12);
    }

    @Test
    void nothing_seen_is_answered_with_nothing() {
        ChainLadder none = ChainLadder.of(new double[0][]);
        assertEquals(0, none.links());
        assertEquals(0, none.totalStandardError());

        ChainLadder zeros = ChainLadder.of(new double[][] {{0, 0}, {}, {0}});
        assertEquals(1, zeros.factor(0));
        assertEquals(0, zeros.ultimate(1));
        assertEquals(0, zeros.standardError(2));
        assertEquals(Double.POSITIVE_INFINITY, zeros.relativeError(0));
    }

    @Test
    void the_error_of_a_factor_is_never_below_that_of_a_poisson_count() {
        ChainLadder steady = ChainLadder.of(new double[][] {{100, 120}, {100, 120}});
        assertEquals(40 / (240.0 * 240.0), steady.relativeError(0), 1e-15);

        ChainLadder wild = ChainLadder.of(new double[][] {{100, 100}, {100, 140}});
        assertEquals(0, ChainLadder.of(new double[][] {{100, 100}}).relativeError(0));
        assertTrue(wild.relativeError(0) > steady.relativeError(0));
    }

    @Test
    void cohorts_whose_counts_are_all_taken_back_end_at_nothing_without_doubt() {
        ChainLadder ladder = ChainLadder.of(new double[][] {{10, 0}, {10, 0}, {5}});

        assertEquals(0, ladder.factor(0));
        assertEquals(0, ladder.ultimate(2));
        assertEquals(0, ladder.standardError(2));
        assertEquals(0, ladder.totalStandardError());
    }

    @Test
    void a_row_without_counts_adds_nothing_to_a_factor_or_its_spread() {
        ChainLadder plain = ChainLadder.of(new double[][] {{100, 130}, {50, 55}, {20, 22}});
        ChainLadder withEmpty = ChainLadder.of(new double[][] {{100, 130}, {50, 55}, {20, 22}, {0, 0}});
        double factor = 207 / 170.0;
        double spread = 100 * square(1.3 - factor) + 70 * square(1.1 - factor);

        for (ChainLadder ladder : new ChainLadder[] {plain, withEmpty}) {
            assertEquals(170, ladder.shown(0));
            assertEquals(factor, ladder.factor(0), 1e-15);
            assertEquals(Math.sqrt(spread / 2), ladder.sigma(0), 1e-12);
        }
    }

    @Test
    void a_link_that_one_row_shows_takes_the_trend_of_the_two_before_it() {
        ChainLadder falling = ChainLadder.of(new double[][] {{100, 140, 150, 160}, {100, 120, 130}, {100, 105, 117}});
        double first = falling.sigma(0);
        double second = falling.sigma(1);
        assertTrue(second < first, first + " " + second);
        assertEquals(second * second / first, falling.sigma(2), 1e-12);

        ChainLadder rising = ChainLadder.of(new double[][] {{100, 121, 150, 160}, {100, 120, 130}, {100, 119, 125}});
        assertTrue(rising.sigma(1) > rising.sigma(0));
        assertEquals(rising.sigma(0), rising.sigma(2), 1e-12);
    }

    @Test
    void counts_hundreds_of_orders_apart_give_the_largest_number_and_nothing_stays_nothing() {
        double[][] apart = {{1e-300, 1e12, 1e12}, {1e-300, 1, 1e12}, {1e-300, 1}, {0}, {3}};
        ChainLadder ladder = ChainLadder.of(apart);

        assertEquals(0, ladder.ultimate(3));
        assertEquals(0, ladder.standardError(3));
        assertEquals(Double.MAX_VALUE, ladder.ultimate(4));
        assertEquals(Math.sqrt(Double.MAX_VALUE), ladder.standardError(4), 1e140);
        assertEquals(Math.sqrt(Double.MAX_VALUE), ladder.totalStandardError(), 1e140);
    }

    private static double square(double x) {
        return x * x;
    }

    @Test
    void refuses_a_count_below_zero() {
        assertEquals(
                "triangle[1][0] must be in [0.0, 1.0E12], got -1.0",
                assertThrows(IllegalArgumentException.class, () -> ChainLadder.of(new double[][] {{1}, {-1}}))
                        .getMessage());
    }
}
