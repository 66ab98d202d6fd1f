package dev.flywheel.core.winner;

import com.google.common.hash.Hashing;
import dev.flywheel.core.content.Video;
import dev.flywheel.core.money.Money;
import dev.flywheel.core.performance.Estimate;
import dev.flywheel.core.performance.Funnel;
import dev.flywheel.core.performance.Funnel.Amount;
import dev.flywheel.core.performance.Funnel.Count;
import dev.flywheel.core.program.PolicyNumber;
import dev.flywheel.core.program.Program;
import dev.flywheel.core.stats.BayesianFdr;
import dev.flywheel.core.stats.BetaPopulation;
import dev.flywheel.core.stats.BetaPosterior;
import dev.flywheel.core.stats.GammaPrior;
import dev.flywheel.core.stats.Population;
import dev.flywheel.core.stats.ProfitDraws;
import dev.flywheel.core.stats.ProfitModel;
import dev.flywheel.core.stats.ProfitSummary;
import dev.flywheel.core.winner.ConversionModel.Tally;
import dev.flywheel.core.winner.Ranking.Unit;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Turns units into standings: draws profits, controls the share of false winners, and sorts. */
final class Standings {

    private static final double PER_THOUSAND = 1000;

    /** How many views the policy's click rate is worth, until enough videos have clicks and views. */
    private static final double CLICK_PRIOR_VIEWS = 200;

    private final Program program;
    private final ConversionModel conversion;
    private final long seed;

    Standings(Program program, ConversionModel conversion, long seed) {
        this.program = program;
        this.conversion = conversion;
        this.seed = seed;
    }

    List<Standing> ofVideos(List<Unit> units) {
        return rank(units, PolicyNumber.WINNER_FALSE_DISCOVERY_RATE);
    }

    List<Standing> ofGroups(List<List<Unit>> groups) {
        List<Unit> merged = groups.stream().map(Standings::merge).toList();
        Population population = Population.fit(
                numbers(merged, unit -> unit.tally().orders()),
                numbers(merged, unit -> unit.tally().maturedExposure()),
                numbers(merged, unit -> unit.tally().reach()),
                conversion.meanRate());
        List<Unit> shrunk = new ArrayList<>();
        for (int i = 0; i < merged.size(); i++) {
            Unit unit = merged.get(i);
            shrunk.add(new Unit(
                    unit.name(),
                    unit.outlooks(),
                    unit.seen(),
                    ConversionModel.belief(population.widenedPosterior(i)),
                    unit.economics(),
                    unit.tally(),
                    unit.clicksOfSeenViews(),
                    unit.viewsOfSeenClicks(),
                    unit.fixedCost()));
        }
        return rank(shrunk, PolicyNumber.WINNER_FALSE_DISCOVERY_RATE);
    }

    private List<Standing> rank(List<Unit> units, PolicyNumber falseDiscoveryRate) {
        int topCount = program.policy().count(PolicyNumber.TOP_K);
        List<ProfitSummary> totals = ProfitDraws.simulate(
                        units.stream().map(this::soFar).toList(), topCount, seed)
                .summaries();
        List<Estimate> perView = ProfitDraws.perThousandViews(perThousandViews(units), seed + 1);
        List<ProfitModel> perClick =
                units.stream().map(this::againstThePriceOfAClick).toList();
        BayesianFdr discovery = BayesianFdr.of(
                ProfitDraws.lossProbabilities(perClick, seed),
                perClick.stream().mapToDouble(ProfitModel::meanTotal).toArray());
        double level = program.policy().number(falseDiscoveryRate);
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < units.size(); i++) {
            order.add(i);
        }
        order.sort(
                Comparator.<Integer>comparingDouble(i -> -totals.get(i).total().mean())
                        .thenComparing(i -> units.get(i).name()));
        List<Standing> standings = new ArrayList<>();
        for (int i : order) {
            boolean evidence = units.get(i).tally().orders() > 0;
            standings.add(standing(
                    standings.size() + 1,
                    units.get(i),
                    totals.get(i),
                    perView.get(i),
                    discovery.qValue(i),
                    evidence && discovery.qValue(i) <= level));
        }
        return standings;
    }

    private Standing standing(
            int rank, Unit unit, ProfitSummary total, Estimate perView, double qValue, boolean winner) {
        long creators = unit.outlooks().stream()
                .map(VideoOutlook::video)
                .map(Video::creator)
                .flatMap(java.util.Optional::stream)
                .distinct()
                .count();
        boolean viewsKnown = unit.seen().get(Count.VIEWS).isPresent();
        return new Standing(
                rank,
                unit.name(),
                unit.outlooks().size(),
                (int) creators,
                unit.seen(),
                total.total(),
                rate(unit.rate()),
                viewsKnown ? perView : null,
                1 - total.lossProbability(),
                qValue,
                total.topProbability(),
                winner);
    }

    /** The clicks so far take the place of views: what they are expected to bring, less what the unit cost. */
    private ProfitModel soFar(Unit unit) {
        return model(unit, null)
                .views(unit.tally().exposure())
                .fixedCost(unit.fixedCost())
                .build();
    }

    /** What a thousand clicks bring, less what a thousand clicks would cost to buy: the break-even of a winner. */
    private ProfitModel againstThePriceOfAClick(Unit unit) {
        return model(unit, null)
                .views(PER_THOUSAND)
                .fixedCost(PER_THOUSAND * conversion.costPerExposure())
                .build();
    }

    private List<ProfitModel> perThousandViews(List<Unit> units) {
        if (conversion.perView()) {
            return units.stream().map(unit -> model(unit, null).build()).toList();
        }
        BetaPosterior usual =
                BetaPosterior.ofMean(Math.max(1e-4, Math.min(0.9, conversion.clickRate())), CLICK_PRIOR_VIEWS);
        BetaPopulation clicks = BetaPopulation.fit(
                numbers(units, unit -> Math.min(unit.clicksOfSeenViews(), unit.viewsOfSeenClicks())),
                numbers(units, Unit::viewsOfSeenClicks),
                usual);
        List<ProfitModel> models = new ArrayList<>();
        for (int i = 0; i < units.size(); i++) {
            models.add(model(units.get(i), clicks.posterior(i)).build());
        }
        return models;
    }

    private static ProfitModel.Builder model(Unit unit, @Nullable BetaPosterior clickRate) {
        OrderEconomics economics = unit.economics();
        long key =
                Hashing.sha256().hashString(unit.name(), StandardCharsets.UTF_8).asLong();
        ProfitModel.Builder model = ProfitModel.builder(
                        key, new GammaPrior(unit.rate().shape(), unit.rate().rate()), economics.orderValue())
                .refundRate(economics.returnRate())
                .keepShare(economics.organicKeepShare())
                .costPerOrder(economics.costPerOrder())
                .costPerReturn(economics.costPerReturn());
        return clickRate == null ? model : model.clickRate(clickRate);
    }

    private static Unit merge(List<Unit> group) {
        Unit first = group.get(0);
        List<VideoOutlook> outlooks =
                group.stream().flatMap(unit -> unit.outlooks().stream()).toList();
        double reach = group.stream()
                .mapToDouble(unit -> unit.tally().reach())
                .average()
                .orElse(0);
        return new Unit(
                first.name(),
                outlooks,
                group.stream().map(Unit::seen).reduce(Standings::addKnown).orElseThrow(),
                first.rate(),
                average(group),
                new Tally(
                        sum(group, unit -> unit.tally().orders()),
                        sum(group, unit -> unit.tally().exposure()),
                        sum(group, unit -> unit.tally().maturedExposure()),
                        reach),
                sum(group, Unit::clicksOfSeenViews),
                sum(group, Unit::viewsOfSeenClicks),
                sum(group, Unit::fixedCost));
    }

    /** What orders of a group leave: each video's economics weighted by its orders, and by a little where it has none. */
    private static OrderEconomics average(List<Unit> group) {
        ToDoubleFunction<Unit> weight = unit -> unit.tally().orders() + 0.1;
        double all = sum(group, weight);
        return new OrderEconomics(
                weighted(group, weight, all, OrderEconomics::logValue),
                weighted(group, weight, all, OrderEconomics::logValueSd) / Math.sqrt(group.size()),
                weighted(group, weight, all, OrderEconomics::returns),
                weighted(group, weight, all, OrderEconomics::keeps),
                weighted(group, weight, all, OrderEconomics::organicKeepShare),
                weighted(group, weight, all, OrderEconomics::paidKeepShare),
                weighted(group, weight, all, OrderEconomics::costPerOrder),
                weighted(group, weight, all, OrderEconomics::costPerReturn));
    }

    private static double weighted(
            List<Unit> group, ToDoubleFunction<Unit> weight, double all, ToDoubleFunction<OrderEconomics> number) {
        return sum(group, unit -> weight.applyAsDouble(unit) * number.applyAsDouble(unit.economics())) / all;
    }

    /** Adds what is known: a video whose report lacks a number must not hide the group's. */
    private static Funnel addKnown(Funnel left, Funnel right) {
        Funnel.Builder sum = Funnel.builder(left.currency());
        for (Count what : Count.values()) {
            OptionalLong one = left.get(what);
            OptionalLong other = right.get(what);
            if (one.isPresent() || other.isPresent()) {
                sum.count(what, Math.addExact(one.orElse(0), other.orElse(0)));
            }
        }
        Money nothing = Money.zero(left.currency());
        for (Amount what : Amount.values()) {
            if (left.get(what).isPresent() || right.get(what).isPresent()) {
                sum.amount(
                        what,
                        left.get(what).orElse(nothing).plus(right.get(what).orElse(nothing)));
            }
        }
        return sum.build();
    }

    private static double[] numbers(List<Unit> units, ToDoubleFunction<Unit> number) {
        return units.stream().mapToDouble(number).toArray();
    }

    private static double sum(List<Unit> units, ToDoubleFunction<Unit> number) {
        return units.stream().mapToDouble(number).sum();
    }

    private static Estimate rate(RateBelief belief) {
        return new GammaPrior(belief.shape(), belief.rate()).estimate();
    }
}
