package dev.flywheel.core.cycle;

import dev.flywheel.core.content.VideoId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The measures of momentum in this rotation and the ones before (statistics 6). */
final class Indicators {

    private Indicators() {}

    static List<Momentum.Indicator> of(Measured measured, Set<VideoId> winners, RotationWindow windows, long seed) {
        WinnerMeasures perWinner = new WinnerMeasures(measured, winners, windows.all());
        CreatorMeasures perCreator =
                new CreatorMeasures(measured, windows.all(), windows.since(windows.salesKnownSince(measured)), seed);
        List<Momentum.Indicator> all =
                new ArrayList<>(new CycleTimes(measured, Posts.of(measured), winners, windows).all());
        all.add(perWinner.per100Samples());
        all.add(perWinner.cost());
        all.add(perCreator.repeats());
        all.addAll(perCreator.money());
        all.addAll(perCreator.concentration());
        return all;
    }
}
