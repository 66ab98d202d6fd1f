package dev.flywheel.core.cycle;

import dev.flywheel.core.stats.RateSegments;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Looking back over all rotations: from when to when each daily measure stayed at which level (statistics 6). Alarms tell
 * of this rotation while it runs; this tells what became of it, and of what came before alarms had anything to compare
 * with. A description of the past, not a decision: nothing is proposed because of it.
 */
final class PastLevels {

    /** Fewer looks than this have no past to look back on. */
    private static final int FEWEST_LOOKS = 8;

    private PastLevels() {}

    /** {@return one fact for each measure whose level changed} */
    static List<PhaseReport.Fact> facts(Measured measured, RotationWindow windows) {
        List<PhaseReport.Fact> facts = new ArrayList<>();
        for (DailyMeasure measure : DailyMeasures.of(measured, windows.firstDay())) {
            List<DailyMeasure.Unit> units =
                    measure.units(windows.firstDay(), windows.asOf(), DailyMeasures.step(measured, measure.kind()));
            List<DailyMeasure.Unit> known =
                    units.stream().filter(unit -> unit.numbers().matured() > 0).toList();
            known = known.subList(Math.max(0, known.size() - RateSegments.MOST_LOOKS), known.size());
            if (known.size() >= FEWEST_LOOKS) {
                List<RateSegments.Segment> levels = RateSegments.of(column(known, true), column(known, false))
                        .segments();
                if (levels.size() > 1) {
                    facts.add(fact(measure, known, levels));
                }
            }
        }
        return facts;
    }

    private static double[] column(List<DailyMeasure.Unit> units, boolean events) {
        return units.stream()
                .mapToDouble(unit ->
                        events ? unit.numbers().events() : unit.numbers().matured())
                .toArray();
    }

    private static PhaseReport.Fact fact(
            DailyMeasure measure, List<DailyMeasure.Unit> units, List<RateSegments.Segment> levels) {
        List<String> told = new ArrayList<>();
        for (RateSegments.Segment level : levels) {
            LocalDate from = units.get(level.first()).firstDay().minusDays(measure.lag());
            String rate = measure.kind().isPercent() ? Facts.percent(level.rate()) : Facts.number(level.rate());
            double trials = units.subList(level.first(), level.last() + 1).stream()
                    .mapToDouble(unit -> unit.numbers().trials())
                    .sum();
            told.add(rate + " from " + from + " on (" + Facts.number(Math.rint(level.events())) + " "
                    + measure.kind().events + " " + Facts.number(Math.rint(trials)) + " " + measure.kind().trials
                    + ")");
        }
        String id = measure.kind().id;
        return Facts.words(
                "levels" + id.substring(0, 1).toUpperCase(Locale.ROOT) + id.substring(1),
                "Looking back, " + measure.kind().level + " stood at " + String.join(", then at ", told) + ".");
    }
}
