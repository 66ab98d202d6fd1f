package dev.flywheel.core.winner;

import dev.flywheel.core.decision.Alternative;
import dev.flywheel.core.decision.Basis;
import dev.flywheel.core.performance.Estimate;
import dev.flywheel.core.stats.BayesianFdr;
import dev.flywheel.core.stats.ProfitDraws;
import dev.flywheel.core.stats.ProfitModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Which videos or creators were chosen as winners, from what, and which were not (statistics 1.4). The chosen are the
 * surest ones of whom the expected share of false winners stays within the level. A false winner's click brings no more
 * than a click costs to buy. Immutable.
 *
 * @param of what was chosen among: {@code videos} or {@code creators}
 * @param costPerExposure what a click costs to buy, or a view where clicks are unknown, in the programme's currency
 * @param level the largest expected share of false winners
 * @param judged everything that could have been chosen, in order of name
 * @param basis the rule, and the next one that was not chosen with what 1,000 of its clicks would leave over their price
 */
public record SelectionRecord(String of, double costPerExposure, double level, List<Judged> judged, Basis basis) {

    private static final String RULE = "BAYESIAN_FALSE_DISCOVERY_RATE";
    private static final double PER_THOUSAND = 1000;

    /** Checks and copies. */
    public SelectionRecord {
        Objects.requireNonNull(of, "of");
        Objects.requireNonNull(basis, "basis");
        judged = List.copyOf(judged);
    }

    /**
     * One that could be chosen, and what was found.
     *
     * @param name the id of the video, or the name of the creator
     * @param orders organic orders behind it; without any it is not chosen
     * @param rate what is believed of its orders per click, or per view where clicks are unknown
     * @param economics what its orders leave
     * @param falseProbability probability that a click brings no more than it costs
     * @param qValue expected share of false winners among those at least as sure
     * @param chosen whether it was chosen
     */
    public record Judged(
            String name,
            double orders,
            RateBelief rate,
            OrderEconomics economics,
            double falseProbability,
            double qValue,
            boolean chosen) {

        /** Checks. */
        public Judged {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(rate, "rate");
            Objects.requireNonNull(economics, "economics");
        }

        static Judged open(String name, double orders, RateBelief rate, OrderEconomics economics) {
            return new Judged(name, orders, rate, economics, 1, 1, false);
        }

        private Judged found(double pep, double q, double level) {
            return new Judged(name, orders, rate, economics, pep, q, orders > 0 && q <= level);
        }
    }

    /**
     * Takes the decision again from the inputs of this record alone.
     *
     * @return an equal record, unless the engine has changed
     */
    public SelectionRecord again() {
        return choose(of, costPerExposure, level, judged, basis.seed());
    }

    static SelectionRecord choose(String of, double costPerExposure, double level, List<Judged> open, long seed) {
        List<ProfitModel> models =
                open.stream().map(each -> overPrice(each, costPerExposure)).toList();
        double[] falseProbabilities =
                models.stream().mapToDouble(ProfitModel::lossProbability).toArray();
        BayesianFdr discovery = BayesianFdr.of(
                falseProbabilities,
                models.stream().mapToDouble(ProfitModel::meanTotal).toArray());
        List<Judged> judged = new ArrayList<>();
        for (int i = 0; i < falseProbabilities.length; i++) {
            judged.add(open.get(i).found(falseProbabilities[i], discovery.qValue(i), level));
        }
        return new SelectionRecord(
                of, costPerExposure, level, judged, Basis.of(RULE, next(judged, costPerExposure, seed), seed));
    }

    private static Alternative next(List<Judged> judged, double costPerExposure, long seed) {
        Optional<Judged> next = judged.stream()
                .filter(each -> each.orders() > 0 && !each.chosen())
                .min(Comparator.comparingDouble(Judged::qValue));
        return next.map(each -> new Alternative("also " + each.name(), leaves(each, costPerExposure, seed)))
                .orElse(new Alternative("no other has orders", null));
    }

    private static Estimate leaves(Judged one, double costPerExposure, long seed) {
        return ProfitDraws.perThousandViews(overPrice(one, costPerExposure), seed)
                .map(money -> money - PER_THOUSAND * costPerExposure);
    }

    /** What a thousand clicks bring, less what a thousand clicks would cost to buy: the break-even of a winner. */
    private static ProfitModel overPrice(Judged one, double costPerExposure) {
        return Profits.ofExposure(one.name(), one.rate(), one.economics(), false)
                .views(PER_THOUSAND)
                .fixedCost(PER_THOUSAND * costPerExposure)
                .build();
    }
}
