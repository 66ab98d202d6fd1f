package dev.flywheel.core.cycle;

import dev.flywheel.core.content.Video;
import dev.flywheel.core.content.VideoId;
import dev.flywheel.core.money.Money;
import dev.flywheel.core.performance.Funnel.Count;
import dev.flywheel.core.program.PolicyNumber;
import dev.flywheel.core.program.Program;
import dev.flywheel.core.roster.CreatorId;
import dev.flywheel.core.roster.Sample;
import dev.flywheel.core.winner.Ranking;
import dev.flywheel.core.winner.Rankings;
import dev.flywheel.core.winner.SampleShare;
import dev.flywheel.core.winner.Standing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * SELECT: what converts and pays, and how sure are we? Ranks everything, then proposes what proven creators have earned
 * and what videos that do not pay need.
 */
final class Select {

    /** How many proposals of one kind a person can look into a week. */
    static final int PROPOSALS_OF_A_KIND = 3;

    private Select() {}

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
        CreatorOffers offers = new CreatorOffers(measured, ranking.rankings());
        Corrections corrections = new Corrections(measured, ranking.rankings());
        List<Action> actions = new ArrayList<>();
        actions.addAll(offers.retainers());
        actions.addAll(offers.commissions());
        actions.addAll(corrections.reBriefs());
        actions.addAll(corrections.retirements());
        return new Selected(ranking.rankings(), ranking.selections(), actions, report(measured, ranking));
    }

    /** What each video has to earn back of its creator's samples. */
    static Map<VideoId, SampleShare> sampleShares(Measured measured) {
        Program program = measured.program();
        Money usual = program.policy().money(PolicyNumber.SAMPLE_COST, program.currency());
        Map<CreatorId, SampleShare> byCreator = new TreeMap<>();
        for (Sample sample : measured.samples()) {
            if (sample.sentBy(measured.asOf())) {
                Money cost = sample.cost() == null ? usual : sample.cost();
                byCreator.merge(sample.creator(), new SampleShare(cost, 1), SampleShare::plus);
            }
        }
        Map<CreatorId, Long> videos = new TreeMap<>();
        measured.videos()
                .values()
                .forEach(video -> video.creator().ifPresent(creator -> videos.merge(creator, 1L, Long::sum)));
        // Without any record of samples each creator is taken to have received one.
        SampleShare unrecorded =
                new SampleShare(measured.samples().isEmpty() ? usual : Money.zero(program.currency()), 0);
        Map<VideoId, SampleShare> shares = new TreeMap<>();
        for (Video video : measured.videos().values()) {
            video.creator().ifPresent(creator -> {
                SampleShare sent = byCreator.getOrDefault(creator, unrecorded);
                shares.put(video.id(), sent.dividedBy(videos.getOrDefault(creator, 1L)));
            });
        }
        return shares;
    }

    private static PhaseReport report(Measured measured, Ranking ranking) {
        Program program = measured.program();
        Rankings rankings = ranking.rankings();
        long winners = rankings.videos().stream()
                .filter(video -> video.standing().winner())
                .count();
        String headline = rankings.videos().isEmpty()
                ? "Nothing to rank yet."
                : winners + " of " + rankings.videos().size()
                        + " videos are winners: a click of theirs brings more than"
                        + " a click costs to buy, with at most "
                        + Facts.percent(program.policy().number(PolicyNumber.WINNER_FALSE_DISCOVERY_RATE))
                        + " of them wrong.";
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
                        + (ranking.conversion().perView() ? "views" : "clicks")
                        + (ranking.conversion().knowsFactors()
                                ? "; of each video its hook, angle, placement and creator are taken into account."
                                : ".")));
        mostViewed(rankings).ifPresent(facts::add);
        if (measured.samples().isEmpty() && !rankings.videos().isEmpty()) {
            facts.add(Facts.words(
                    "samplesAssumed",
                    "No samples are recorded: each creator is charged one sample of "
                            + program.policy().money(PolicyNumber.SAMPLE_COST, program.currency()) + "."));
        }
        return new PhaseReport(Phase.SELECT, headline, facts);
    }

    /** The post everybody looks at, beside the one that earns most. */
    private static Optional<PhaseReport.Fact> mostViewed(Rankings rankings) {
        return rankings.videos().stream()
                .map(Rankings.VideoStanding::standing)
                .filter(video -> video.seen().get(Count.VIEWS).isPresent())
                .max(Comparator.comparingLong((Standing video) ->
                                video.seen().get(Count.VIEWS).getAsLong())
                        .thenComparing(video -> -video.rank()))
                .filter(video -> video.rank() > 1)
                .map(video -> Facts.words(
                        "mostViewed",
                        "Views are not profit: the most viewed video " + seen(video) + " ranks " + video.rank() + " of "
                                + rankings.videos().size() + "; the first is "
                                + seen(rankings.videos().get(0).standing()) + "."));
    }

    private static String seen(Standing video) {
        return video.name() + " (" + known(video.seen().get(Count.VIEWS)) + " views, "
                + known(video.seen().get(Count.ORDERS)) + " orders, "
                + Facts.number(video.netContribution().mean()) + " left)";
    }

    private static String known(OptionalLong count) {
        return count.isPresent() ? Facts.number(count.getAsLong()) : "unknown";
    }
}
