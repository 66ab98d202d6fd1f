package dev.flywheel.core.performance;

import dev.flywheel.core.performance.Funnel.Amount;
import dev.flywheel.core.performance.Funnel.Count;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/** Adds up what reports of one video say: a total adds what is known, and is unknown if nothing is. */
final class FunnelTotals {

    private final Currency currency;

    FunnelTotals(Currency currency) {
        this.currency = currency;
    }

    Funnel of(List<Observation> observations, Amount... onlyAmounts) {
        Funnel.Builder sum = Funnel.builder(currency);
        if (onlyAmounts.length == 0) {
            for (Count what : Count.values()) {
                total(observations, what).ifPresent(value -> sum.count(what, value));
            }
        }
        for (Amount what : onlyAmounts.length == 0 ? Amount.values() : onlyAmounts) {
            observations.stream()
                    .map(observation -> observation.funnel().get(what))
                    .flatMap(Optional::stream)
                    .reduce((left, right) -> left.plus(right))
                    .ifPresent(value -> sum.amount(what, value));
        }
        return sum.build();
    }

    private static OptionalLong total(List<Observation> observations, Count what) {
        if (what != Count.VIEWS) {
            return observations.stream()
                    .map(observation -> observation.funnel().get(what))
                    .filter(OptionalLong::isPresent)
                    .mapToLong(OptionalLong::getAsLong)
                    .reduce(Math::addExact);
        }
        Map<String, Long> byPeriod = new TreeMap<>();
        for (Observation observation : observations) {
            observation
                    .funnel()
                    .get(what)
                    .ifPresent(value ->
                            byPeriod.merge(observation.traffic() + " " + observation.period(), value, Math::max));
        }
        return byPeriod.values().stream().mapToLong(Long::longValue).reduce(Math::addExact);
    }

    Funnel ofLines(List<OrderLine> lines) {
        List<OrderLine> sales = lines.stream().filter(OrderLine::isSale).toList();
        Funnel.Builder sum = Funnel.builder(currency);
        if (!sales.isEmpty()) {
            sum.count(
                    Count.ORDERS,
                    sales.stream().map(OrderLine::orderId).distinct().count());
            sum.count(Count.ITEMS, sales.stream().mapToLong(OrderLine::quantity).sum());
            sum.count(
                    Count.REFUNDED_ITEMS,
                    sales.stream()
                            .filter(OrderLine::refunded)
                            .mapToLong(OrderLine::quantity)
                            .sum());
            sales.stream()
                    .map(OrderLine::paid)
                    .flatMap(Optional::stream)
                    .reduce((left, right) -> left.plus(right))
                    .ifPresent(gmv -> sum.amount(Amount.GMV, gmv));
            sales.stream()
                    .map(OrderLine::commission)
                    .flatMap(Optional::stream)
                    .reduce((left, right) -> left.plus(right))
                    .ifPresent(commission -> sum.amount(Amount.COMMISSION, commission));
        }
        return sum.build();
    }
}
