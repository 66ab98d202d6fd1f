package dev.flywheel.core.cycle;

import dev.flywheel.core.content.Brief;
import dev.flywheel.core.content.CreativeTags;
import dev.flywheel.core.content.CreativeTags.Factor;
import dev.flywheel.core.content.Video;
import dev.flywheel.core.learning.BriefCell;
import dev.flywheel.core.learning.BriefInputs;
import dev.flywheel.core.learning.BriefRecord;
import dev.flywheel.core.learning.BriefRecord.Chosen;
import dev.flywheel.core.money.Money;
import dev.flywheel.core.program.Policy;
import dev.flywheel.core.program.PolicyNumber;
import dev.flywheel.core.roster.CreatorId;
import dev.flywheel.core.roster.CreatorStage;
import dev.flywheel.core.winner.Ranking;
import dev.flywheel.core.winner.VideoOutlook;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * What the next videos should try, and who is asked: turns the choice of {@link BriefRecord} into briefs, actions and
 * words.
 */
final class NextBriefs {

    /** Draws behind an expected gain: its interval moves by a few per cent from seed to seed. */
    private static final int DRAWS = 1000;

    /** Names that a sentence can bear; the record names all. */
    private static final int NAMES = 8;

    private static final String CONFOUNDING = "Creators choose hooks themselves and placements differ by product, so part"
            + " of an effect may be theirs; where creators follow the lot, it is the brief's own.";

    private final Measured measured;
    private final Ranking ranking;
    private final Currency currency;

    private NextBriefs(Measured measured, Ranking ranking) {
        this.measured = measured;
        this.ranking = ranking;
        currency = measured.program().currency();
    }

    /** Exploration is at least one brief of five, unless the policy wants none. */
    static int explorations(Policy policy) {
        int briefs = policy.count(PolicyNumber.BRIEFS);
        double share = policy.number(PolicyNumber.BRIEF_EXPLORATION_SHARE);
        int wanted = (int) Math.floor(share * briefs + 1e-9);
        return share > 0 && briefs >= 5 ? Math.max(1, wanted) : wanted;
    }

    static int briefsPerHook(Policy policy) {
        double limit = policy.number(PolicyNumber.BRIEF_HOOK_SHARE) * policy.count(PolicyNumber.BRIEFS);
        return Math.max(1, (int) Math.floor(limit + 1e-9));
    }

    private BriefInputs inputs(Map<CreatorId, CreatorStage> stages, long seed) {
        Policy policy = measured.program().policy();
        List<String> placements = tags(Factor.PLACEMENT);
        return new BriefInputs(
                tags(Factor.HOOK),
                tags(Factor.ANGLE),
                placements,
                law,
                tried(),
                new BriefInputs.Limits(
                        policy.count(PolicyNumber.BRIEFS), briefsPerHook(policy), explorations(policy), DRAWS),
                worth(),
                BriefMakers.of(measured, stages, placements),
                Draws.seedFor(seed, "briefs"));
    }

    /** Tags that some video carries: a label that nobody uses is no choice. */
    private List<String> tags(Factor factor) {
        return measured.videos().values().stream()
                .flatMap(video -> video.tags().get(factor).stream())
                .distinct()
                .sorted()
                .toList();
    }

    private List<BriefInputs.Tried> tried() {
        Map<BriefCell, Integer> videos = new TreeMap<>();
        for (Video video : measured.videos().values()) {
            cell(video.tags()).ifPresent(cell -> videos.merge(cell, 1, Integer::sum));
        }
        return videos.entrySet().stream()
                .map(entry -> new BriefInputs.Tried(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Optional<BriefCell> cell(CreativeTags tags) {
        return tags.get(Factor.HOOK)
                .flatMap(hook -> tags.get(Factor.ANGLE)
                        .flatMap(angle ->
                                tags.get(Factor.PLACEMENT).map(placement -> new BriefCell(hook, angle, placement))));
    }

    /** A usual video is clicked as often as half of all: a viral hit is not expected to come again. */
    private BriefInputs.Worth worth() {
        double[] exposures = sorted(outlook -> outlook.counted().exposure());
        double[] left = sorted(outlook -> outlook.economics().expectedPerOrder(false));
        double[] seen = Arrays.stream(exposures).filter(exposure -> exposure > 0).toArray();
        return new BriefInputs.Worth(
                seen.length == 0 ? 0 : seen[seen.length / 2],
                Arrays.stream(left).average().orElse(0));
    }

    private double[] sorted(ToDoubleFunction<VideoOutlook> number) {
        return ranking.outlooks().values().stream().mapToDouble(number).sorted().toArray();
    }
}
