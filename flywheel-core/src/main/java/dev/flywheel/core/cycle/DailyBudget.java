package dev.flywheel.core.cycle;

import dev.flywheel.core.adtest.AdTestReading;
import dev.flywheel.core.adtest.AdTestReading.Move;
import dev.flywheel.core.adtest.AdTestStart;
import dev.flywheel.core.adtest.AdTestVerdict;
import dev.flywheel.core.adtest.BoostAllocation;
import dev.flywheel.core.adtest.BudgetArm;
import dev.flywheel.core.adtest.BudgetArm.Standing;
import dev.flywheel.core.adtest.BudgetRules;
import dev.flywheel.core.adtest.PaidBelief;
import dev.flywheel.core.performance.SpendDay;
import dev.flywheel.core.performance.VideoHistory;
import dev.flywheel.core.program.Policy;
import dev.flywheel.core.program.PolicyNumber;
import dev.flywheel.core.program.Program;
import dev.flywheel.core.stats.ResponseExponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Collects what the division of the daily ad money needs: every boost that costs money or could. */
final class DailyBudget {

    private final Measured measured;
    private final List<BudgetArm> arms = new ArrayList<>();

    DailyBudget(Measured measured) {
        this.measured = measured;
    }

    /** A boost that runs, with what its verdict allows. */
    void add(AdTestReading reading) {
        AdTestStart start = reading.start();
        PaidBelief belief = Objects.requireNonNull(reading.record()).belief();
        arms.add(new BudgetArm(
                start.video(), standing(reading), start.budgetPerDay().minorUnits(), 0, belief));
    }

    /** A boost that runs and of which no report knows anything. */
    void addUnseen(AdTestStart start, boolean ends) {
        arms.add(new BudgetArm(
                start.video(),
                ends ? Standing.ENDS : Standing.UNSEEN,
                start.budgetPerDay().minorUnits(),
                0,
                null));
    }

    void addAll(List<BudgetArm> candidates) {
        arms.addAll(candidates);
    }

    private static Standing standing(AdTestReading reading) {
        if (reading.move() == Move.STOP) {
            return Standing.ENDS;
        }
        boolean undecided = reading.verdict() instanceof AdTestVerdict.Testing
                || reading.verdict() instanceof AdTestVerdict.InsufficientAttribution;
        return undecided ? Standing.TESTED : reading.move() == Move.SCALE ? Standing.RISING : Standing.SETTLED;
    }

    BoostAllocation divide(long seed) {
        Program program = measured.program();
        ResponseExponent exponent = exponent();
        return BoostAllocation.of(
                program.brand(),
                measured.asOf(),
                program.dailyAdCap(),
                BudgetRules.of(program.policy(), program.currency()),
                new BoostAllocation.Exponent(exponent.centre(), exponent.sd()),
                arms,
                seed);
    }

    /** How clicks grow with the budget, learned from all days of ads of the brand. */
    private ResponseExponent exponent() {
        List<Integer> videos = new ArrayList<>();
        List<SpendDay> days = new ArrayList<>();
        int video = 0;
        for (VideoHistory history : measured.histories().values()) {
            for (SpendDay day : history.spendDays()) {
                videos.add(video);
                days.add(day);
            }
            video++;
        }
        Policy policy = measured.program().policy();
        return new ResponseExponent(
                        policy.number(PolicyNumber.RESPONSE_EXPONENT), policy.number(PolicyNumber.RESPONSE_EXPONENT_SD))
                .learnedFrom(
                        videos.stream().mapToInt(Integer::intValue).toArray(),
                        days.stream().mapToDouble(day -> day.spend().asDouble()).toArray(),
                        days.stream().mapToDouble(SpendDay::clicks).toArray(),
                        policy.number(PolicyNumber.BUDGET_LEVEL_STEP));
    }
}
