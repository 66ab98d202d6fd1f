package dev.flywheel.core.adtest;

import dev.flywheel.core.performance.Estimate;
import dev.flywheel.core.stats.PaidEconomics;
import dev.flywheel.core.stats.SparkMix;
import dev.flywheel.core.stats.SparkTotals;
import java.util.List;

/**
 * What paid clicks cost and bring (statistics 2.7). A belief about money uses all evidence as totals, whatever the form
 * of the test.
 */
record AdTestEconomy(
        PaidEconomics paidRate,
        double costPerClick,
        double valuePerOrder,
        double probabilityProfitable,
        double clicksPerDay,
        Estimate profitPerDay) {

    /** How many clicks the usual click price is worth, until the boost's own price is known. */
    private static final double CLICK_PRICE_CLICKS = 20;

    static AdTestEconomy of(AdTestPlan plan, AdTestTerms terms, SparkTotals totals, List<SparkMix> mixed, Arm paid) {
        PaidEconomics paidRate = PaidEconomics.of(plan.prior(), plan.ratioPrior(), totals, mixed, plan.eta());
        double costPerClick = costPerClick(terms, paid);
        double value = terms.economics().expectedPerOrder(true);
        double clicksPerDay = terms.budgetPerDay().asDouble() / costPerClick;
        return new AdTestEconomy(
                paidRate,
                costPerClick,
                value,
                paidRate.probabilityProfitable(terms.economics().equallyLikelyPerOrder(true), costPerClick),
                clicksPerDay,
                PaidProfit.perDay(paidRate, value, costPerClick, clicksPerDay));
    }

    /** The boost's own price of a click, near the usual one while few are counted; spend without clicks has no price. */
    private static double costPerClick(AdTestTerms terms, Arm paid) {
        double spent = terms.spentOrZero();
        return spent > 0 && paid.clicks() > 0
                ? (spent + CLICK_PRICE_CLICKS * terms.usualCostPerClick()) / (paid.clicks() + CLICK_PRICE_CLICKS)
                : terms.usualCostPerClick();
    }

    double expectedLoss(double clicks) {
        return -(clicks * (paidRate.expectedRate() * valuePerOrder - costPerClick));
    }
}
