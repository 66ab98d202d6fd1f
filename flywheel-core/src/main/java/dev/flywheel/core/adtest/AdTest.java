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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * One boost under test: does paid traffic convert like organic traffic did and does? Its settings are fixed when it
 * starts, which is what allows looking every day (statistics 2.2). Immutable and thread-safe.
 */
public final class AdTest {

    /** How many clicks the usual click price is worth, until the boost's own price is known. */
    private static final double CLICK_PRICE_CLICKS = 20;

    private static final double BLENDED_SHARE = 0.2;

    /** The logarithm of a million: larger e-values say no more to a reader. */
    private static final double LARGEST_SHOWN = Math.log(1e6);

    private final AdTestStart start;
    private final GammaPrior prior;
    private final OrderEconomics economics;
    private final Policy policy;
    private final double usualCostPerClick;
    private final double eta;

    /**
     * Fixes a test.
     *
     * @param start the boost
     * @param prior what was believed of the video's organic rate from evidence before the start, without its own orders
     * @param economics what its orders leave
     * @param policy the policy
     * @param usualCostPerClick what a click of this brand usually costs
     * @param dayNoise variance of daily orders over their mean, at least 1
     */
    public AdTest(
            AdTestStart start,
            RateBelief prior,
            OrderEconomics economics,
            Policy policy,
            double usualCostPerClick,
            double dayNoise) {
        this.start = start;
        this.prior = new GammaPrior(prior.shape(), prior.rate());
        this.economics = economics;
        this.policy = policy;
        this.usualCostPerClick = usualCostPerClick;
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
        SparkTotals totals = new SparkTotals(
                organic.orders(),
                organic.maturedClicks(),
                missing.isPresent() ? 0 : paid.orders(),
                missing.isPresent() ? 0 : paid.maturedClicks());
        Optional<Money> spend =
                history.knowsSpend() ? Optional.of(history.spendSince(start.startedOn())) : Optional.empty();
        Economy economy = economy(totals, paid, spend);
        VerdictTable.Numbers numbers = numbers(totals, paid, spend, economy, asOf);
        VerdictTable table = new VerdictTable(policy);
        AdTestVerdict verdict = missing.<AdTestVerdict>map(AdTestVerdict.InsufficientAttribution::new)
                .orElseGet(() -> table.verdict(numbers));
        Move move = table.move(verdict, numbers, start.budgetPerDay());
        return new AdTestReading(
                start,
                numbers.day(),
                spend.orElse(null),
                paid,
                organic,
                missing.isPresent() ? null : ratio(totals, economy.paidRate.expectedRate() / organicRate(totals)),
                numbers.logEDrop(),
                numbers.logEHold(),
                numbers.probabilityProfitable(),
                economy.profitPerDay,
                verdict,
                move,
                table.budget(move, start.budgetPerDay()),
                sayingWhatWasSpread(
                        history,
                        missing.map(AdTest::refusal)
                                .orElseGet(() -> because(numbers, paid, organic, economy, verdict))));
    }

    /**
     * What is believed of the boost's paid clicks on a day.
     *
     * @param history what is known of the video
     * @param asOf the day, not before the start
     * @return the belief, on matured clicks only
     */
    public PaidBelief belief(VideoHistory history, LocalDate asOf) {
        Arm paid = arm(history, Traffic.PAID, start.startedOn(), asOf);
        Arm organic = arm(history, Traffic.ORGANIC, LocalDate.MIN, asOf);
        boolean apart = missingAttribution(history, paid, asOf).isEmpty();
        SparkTotals totals = new SparkTotals(
                organic.orders(), organic.maturedClicks(), apart ? paid.orders() : 0, apart ? paid.maturedClicks() : 0);
        double spent =
                history.knowsSpend() ? history.spendSince(start.startedOn()).asDouble() : 0;
        return PaidBelief.of(
                prior,
                totals,
                eta,
                economics,
                costPerClick(paid, spent),
                start.budgetPerDay().asDouble());
    }

    private static List<String> sayingWhatWasSpread(VideoHistory history, List<String> because) {
        if (!history.spread()) {
            return because;
        }
        List<String> all = new ArrayList<>(because);
        all.add("Some clicks were reported for longer periods and spread evenly over their days.");
        return all;
    }

    /** What paid clicks cost and bring. */
    private record Economy(PaidEconomics paidRate, double costPerClick, double valuePerOrder, Estimate profitPerDay) {}

    private Economy economy(SparkTotals totals, Arm paid, Optional<Money> spend) {
        PaidEconomics paidRate = PaidEconomics.of(prior, RatioPrior.DEFAULT, totals, eta);
        double costPerClick = costPerClick(paid, spend.map(Money::asDouble).orElse(0.0));
        double value = economics.expectedPerOrder(true);
        double clicksPerDay = start.budgetPerDay().asDouble() / costPerClick;
        return new Economy(
                paidRate, costPerClick, value, PaidProfit.perDay(paidRate, value, costPerClick, clicksPerDay));
    }

    /** The boost's own price of a click, near the usual one while few are counted; spend without clicks has no price. */
    private double costPerClick(Arm paid, double spent) {
        return spent > 0 && paid.clicks() > 0
                ? (spent + CLICK_PRICE_CLICKS * usualCostPerClick) / (paid.clicks() + CLICK_PRICE_CLICKS)
                : usualCostPerClick;
    }

    private VerdictTable.Numbers numbers(
            SparkTotals totals, Arm paid, Optional<Money> spend, Economy economy, LocalDate asOf) {
        double profitPerClick = economy.paidRate.expectedRate() * economy.valuePerOrder - economy.costPerClick;
        return new VerdictTable.Numbers(
                ChronoUnit.DAYS.between(start.startedOn(), asOf) + 1,
                spend.map(Money::asDouble).orElse(0.0),
                totals.paidExposure(),
                organicRate(totals) * totals.paidExposure(),
                SparkTest.drop(1, prior).logE(totals, eta),
                SparkTest.hold(1 - policy.number(PolicyNumber.MARGIN), prior).logE(totals, eta),
                economy.paidRate.probabilityProfitable(economics.equallyLikelyPerOrder(true), economy.costPerClick),
                economy.profitPerDay.mean(),
                -(paid.clicks() * profitPerClick));
    }

    private double organicRate(SparkTotals totals) {
        return (prior.shape() + totals.organicOrders()) / (prior.rate() + totals.organicExposure());
    }

    /**
     * What is missing to tell paid from organic, or nothing. Single blended days are left out of both sides; when they
     * are more than a fifth of the paid days, what is left may no longer be like what is missing.
     */
    private Optional<String> missingAttribution(VideoHistory history, Arm paid, LocalDate asOf) {
        if (history.exposureIsViews()) {
            return Optional.of("no report knows the clicks of this video");
        }
        long blendedDays = daysSinceStart(history, Traffic.BLENDED, any -> any.orders() > 0);
        long paidDays = daysSinceStart(history, Traffic.PAID, any -> any.exposure() > 0 || any.orders() > 0);
        if (blendedDays > BLENDED_SHARE * paidDays) {
            return Optional.of("orders of " + blendedDays + " days since " + start.startedOn()
                    + " are reported for organic and paid together");
        }
        long day = ChronoUnit.DAYS.between(start.startedOn(), asOf) + 1;
        if (paid.clicks() == 0 && day > policy.count(PolicyNumber.MINIMUM_TEST_DAYS)) {
            return Optional.of("no report gives paid clicks and paid orders since " + start.startedOn());
        }
        return Optional.empty();
    }

    private long daysSinceStart(VideoHistory history, Traffic traffic, Predicate<RateDay> counts) {
        return history.rateDays(traffic).stream()
                .filter(day -> !day.day().isBefore(start.startedOn()))
                .filter(counts)
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

    private static List<String> refusal(String missing) {
        return List.of(
                "Paid and organic cannot be told apart: " + missing + ".",
                "Until they can, whether paid clicks convert like organic ones is not judged.");
    }

    private List<String> because(
            VerdictTable.Numbers numbers, Arm paid, Arm organic, Economy economy, AdTestVerdict verdict) {
        String threshold = number(1 / policy.number(PolicyNumber.ALPHA));
        List<String> because = new ArrayList<>(List.of(
                "Day " + numbers.day() + ": " + paid.orders() + " orders on " + number(paid.maturedClicks())
                        + " matured paid clicks against " + organic.orders() + " on "
                        + number(organic.maturedClicks()) + " matured organic clicks.",
                "Evidence for a drop " + eValue(numbers.logEDrop()) + ", for a hold " + eValue(numbers.logEHold())
                        + "; each counts from " + threshold + " on, however often one looks.",
                "A paid click costs " + number(economy.costPerClick) + ", an order leaves "
                        + number(economy.valuePerOrder) + "; it earns more than it costs with probability "
                        + number(numbers.probabilityProfitable()) + ".",
                "Expected profit " + number(numbers.expectedProfitPerDay()) + " a day at " + start.budgetPerDay()
                        + " a day."));
        if (verdict instanceof AdTestVerdict.Dropped
                && numbers.probabilityProfitable() >= policy.number(PolicyNumber.ECONOMIC_GATE)) {
            because.add("It is still profitable more likely than not: drop policy ECONOMIC keeps such a boost, STRICT"
                    + " stops it.");
        }
        return because;
    }

    private static String eValue(double logE) {
        return logE > LARGEST_SHOWN ? "above 1,000,000" : number(Math.exp(logE));
    }

    private static String number(double value) {
        // Adding zero turns what rounds to minus zero into zero.
        double shown = Math.rint(value * 100) / 100 + 0.0;
        return String.format(Locale.ROOT, Math.abs(shown) >= 100 ? "%,.0f" : "%.2f", shown);
    }
}
