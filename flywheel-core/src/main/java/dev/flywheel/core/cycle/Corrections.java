package dev.flywheel.core.cycle;

import dev.flywheel.core.adtest.AdTestStart;
import dev.flywheel.core.content.Brief;
import dev.flywheel.core.content.VideoId;
import dev.flywheel.core.money.Money;
import dev.flywheel.core.performance.Estimate;
import dev.flywheel.core.performance.Funnel.Amount;
import dev.flywheel.core.performance.Funnel.Count;
import dev.flywheel.core.program.PolicyNumber;
import dev.flywheel.core.program.Program;
import dev.flywheel.core.roster.CreatorId;
import dev.flywheel.core.winner.Rankings;
import dev.flywheel.core.winner.Rankings.VideoStanding;
import dev.flywheel.core.winner.Standing;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** What does not pay and what to do about it: another brief where views do not sell, no ads where ads lose. */
final class Corrections {

    private static final long VIEWS_OF_A_VIRAL_CREATOR = 50_000;

    /** A tag that one star used says more about the star. */
    private static final int FEWEST_CREATORS_OF_A_TAG = 3;

    private final Measured measured;
    private final Program program;
    private final Rankings rankings;
    private final double usualViews;

    Corrections(Measured measured, Rankings rankings) {
        this.measured = measured;
        this.program = measured.program();
        this.rankings = rankings;
        this.usualViews = middle(rankings.videos().stream()
                .map(video -> video.standing().seen().get(Count.VIEWS))
                .filter(OptionalLong::isPresent)
                .mapToDouble(OptionalLong::getAsLong));
    }

    /** Much seen and little bought: the audience is there, the brief is not. */
    List<Action> reBriefs() {
        Optional<Brief> best = bestBrief();
        double usual = usualPerThousandViews();
        return best.isEmpty()
                ? List.of()
                : rankings.creators().stream()
                        .filter(creator -> views(creator) >= VIEWS_OF_A_VIRAL_CREATOR)
                        .filter(creator -> creator.perThousandViews()
                                .filter(perThousand -> perThousand.high() < usual)
                                .isPresent())
                        .sorted(Comparator.comparingDouble((Standing creator) ->
                                        -gain(creator, usual).mean())
                                .thenComparing(Standing::name))
                        .limit(Select.PROPOSALS_OF_A_KIND)
                        .map(creator -> reBrief(creator, best.get(), usual))
                        .toList();
    }

    private Action reBrief(Standing creator, Brief brief, double usual) {
        return new Action.ReBriefCreator(
                new CreatorId(creator.name()),
                brief,
                new Explanation(
                        "Re-brief " + creator.name() + " with " + brief.hook() + " / " + brief.angle() + " / "
                                + brief.placement() + ".",
                        gain(creator, usual),
                        Money.zero(program.currency()),
                        List.of(
                                Facts.number(views(creator)) + " views brought "
                                        + creator.seen().get(Count.ORDERS).orElse(0)
                                        + " orders: views that do not sell are not worth more"
                                        + " views.",
                                "1,000 views leave "
                                        + Facts.text(creator.perThousandViews().orElseThrow()) + ", half of the"
                                        + " creators get " + Facts.number(usual) + " or more."),
                        "Leave it if the creator's audience is not the brand's, or if " + Facts.number(usual)
                                + " per 1,000 views is out of reach for this product.",
                        true));
    }

    /**
     * What one further video would gain if its views sold like those of half the creators. It is taken to be seen as
     * often as half of all videos: a viral hit is not expected to come again.
     */
    private Estimate gain(Standing creator, double usual) {
        double thousands = usualViews / 1000;
        return creator.perThousandViews()
                .orElseThrow()
                .map(money -> (money - usual) * thousands)
                .negated();
    }

    private static long views(Standing creator) {
        return creator.seen().get(Count.VIEWS).orElse(0);
    }

    /** What at least half of the creators with known views get. */
    private double usualPerThousandViews() {
        return middle(rankings.creators().stream()
                .flatMap(creator -> creator.perThousandViews().stream())
                .mapToDouble(Estimate::mean));
    }

    private static double middle(DoubleStream numbers) {
        double[] sorted = numbers.sorted().toArray();
        return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
    }

    private Optional<Brief> bestBrief() {
        Optional<String> hook = best(rankings.hooks());
        Optional<String> angle = best(rankings.angles());
        Optional<String> placement = best(rankings.placements());
        return hook.isPresent() && angle.isPresent() && placement.isPresent()
                ? Optional.of(new Brief(
                        hook.get(), angle.get(), placement.get(), false, List.of("The best-supported tags so far.")))
                : Optional.empty();
    }

    private static Optional<String> best(List<Standing> tags) {
        return tags.stream()
                .filter(tag -> tag.creators() >= FEWEST_CREATORS_OF_A_TAG)
                .filter(tag -> tag.perThousandViews().isPresent())
                .max(Comparator.comparingDouble((Standing tag) ->
                                tag.perThousandViews().orElseThrow().mean())
                        .thenComparing(Standing::name, Comparator.reverseOrder()))
                .map(Standing::name);
    }

    /** Videos that ads were spent on and that almost surely lost money, the greatest loss first. */
    List<Action> retirements() {
        double hopeless = program.policy().number(PolicyNumber.UNPROFITABLE_PROBABILITY);
        Set<VideoId> tested =
                measured.adTests().stream().map(AdTestStart::video).collect(Collectors.toSet());
        return rankings.videos().stream()
                .filter(ranked -> adSpend(ranked).isPresent())
                .filter(ranked -> !tested.contains(ranked.video().id()))
                .filter(ranked -> ranked.standing().probabilityProfitable() < hopeless)
                .sorted(Comparator.comparingInt(ranked -> -ranked.standing().rank()))
                .limit(Select.PROPOSALS_OF_A_KIND)
                .map(this::retirement)
                .toList();
    }

    private static Optional<Money> adSpend(VideoStanding ranked) {
        return ranked.standing().seen().get(Amount.SPEND).filter(Money::isPositive);
    }

    private Action retirement(VideoStanding ranked) {
        Standing standing = ranked.standing();
        return new Action.RetireVideo(
                ranked.video().id(),
                new Explanation(
                        "Exclude video " + standing.name() + " from paid traffic.",
                        null,
                        Money.zero(program.currency()),
                        List.of("It cost " + adSpend(ranked).orElseThrow() + " in ads and, after all costs, left "
                                + Facts.text(standing.netContribution()) + " " + program.currency()
                                + "; it pays with probability " + Facts.percent(standing.probabilityProfitable())
                                + "."),
                        "Keep it if its ad spend is not really its own.",
                        true));
    }
}
