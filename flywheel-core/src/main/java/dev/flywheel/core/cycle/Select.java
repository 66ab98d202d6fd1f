package dev.flywheel.core.cycle;

import dev.flywheel.core.content.Brief;
import dev.flywheel.core.content.Video;
import dev.flywheel.core.content.VideoId;
import dev.flywheel.core.money.Money;
import dev.flywheel.core.money.Rate;
import dev.flywheel.core.performance.Estimate;
import dev.flywheel.core.performance.Funnel.Amount;
import dev.flywheel.core.performance.Funnel.Count;
import dev.flywheel.core.program.Policy;
import dev.flywheel.core.program.PolicyNumber;
import dev.flywheel.core.program.Product;
import dev.flywheel.core.program.Program;
import dev.flywheel.core.roster.CreatorId;
import dev.flywheel.core.roster.Sample;
import dev.flywheel.core.winner.Ranking;
import dev.flywheel.core.winner.Rankings;
import dev.flywheel.core.winner.Rankings.VideoStanding;
import dev.flywheel.core.winner.Standing;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * SELECT: what converts and pays, and how sure are we? Ranks everything, then proposes what proven creators have earned
 * and what videos that do not pay need.
 */
final class Select {

    /** How many proposals of one kind a person can look into a week. */
    private static final int PROPOSALS_OF_A_KIND = 3;

    private static final double POSTS_A_WEEK_OF_A_RETAINER = 10 / (30 / 7.0);
    private static final int FEWEST_VIDEOS_OF_A_PARTNER = 3;
    private static final long VIEWS_OF_A_VIRAL_CREATOR = 50_000;

    private final Measured measured;
    private final Program program;
    private final Policy policy;
    private final Rankings rankings;

    private Select(Measured measured, Rankings rankings) {
        this.measured = measured;
        this.program = measured.program();
        this.policy = program.policy();
        this.rankings = rankings;
    }

    /** Ranks everything; each video has to earn back its share of the samples that its creator was sent. */
    static Ranking rank(Measured measured, long seed) {
        return Ranking.rank(
                measured.program(),
                measured.asOf(),
                measured.videos(),
                measured.histories(),
                sampleShares(measured),
                seed);
    }

    static Selected select(Measured measured, Ranking ranking) {
        Select select = new Select(measured, ranking.rankings());
        List<Action> actions = new ArrayList<>();
        actions.addAll(select.retainers());
        actions.addAll(select.commissions());
        actions.addAll(select.reBriefs());
        actions.addAll(select.retirements());
        return new Selected(ranking.rankings(), actions, select.report(ranking));
    }

    /** What each video has to earn back of its creator's samples. */
    static Map<VideoId, Money> sampleShares(Measured measured) {
        Program program = measured.program();
        Money usual = program.policy().money(PolicyNumber.SAMPLE_COST, program.currency());
        Map<CreatorId, Money> byCreator = new TreeMap<>();
        for (Sample sample : measured.samples()) {
            if (sample.sentBy(measured.asOf())) {
                byCreator.merge(sample.creator(), sample.cost() == null ? usual : sample.cost(), Money::plus);
            }
        }
        Map<CreatorId, Long> videos = new TreeMap<>();
        measured.videos()
                .values()
                .forEach(video -> video.creator().ifPresent(creator -> videos.merge(creator, 1L, Long::sum)));
        // Without any record of samples each creator is taken to have received one.
        boolean recorded = !measured.samples().isEmpty();
        Map<VideoId, Money> shares = new TreeMap<>();
        for (Video video : measured.videos().values()) {
            video.creator().ifPresent(creator -> {
                Money sent = recorded ? byCreator.getOrDefault(creator, Money.zero(program.currency())) : usual;
                double share = sent.asDouble() / videos.getOrDefault(creator, 1L);
                shares.put(video.id(), Money.rounded(share, program.currency()));
            });
        }
        return shares;
    }

    /** Fixed pay buys posts: it is worth its money if a creator's further videos are expected to earn more. */
    private List<Action> retainers() {
        List<Action> actions = new ArrayList<>();
        Money pay = policy.money(PolicyNumber.RETAINER_PER_WEEK, program.currency());
        double surely = policy.number(PolicyNumber.RETAINER_FALSE_DISCOVERY_RATE);
        for (Standing creator : rankings.creators()) {
            double perVideo = creator.netContribution().mean() / creator.videos();
            double pace = videosPerWeek(new CreatorId(creator.name()));
            double further = Math.max(0, POSTS_A_WEEK_OF_A_RETAINER - pace);
            Estimate gain = creator.netContribution().map(money -> further * money / creator.videos() - pay.asDouble());
            boolean earned =
                    creator.winner() && creator.qValue() <= surely && creator.videos() >= FEWEST_VIDEOS_OF_A_PARTNER;
            if (earned && gain.low() > 0 && actions.size() < PROPOSALS_OF_A_KIND) {
                actions.add(new Action.OfferRetainer(
                        new CreatorId(creator.name()),
                        pay,
                        new Explanation(
                                "Offer " + creator.name() + " a retainer of " + pay + " a week for "
                                        + Facts.number(POSTS_A_WEEK_OF_A_RETAINER) + " posts a week.",
                                gain,
                                pay,
                                List.of(
                                        creator.videos() + " videos left "
                                                + Facts.text(creator.netContribution()) + " "
                                                + program.currency() + " after all costs, "
                                                + Facts.number(perVideo) + " each.",
                                        "At " + Facts.number(pace) + " posts a week now, a retainer buys "
                                                + Facts.number(further) + " more.",
                                        "The chance that creators chosen this surely do not pay is "
                                                + Facts.percent(creator.qValue()) + "."),
                                "Keep paying by commission if further videos are expected to leave less than "
                                        + Facts.number(pay.asDouble() / Math.max(further, 0.01)) + " each.",
                                true)));
            }
        }
        return actions;
    }

    private double videosPerWeek(CreatorId creator) {
        List<LocalDate> days = measured.videos().values().stream()
                .filter(video -> video.creator().filter(creator::equals).isPresent())
                .map(measured::postedOn)
                .sorted()
                .toList();
        if (days.isEmpty()) {
            return 0;
        }
        double weeks =
                Math.max(1, ChronoUnit.DAYS.between(days.get(0), measured.asOf().plusDays(1)) / 7.0);
        return days.size() / weeks;
    }

    /** A raise is instant and a cut is locked for 30 days, so it goes to the surest creators whose orders bear it. */
    private List<Action> commissions() {
        List<Action> actions = new ArrayList<>();
        Rate step = new Rate(policy.exact(PolicyNumber.COMMISSION_STEP));
        double surely = policy.number(PolicyNumber.RETAINER_FALSE_DISCOVERY_RATE);
        for (Standing creator : rankings.creators()) {
            long orders = creator.seen().get(Count.ORDERS).orElse(0);
            Optional<Money> gmv = creator.seen().get(Amount.GMV);
            if (!creator.winner()
                    || creator.qValue() > surely
                    || gmv.isEmpty()
                    || orders < policy.count(PolicyNumber.CANDIDATE_MINIMUM_ORDERS)
                    || actions.size() == PROPOSALS_OF_A_KIND) {
                continue;
            }
            CreatorId id = new CreatorId(creator.name());
            Rate today = usualCommission(id);
            double margin =
                    creator.netContribution().mean() / Math.max(1, gmv.get().asDouble());
            if (margin < 2 * step.asDouble()) {
                continue;
            }
            Rate raised = today.plus(step);
            Money cost = gmv.get().times(step);
            actions.add(new Action.ChangeCommission(
                    id,
                    today,
                    raised,
                    new Explanation(
                            "Offer " + creator.name() + " a target collaboration at " + raised.toPercentText()
                                    + " instead of " + today.toPercentText() + ".",
                            null,
                            cost,
                            List.of(
                                    orders + " orders worth " + gmv.get() + " left " + Facts.percent(margin)
                                            + " of their value after all costs.",
                                    "On the same sales the raise would cost " + cost
                                            + "; a raise is instant, a cut is locked for 30 days."),
                            "Keep " + today.toPercentText() + " if the creator would post as much without a raise.",
                            true)));
        }
        return actions;
    }

    private Rate usualCommission(CreatorId creator) {
        return measured.videos().values().stream()
                .filter(video -> video.creator().filter(creator::equals).isPresent())
                .flatMap(video -> video.products().stream())
                .flatMap(id -> program.product(id).stream())
                .findFirst()
                .or(() -> program.products().stream().findFirst())
                .map(Product::economics)
                .map(economics -> economics.commission(false))
                .orElse(Rate.ZERO);
    }

    /** Much seen and little bought: the audience is there, the brief is not. */
    private List<Action> reBriefs() {
        List<Action> actions = new ArrayList<>();
        Optional<Brief> best = bestBrief();
        if (best.isEmpty()) {
            return actions;
        }
        double usual = rankings.creators().stream()
                .flatMap(creator -> creator.perThousandViews().stream())
                .mapToDouble(Estimate::mean)
                .sorted()
                .skip(rankings.creators().size() / 2)
                .findFirst()
                .orElse(0);
        for (Standing creator : rankings.creators()) {
            long views = creator.seen().get(Count.VIEWS).orElse(0);
            boolean weak = creator.perThousandViews()
                    .filter(perThousand -> perThousand.high() < usual)
                    .isPresent();
            if (weak && views >= VIEWS_OF_A_VIRAL_CREATOR && actions.size() < PROPOSALS_OF_A_KIND) {
                Estimate perThousand = creator.perThousandViews().orElseThrow();
                actions.add(new Action.ReBriefCreator(
                        new CreatorId(creator.name()),
                        best.get(),
                        new Explanation(
                                "Re-brief " + creator.name() + " with "
                                        + best.get().hook() + " / "
                                        + best.get().angle() + " / "
                                        + best.get().placement() + ".",
                                perThousand
                                        .map(money -> (money - usual) * views / 1000 / creator.videos())
                                        .negated(),
                                Money.zero(program.currency()),
                                List.of(
                                        views + " views brought "
                                                + creator.seen()
                                                        .get(Count.ORDERS)
                                                        .orElse(0)
                                                + " orders: views that do not sell are not worth more views.",
                                        "1,000 views leave " + Facts.text(perThousand) + ", half of the creators get "
                                                + Facts.number(usual) + " or more."),
                                "Leave it if the creator's audience is not the brand's, or if " + Facts.number(usual)
                                        + " per 1,000 views is out of reach for this product.",
                                true)));
            }
        }
        return actions;
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
                .filter(tag -> tag.creators() >= FEWEST_VIDEOS_OF_A_PARTNER)
                .max(Comparator.comparingDouble((Standing tag) -> tag.perThousandViews()
                                .map(Estimate::mean)
                                .orElse(tag.conversionRate().mean()))
                        .thenComparing(Standing::name))
                .map(Standing::name);
    }

    /** A video that ads were spent on and that almost surely lost money. */
    private List<Action> retirements() {
        double hopeless = policy.number(PolicyNumber.UNPROFITABLE_PROBABILITY);
        List<Action> actions = new ArrayList<>();
        for (VideoStanding ranked : rankings.videos()) {
            Standing standing = ranked.standing();
            boolean tested = measured.adTests().stream()
                    .anyMatch(test -> test.video().equals(ranked.video().id()));
            boolean spent =
                    standing.seen().get(Amount.SPEND).filter(Money::isPositive).isPresent();
            if (spent
                    && !tested
                    && standing.probabilityProfitable() < hopeless
                    && actions.size() < PROPOSALS_OF_A_KIND) {
                actions.add(new Action.RetireVideo(
                        ranked.video().id(),
                        new Explanation(
                                "Exclude video " + standing.name() + " from paid traffic.",
                                null,
                                Money.zero(program.currency()),
                                List.of("It cost "
                                        + standing.seen().get(Amount.SPEND).orElseThrow()
                                        + " in ads and left "
                                        + Facts.text(standing.netContribution()) + "; it pays with probability "
                                        + Facts.percent(standing.probabilityProfitable()) + "."),
                                "Keep it if its ad spend is not really its own.",
                                true)));
            }
        }
        return actions;
    }

    private PhaseReport report(Ranking ranking) {
        long winners = rankings.videos().stream()
                .filter(video -> video.standing().winner())
                .count();
        String headline = rankings.videos().isEmpty()
                ? "Nothing to rank yet."
                : winners + " of " + rankings.videos().size()
                        + " videos are winners: a click of theirs brings more than"
                        + " a click costs to buy, with at most "
                        + Facts.percent(policy.number(PolicyNumber.WINNER_FALSE_DISCOVERY_RATE)) + " of them wrong.";
        List<PhaseReport.Fact> facts = new ArrayList<>();
        facts.add(Facts.count("winners", "winning videos", winners));
        facts.add(Facts.words(
                "costPerClick",
                "A bought click costs about "
                        + Facts.number(ranking.conversion().costPerClick()) + " " + program.currency() + "."));
        facts.add(Facts.words(
                "conversionModel",
                (ranking.conversion().detectsDifferences()
                                ? "Videos differ by more than chance"
                                : "No detectable differences between videos")
                        + "; a video of average reach brings "
                        + Facts.number(1000 * ranking.conversion().meanRate())
                        + " orders per 1,000 "
                        + (ranking.conversion().perView() ? "views." : "clicks.")));
        if (measured.samples().isEmpty() && !rankings.videos().isEmpty()) {
            facts.add(Facts.words(
                    "samplesAssumed",
                    "No samples are recorded: each creator is charged one sample of "
                            + policy.money(PolicyNumber.SAMPLE_COST, program.currency()) + "."));
        }
        return new PhaseReport(Phase.SELECT, headline, facts);
    }
}
