package dev.flywheel.core.cycle;

import dev.flywheel.core.content.Brief;
import dev.flywheel.core.content.CreativeTags;
import dev.flywheel.core.content.CreativeTags.Factor;
import dev.flywheel.core.content.Video;
import dev.flywheel.core.learning.BriefCell;
import dev.flywheel.core.learning.BriefInputs;
import dev.flywheel.core.learning.BriefRecord;
import dev.flywheel.core.learning.BriefRecord.Chosen;
import dev.flywheel.core.learning.BriefRecord.Rule;
import dev.flywheel.core.learning.CellOutlook;
import dev.flywheel.core.learning.FactorLearning;
import dev.flywheel.core.learning.TagEffect;
import dev.flywheel.core.money.Money;
import dev.flywheel.core.performance.Estimate;
import dev.flywheel.core.program.Policy;
import dev.flywheel.core.program.PolicyNumber;
import dev.flywheel.core.roster.CreatorId;
import dev.flywheel.core.winner.Ranking;
import dev.flywheel.core.winner.VideoOutlook;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the next videos should try, and who is asked: fits the model of tags, lets {@link BriefRecord} choose, and turns
 * the choice into briefs, actions and words.
 */
final class NextBriefs {

    /** Draws behind an expected gain: its interval moves by a few per cent from seed to seed. */
    private static final int DRAWS = 1000;

    /** Names that a sentence can bear; the action and the record have all. */
    private static final int NAMES = 8;

    private final Measured measured;
    private final Ranking ranking;
    private final Currency currency;
    private final FactorLearning learning;
    private final List<TagEffect> effects;
    private final BriefRecord record;

    private NextBriefs(Measured measured, Ranking ranking, Seeded seeded, long seed) {
        this.measured = measured;
        this.ranking = ranking;
        currency = measured.program().currency();
        Policy policy = measured.program().policy();
        double perExposure = ranking.conversion().perView() ? policy.number(PolicyNumber.CATEGORY_CLICK_RATE) : 1;
        learning = FactorLearning.of(
                ranking.outlooks().values(), policy.number(PolicyNumber.CATEGORY_CONVERSION_RATE) * perExposure);
        effects = learning.effects();
        record = BriefRecord.choose(inputs(policy, seeded, seed));
    }

    static NextBriefs choose(Measured measured, Ranking ranking, Seeded seeded, long seed) {
        return new NextBriefs(measured, ranking, seeded, seed);
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

    /** {@return every effect, with or without a claim} */
    List<TagEffect> effects() {
        return effects;
    }

    /** {@return the choice with everything it was chosen from} */
    BriefRecord record() {
        return record;
    }

    List<Brief> briefs() {
        return record.chosen().stream().map(this::brief).toList();
    }

    List<Action> actions() {
        return record.chosen().stream().map(this::action).toList();
    }

    /** {@return the best of the combinations that were tried, if any was} */
    Optional<PhaseReport.Fact> bestTried() {
        return CellOutlook.ofTried(record.inputs()).stream()
                .findFirst()
                .map(best ->
                        EffectWords.best(best, currency, ranking.conversion().perView()));
    }

    /** {@return how many briefs there are, and what is missing where there are none} */
    PhaseReport.Fact fact() {
        long explorations = record.chosen().stream()
                .filter(chosen -> chosen.rule() == Rule.EXPLORATION)
                .count();
        List<String> missing = Stream.of(Factor.HOOK, Factor.ANGLE, Factor.PLACEMENT)
                .filter(factor -> learning.tags(factor).isEmpty())
                .map(factor -> factor.name().toLowerCase(Locale.ROOT))
                .toList();
        return Facts.count(
                "briefs",
                "briefs are proposed, " + explorations + " of them to learn"
                        + (missing.isEmpty() ? "" : ": no video carries a tag for " + String.join(", ", missing)),
                record.chosen().size());
    }

    private BriefInputs inputs(Policy policy, Seeded seeded, long seed) {
        List<String> placements = learning.tags(Factor.PLACEMENT);
        return new BriefInputs(
                learning.tags(Factor.HOOK),
                learning.tags(Factor.ANGLE),
                placements,
                learning.law(),
                tried(),
                new BriefInputs.Limits(
                        policy.count(PolicyNumber.BRIEFS),
                        briefsPerHook(policy),
                        explorations(policy),
                        BriefInputs.DRAW_SHARE,
                        DRAWS),
                worth(),
                BriefMakers.of(measured, seeded.stages(), placements),
                Draws.seedFor(seed, "briefs"));
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
        double[] exposures = Arrays.stream(sorted(outlook -> outlook.counted().exposure()))
                .filter(exposure -> exposure > 0)
                .toArray();
        double[] left = sorted(outlook -> outlook.economics().expectedPerOrder(false));
        return new BriefInputs.Worth(
                exposures.length == 0 ? 0 : exposures[exposures.length / 2],
                Arrays.stream(left).average().orElse(0));
    }

    private double[] sorted(ToDoubleFunction<VideoOutlook> number) {
        return ranking.outlooks().values().stream().mapToDouble(number).sorted().toArray();
    }

    private Brief brief(Chosen chosen) {
        BriefCell cell = chosen.cell();
        List<String> because = List.of(
                effect(Factor.HOOK, cell.hook()),
                effect(Factor.ANGLE, cell.angle()),
                effect(Factor.PLACEMENT, cell.placement()),
                together(chosen));
        return new Brief(cell.hook(), cell.angle(), cell.placement(), chosen.rule() == Rule.EXPLORATION, because);
    }

    private String effect(Factor factor, String tag) {
        return effects.stream()
                .filter(effect -> effect.factor() == factor && effect.level().equals(tag))
                .map(EffectWords::text)
                .findFirst()
                .orElseThrow();
    }

    private static String together(Chosen chosen) {
        String tried = chosen.videos() == 0
                ? "Nobody has tried the three together yet"
                : EffectWords.videos(chosen.videos()) + (chosen.videos() == 1 ? " has" : " have")
                        + " tried the three together";
        return tried + "; they are expected to convert " + EffectWords.times(chosen.multiplier())
                + " as well as average tags, and best of all combinations with probability "
                + Facts.percent(chosen.probabilityBest())
                + (chosen.rule() == Rule.EXPLORATION ? ". It is here to learn." : ".");
    }

    private Action action(Chosen chosen) {
        Brief brief = brief(chosen);
        List<CreatorId> creators = record.creatorsOf(chosen.cell());
        double exposure = record.inputs().worth().exposurePerVideo();
        List<String> because = new ArrayList<>(brief.because());
        because.add(
                exposure > 0
                        ? "Expected difference to the average brief: " + Facts.text(chosen.gain()) + " " + currency
                                + " per video of " + Facts.number(Math.rint(exposure))
                                + (ranking.conversion().perView() ? " views." : " clicks.")
                        : "No video's clicks or views are known, so it cannot be put in money.");
        because.add(EffectWords.CONFOUNDING);
        because.add(lot(creators));
        return new Action.SendBrief(
                brief,
                creators,
                new Explanation(
                        "Ask for a video with hook '" + brief.hook() + "', angle '" + brief.angle()
                                + "' and placement '" + brief.placement() + "'"
                                + (brief.exploration() ? ", to learn." : ".") + sendTo(creators),
                        exposure > 0 ? chosen.gain() : null,
                        Money.zero(currency),
                        because,
                        unless(chosen.gain()),
                        true));
    }

    private static String sendTo(List<CreatorId> creators) {
        int more = creators.size() - NAMES;
        String names = creators.stream().limit(NAMES).map(CreatorId::value).collect(Collectors.joining(", "));
        return creators.isEmpty()
                ? ""
                : " Send to: " + names + (more > 0 ? " and " + Facts.number(more) + " more." : ".");
    }

    private String lot(List<CreatorId> creators) {
        int able = record.inputs().creators().size();
        String who = able == 1 ? "the one creator" : "the " + Facts.number(able) + " creators";
        if (able == 0) {
            return "No creator is known who can make a video now.";
        }
        return creators.isEmpty()
                ? "The lot gave it to none of " + who + " who can make a video now; send it to the next who can."
                : "A lot divided the briefs among " + who
                        + " who can make a video now, so that what it brings is not the creator's own choice.";
    }

    private static String unless(Estimate gain) {
        return gain.low() > 0
                ? "Choose another one if the product cannot be shown this way."
                : "Choose another one if its videos bring " + Facts.number(Math.max(0, -gain.low()))
                        + " less than the average brief; that cannot be ruled out.";
    }
}
