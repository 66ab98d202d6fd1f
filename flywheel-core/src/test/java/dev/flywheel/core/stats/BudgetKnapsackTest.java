package dev.flywheel.core.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class BudgetKnapsackTest {

    private static final long[] LADDER = {0, 50, 60, 70, 80, 90, 100, 110, 120, 130, 140, 150};

    static Stream<JsonNode> instances() {
        return Oracles.cases("knapsack_milp.json", "instances");
    }

    /** Optima of scipy 1.10.1 optimize.milp (HiGHS). */
    @ParameterizedTest
    @MethodSource("instances")
    void finds_the_optimum_of_an_integer_programme(JsonNode instance) {
        double[][] values = doubles(instance.get("value"));
        long[] levels = Arrays.stream(doubles(instance.get("levels"), 0))
                .mapToLong(Math::round)
                .toArray();
        long[][] costs = new long[values.length][];
        Arrays.fill(costs, levels);

        BudgetKnapsack best =
                BudgetKnapsack.solve(costs, values, instance.get("budget").asLong());

        assertEquals(instance.get("optimum").asDouble(), best.value(), 1e-6);
        assertTrue(best.spend() <= instance.get("budget").asLong());
        double named = 0;
        for (int arm = 0; arm < values.length; arm++) {
            named += values[arm][
                    Arrays.binarySearch(
                            levels, instance.get("allocation").get(arm).asLong())];
        }
        assertEquals(named, best.value(), 1e-6, "worth as much as the oracle's own allocation");
    }

    private static double[][] doubles(JsonNode rows) {
        double[][] all = new double[rows.size()][];
        Arrays.setAll(all, i -> doubles(rows.get(i), 0));
        return all;
    }

    private static double[] doubles(JsonNode row, int from) {
        return IntStream.range(from, row.size())
                .mapToDouble(i -> row.get(i).asDouble())
                .toArray();
    }

    @Test
    void agrees_with_trying_everything_on_small_instances_with_any_levels_and_any_budget() {
        Random random = new Random(3);
        int ties = 0;
        for (int round = 0; round < 2_000; round++) {
            int arms = 1 + random.nextInt(4);
            long[][] costs = new long[arms][];
            double[][] values = new double[arms][];
            long cheapest = 0;
            for (int arm = 0; arm < arms; arm++) {
                costs[arm] = random.longs(1 + random.nextInt(5), 0, 40)
                        .distinct()
                        .sorted()
                        .toArray();
                // Small whole values make ties common.
                values[arm] =
                        random.ints(costs[arm].length, -1, 3).asDoubleStream().toArray();
                cheapest += costs[arm][0];
            }
            long budget = cheapest + random.nextInt(60);
            BudgetKnapsack best = BudgetKnapsack.solve(costs, values, budget);
            Exhaustive all = new Exhaustive(costs, values, budget);
            all.visit(0, 0, 0);

            assertEquals(all.value, best.value(), 0);
            assertEquals(all.spend, best.spend(), "of equal values the lower spend");
            assertArrayEquals(
                    all.choice,
                    IntStream.range(0, arms).map(best::level).toArray(),
                    "then more for the arm that stands first");
            ties += all.equals > 1 ? 1 : 0;
        }
        assertTrue(ties > 100, "too few ties to prove their rule: " + ties);
    }

    private static final class Exhaustive {

        private final long[][] costs;
        private final double[][] values;
        private final long budget;
        private final int[] at;
        private int[] choice = {};
        private double value = Double.NEGATIVE_INFINITY;
        private long spend;
        private int equals;

        Exhaustive(long[][] costs, double[][] values, long budget) {
            this.costs = costs;
            this.values = values;
            this.budget = budget;
            at = new int[costs.length];
        }

        /** Visits high levels first, so that the first of equals gives most to the first arm. */
        void visit(int arm, long spent, double worth) {
            if (spent > budget) {
                return;
            }
            if (arm < at.length) {
                for (int level = costs[arm].length - 1; level >= 0; level--) {
                    at[arm] = level;
                    visit(arm + 1, spent + costs[arm][level], worth + values[arm][level]);
                }
            } else if (worth > value || (worth == value && spent < spend)) {
                equals = worth == value ? equals + 1 : 1;
                value = worth;
                spend = spent;
                choice = at.clone();
            } else if (worth == value) {
                equals++;
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "49, 0", "50, 50", "59, 50", "63, 60", "149, 140", "150, 150", "1000, 150"})
    void a_budget_between_the_levels_buys_the_level_below(long budget, long spend) {
        double[] worth = Arrays.stream(LADDER).mapToDouble(level -> level).toArray();

        assertEquals(
                spend,
                BudgetKnapsack.solve(new long[][] {LADDER}, new double[][] {worth}, budget)
                        .spend());
    }

    @Test
    void without_arms_nothing_is_spent() {
        BudgetKnapsack nothing = BudgetKnapsack.solve(new long[0][], new double[0][], 500);

        assertEquals(0, nothing.spend());
        assertEquals(0, nothing.value());
    }

    @Test
    void where_nothing_pays_nothing_is_spent() {
        double[] losing =
                Arrays.stream(LADDER).mapToDouble(level -> -0.01 * level).toArray();
        double[] idle = new double[LADDER.length];

        assertEquals(
                0,
                BudgetKnapsack.solve(new long[][] {LADDER, LADDER}, new double[][] {losing, idle}, 300)
                        .spend());
    }

    @Test
    void with_enough_for_all_every_arm_gets_its_own_best_level() {
        Random random = new Random(4);
        long[][] costs = new long[30][];
        Arrays.fill(costs, LADDER);
        double[][] values = new double[30][];
        Arrays.setAll(values, arm -> {
            ResponseCurve curve = new ResponseCurve(100, 0.67, 0.85);
            double perClick = 2 * random.nextDouble();
            return Arrays.stream(LADDER)
                    .mapToDouble(level -> curve.profit(level, perClick))
                    .toArray();
        });

        BudgetKnapsack best = BudgetKnapsack.solve(costs, values, 150 * 30);

        int between = 0;
        for (int arm = 0; arm < 30; arm++) {
            double own = Arrays.stream(values[arm]).max().orElseThrow();
            assertEquals(own, values[arm][best.level(arm)], 0);
            between += best.level(arm) > 0 && best.level(arm) < 11 ? 1 : 0;
        }
        assertTrue(between > 0, "some best level lies between nothing and the ceiling");
    }

    @Test
    void a_floor_makes_greed_wrong() {
        // By value per unit of money the first arm comes first, and then nothing else fits.
        long[][] costs = {{0, 60}, {0, 50}, {0, 50}};
        double[][] values = {{0, 66}, {0, 50}, {0, 50}};

        BudgetKnapsack best = BudgetKnapsack.solve(costs, values, 100);

        assertEquals(100, best.value());
        assertEquals(0, best.level(0));
    }

    @Test
    void two_hundred_videos_are_divided_at_once() {
        Random random = new Random(5);
        long[][] costs = new long[200][];
        Arrays.fill(costs, LADDER);
        double[][] values = new double[200][];
        Arrays.setAll(values, arm -> random.doubles(LADDER.length, -50, 100).toArray());

        BudgetKnapsack best = BudgetKnapsack.solve(costs, values, 10_000);

        assertTrue(best.spend() <= 10_000 && best.value() > 0);
    }

    @Test
    void refuses_what_cannot_be_divided() {
        refuses("budget must be in [0.0, 1.0E12], got -1.0", new long[][] {{0}}, new double[][] {{0}}, -1);
        refuses("costs and values must have the same length, got 1 and 0", new long[][] {{0}}, new double[0][], 1);
        refuses("costs[0] must hold at least one level, got none", new long[][] {{}}, new double[][] {{}}, 1);
        refuses("costs[0] must increase, got 5 before 5", new long[][] {{5, 5}}, new double[][] {{1, 2}}, 9);
        refuses("costs[0][0] must be in [0.0, 1.0E12], got -5.0", new long[][] {{-5}}, new double[][] {{1}}, 9);
        refuses(
                "values[0][0] must be in [-1.0E9, 1.0E9], got NaN",
                new long[][] {{0}},
                new double[][] {{Double.NaN}},
                9);
        refuses(
                "budget must carry the cheapest levels, which cost 10, got 9",
                new long[][] {{4}, {6}},
                new double[][] {{1}, {1}},
                9);
    }

    private static void refuses(String message, long[][] costs, double[][] values, long budget) {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> BudgetKnapsack.solve(costs, values, budget));
        assertEquals(message, refused.getMessage());
    }
}
