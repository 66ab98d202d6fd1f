package dev.flywheel.core.winner;

import dev.flywheel.core.content.Video;
import dev.flywheel.core.money.Money;
import dev.flywheel.core.performance.Estimate;
import dev.flywheel.core.performance.Funnel;
import dev.flywheel.core.performance.Funnel.Amount;
import dev.flywheel.core.performance.Funnel.Count;
import dev.flywheel.core.program.PolicyNumber;
import dev.flywheel.core.program.Program;
import dev.flywheel.core.stats.BetaPopulation;
import dev.flywheel.core.stats.BetaPosterior;
import dev.flywheel.core.stats.GammaPrior;
import dev.flywheel.core.stats.Population;
import dev.flywheel.core.stats.ProfitDraws;
import dev.flywheel.core.stats.ProfitModel;
import dev.flywheel.core.stats.ProfitSummary;
import dev.flywheel.core.stats.RatioPrior;
import dev.flywheel.core.winner.ConversionModel.Tally;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.ToDoubleFunction;

/** Turns units into standings: draws profits, controls the share of false winners, and sorts. */
final class Standings {

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

    Ranked ofVideos(List<Unit> units) {
        return rank("videos", units);
    }

    Ranked ofCreators(List<List<Unit>> groups) {
        return rank("creators", shrunk(groups));
    }

    List<Standing> ofTags(List<List<Unit>> groups) {
        return rank("tags", shrunk(groups)).standings();
    }

    /** Adds the videos of each group up, and shrinks the groups' rates towards each other. */
    private List<Unit> shrunk(List<List<Unit>> groups) {
        List<Unit> merged = groups.stream().map(Standings::merge).toList();
        Population population = Population.fit(
                numbers(merged, unit -> unit.tally().orders()),
                numbers(merged, unit -> unit.tally().maturedExposure()),
                numbers(merged, unit -> unit.tally().reach()),
                conversion.meanRate());
        List<Unit> shrunk = new ArrayList<>();
        for (int i = 0; i < merged.size(); i++) {
            shrunk.add(merged.get(i).believed(ConversionModel.belief(population.widenedPosterior(i))));
        }
        return shrunk;
    }

    private Ranked rank(String what, List<Unit> units) {
        SelectionRecord selection = SelectionRecord.choose(
                what,
                conversion.costPerExposure(),
                program.policy().number(PolicyNumber.WINNER_FALSE_DISCOVERY_RATE),
                units.stream()
                        .map(unit -> SelectionRecord.Judged.open(
                                unit.name(), unit.tally().orders(), unit.rate(), unit.economics()))
                        .toList(),
                seed);
        List<ProfitModel> soFar = units.stream().map(this::soFar).toList();
        List<ProfitSummary> totals = ProfitDraws.simulate(
                        soFar, program.policy().count(PolicyNumber.TOP_K), seed)
                .summaries();
        List<ProfitModel> perView = perThousandViews(units);
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < units.size(); i++) {
            order.add(i);
        }
        order.sort(
                Comparator.<Integer>comparingDouble(i -> -totals.get(i).total().mean())
                        .thenComparing(i -> units.get(i).name()));
        List<Standing> standings = new ArrayList<>();
        for (int i : order) {
            standings.add(standing(
                    standings.size() + 1,
                    units.get(i),
                    totals.get(i),
                    1 - soFar.get(i).lossProbability(),
                    perView.get(i),
                    selection.judged().get(i)));
        }
        return new Ranked(standings, selection);
    }

    private Standing standing(
            int rank,
            Unit unit,
            ProfitSummary total,
            double profitable,
            ProfitModel perView,
            SelectionRecord.Judged judged) {
        boolean viewsKnown = unit.seen().get(Count.VIEWS).isPresent();
        return new Standing(
                rank,
                unit.name(),
                unit.outlooks().size(),
                creators(unit),
                unit.seen(),
                total.total(),
                rate(unit.rate()),
                unit.tally().exposure() > 0,
                viewsKnown ? ProfitDraws.perThousandViews(perView, seed + 1) : null,
                unit.boostable() ? perAdDollar(unit) : null,
                unit.samples() > 0 ? total.total().map(money -> money / unit.samples()) : null,
                profitable,
                judged.qValue(),
                total.rank(),
                total.topProbability(),
                judged.chosen());
    }

    private static int creators(Unit unit) {
        return (int) unit.outlooks().stream()
                .map(VideoOutlook::video)
                .map(Video::creator)
                .flatMap(Optional::stream)
                .distinct()
                .count();
    }

    /** The clicks so far take the place of views: what they are expected to bring, less what the unit cost. */
    private ProfitModel soFar(Unit unit) {
        return model(unit)
                .views(unit.tally().exposure())
                .fixedCost(unit.fixedCost())
                .build();
    }

    private Estimate perAdDollar(Unit unit) {
        ProfitModel paid = Profits.ofExposure(unit.name(), unit.rate(), unit.economics(), true)
                .build();
        return ProfitDraws.perAdDollar(paid, RatioPrior.DEFAULT, conversion.costPerClick(), seed + 2);
    }

    private List<ProfitModel> perThousandViews(List<Unit> units) {
        if (conversion.perView()) {
            return units.stream().map(unit -> model(unit).build()).toList();
        }
        BetaPosterior usual =
                BetaPosterior.ofMean(Math.max(1e-4, Math.min(0.9, conversion.clickRate())), CLICK_PRIOR_VIEWS);
        BetaPopulation clicks = BetaPopulation.fit(
                numbers(units, unit -> Math.min(unit.clicksOfSeenViews(), unit.viewsOfSeenClicks())),
                numbers(units, Unit::viewsOfSeenClicks),
                usual);
        List<ProfitModel> models = new ArrayList<>();
        for (int i = 0; i < units.size(); i++) {
            models.add(model(units.get(i)).clickRate(clicks.posterior(i)).build());
        }
        return models;
    }

    private static ProfitModel.Builder model(Unit unit) {
        return Profits.ofExposure(unit.name(), unit.rate(), unit.economics(), false);
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
                sum(group, Unit::fixedCost),
                sum(group, Unit::samples),
                false);
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

    /** Standings, best first, and how the winners among them were chosen. */
    record Ranked(List<Standing> standings, SelectionRecord selection) {}
}
