package dev.flywheel.core.learning;

import dev.flywheel.core.decision.Alternative;
import dev.flywheel.core.decision.Basis;
import dev.flywheel.core.learning.BriefRecord.Rule;
import dev.flywheel.core.learning.EffectGrid.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Chooses the next briefs by Thompson draws (statistics 4): for each slot all effects are drawn once, and the combination
 * with the highest order rate in that draw wins, within the limit of briefs per hook. The last slots explore: there the
 * least tried combinations compete, and the one that leads so far stands aside (top-two).
 */
final class BriefChoice {

    private final BriefInputs inputs;
    private final EffectGrid grid;
    private final Map<Place, Integer> tried = new LinkedHashMap<>();
    private final Map<Integer, Integer> perHook = new HashMap<>();
    private final Map<Place, Picked> picked = new LinkedHashMap<>();

    BriefChoice(BriefInputs inputs) {
        this.inputs = inputs;
        grid = new EffectGrid(inputs);
        inputs.tried()
                .forEach(one ->
                        grid.place(one.cell()).ifPresent(place -> tried.merge(place, one.videos(), Integer::sum)));
    }

    BriefRecord choose() {
        if (grid.all().isEmpty() || inputs.limits().briefs() == 0) {
            Basis basis = Basis.of(Rule.NONE.name(), new Alternative("no brief", null), inputs.seed());
            return new BriefRecord(inputs, List.of(), List.of(), basis);
        }
        Place leader = grid.best(grid::expectedRate, any -> true).orElseThrow();
        EffectGrid.Sampler sampler = grid.sampler(inputs.seed(), "briefs");
        int slots = inputs.limits().briefs();
        int exploring = slots - inputs.limits().explorations();
        for (int slot = 0; slot < slots; slot++) {
            boolean explores = slot >= exploring;
            EffectDraw draw = sampler.next(explores ? 1 : inputs.limits().drawShare());
            Rule rule = explores ? Rule.EXPLORATION : Rule.THOMPSON;
            Optional<Place> best = grid.best(draw::effect, explores ? leastTried(leader) : this::isFree);
            best.ifPresent(place -> pick(place, rule, draw));
        }
        return record();
    }

    private boolean isFree(Place place) {
        return !picked.containsKey(place)
                && perHook.getOrDefault(place.hook(), 0) < inputs.limits().perHook();
    }

    /** Where every combination has been tried, the least tried one teaches most. */
    private Predicate<Place> leastTried(Place leader) {
        Predicate<Place> challenger = place -> isFree(place) && !place.equals(leader);
        int fewest =
                grid.best(place -> -videos(place), challenger).map(this::videos).orElse(0);
        return place -> challenger.test(place) && videos(place) == fewest;
    }

    private int videos(Place place) {
        return tried.getOrDefault(place, 0);
    }

    private void pick(Place place, Rule rule, EffectDraw draw) {
        perHook.merge(place.hook(), 1, Integer::sum);
        picked.put(place, new Picked(place, rule, draw.rate(place)));
    }

    private BriefRecord record() {
        Optional<Place> notTaken = grid.best(grid::expectedRate, place -> !picked.containsKey(place));
        List<Place> asked = new ArrayList<>(picked.keySet());
        notTaken.ifPresent(asked::add);
        BriefOutlook outlook = BriefOutlook.of(grid, inputs, tried, asked);
        List<BriefRecord.Chosen> chosen = picked.values().stream()
                .map(one -> one.chosen(grid.cell(one.place), outlook, videos(one.place)))
                .toList();
        List<BriefCell> cells = chosen.stream().map(BriefRecord.Chosen::cell).toList();
        Alternative alternative = notTaken.map(
                        place -> new Alternative(grid.cell(place).toString(), outlook.value(place)))
                .orElseGet(() -> new Alternative("no brief", null));
        return new BriefRecord(
                inputs,
                chosen,
                BriefLottery.assign(cells, inputs.creators(), inputs.seed()),
                Basis.of(Rule.THOMPSON.name(), alternative, inputs.seed()));
    }

    private record Picked(Place place, Rule rule, double drawnRate) {

        BriefRecord.Chosen chosen(BriefCell cell, BriefOutlook outlook, int videos) {
            return new BriefRecord.Chosen(
                    cell,
                    rule,
                    drawnRate,
                    outlook.multiplier(place),
                    outlook.value(place),
                    outlook.gain(place),
                    outlook.probabilityBest(place),
                    videos);
        }
    }
}
