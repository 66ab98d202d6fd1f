package dev.flywheel.core.learning;

import dev.flywheel.core.decision.Basis;
import dev.flywheel.core.performance.Estimate;
import dev.flywheel.core.roster.CreatorId;
import java.util.List;
import java.util.Objects;

/**
 * The choice of the next briefs and who makes them, with everything it was chosen from (statistics 4 and 8). Immutable.
 *
 * @param inputs what it was chosen from
 * @param chosen the briefs, in the order in which they were drawn
 * @param assignments which creator is asked for which brief, in order of creator
 * @param basis the rule that fired, the best combination that was not chosen, seed and engine
 */
public record BriefRecord(BriefInputs inputs, List<Chosen> chosen, List<Assignment> assignments, Basis basis) {

    /** Checks and copies. */
    public BriefRecord {
        Objects.requireNonNull(inputs, "inputs");
        chosen = List.copyOf(chosen);
        assignments = List.copyOf(assignments);
        Objects.requireNonNull(basis, "basis");
    }

    /**
     * Chooses.
     *
     * @param inputs what to choose from
     * @return the choice; without a brief where a hook, an angle or a placement is missing
     */
    public static BriefRecord choose(BriefInputs inputs) {
        return new BriefChoice(inputs).choose();
    }

    /** {@return the choice made again from the inputs alone; equal to this one unless the engine has changed} */
    public BriefRecord again() {
        return choose(inputs);
    }

    /**
     * Who is asked for a brief.
     *
     * @param cell the brief
     * @return the creators, in order of name
     */
    public List<CreatorId> creatorsOf(BriefCell cell) {
        return assignments.stream()
                .filter(assignment -> assignment.cell().equals(cell))
                .map(Assignment::creator)
                .toList();
    }

    /** Why a brief was chosen. */
    public enum Rule {
        /** It was best in one draw of all effects: more often, the surer it pays. */
        THOMPSON,
        /** It was best in one draw among the combinations that fewest videos have tried. */
        EXPLORATION,
        /** Nothing could be chosen: no hook, no angle or no placement is known, or no brief is wanted. */
        NONE
    }

    /**
     * A chosen brief.
     *
     * @param cell what it asks for
     * @param rule why
     * @param drawnRate the order rate in the draw that it won
     * @param multiplier its order rate over that of a video whose tags are all average
     * @param value expected money that one video of it leaves, in the programme's currency
     * @param gain the same above the average brief: the mix of combinations that videos have tried so far
     * @param probabilityBest probability that no other combination converts better
     * @param videos how many videos have tried it
     */
    public record Chosen(
            BriefCell cell,
            Rule rule,
            double drawnRate,
            Estimate multiplier,
            Estimate value,
            Estimate gain,
            double probabilityBest,
            int videos) {

        /** Checks. */
        public Chosen {
            Objects.requireNonNull(cell, "cell");
            Objects.requireNonNull(rule, "rule");
            Objects.requireNonNull(multiplier, "multiplier");
            Objects.requireNonNull(value, "value");
            Objects.requireNonNull(gain, "gain");
        }
    }

    /**
     * A creator and the brief that the coin gave. Where it is followed, the effects have a causal reading: no creator
     * chose the hook.
     *
     * @param creator who
     * @param cell the brief
     * @param feasible how many of the chosen briefs the creator could have been given
     * @param probability the probability of this one
     * @param seed the seed of the coin
     */
    public record Assignment(CreatorId creator, BriefCell cell, int feasible, double probability, long seed) {

        /** Checks. */
        public Assignment {
            Objects.requireNonNull(creator, "creator");
            Objects.requireNonNull(cell, "cell");
            BriefInputs.atLeast("feasible", feasible, 1);
        }
    }
}
