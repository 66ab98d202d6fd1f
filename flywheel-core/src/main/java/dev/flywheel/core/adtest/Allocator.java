package dev.flywheel.core.adtest;

import dev.flywheel.core.adtest.BudgetArm.Standing;
import dev.flywheel.core.adtest.BudgetShare.Why;
import dev.flywheel.core.stats.BudgetKnapsack;
import dev.flywheel.core.stats.ResponseExponent;
import dev.flywheel.core.stats.SeededDraws;
import dev.flywheel.core.stats.TopTwo;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.ToDoubleBiFunction;

/**
 * Divides the daily ad money (statistics 3). Money that runs is moved by expectation, new money by draw:
 *
 * <ol>
 *   <li>An exact knapsack on expected profits says what runs may go on. Where the cap is too small for what runs, the
 *       least promising give way and nothing rises or starts.
 *   <li>A share of the cap goes in slots to whom top-two sampling picks among boosts that may rise or start.
 *   <li>An exact knapsack on the day's draw divides the rest among the others that may rise or start.
 * </ol>
 *
 * <p>A draw alone ends nothing, because a boost that was ended does not come back: dividing what runs by draw as well
 * earned .72 instead of .84 of what full knowledge would earn where stops are final, and no more where they are not
 * (15 candidates, 450 a day, 60 days). Each change of a running budget costs the hysteresis in what is maximised, so it
 * happens only for a larger gain.
 */
final class Allocator {

    /** A boost of which nothing is known stays rather than none; a test that looks bad is kept before it. */
    private static final double WORTH_OF_UNSEEN = 1e-6;

    private static final double WORTH_OF_TEST = 2e-6;

    private final BudgetRules rules;
    private final long cap;
    private final double hysteresis;
    private final List<ArmOutlook> arms;
    private final boolean capIsTooSmall;
    private final SeededDraws coin;
    private final long[] budgets;
    private final boolean[] toLearn;

    Allocator(
            BudgetRules rules,
            long cap,
            double minorPerMajor,
            ResponseExponent exponent,
            List<BudgetArm> arms,
            long seed) {
        this.rules = rules;
        this.cap = cap;
        this.hysteresis = rules.hysteresis() / minorPerMajor;
        this.arms = arms.stream()
                .map(arm -> new ArmOutlook(arm, rules, minorPerMajor, exponent, seed))
                .toList();
        capIsTooSmall = this.arms.stream().mapToLong(ArmOutlook::stay).sum() > cap;
        coin = SeededDraws.of(seed, "coin");
        budgets = new long[arms.size()];
        toLearn = new boolean[arms.size()];
    }

    List<ArmOutlook> outlooks() {
        return arms;
    }

    /** Whether what runs would cost more than the cap. */
    boolean capIsTooSmall() {
        return capIsTooSmall;
    }

    List<BudgetShare> shares() {
        moveWhatRuns();
        if (!capIsTooSmall) {
            learn();
            raiseAndStart();
        }
        List<BudgetShare> shares = new ArrayList<>();
        for (int i = 0; i < budgets.length; i++) {
            shares.add(share(i));
        }
        return shares;
    }

    private long free() {
        long spent = 0;
        for (long budget : budgets) {
            spent += budget;
        }
        return cap - spent;
    }

    private void moveWhatRuns() {
        long[] best = divide(arms.stream().map(arm -> arm.levels(capIsTooSmall)).toList(), this::worthOfRunning);
        for (int i = 0; i < best.length; i++) {
            budgets[i] = Math.min(best[i], arms.get(i).stay());
        }
    }

    private double worthOfRunning(ArmOutlook arm, long budget) {
        double change = arm.arm().runs() && budget != arm.stay() ? hysteresis : 0;
        double profit = arm.expectedProfit(budget);
        if (budget > 0 && arm.is(Standing.UNSEEN)) {
            profit = WORTH_OF_UNSEEN;
        } else if (budget > 0 && arm.is(Standing.TESTED)) {
            profit = Math.max(profit, WORTH_OF_TEST);
        }
        return profit - change;
    }

    private void learn() {
        for (long slots = rules.slots(cap); slots > 0; slots--) {
            List<Integer> open = new ArrayList<>();
            for (int i = 0; i < budgets.length; i++) {
                if (wants(i) && next(i) - budgets[i] <= free()) {
                    open.add(i);
                }
            }
            if (open.isEmpty()) {
                return;
            }
            int picked = TopTwo.pick(() -> gains(open), expectedGains(open), coin);
            if (picked < open.size()) {
                int i = open.get(picked);
                budgets[i] = next(i);
                toLearn[i] = true;
            }
        }
    }

    /** Whether it may start, or rise for an expected gain that is worth a change, and has got nothing yet. */
    private boolean wants(int i) {
        ArmOutlook arm = arms.get(i);
        return !toLearn[i]
                && (arm.is(Standing.NEW)
                        ? arm.expectedProfit(next(i)) > 0
                        : budgets[i] == arm.stay() && mayRiseTo(arm, arm.top()));
    }

    private boolean mayRiseTo(ArmOutlook arm, long budget) {
        return budget > arm.stay()
                && arm.is(Standing.RISING)
                && arm.expectedProfit(budget) - arm.expectedProfit(arm.stay()) > hysteresis;
    }

    private long next(int i) {
        ArmOutlook arm = arms.get(i);
        return arm.is(Standing.NEW) ? arm.arm().startPerDay() : arm.top();
    }

    /** Drawn gains of the slot; the last place is that of giving it to nobody. */
    private double[] gains(List<Integer> open) {
        double[] gains = new double[open.size() + 1];
        for (int k = 0; k < open.size(); k++) {
            int i = open.get(k);
            ArmOutlook.Draw draw = arms.get(i).nextDraw();
            gains[k] = arms.get(i).profit(draw, next(i)) - arms.get(i).profit(draw, budgets[i]);
        }
        return gains;
    }

    private double[] expectedGains(List<Integer> open) {
        double[] gains = new double[open.size() + 1];
        for (int k = 0; k < open.size(); k++) {
            int i = open.get(k);
            gains[k] = arms.get(i).expectedProfit(next(i)) - arms.get(i).expectedProfit(budgets[i]);
        }
        return gains;
    }

    private void raiseAndStart() {
        List<NavigableSet<Long>> open = new ArrayList<>();
        for (int i = 0; i < budgets.length; i++) {
            ArmOutlook arm = arms.get(i);
            NavigableSet<Long> levels = new TreeSet<>(List.of(budgets[i]));
            if (!toLearn[i] && budgets[i] == arm.stay()) {
                arm.levels(false).stream()
                        .filter(level -> arm.is(Standing.NEW) || mayRiseTo(arm, level))
                        .forEach(levels::add);
            }
            open.add(levels);
        }
        System.arraycopy(divide(open, this::worthOfNewMoney), 0, budgets, 0, budgets.length);
    }

    /** The policy has let a candidate in already, so a bad draw puts it last and does not shut it out. */
    private double worthOfNewMoney(ArmOutlook arm, long budget) {
        if (arm.is(Standing.NEW)) {
            return budget == 0 ? 0 : Math.max(WORTH_OF_TEST, arm.drawnProfit(budget));
        }
        return arm.drawnProfit(budget) - (budget > arm.stay() ? hysteresis : 0);
    }

    private long[] divide(List<NavigableSet<Long>> open, ToDoubleBiFunction<ArmOutlook, Long> worth) {
        long[][] costs = new long[open.size()][];
        double[][] values = new double[open.size()][];
        for (int i = 0; i < costs.length; i++) {
            ArmOutlook arm = arms.get(i);
            costs[i] = open.get(i).stream().mapToLong(Long::longValue).toArray();
            values[i] = open.get(i).stream()
                    .mapToDouble(level -> worth.applyAsDouble(arm, level))
                    .toArray();
        }
        BudgetKnapsack best = BudgetKnapsack.solve(costs, values, cap);
        long[] divided = new long[costs.length];
        for (int i = 0; i < divided.length; i++) {
            divided[i] = costs[i][best.level(i)];
        }
        return divided;
    }

    private BudgetShare share(int i) {
        ArmOutlook arm = arms.get(i);
        long budget = budgets[i];
        long today = arm.arm().todayPerDay();
        return new BudgetShare(
                arm.arm().video(),
                List.copyOf(arm.levels(capIsTooSmall)),
                arm.ofTheDay().rate(),
                arm.ofTheDay().orderValue(),
                arm.ofTheDay().exponent(),
                budget,
                arm.expectedProfit(budget),
                arm.expectedProfit(budget) - arm.expectedProfit(today),
                arm.drawnProfit(budget) - arm.drawnProfit(today),
                why(i, arm, budget, today));
    }

    private Why why(int i, ArmOutlook arm, long budget, long today) {
        if (arm.is(Standing.ENDS)) {
            return Why.ENDS;
        }
        if (budget > today) {
            return arm.is(Standing.NEW)
                    ? toLearn[i] ? Why.STARTED_TO_LEARN : Why.STARTED
                    : toLearn[i] ? Why.RAISED_TO_LEARN : Why.RAISED;
        }
        if (budget < arm.stay()) {
            return budget > 0 ? Why.LOWERED : capIsTooSmall ? Why.GAVE_WAY : Why.RELEASED;
        }
        if (budget < today) {
            return Why.LOWERED_TO_CEILING;
        }
        boolean couldGrow = arm.is(Standing.NEW) || arm.top() > today;
        if (!couldGrow) {
            return Why.KEPT;
        }
        return capIsTooSmall || free() < smallestStep(arm, budget) ? Why.NO_ROOM : Why.NO_GAIN;
    }

    private long smallestStep(ArmOutlook arm, long budget) {
        return arm.is(Standing.NEW)
                ? arm.arm().startPerDay()
                : arm.levels(false).tailSet(budget + 1, true).first() - budget;
    }
}
