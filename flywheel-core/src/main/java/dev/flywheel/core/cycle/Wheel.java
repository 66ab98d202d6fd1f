package dev.flywheel.core.cycle;

import dev.flywheel.core.adtest.AdTestReading;
import dev.flywheel.core.performance.ImportReport;
import dev.flywheel.core.program.Program;
import dev.flywheel.core.winner.Ranking;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One turn of the wheel: measure, select, amplify, seed and compound, in the order in which each needs the others. Pure;
 * {@link dev.flywheel.core.Flywheel} is the way in.
 */
public final class Wheel {

    /** How many actions of one kind may stand among the first, so that one kind does not hide the others. */
    private static final int FIRST_OF_A_KIND = 3;

    private Wheel() {}

    /**
     * Turns once.
     *
     * @param program the brand's programme
     * @param evidence everything that is known
     * @param asOf the last day to look at
     * @param seed the seed of every draw
     * @return the rotation
     */
    public static Rotation turn(Program program, Evidence evidence, LocalDate asOf, long seed) {
        Measured measured = Measure.measure(evidence, program, asOf);
        Ranking ranking = Select.rank(measured, seed);
        Selected selected = Select.select(measured, ranking);
        Amplified amplified = Amplify.amplify(measured, selected, ranking, seed);
        Seeded seeded = Seed.seed(measured, selected, seed);
        Compounded compounded = Compound.compound(measured, selected, ranking, amplified, seeded, seed);

        List<Action> actions = new ArrayList<>(Measure.actions(measured));
        actions.addAll(selected.actions());
        actions.addAll(amplified.actions());
        actions.addAll(seeded.actions());
        actions.addAll(compounded.actions());

        String digest = EvidenceDigest.of(evidence);
        int number = compounded.momentum().rotation();
        return new Rotation(
                program.brand(),
                number,
                EvidenceDigest.rotationId(program, asOf, seed, digest, number),
                asOf,
                program.zone(),
                program.currency(),
                seed,
                digest,
                evidence.imports().stream()
                        .sorted(Comparator.comparing(ImportReport::contentId))
                        .toList(),
                measured.findings(),
                List.of(
                        seeded.report(),
                        Measure.report(measured),
                        selected.report(),
                        amplified.report(),
                        compounded.report()),
                selected.rankings(),
                amplified.readings(),
                inOrder(program, asOf, actions),
                compounded.effects(),
                compounded.briefs(),
                compounded.momentum(),
                compounded.halo(),
                decisions(selected, amplified, compounded));
    }

    private static List<Decision> decisions(Selected selected, Amplified amplified, Compounded compounded) {
        List<Decision> decisions = new ArrayList<>();
        selected.selections().forEach(made -> decisions.add(new Decision.OfWinners(made)));
        for (AdTestReading reading : amplified.readings()) {
            reading.recorded().ifPresent(made -> decisions.add(new Decision.OfAdTest(made)));
        }
        decisions.add(new Decision.OfBudget(amplified.allocation()));
        decisions.add(new Decision.OfBriefs(compounded.choice()));
        return decisions;
    }

    /**
     * The newest day that some source covers wholly.
     *
     * @param evidence what is known
     * @return the day, or empty when no evidence has a date
     */
    public static Optional<LocalDate> newestCompleteDay(Evidence evidence) {
        return Measure.newestCompleteDay(evidence);
    }

    /**
     * Money that burns first, then data that decisions wait for, then by expected value, a few of each kind in front; but
     * a stop never waits behind anything else.
     */
    private static List<Proposal> inOrder(Program program, LocalDate asOf, List<Action> actions) {
        List<Proposal> byUrgency = actions.stream()
                .map(action -> Proposal.of(program.brand(), asOf, action))
                .sorted(Comparator.comparingInt((Proposal proposal) -> urgency(proposal.action()))
                        .thenComparingDouble(proposal -> -value(proposal.action()))
                        .thenComparing(proposal -> proposal.action().kind())
                        .thenComparing(proposal -> proposal.action().identity()))
                .toList();
        Map<String, Proposal> distinct = new LinkedHashMap<>();
        byUrgency.forEach(proposal -> distinct.putIfAbsent(proposal.id(), proposal));
        Map<String, Integer> ofKind = new HashMap<>();
        List<Proposal> first = new ArrayList<>();
        List<Proposal> later = new ArrayList<>();
        for (Proposal proposal : distinct.values()) {
            int before = ofKind.merge(proposal.action().kind(), 1, Integer::sum) - 1;
            boolean stops = proposal.action() instanceof Action.StopBoost;
            (stops || before < FIRST_OF_A_KIND ? first : later).add(proposal);
        }
        first.addAll(later);
        return first;
    }

    private static int urgency(Action action) {
        return action instanceof Action.StopBoost ? 0 : action instanceof Action.FixData ? 1 : 2;
    }

    private static double value(Action action) {
        return action.explanation()
                .expectedValue()
                .map(estimate -> estimate.mean())
                .orElse(0.0);
    }
}
