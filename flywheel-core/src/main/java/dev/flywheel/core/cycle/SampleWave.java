package dev.flywheel.core.cycle;

import dev.flywheel.core.money.Money;
import dev.flywheel.core.performance.Estimate;
import dev.flywheel.core.program.Policy;
import dev.flywheel.core.program.PolicyNumber;
import dev.flywheel.core.roster.CreatorId;
import dev.flywheel.core.roster.CreatorStage;
import dev.flywheel.core.roster.Sample;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which of the waiting requests to approve, and whom to invite when none waits. Requests are taken by expected
 * contribution while it is above the cost of the sample. A share of the wave is kept for creators without a post, whose
 * samples only need a fair chance to pay (the upper end of the interval is above zero).
 */
final class SampleWave {

    /** Dormant creators who come back (practice 2.1: retention Beta(3, 7)). */
    private static final double DORMANT_RETURN = 0.3;

    /** Cold invitations that are accepted (practice 2.1: Beta(1, 300)). */
    private static final double COLD_ACCEPTANCE = 1 / 301.0;

    private static final Comparator<Candidate> BEST_FIRST = Comparator.comparing(
                    (Candidate candidate) -> -candidate.value.mean())
            .thenComparing(candidate -> candidate.sample.firstDay().orElseThrow())
            .thenComparing(candidate -> candidate.sample.creator());

    private final Measured measured;
    private final Posts posts;
    private final SampleValue values;

    SampleWave(Measured measured, Posts posts, SampleValue values) {
        this.measured = measured;
        this.posts = posts;
        this.values = values;
    }

    /** Requests that nobody has approved: one for each creator, the oldest, in order of age. */
    static List<Sample> waiting(Measured measured) {
        Map<CreatorId, Sample> oldest = new TreeMap<>();
        for (Sample sample : measured.samples()) {
            if (sample.requestedOn() != null && !sample.sentBy(measured.asOf())) {
                oldest.putIfAbsent(sample.creator(), sample);
            }
        }
        return oldest.values().stream()
                .sorted(Comparator.comparing(
                                (Sample sample) -> sample.firstDay().orElseThrow())
                        .thenComparing(Sample::creator))
                .toList();
    }

    List<Action> approvals(List<Sample> waiting) {
        Policy policy = measured.program().policy();
        List<Candidate> ranked = waiting.stream()
                .map(sample -> new Candidate(sample, values.next(sample.creator(), SampleValue.cost(measured, sample))))
                .sorted(BEST_FIRST)
                .toList();
        int slots = Math.min(policy.count(PolicyNumber.WAVE_SIZE), ranked.size());
        long kept = (long) Math.ceil(policy.number(PolicyNumber.SAMPLE_EXPLORATION_SHARE) * slots);
        Set<Candidate> exploring = new LinkedHashSet<>();
        ranked.stream()
                .filter(candidate -> posts.of(candidate.sample.creator()).isEmpty() && candidate.value.high() > 0)
                .limit(kept)
                .forEach(exploring::add);
        Set<Candidate> chosen = new LinkedHashSet<>(exploring);
        ranked.stream()
                .filter(candidate -> candidate.value.mean() > 0 && !exploring.contains(candidate))
                .limit(slots - exploring.size())
                .forEach(chosen::add);
        return chosen.stream()
                .sorted(BEST_FIRST)
                .map(candidate -> approve(candidate, exploring.contains(candidate)))
                .toList();
    }

    private Action approve(Candidate candidate, boolean exploring) {
        Sample sample = candidate.sample;
        Money cost = SampleValue.cost(measured, sample);
        SampleValue.Kind kind = values.kindOf(sample.creator());
        List<String> because = new ArrayList<>();
        because.add("After its cost of " + cost + " such a sample is expected to bring " + Facts.text(candidate.value)
                + " " + cost.currency() + " on average; a single one varies far more.");
        because.add("Of " + kind.who() + ", " + values.record(kind).text() + ".");
        because.add(posts.of(sample.creator()).size() + " videos of " + sample.creator() + " are known; requested on "
                + sample.firstDay().orElseThrow() + ".");
        if (exploring) {
            because.add("It belongs to the "
                    + Facts.percent(measured.program().policy().number(PolicyNumber.SAMPLE_EXPLORATION_SHARE))
                    + " of the wave that is kept for creators without a post.");
        }
        return new Action.SendSample(
                sample.creator(),
                sample.product(),
                new Explanation(
                        "Send " + sample.creator() + " a sample of "
                                + SampleClock.productName(measured, sample.product()) + ".",
                        candidate.value,
                        cost,
                        because,
                        "Decline if a sample costs more than "
                                + Money.rounded(Math.max(0, candidate.value.mean() + cost.asDouble()), cost.currency())
                                + " or the creator does not fit the product.",
                        true));
    }

    /** Dormant sellers first, then prospects; nobody who still holds a sample. */
    List<Action> invitations(Map<CreatorId, CreatorStage> stages, Set<CreatorId> holders) {
        List<Invitation> invitations = new ArrayList<>();
        Money cost = SampleValue.cost(measured, measured.samples(), java.util.Optional.empty());
        stages.forEach((creator, stage) -> {
            boolean seller = stage == CreatorStage.DORMANT && posts.sells(creator);
            if ((seller || stage == CreatorStage.PROSPECT) && !holders.contains(creator)) {
                double accepts = seller ? DORMANT_RETURN : COLD_ACCEPTANCE;
                Estimate sample = values.next(creator, cost);
                invitations.add(new Invitation(creator, seller, accepts, sample.map(value -> value * accepts)));
            }
        });
        return invitations.stream()
                .filter(invitation -> invitation.value.mean() > 0)
                .sorted(Comparator.comparing((Invitation invitation) -> -invitation.value.mean())
                        .thenComparing(invitation -> invitation.creator))
                .limit(measured.program().policy().count(PolicyNumber.WAVE_SIZE))
                .map(this::invite)
                .toList();
    }

    private Action invite(Invitation invitation) {
        CreatorId creator = invitation.creator;
        String why = invitation.seller
                ? posts.of(creator).size() + " videos of " + creator
                        + " are known and at least one sold; the last post was on "
                        + posts.last(creator).orElseThrow() + "."
                : creator + " is known by name and has never been sent a sample.";
        return new Action.InviteCreator(
                creator,
                new Explanation(
                        (invitation.seller ? "Win back " : "Invite ") + creator + " and offer a sample.",
                        invitation.value,
                        Money.zero(measured.program().currency()),
                        List.of(
                                why,
                                "No request waits for approval.",
                                "About " + Facts.percent(invitation.accepts)
                                        + " are assumed to accept; the value counts that in, and the sample's cost."),
                        "Choose another creator if " + creator + " has declined before or does not fit the product.",
                        true));
    }

    private record Candidate(Sample sample, Estimate value) {}

    private record Invitation(CreatorId creator, boolean seller, double accepts, Estimate value) {}
}
