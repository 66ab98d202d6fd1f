package dev.flywheel.core.adtest;

import dev.flywheel.core.adtest.AdTestReading.Move;
import dev.flywheel.core.money.Money;
import dev.flywheel.core.performance.Estimate;
import dev.flywheel.core.performance.RateDay;
import dev.flywheel.core.performance.Traffic;
import dev.flywheel.core.performance.VideoHistory;
import dev.flywheel.core.program.Policy;
import dev.flywheel.core.program.PolicyNumber;
import dev.flywheel.core.stats.ConversionLag;
import dev.flywheel.core.stats.GammaPrior;
import dev.flywheel.core.stats.PaidEconomics;
import dev.flywheel.core.stats.RatioConfidenceSequence;
import dev.flywheel.core.stats.RatioInterval;
import dev.flywheel.core.stats.RatioPrior;
import dev.flywheel.core.stats.SparkTest;
import dev.flywheel.core.stats.SparkTotals;
import dev.flywheel.core.winner.OrderEconomics;
import dev.flywheel.core.winner.RateBelief;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One boost under test: does paid traffic convert like organic traffic did and does? Its settings are fixed when it
 * starts, which is what allows looking every day (statistics 2.2). Immutable and thread-safe.
 */
public final class AdTest {

    /** How many clicks the usual click price is worth, until the boost's own price is known. */
    private static final double CLICK_PRICE_CLICKS = 20;

    private static final double BLENDED_SHARE = 0.2;

    private final AdTestStart start;
    private final GammaPrior prior;
    private final OrderEconomics economics;
    private final Policy policy;
    private final double costPerClick;
    private final double eta;

    /**
     * Fixes a test.
     *
     * @param start the boost
     * @param prior what was believed of the video's organic rate from evidence before the start, without its own orders
     * @param economics what its orders leave
     * @param policy the policy
     * @param costPerClick what a click of this brand usually costs
     * @param dayNoise variance of daily orders over their mean, at least 1
     */
    public AdTest(
            AdTestStart start,
            RateBelief prior,
            OrderEconomics economics,
            Policy policy,
            double costPerClick,
            double dayNoise) {
        this.start = start;
        this.prior = new GammaPrior(prior.shape(), prior.rate());
        this.economics = economics;
        this.policy = policy;
        this.costPerClick = costPerClick;
        this.eta = 1 / dayNoise;
    }

    /**
     * Looks at the evidence of a day.
     *
     * @param history what is known of the video
     * @param asOf the day, not before the start
     * @return what the test says
     */
    public AdTestReading read(VideoHistory history, LocalDate asOf) {
        Arm paid = arm(history, Traffic.PAID, start.startedOn(), asOf);
        Arm organic = arm(history, Traffic.ORGANIC, LocalDate.MIN, asOf);
        Optional<String> missing = missingAttribution(history, paid, asOf);
        SparkTotals totals = missing.isPresent()
                ? new SparkTotals(organic.orders(), organic.maturedClicks(), 0, 0)
                : new SparkTotals(organic.orders(), organic.maturedClicks(), paid.orders(), paid.maturedClicks());
        Optional<Money> spend =
                history.knowsSpend() ? Optional.of(history.spendSince(start.startedOn())) : Optional.empty();
        return reading(totals, paid, organic, spend, missing, asOf);
    }

    private AdTestReading reading(
            SparkTotals totals,
            Arm paid,
            Arm organic,
            Optional<Money> spend,
            Optional<String> missing,
            LocalDate asOf) {
        double spent = spend.map(Money::asDouble).orElse(0.0);
        double ownClicks = spent > 0 ? paid.clicks() : 0;
        double ownCost = (spent + CLICK_PRICE_CLICKS * costPerClick) / (ownClicks + CLICK_PRICE_CLICKS);
        PaidEconomics paidRate = PaidEconomics.of(prior, RatioPrior.DEFAULT, totals, eta);
        double[] values = economics.equallyLikelyPerOrder(true);
        double clicksPerDay = start.budgetPerDay().asDouble() / ownCost;
        double profitPerClick = paidRate.expectedProfitPerClick(values, ownCost);
        double organicRate = (prior.shape() + organic.orders()) / (prior.rate() + organic.maturedClicks());
        VerdictTable.Numbers numbers = new VerdictTable.Numbers(
                ChronoUnit.DAYS.between(start.startedOn(), asOf) + 1,
                spent,
                totals.paidExposure(),
                organicRate * totals.paidExposure(),
                SparkTest.drop(1, prior).logE(totals, eta),
                SparkTest.hold(1 - policy.number(PolicyNumber.MARGIN), prior).logE(totals, eta),
                paidRate.probabilityProfitable(values, ownCost),
                clicksPerDay * profitPerClick,
                -(paid.clicks() * profitPerClick));
        VerdictTable table = new VerdictTable(policy);
        AdTestVerdict verdict = missing.<AdTestVerdict>map(AdTestVerdict.InsufficientAttribution::new)
                .orElseGet(() -> table.verdict(numbers));
        Move move = table.move(verdict, numbers);
        double valuePerOrder = economics.expectedPerOrder(true);
        Estimate profit = PaidProfit.perDay(paidRate, valuePerOrder, ownCost, clicksPerDay);
        return new AdTestReading(
                start,
                numbers.day(),
                spend.orElse(null),
                paid,
                organic,
                missing.isPresent() ? null : ratio(totals, paidRate.expectedRate() / organicRate),
                numbers.logEDrop(),
                numbers.logEHold(),
                numbers.probabilityProfitable(),
                profit,
                verdict,
                move,
                table.budget(move, start.budgetPerDay()),
                because(numbers, paid, organic, verdict, ownCost, valuePerOrder));
    }

    /**
     * What is missing to tell paid from organic, or nothing. Single blended days are left out of both sides; when they
     * are more than a fifth of the paid days, what is left may no longer be like what is missing.
     */
    private Optional<String> missingAttribution(VideoHistory history, Arm paid, LocalDate asOf) {
        if (history.exposureIsViews()) {
            return Optional.of("no report knows the clicks of this video");
        }
        long blendedDays = daysSinceStart(history, Traffic.BLENDED);
        if (blendedDays > BLENDED_SHARE * daysSinceStart(history, Traffic.PAID)) {
            return Optional.of("orders of " + blendedDays + " days since " + start.startedOn()
                    + " are reported for organic and paid together");
        }
        long day = ChronoUnit.DAYS.between(start.startedOn(), asOf) + 1;
        if (paid.clicks() == 0 && day > policy.count(PolicyNumber.MINIMUM_TEST_DAYS)) {
            return Optional.of("no report gives paid clicks and paid orders since " + start.startedOn());
        }
        return Optional.empty();
    }

    private long daysSinceStart(VideoHistory history, Traffic traffic) {
        return history.rateDays(traffic).stream()
                .filter(day -> !day.day().isBefore(start.startedOn()) && day.orders() > 0)
                .count();
    }

    private static Arm arm(VideoHistory history, Traffic traffic, LocalDate from, LocalDate asOf) {
        double clicks = 0;
        double matured = 0;
        double orders = 0;
        for (RateDay day : history.rateDays(traffic)) {
            if (!day.day().isBefore(from) && !day.day().isAfter(asOf)) {
                int age = (int) ChronoUnit.DAYS.between(day.day(), asOf);
                clicks += day.exposure();
                matured += day.exposure() * ConversionLag.conversions().seenShare(age);
                orders += day.orders();
            }
        }
        return new Arm(clicks, matured, Math.round(orders));
    }

    private Estimate ratio(SparkTotals totals, double mean) {
        RatioInterval interval =
                new RatioConfidenceSequence(prior).interval(totals, eta, policy.number(PolicyNumber.ALPHA));
        return new Estimate(mean, interval.low(), interval.high(), 1 - policy.number(PolicyNumber.ALPHA));
    }

    private List<String> because(
            VerdictTable.Numbers numbers,
            Arm paid,
            Arm organic,
            AdTestVerdict verdict,
            double ownCost,
            double valuePerOrder) {
        String threshold = number(1 / policy.number(PolicyNumber.ALPHA));
        String first = verdict instanceof AdTestVerdict.InsufficientAttribution refused
                ? "Paid and organic cannot be told apart: " + refused.missing() + "."
                : "Day " + numbers.day() + ": " + paid.orders() + " orders on " + number(paid.maturedClicks())
                        + " matured paid clicks against " + organic.orders() + " on "
                        + number(organic.maturedClicks()) + " matured organic clicks.";
        return List.of(
                first,
                "Evidence for a drop " + eValue(numbers.logEDrop()) + ", for a hold " + eValue(numbers.logEHold())
                        + "; each counts from " + threshold + " on, however often one looks.",
                "A paid click costs " + number(ownCost) + ", an order leaves " + number(valuePerOrder)
                        + "; it earns more than it costs with probability "
                        + number(numbers.probabilityProfitable()) + ".",
                "Expected profit " + number(numbers.expectedProfitPerDay()) + " a day at " + start.budgetPerDay()
                        + " a day.");
    }

    private static String eValue(double logE) {
        return logE > 13.8 ? "above 1,000,000" : number(Math.exp(logE));
    }

    private static String number(double value) {
        return Math.abs(value) >= 100
                ? String.format(Locale.ROOT, "%,.0f", value)
                : String.format(Locale.ROOT, "%.2f", value);
    }
}
