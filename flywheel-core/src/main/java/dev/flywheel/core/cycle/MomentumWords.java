package dev.flywheel.core.cycle;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Says in one line whether the wheel turns faster: than in the rotation before, and over the rotations. */
final class MomentumWords {

    private static final List<String> WINNERS_COME_LATE = List.of("winnersPer100Samples", "costPerWinner");

    private MomentumWords() {}

    static String headline(RotationWindow windows, List<Momentum.Indicator> indicators) {
        String rotation = "This is rotation " + windows.number() + ": ";
        if (windows.number() == 1) {
            return rotation + "there is no earlier one to compare with." + trend(windows, indicators);
        }
        if (windows.before().isEmpty()) {
            return rotation + "evidence begins within the rotation before, on " + windows.firstDay()
                    + ", so the two are not compared." + trend(windows, indicators);
        }
        Set<String> better = new TreeSet<>();
        Set<String> worse = new TreeSet<>();
        for (Momentum.Indicator indicator : indicators) {
            OptionalDouble probability = indicator.probabilityBetter();
            if (probability.isPresent() && probability.getAsDouble() >= Trends.SURE) {
                better.add(indicator.name());
            } else if (probability.isPresent() && probability.getAsDouble() <= 1 - Trends.SURE) {
                worse.add(indicator.name());
            }
        }
        boolean unripe = worse.stream().anyMatch(WINNERS_COME_LATE::contains);
        return rotation
                + comparison(better, worse)
                + (unripe ? " Videos of this rotation have had less time to win." : "")
                + trend(windows, indicators);
    }

    private static String comparison(Set<String> better, Set<String> worse) {
        if (better.isEmpty() && worse.isEmpty()) {
            return "no measure differs from the rotation before with 90% probability.";
        }
        if (worse.isEmpty()) {
            return "better than the rotation before in " + inWords(better) + ".";
        }
        return better.isEmpty()
                ? "worse than the rotation before in " + inWords(worse) + "."
                : "better than the rotation before in " + inWords(better) + ", worse in " + inWords(worse) + ".";
    }

    private static String trend(RotationWindow windows, List<Momentum.Indicator> indicators) {
        if (windows.whole() < Trends.FEWEST_ROTATIONS) {
            return " A trend needs " + Trends.FEWEST_ROTATIONS + " whole rotations.";
        }
        Set<String> improving = going(indicators, Momentum.Direction.IMPROVING);
        Set<String> worsening = going(indicators, Momentum.Direction.WORSENING);
        String over = " Over the last " + windows.whole() + " rotations ";
        if (improving.isEmpty() && worsening.isEmpty()) {
            return over + "no measure has a direction with 90% probability.";
        }
        if (worsening.isEmpty()) {
            return over + "improving: " + inWords(improving) + ".";
        }
        return improving.isEmpty()
                ? over + "worsening: " + inWords(worsening) + "."
                : over + "improving: " + inWords(improving) + "; worsening: " + inWords(worsening) + ".";
    }

    private static Set<String> going(List<Momentum.Indicator> indicators, Momentum.Direction direction) {
        return indicators.stream()
                .filter(indicator -> indicator
                        .overRotations()
                        .filter(trend -> trend.direction() == direction)
                        .isPresent())
                .map(Momentum.Indicator::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Names of indicators as people say them: {@code costPerWinner} is "cost per winner". */
    private static String inWords(Collection<String> names) {
        return names.stream()
                .map(name -> name.replaceAll("([A-Z]|[0-9]+)", " $1").toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }
}
