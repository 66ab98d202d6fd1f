package dev.flywheel.core.winner;

import dev.flywheel.core.content.CreativeTags.Factor;
import dev.flywheel.core.content.Video;
import dev.flywheel.core.content.VideoId;
import dev.flywheel.core.money.Money;
import dev.flywheel.core.performance.Funnel;
import dev.flywheel.core.performance.RateDay;
import dev.flywheel.core.performance.Traffic;
import dev.flywheel.core.performance.VideoHistory;
import dev.flywheel.core.program.Program;
import dev.flywheel.core.winner.Rankings.VideoStanding;
import dev.flywheel.core.winner.Standings.Ranked;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * Ranks videos, creators, hooks, angles and placements by expected net contribution. Immutable and thread-safe.
 *
 * <p>A unit's net contribution is the value that its clicks so far are expected to bring (its shrunken order rate x
 * clicks x what an order leaves), plus what ads brought, less ad spend and samples. So two million views with forty
 * orders earn less than twelve thousand views with four hundred. Orders of a video of which neither clicks nor views are
 * known count as they are.
 */
public final class Ranking {

    private final Rankings rankings;
    private final Map<VideoId, VideoOutlook> outlooks;
    private final ConversionModel conversion;
    private final List<SelectionRecord> selections;

    private Ranking(
            Rankings rankings,
            Map<VideoId, VideoOutlook> outlooks,
            ConversionModel conversion,
            List<SelectionRecord> selections) {
        this.rankings = rankings;
        this.selections = selections;
        this.outlooks = Collections.unmodifiableMap(outlooks);
        this.conversion = conversion;
    }

    /**
     * Ranks.
     *
     * @param program the programme
     * @param asOf the last day of evidence
     * @param videos every video
     * @param histories what is known of each
     * @param samples what samples each video had to earn back; nothing for a video without
     * @param seed the seed of the draws
     * @return the ranking
     */
    public static Ranking rank(
            Program program,
            LocalDate asOf,
            Map<VideoId, Video> videos,
            Map<VideoId, VideoHistory> histories,
            Map<VideoId, SampleShare> samples,
            long seed) {
        ConversionModel conversion = ConversionModel.fit(program, videos, histories, asOf, asOf, Set.of());
        VideoEconomics economics = new VideoEconomics(program, videos, histories, asOf);
        Map<VideoId, VideoOutlook> outlooks = new TreeMap<>();
        List<Unit> units = new ArrayList<>();
        SampleShare none = new SampleShare(Money.zero(program.currency()), 0);
        for (Video video : videos.values()) {
            VideoHistory history = histories.get(video.id());
            VideoOutlook outlook = new VideoOutlook(
                    video,
                    conversion.tally(video.id()),
                    conversion.prior(video.id()),
                    conversion.posterior(video.id()),
                    economics.of(video, Optional.ofNullable(history)));
            outlooks.put(video.id(), outlook);
            double sampleCost = samples.getOrDefault(video.id(), none).cost().asDouble();
            units.add(history == null ? unseen(outlook, sampleCost, program) : unit(outlook, sampleCost, history));
        }
        Standings standings = new Standings(program, conversion, seed);
        Ranked ranked = standings.ofVideos(units);
        Ranked creators = standings.ofCreators(grouped(
                units,
                video -> video.creator().map(Object::toString),
                video -> samples.getOrDefault(video.id(), none).samples()));
        Rankings rankings = new Rankings(
                withVideos(ranked.standings(), videos),
                creators.standings(),
                ofTags(standings, units, Factor.HOOK),
                ofTags(standings, units, Factor.ANGLE),
                ofTags(standings, units, Factor.PLACEMENT));
        return new Ranking(rankings, outlooks, conversion, List.of(ranked.selection(), creators.selection()));
    }

    private static List<VideoStanding> withVideos(List<Standing> standings, Map<VideoId, Video> videos) {
        return standings.stream()
                .map(standing ->
                        new VideoStanding(Objects.requireNonNull(videos.get(new VideoId(standing.name()))), standing))
                .toList();
    }

    private static List<Standing> ofTags(Standings standings, List<Unit> units, Factor factor) {
        return standings.ofTags(grouped(units, video -> video.tags().get(factor), video -> 0));
    }

    /** {@return everything ranked} */
    public Rankings rankings() {
        return rankings;
    }

    /** {@return what is believed of each video} */
    public Map<VideoId, VideoOutlook> outlooks() {
        return outlooks;
    }

    /** {@return the model of conversion behind it} */
    public ConversionModel conversion() {
        return conversion;
    }

    /** {@return how the winners among videos and among creators were chosen} */
    public List<SelectionRecord> selections() {
        return selections;
    }

    private static Unit unit(VideoOutlook outlook, double sampleCost, VideoHistory history) {
        return new Unit(
                outlook.video().id().value(),
                List.of(outlook),
                history.seen(),
                outlook.organicRate(),
                outlook.economics(),
                outlook.counted(),
                history.clicksOfSeenViews(),
                history.viewsOfSeenClicks(),
                sampleCost - withoutRate(outlook, history),
                0,
                !history.exposureIsViews() && outlook.counted().exposure() > 0);
    }

    private static Unit unseen(VideoOutlook outlook, double sampleCost, Program program) {
        return new Unit(
                outlook.video().id().value(),
                List.of(outlook),
                Funnel.builder(program.currency()).build(),
                outlook.organicRate(),
                outlook.economics(),
                outlook.counted(),
                0,
                0,
                sampleCost,
                0,
                false);
    }

    /** Money that no order rate stands behind: what ads left, and orders of a video whose exposure nobody reports. */
    private static double withoutRate(VideoOutlook outlook, VideoHistory history) {
        OrderEconomics economics = outlook.economics();
        double paidOrders = history.rateDays(Traffic.PAID).stream()
                .mapToDouble(RateDay::orders)
                .sum();
        boolean rated = Stream.of(Traffic.values())
                .anyMatch(traffic -> !history.rateDays(traffic).isEmpty());
        long bare = rated ? 0 : history.seen().get(Funnel.Count.ORDERS).orElse(0);
        return paidOrders * economics.expectedPerOrder(true)
                + bare * economics.expectedPerOrder(false)
                - history.spendSince(LocalDate.MIN).asDouble();
    }

    private static List<List<Unit>> grouped(
            List<Unit> units, Function<Video, Optional<String>> key, ToDoubleFunction<Video> samples) {
        Map<String, List<Unit>> groups = new TreeMap<>();
        for (Unit unit : units) {
            Video video = unit.outlooks().get(0).video();
            key.apply(video)
                    .ifPresent(name -> groups.computeIfAbsent(name, any -> new ArrayList<>())
                            .add(unit.partOf(name, samples.applyAsDouble(video))));
        }
        return List.copyOf(groups.values());
    }
}
