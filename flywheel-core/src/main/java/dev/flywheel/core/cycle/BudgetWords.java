package dev.flywheel.core.cycle;

import dev.flywheel.core.adtest.BoostAllocation;
import dev.flywheel.core.adtest.BudgetArm;
import dev.flywheel.core.adtest.BudgetShare;
import dev.flywheel.core.adtest.BudgetShare.Why;
import dev.flywheel.core.content.VideoId;
import dev.flywheel.core.money.Money;
import java.util.ArrayList;
import java.util.List;

/** Why a boost gets its budget, in words. */
final class BudgetWords {

    private final BoostAllocation allocation;
    private final Money cap;

    BudgetWords(BoostAllocation allocation) {
        this.allocation = allocation;
        cap = allocation.money(allocation.capPerDay());
    }

    /** Why a boost that its verdict would keep stops all the same. */
    Amplify.Stop stop(BudgetShare share) {
        if (share.why() == Why.GAVE_WAY) {
            long running = allocation.arms().stream()
                    .filter(arm -> arm.standing() != BudgetArm.Standing.ENDS)
                    .mapToLong(BudgetArm::todayPerDay)
                    .sum();
            return new Amplify.Stop(
                    "running boosts cost " + allocation.money(running) + " a day, above the cap of " + cap,
                    "Keep it if the daily cap is raised, or another boost is stopped instead.");
        }
        if (share.expectedGain() > 0) {
            return new Amplify.Stop(
                    "it is expected to lose on any budget",
                    "Keep it if you expect " + number(share.expectedGain()) + " a day more of it than the data do.");
        }
        return new Amplify.Stop(
                "its money is expected to earn more in other boosts",
                "Keep it if the daily cap of " + cap + " is raised: it is expected to earn "
                        + number(0 - share.expectedGain()) + " a day.");
    }

    /** The evidence, with the reason for the budget: in front where it overrules the verdict, else behind. */
    List<String> because(BudgetShare share, List<String> evidence) {
        List<String> because = new ArrayList<>(evidence);
        switch (share.why()) {
            case NO_ROOM -> because.add(0, "The daily cap of " + cap + " leaves no room for a raise.");
            case NO_GAIN ->
                because.add(
                        0,
                        "A raise waits: today's draw did not put the money here, or the raise is not expected to gain more"
                                + " than " + allocation.money(allocation.rules().hysteresis()) + " a day.");
            case LOWERED -> because.add(0, "Less money is expected to earn " + gains(share) + ".");
            case RAISED, STARTED ->
                because.add("Divided by today's draw, the daily cap of " + cap + " puts "
                        + allocation.money(share.budgetPerDay()) + " here, to gain " + gains(share) + ".");
            case RAISED_TO_LEARN, STARTED_TO_LEARN ->
                because.add("It takes one of the slots that "
                        + Facts.percent(allocation.rules().explorationShare()) + " of the daily cap of " + cap
                        + " is kept for, to learn which boost is best; expected gain " + number(share.expectedGain())
                        + " a day.");
            default -> {}
        }
        return because;
    }

    private static String gains(BudgetShare share) {
        return number(share.expectedGain()) + " a day (" + number(share.drawnGain()) + " in the draw)";
    }

    private static String number(double money) {
        // Adding zero turns what rounds to minus zero into zero.
        return Facts.number(Math.rint(money * 100) / 100 + 0.0);
    }

    /** What would have to be true for a boost to keep its budget. */
    String whatWouldKeep(VideoId video) {
        return allocation.share(video).why() == Why.LOWERED_TO_CEILING
                ? "you raise the policy's ceiling for a boost first."
                : "the daily cap of " + cap + " rises, or if the last of its money buys more clicks than expected.";
    }
}
