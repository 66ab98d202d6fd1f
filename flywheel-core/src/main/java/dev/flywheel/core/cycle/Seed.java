package dev.flywheel.core.cycle;

import dev.flywheel.core.performance.Estimate;
import dev.flywheel.core.program.PolicyNumber;
import dev.flywheel.core.roster.CreatorId;
import dev.flywheel.core.roster.CreatorStage;
import dev.flywheel.core.roster.Sample;
import dev.flywheel.core.stats.BetaPosterior;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * SEED: who should make videos for us next? The pipeline of creators, the clock of delivered samples, and the samples
 * that are expected to pay. Without history it says what finding out will take.
 */
final class Seed {

    private final Measured measured;
    private final Selected selected;
    private final long seed;
    private final Posts posts;
    private final SampleClock clock;
    private final Map<CreatorId, CreatorStage> stages;
    private final List<Sample> waiting;

    private Seed(Measured measured, Selected selected, long seed) {
        this.measured = measured;
        this.selected = selected;
        this.seed = seed;
        posts = Posts.of(measured);
        clock = SampleClock.of(measured, posts);
        stages = Pipeline.stages(measured, selected, posts);
        waiting = SampleWave.waiting(measured);
    }

    /**
     * Runs the phase.
     *
     * @param measured what is known
     * @param selected what pays
     * @param seed the seed of every draw
     * @return stages, actions and report
     */
    static Seeded seed(Measured measured, Selected selected, long seed) {
        return new Seed(measured, selected, seed).run();
    }

    private Seeded run() {
        List<Action> actions = new ArrayList<>(clock.actions());
        List<PhaseReport.Fact> facts = new ArrayList<>();
        for (CreatorStage stage : CreatorStage.values()) {
            facts.add(pipelineFact(stage));
        }
        facts.add(Facts.count("samplesRequested", "creators wait for a sample to be approved", waiting.size()));
        facts.addAll(answerFacts());
        String headline;
        if (LaunchPlan.applies(measured, posts)) {
            LaunchPlan plan = LaunchPlan.of(measured, posts, clock, seed);
            plan.firstStep(measured, waiting, prospects()).ifPresent(actions::add);
            facts.addAll(plan.facts());
            headline = plan.headline();
        } else {
            Optional<SampleValue> learned = SampleValue.learn(measured, selected, posts, clock, seed);
            learned.ifPresentOrElse(
                    values -> value(values, actions, facts),
                    () -> facts.add(Facts.words(
                            "nextSampleContribution",
                            "What the next sample brings cannot be said: no video could be ranked.")));
            headline = headline(actions);
        }
        return new Seeded(stages, actions, new PhaseReport(Phase.SEED, headline, facts));
    }

    private void value(SampleValue values, List<Action> actions, List<PhaseReport.Fact> facts) {
        facts.add(valueFact("nextSampleContribution", "the next sample", values.next()));
        facts.add(valueFact(
                "nextSampleContributionSeller",
                "a sample to " + SampleValue.Kind.SELLER.who() + " ("
                        + values.record(SampleValue.Kind.SELLER).text() + ")",
                values.next(SampleValue.Kind.SELLER)));
        facts.add(valueFact(
                "nextSampleContributionNewcomer",
                "a sample to " + SampleValue.Kind.NEWCOMER.who() + " ("
                        + values.record(SampleValue.Kind.NEWCOMER).text() + ")",
                values.next(SampleValue.Kind.NEWCOMER)));
        SampleWave wave = new SampleWave(measured, posts, values);
        actions.addAll(waiting.isEmpty() ? wave.invitations(stages, clock.holders()) : wave.approvals(waiting));
    }

    private PhaseReport.Fact valueFact(String name, String what, Estimate estimate) {
        return Facts.estimate(
                name,
                "expected money of " + what + " after its cost, on average, in "
                        + measured.program().currency() + ":",
                estimate);
    }

    private PhaseReport.Fact pipelineFact(CreatorStage stage) {
        String word = stage.name().toLowerCase(Locale.ROOT);
        String name = "pipeline" + stage.name().charAt(0) + word.substring(1);
        return Facts.count(name, "creators are at the stage '" + word + "'", countOf(stage));
    }

    private long countOf(CreatorStage stage) {
        return stages.values().stream().filter(stage::equals).count();
    }

    private List<PhaseReport.Fact> answerFacts() {
        SampleRecord record = SampleRecord.of(clock.matured());
        BetaPosterior rate = record.answerRate(measured.program().policy().number(PolicyNumber.SAMPLE_TO_POST_RATE));
        return List.of(
                Facts.count(
                        "samplesDelivered",
                        "samples have arrived",
                        clock.delivered().size()),
                Facts.count(
                        "samplesMatured",
                        "samples are old enough to count; of these, " + record.text(),
                        record.samples()),
                Facts.estimate(
                        "sampleToPostRate",
                        "share of samples answered, with the policy's rate counted like 10 samples:",
                        rate.estimate()));
    }

    private List<CreatorId> prospects() {
        return stages.entrySet().stream()
                .filter(entry -> entry.getValue() == CreatorStage.PROSPECT)
                .map(Map.Entry::getKey)
                .toList();
    }

    private String headline(List<Action> actions) {
        long selling = countOf(CreatorStage.SELLING) + countOf(CreatorStage.PARTNER);
        long samples = count(actions, Action.SendSample.class);
        return selling + " of " + stages.size() + " creators sell; " + samples + " of " + waiting.size()
                + " waiting samples are worth sending, " + count(actions, Action.InviteCreator.class)
                + " creators are worth inviting, " + count(actions, Action.RemindCreator.class)
                + " need a reminder, " + count(actions, Action.CloseSample.class) + " samples can be given up.";
    }

    private static long count(List<Action> actions, Class<? extends Action> kind) {
        return actions.stream().filter(kind::isInstance).count();
    }
}
