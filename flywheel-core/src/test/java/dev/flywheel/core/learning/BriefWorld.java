package dev.flywheel.core.learning;

import dev.flywheel.core.content.CreativeTags;
import dev.flywheel.core.content.Video;
import dev.flywheel.core.content.VideoId;
import dev.flywheel.core.roster.CreatorId;
import dev.flywheel.core.stats.SeededDraws;
import dev.flywheel.core.winner.ConversionModel;
import dev.flywheel.core.winner.OrderEconomics;
import dev.flywheel.core.winner.RateBelief;
import dev.flywheel.core.winner.VideoOutlook;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * A brand whose truth is known: hooks, angles, placements and forty creators with planted effects, pairs that work together, clicks and rates that scatter. Effects on the logarithm of the order rate: standard deviation .35
 * for hooks, .25 for angles, .2 for placements, .12 for pairs, .5 for creators, .3 for each video.
 */
final class BriefWorld {

    static final double EVERYDAY_RATE = 0.03;
    static final double CLICKS = 100;

    private static final long FIRST_ID = 7_480_000_000_000_000_000L;
    private static final int CREATORS = 40;
    private static final double CREATOR_SPREAD = 0.5;
    private static final double VIDEO_SPREAD = 0.3;

    final List<String> hooks;
    final List<String> angles;
    final List<String> placements;

    private final Map<String, Double> effects = new TreeMap<>();
    private final double[] creators = new double[CREATORS];
    private final List<Post> posts = new ArrayList<>();
    private final SeededDraws chance;

    /** Everybody who starts with the same seed sees the same truth and the same first videos. */
    BriefWorld(Size size, long seed, int firstVideos) {
        hooks = names("hook", size.hooks);
        angles = names("angle", size.angles);
        placements = names("placement", size.placements);
        SeededDraws truth = SeededDraws.of(seed, "truth");
        chance = SeededDraws.of(seed, "chance");
        hooks.forEach(hook -> effects.put(hook, 0.35 * truth.normal()));
        angles.forEach(angle -> effects.put(angle, 0.25 * truth.normal()));
        placements.forEach(placement -> effects.put(placement, 0.2 * truth.normal()));
        hooks.forEach(hook -> angles.forEach(angle -> effects.put(hook + angle, 0.12 * truth.normal())));
        angles.forEach(angle -> placements.forEach(placement -> effects.put(angle + placement, 0.12 * truth.normal())));
        for (int i = 0; i < CREATORS; i++) {
            creators[i] = CREATOR_SPREAD * truth.normal();
        }
        for (int i = 0; i < firstVideos; i++) {
            post(anyCell(), chance.index(CREATORS));
        }
    }

    private static List<String> names(String kind, int count) {
        return IntStream.range(0, count).mapToObj(i -> kind + i).toList();
    }

    List<Post> posts() {
        return posts;
    }

    BriefCell anyCell() {
        return new BriefCell(
                hooks.get(chance.index(hooks.size())),
                angles.get(chance.index(angles.size())),
                placements.get(chance.index(placements.size())));
    }

    List<BriefCell> cells() {
        List<BriefCell> cells = new ArrayList<>();
        hooks.forEach(hook -> angles.forEach(
                angle -> placements.forEach(placement -> cells.add(new BriefCell(hook, angle, placement)))));
        return cells;
    }

    /** What the combination multiplies the everyday rate by, for the average creator: the truth. */
    double multiplier(BriefCell cell) {
        return Math.exp(effects.getOrDefault(cell.hook(), 0.0)
                + effects.getOrDefault(cell.angle(), 0.0)
                + effects.getOrDefault(cell.placement(), 0.0)
                + effects.getOrDefault(cell.hook() + cell.angle(), 0.0)
                + effects.getOrDefault(cell.angle() + cell.placement(), 0.0));
    }

    double multiplier(List<BriefCell> briefs) {
        return briefs.stream().mapToDouble(this::multiplier).average().orElseThrow();
    }

    /** Whether it is made on purpose or not: a creator's video, seen by a random number of people. */
    void post(BriefCell cell, int creator) {
        double clicks = Math.ceil(CLICKS * Math.exp(0.8 * chance.normal() - 0.32));
        double video = Math.exp(VIDEO_SPREAD * chance.normal() - VIDEO_SPREAD * VIDEO_SPREAD / 2);
        double mean = clicks * EVERYDAY_RATE * multiplier(cell) * Math.exp(creators[creator]) * video;
        posts.add(new Post(cell, "creator" + creator, clicks, poisson(mean)));
    }

    private int poisson(double mean) {
        double waited = chance.exponential();
        int count = 0;
        while (waited < mean) {
            waited += chance.exponential();
            count++;
        }
        return count;
    }

    /** Each brief is made by some creators, drawn by lot. */
    void make(List<BriefCell> briefs, int videosOfEach) {
        for (BriefCell brief : briefs) {
            for (int i = 0; i < videosOfEach; i++) {
                post(brief, chance.index(CREATORS));
            }
        }
    }

    /** Combinations by orders per click so far, best first: what a brand copies that looks at raw numbers. */
    List<BriefCell> bestRawCells() {
        Map<BriefCell, double[]> totals = new TreeMap<>();
        for (Post post : posts) {
            double[] total = totals.computeIfAbsent(post.cell, any -> new double[2]);
            total[0] += post.orders;
            total[1] += post.clicks;
        }
        return totals.entrySet().stream()
                .sorted(Comparator.comparingDouble(entry -> -entry.getValue()[0] / entry.getValue()[1]))
                .map(Map.Entry::getKey)
                .toList();
    }

    List<BriefInputs.Tried> tried() {
        Map<BriefCell, Integer> videos = new TreeMap<>();
        posts.forEach(post -> videos.merge(post.cell, 1, Integer::sum));
        return videos.entrySet().stream()
                .map(entry -> new BriefInputs.Tried(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** What the ranking would hand on of each video. */
    List<VideoOutlook> outlooks() {
        List<VideoOutlook> outlooks = new ArrayList<>();
        for (Post post : posts) {
            Video video = Video.builder(new VideoId(Long.toString(FIRST_ID + outlooks.size())))
                    .creator(new CreatorId(post.creator))
                    .tags(new CreativeTags(post.cell.hook(), post.cell.angle(), post.cell.placement(), null))
                    .build();
            outlooks.add(new VideoOutlook(
                    video,
                    new ConversionModel.Tally(post.orders, post.clicks, post.clicks, post.clicks),
                    new RateBelief(3, 100),
                    new RateBelief(3, 100),
                    new OrderEconomics(Math.log(30), 0.2, 1, 9, 0.8, 0.8, 9, 2)));
        }
        return outlooks;
    }

    /** How many tags of each kind there are. */
    record Size(int hooks, int angles, int placements) {}

    record Post(BriefCell cell, String creator, double clicks, double orders) {}
}
