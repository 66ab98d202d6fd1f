package dev.flywheel.core.stats;

/**
 * The best way to divide a budget among arms of which each takes exactly one of its levels: the multiple-choice knapsack,
 * solved exactly (statistics 3). Immutable and safe for use by several threads.
 *
 * <p>Costs are whole units of the caller's choice, such as cents. Values are compared in millionths, so that sums are
 * exact and a tie is a tie on every machine. Of equal values the lower spend wins, then the one that gives more to the
 * arm that stands first. An arm that may get nothing has a level of cost 0: where nothing pays, nothing is spent.
 *
 * <p>Dynamic programming over the spends that can occur: for each number of arms the list of (spend, value) that no
 * cheaper choice equals. With N arms of at most L levels that are multiples of a unit u, a list holds at most
 * {@code budget / u + 1} entries and the time is O(N L budget / u), as in the table of statistics 3; levels off that
 * grid stay exact and only lengthen the lists.
 */
public final class BudgetKnapsack {

    private static final double MILLIONTH = 1e6;
    private static final double LARGEST_VALUE = 1e9;

    private final int[] choice;
    private final long spend;
    private final double value;

    private BudgetKnapsack(int[] choice, long spend, double value) {
        this.choice = choice;
        this.spend = spend;
        this.value = value;
    }

    /**
     * Solves.
     *
     * @param costs for each arm the costs of its levels, at least one, each 0 or more, in increasing order
     * @param values for each arm the values of its levels, in [-1e9, 1e9]
     * @param budget what all chosen levels may cost together, 0 or more; it need not be a multiple of anything
     * @return the best choice
     * @throws IllegalArgumentException also when even the cheapest levels cost more than the budget
     */
    public static BudgetKnapsack solve(long[][] costs, double[][] values, long budget) {
        require(costs, values, budget);
        int arms = costs.length;
        Frontier[] behind = new Frontier[arms + 1];
        behind[arms] = Frontier.start();
        long reserved = 0;
        for (long[] levels : costs) {
            reserved += levels[0];
        }
        for (int arm = arms - 1; arm >= 0; arm--) {
            reserved -= costs[arm][0];
            Frontier merged = Frontier.empty();
            for (int level = 0; level < costs[arm].length; level++) {
                long gain = (long) Math.rint(values[arm][level] * MILLIONTH);
                merged = merged.with(behind[arm + 1], costs[arm][level], gain, level, budget - reserved);
            }
            behind[arm] = merged;
            behind[arm + 1].forgetAmounts();
        }
        return best(behind, costs, values);
    }

    private static BudgetKnapsack best(Frontier[] behind, long[][] costs, double[][] values) {
        int[] choice = new int[costs.length];
        long spend = 0;
        double value = 0;
        // Values rise along the list, so its last entry is the best and, of equal ones, the cheapest.
        int state = behind[0].size - 1;
        for (int arm = 0; arm < choice.length; arm++) {
            choice[arm] = behind[arm].level[state];
            state = behind[arm].parent[state];
            spend += costs[arm][choice[arm]];
            value += values[arm][choice[arm]];
        }
        return new BudgetKnapsack(choice, spend, value);
    }

    /**
     * Tells what an arm gets.
     *
     * @param arm its place, from 0
     * @return the place of its level, from 0
     */
    public int level(int arm) {
        return choice[arm];
    }

    /** {@return what all chosen levels cost together} */
    public long spend() {
        return spend;
    }

    /** {@return what all chosen levels are worth together} */
    public double value() {
        return value;
    }

    private static void require(long[][] costs, double[][] values, long budget) {
        Checks.sameLength("costs", costs.length, "values", values.length);
        Checks.within((double) budget, 0, Checks.LARGEST, "budget");
        long cheapest = 0;
        for (int arm = 0; arm < costs.length; arm++) {
            String name = "costs[" + arm + "]";
            Checks.sameLength(name, costs[arm].length, "values[" + arm + "]", values[arm].length);
            if (costs[arm].length == 0) {
                throw new IllegalArgumentException(name + " must hold at least one level, got none");
            }
            for (int level = 0; level < costs[arm].length; level++) {
                Checks.within((double) costs[arm][level], 0, Checks.LARGEST, name + "[" + level + "]");
                Checks.within(values[arm][level], -LARGEST_VALUE, LARGEST_VALUE, "values[" + arm + "][" + level + "]");
                if (level > 0 && costs[arm][level] <= costs[arm][level - 1]) {
                    throw new IllegalArgumentException(
                            name + " must increase, got " + costs[arm][level - 1] + " before " + costs[arm][level]);
                }
            }
            cheapest += costs[arm][0];
        }
        if (cheapest > budget) {
            throw new IllegalArgumentException(
                    "budget must carry the cheapest levels, which cost " + cheapest + ", got " + budget);
        }
    }

    /** Spends in increasing order, each worth more than every lower one, with the way that leads there. */
    private static final class Frontier {

        private long[] spend;
        private long[] worth;
        private final int[] level;
        private final int[] parent;
        private int size;

        private Frontier(int capacity) {
            spend = new long[capacity];
            worth = new long[capacity];
            level = new int[capacity];
            parent = new int[capacity];
        }

        static Frontier empty() {
            return new Frontier(0);
        }

        static Frontier start() {
            Frontier start = new Frontier(1);
            start.size = 1;
            return start;
        }

        /** Only the way back is needed once the next arm is done. */
        void forgetAmounts() {
            spend = new long[0];
            worth = new long[0];
        }

        /** This and a rest to which one more level was added; of two equal ones the higher level of this arm stays. */
        Frontier with(Frontier rest, long cost, long gain, int ofLevel, long most) {
            Frontier merged = new Frontier(size + rest.size);
            int mine = 0;
            int other = 0;
            while (true) {
                boolean otherLeft = other < rest.size && rest.spend[other] + cost <= most;
                if (mine == size && !otherLeft) {
                    return merged;
                }
                if (mine < size && (!otherLeft || spend[mine] < rest.spend[other] + cost)) {
                    merged.add(spend[mine], worth[mine], level[mine], parent[mine]);
                    mine++;
                } else {
                    boolean better = mine < size
                            && spend[mine] == rest.spend[other] + cost
                            && worth[mine] > rest.worth[other] + gain;
                    if (!better) {
                        merged.add(rest.spend[other] + cost, rest.worth[other] + gain, ofLevel, other);
                    }
                    other++;
                }
            }
        }

        private void add(long itsSpend, long itsWorth, int itsLevel, int itsParent) {
            if (size > 0 && itsWorth <= worth[size - 1]) {
                return;
            }
            spend[size] = itsSpend;
            worth[size] = itsWorth;
            level[size] = itsLevel;
            parent[size] = itsParent;
            size++;
        }
    }
}
