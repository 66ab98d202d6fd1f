package dev.flywheel.core.learning;

import dev.flywheel.core.learning.BriefInputs.Tried;
import dev.flywheel.core.learning.BriefInputs.Worth;
import dev.flywheel.core.learning.EffectGrid.Place;
import dev.flywheel.core.performance.Estimate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a combination of hook, angle and placement is expected to do in the hands of a creator drawn at random (statistics
 * 4). Sums of seeded draws of all effects together. Immutable.
 *
 * @param cell the combination
 * @param videos how many videos have tried it
 * @param multiplier its order rate over that of average tags, with the central 80 % interval
 * @param contributionPerThousand what 1,000 clicks (or views, where no clicks are known) leave, in the programme's
 *     currency, at what an order leaves on average
 * @param probabilityBest probability that no other combination of the same tags, tried or not, converts better
 */
public record CellOutlook(
        BriefCell cell, int videos, Estimate multiplier, Estimate contributionPerThousand, double probabilityBest) {

    private static final double THOUSAND = 1000;

    /** Checks. */
    public CellOutlook {
        Objects.requireNonNull(cell, "cell");
        Objects.requireNonNull(multiplier, "multiplier");
        Objects.requireNonNull(contributionPerThousand, "contributionPerThousand");
    }

    /**
     * The combinations that some video has tried.
     *
     * @param inputs what is believed of effects, what has been tried, what an order leaves, and the seed
     * @return of each its outlook, most probably best first
     */
    public static List<CellOutlook> ofTried(BriefInputs inputs) {
        BriefInputs perThousand = new BriefInputs(
                inputs.hooks(),
                inputs.angles(),
                inputs.placements(),
                inputs.law(),
                inputs.tried(),
                inputs.limits(),
                new Worth(THOUSAND, inputs.worth().leftPerOrder()),
                inputs.creators(),
                inputs.seed());
        EffectGrid grid = new EffectGrid(perThousand);
        Map<Place, Integer> tried = new LinkedHashMap<>();
        for (Tried one : inputs.tried()) {
            grid.place(one.cell()).ifPresent(place -> tried.merge(place, one.videos(), Integer::sum));
        }
        BriefOutlook outlook = BriefOutlook.of(grid, perThousand, tried, List.copyOf(tried.keySet()));
        List<CellOutlook> cells = new ArrayList<>();
        tried.forEach((place, videos) -> cells.add(new CellOutlook(
                grid.cell(place),
                videos,
                outlook.multiplier(place),
                outlook.value(place),
                outlook.probabilityBest(place))));
        cells.sort(Comparator.comparingDouble((CellOutlook cell) -> -cell.probabilityBest())
                .thenComparing(CellOutlook::cell));
        return cells;
    }
}
