package dev.flywheel.core.learning;

import dev.flywheel.core.roster.CreatorId;
import dev.flywheel.core.stats.SeededDraws;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which creator is asked for which brief, by coin. Creators with the same feasible briefs form a group; within a group
 * the briefs are dealt in shuffled rounds to the creators in shuffled order (permuted blocks). So each feasible brief of
 * a creator has the same probability, and the numbers of a group differ by at most one.
 */
final class BriefLottery {

    private BriefLottery() {}

    static List<BriefRecord.Assignment> assign(
            List<BriefCell> briefs, List<BriefInputs.Available> creators, long seed) {
        Map<String, Group> groups = new TreeMap<>();
        for (BriefInputs.Available creator : creators) {
            List<Integer> feasible = feasible(briefs, creator);
            groups.computeIfAbsent(feasible.toString(), any -> new Group(feasible, new ArrayList<>()))
                    .creators
                    .add(creator.creator());
        }
        List<BriefRecord.Assignment> assignments = new ArrayList<>();
        groups.forEach((name, group) -> {
            if (!group.feasible.isEmpty()) {
                group.deal(briefs, seed, SeededDraws.of(seed, "assignment " + name), assignments);
            }
        });
        assignments.sort(Comparator.comparing(BriefRecord.Assignment::creator));
        return assignments;
    }

    private static List<Integer> feasible(List<BriefCell> briefs, BriefInputs.Available creator) {
        List<Integer> feasible = new ArrayList<>();
        for (int i = 0; i < briefs.size(); i++) {
            if (creator.placements().contains(briefs.get(i).placement())) {
                feasible.add(i);
            }
        }
        return feasible;
    }

    private static <T> List<T> shuffled(List<T> ordered, SeededDraws random) {
        List<T> result = new ArrayList<>(ordered);
        for (int i = result.size() - 1; i > 0; i--) {
            int other = random.index(i + 1);
            T swapped = result.get(i);
            result.set(i, result.get(other));
            result.set(other, swapped);
        }
        return result;
    }

    private record Group(List<Integer> feasible, List<CreatorId> creators) {

        void deal(List<BriefCell> briefs, long seed, SeededDraws random, List<BriefRecord.Assignment> into) {
            List<Integer> round = List.of();
            List<CreatorId> inTurn = shuffled(creators.stream().sorted().toList(), random);
            for (int turn = 0; turn < inTurn.size(); turn++) {
                int place = turn % feasible.size();
                round = place == 0 ? shuffled(feasible, random) : round;
                into.add(new BriefRecord.Assignment(
                        inTurn.get(turn), briefs.get(round.get(place)), feasible.size(), 1.0 / feasible.size(), seed));
            }
        }
    }
}
