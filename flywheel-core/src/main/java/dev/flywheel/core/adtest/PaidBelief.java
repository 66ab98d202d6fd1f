package dev.flywheel.core.adtest;

import dev.flywheel.core.stats.GammaPrior;
import dev.flywheel.core.stats.PaidEconomics;
import dev.flywheel.core.stats.RatioPrior;
import dev.flywheel.core.stats.SparkMix;
import dev.flywheel.core.stats.SparkTotals;
import dev.flywheel.core.winner.OrderEconomics;
import java.util.Arrays;
import java.util.List;

/**
 * What is believed of the paid clicks of one video: everything that the posterior of statistics 2.7 is worked out from.
 * Only matured clicks count, so that orders which have yet to arrive are not missed. Immutable.
 *
 * @param priorShape shape of the Gamma belief about the organic rate
 * @param priorRate its rate, in clicks
 * @param ratioCentre centre of the belief about log(paid rate / organic rate)
 * @param ratioSd its standard deviation
 * @param organicOrders organic orders seen since that belief
 * @param organicClicks matured organic clicks behind them
 * @param paidOrders paid orders seen
 * @param paidClicks matured paid clicks behind them
 * @param weight of this evidence, 1 over the day noise, in (0, 1]
 * @param orderValue what a paid order is expected to leave before ad spend
 * @param orderValues equally likely amounts that it may leave
 * @param costPerClick what a paid click costs
 * @param pricedAtPerDay the daily budget at which it costs that
 * @param mixed days since the start whose orders are blended; they count in neither sum above
 */
public record PaidBelief(
        double priorShape,
        double priorRate,
        double ratioCentre,
        double ratioSd,
        double organicOrders,
        double organicClicks,
        double paidOrders,
        double paidClicks,
        double weight,
        double orderValue,
        List<Double> orderValues,
        double costPerClick,
        double pricedAtPerDay,
        List<Mixed> mixed) {

    /**
     * A day of which only the orders of both kinds of clicks together are known.
     *
     * @param orders orders of the day
     * @param organicClicks matured organic clicks
     * @param paidClicks matured paid clicks
     */
    public record Mixed(double orders, double organicClicks, double paidClicks) {}

    /** Copies. */
    public PaidBelief {
        mixed = List.copyOf(mixed);
        orderValues = List.copyOf(orderValues);
        if (orderValues.isEmpty()) {
            throw new IllegalArgumentException("orderValues must hold at least one value, got none");
        }
    }

    /** Of a boost that has not run yet: what organic clicks say, and what is usual for paid ones. */
    static PaidBelief beforeAnyAds(
            GammaPrior organic, OrderEconomics economics, double costPerClick, double pricedAtPerDay) {
        return of(
                organic,
                RatioPrior.DEFAULT,
                new SparkTotals(0, 0, 0, 0),
                List.of(),
                1,
                economics,
                costPerClick,
                pricedAtPerDay);
    }

    static PaidBelief of(
            GammaPrior prior,
            RatioPrior ratioPrior,
            SparkTotals totals,
            List<SparkMix> mixed,
            double weight,
            OrderEconomics economics,
            double costPerClick,
            double pricedAtPerDay) {
        return new PaidBelief(
                prior.shape(),
                prior.rate(),
                ratioPrior.centre(),
                ratioPrior.sd(),
                totals.organicOrders(),
                totals.organicExposure(),
                totals.paidOrders(),
                totals.paidExposure(),
                weight,
                economics.expectedPerOrder(true),
                Arrays.stream(economics.equallyLikelyPerOrder(true)).boxed().toList(),
                costPerClick,
                pricedAtPerDay,
                mixed.stream()
                        .map(day -> new Mixed(day.orders(), day.organicClicks(), day.paidClicks()))
                        .toList());
    }

    PaidEconomics posterior() {
        return PaidEconomics.of(
                new GammaPrior(priorShape, priorRate),
                new RatioPrior(ratioCentre, ratioSd),
                new SparkTotals(organicOrders, organicClicks, paidOrders, paidClicks),
                mixed.stream()
                        .map(day -> new SparkMix(day.orders, day.organicClicks, day.paidClicks))
                        .toList(),
                weight);
    }
}
