package dev.flywheel.core.cycle;

import dev.flywheel.core.adtest.AdTestReading;
import dev.flywheel.core.adtest.AdTestStart;
import dev.flywheel.core.adtest.BoostAllocation;
import dev.flywheel.core.content.VideoId;
import dev.flywheel.core.money.Money;
import dev.flywheel.core.performance.Estimate;
import dev.flywheel.core.performance.Finding;
import dev.flywheel.core.program.PolicyNumber;
import dev.flywheel.core.program.Program;
import dev.flywheel.core.stats.ResponseExponent;
import java.util.List;

/**
 * What is proposed for boosts that run, in words. Values and costs are those of a whole test horizon, so that stopping,
 * raising and starting a boost can be held against each other.
 */
final class BoostActions {

    private final Program program;
    private final int days;

    BoostActions(Program program) {
        this.program = program;
        this.days = program.policy().count(PolicyNumber.HORIZON_DAYS);
    }

    Action stop(AdTestReading reading, Amplify.Stop stop) {
        return new Action.StopBoost(
                reading.start().video(),
                reading.start().budgetPerDay(),
                new Explanation(
                        stopText(reading.start(), stop),
                        overHorizon(reading.expectedProfitPerDay()).negated(),
                        Money.zero(program.currency()),
                        reading.because(),
                        stop.unless(),
                        true));
    }

    /** A boost of which no report knows anything. */
    Action stop(AdTestStart unseen, Amplify.Stop stop) {
        return new Action.StopBoost(
                unseen.video(),
                unseen.budgetPerDay(),
                new Explanation(
                        stopText(unseen, stop),
                        null,
                        Money.zero(program.currency()),
                        List.of("It may spend " + unseen.budgetPerDay()
                                + " a day; no report knows it, so nothing speaks" + " for keeping it."),
                        stop.unless(),
                        true));
    }

    private static String stopText(AdTestStart boost, Amplify.Stop stop) {
        return "Stop the boost of video " + boost.video() + ": " + stop.reason() + ".";
    }

    Action raise(AdTestReading reading, BoostAllocation allocation) {
        return change(
                reading,
                "Raise",
                allocation,
                reading.budgetPerDay().minus(reading.start().budgetPerDay()).times(days),
                "Keep " + reading.start().budgetPerDay()
                        + " if the probability that a paid click pays falls below the policy's; it is "
                        + Facts.percent(reading.probabilityProfitable()) + " now.");
    }

    Action lower(AdTestReading reading, BoostAllocation allocation) {
        return change(
                reading,
                "Lower",
                allocation,
                Money.zero(program.currency()),
                "Keep " + reading.start().budgetPerDay() + " if "
                        + new BudgetWords(allocation)
                                .whatWouldKeep(reading.start().video()));
    }

    private Action change(AdTestReading reading, String how, BoostAllocation allocation, Money cost, String unless) {
        AdTestStart boost = reading.start();
        return new Action.ScaleBoost(
                boost.video(),
                boost.budgetPerDay(),
                reading.budgetPerDay(),
                new Explanation(
                        how + " the boost of video " + boost.video() + " from " + boost.budgetPerDay() + " to "
                                + reading.budgetPerDay() + " a day.",
                        overHorizon(gain(reading, allocation)),
                        cost,
                        reading.because(),
                        unless,
                        true));
    }

    /** Each further dollar buys fewer clicks, so the last ones bring less than the first. */
    private static Estimate gain(AdTestReading reading, BoostAllocation allocation) {
        double today = reading.start().budgetPerDay().asDouble();
        double more = reading.budgetPerDay().asDouble() - today;
        double exponent = new ResponseExponent(allocation.exponentCentre(), allocation.exponentSd()).mean();
        double moreClicks = Math.pow(1 + more / today, exponent) - 1;
        Estimate larger =
                reading.expectedProfitPerDay().map(profit -> (profit + today) * Math.abs(moreClicks) - Math.abs(more));
        return more < 0 ? larger.negated() : larger;
    }

    Action repair(VideoId video, String message, String remedy) {
        Finding finding = new Finding(Finding.Kind.ATTRIBUTION_MISSING, "video " + video, message, remedy);
        return new Action.FixData(
                finding,
                new Explanation(
                        "Repair the data of the boost of video " + video + ": " + message + ".",
                        null,
                        Money.zero(program.currency()),
                        List.of(message, remedy),
                        "Nothing is decided for this boost until paid and organic orders can be told apart.",
                        false));
    }

    private Estimate overHorizon(Estimate perDay) {
        return perDay.map(money -> money * days);
    }
}
