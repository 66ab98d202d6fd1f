package dev.flywheel.core.adtest;

import dev.flywheel.core.money.Money;
import dev.flywheel.core.performance.Estimate;
import dev.flywheel.core.program.Policy;
import dev.flywheel.core.program.PolicyNumber;
import dev.flywheel.core.stats.GammaPrior;
import dev.flywheel.core.stats.PaidEconomics;
import dev.flywheel.core.stats.RatioPrior;
import dev.flywheel.core.stats.SparkTotals;
import dev.flywheel.core.winner.VideoOutlook;

/**
 * What a boost of a video that was never boosted promises: its organic rate, times what is usual for paid traffic, times
 * what an order leaves, against the price of a click. Immutable.
 *
 * @param probabilityProfitable probability that a paid click earns more than it costs
 * @param profitPerDay expected profit a day
 * @param valuePerOrder expected money that an order leaves before ad spend
 * @param costPerClick the price of a click that was assumed
 * @param breakEvenRatio paid rate / organic rate at which ads earn nothing
 * @param answer when a test of it is likely to answer
 */
public record BoostOutlook(
        double probabilityProfitable,
        Estimate profitPerDay,
        double valuePerOrder,
        double costPerClick,
        double breakEvenRatio,
        TestOutlook answer) {

    private static final double LARGEST_RATIO = 1000;

    /**
     * Looks ahead.
     *
     * @param outlook what is believed of the video
     * @param policy the policy
     * @param costPerClick what a click of this brand usually costs
     * @param budgetPerDay the daily budget
     * @return what the boost promises
     */
    public static BoostOutlook of(VideoOutlook outlook, Policy policy, double costPerClick, Money budgetPerDay) {
        GammaPrior organic = new GammaPrior(
                outlook.organicRate().shape(), outlook.organicRate().rate());
        PaidEconomics paid = PaidEconomics.of(organic, RatioPrior.DEFAULT, new SparkTotals(0, 0, 0, 0), 1);
        double[] values = outlook.economics().equallyLikelyPerOrder(true);
        double value = outlook.economics().expectedPerOrder(true);
        double clicksPerDay = budgetPerDay.asDouble() / costPerClick;
        TestOutlook answer = TestOutlook.of(
                policy.number(PolicyNumber.ALPHA), policy.number(PolicyNumber.MARGIN), organic, clicksPerDay, 0);
        double breakEven = value > 0 ? costPerClick / (organic.mean() * value) : LARGEST_RATIO;
        return new BoostOutlook(
                paid.probabilityProfitable(values, costPerClick),
                PaidProfit.perDay(paid, value, costPerClick, clicksPerDay),
                value,
                costPerClick,
                Math.min(LARGEST_RATIO, breakEven),
                answer);
    }

    /** {@return when a test of it is likely to answer, in words: for a fall to half, to six tenths, and for holding} */
    public String answerInWords() {
        return answer.words();
    }

    /**
     * What is believed of the paid clicks of a boost that was never run.
     *
     * @param outlook what is believed of the video
     * @param costPerClick what a click of this brand usually costs
     * @param pricedAtPerDay the daily budget at which it usually costs that
     * @return the belief
     */
    public static PaidBelief belief(VideoOutlook outlook, double costPerClick, Money pricedAtPerDay) {
        GammaPrior organic = new GammaPrior(
                outlook.organicRate().shape(), outlook.organicRate().rate());
        return PaidBelief.beforeAnyAds(organic, outlook.economics(), costPerClick, pricedAtPerDay.asDouble());
    }
}
