package dev.flywheel.app.example;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The whole simulated brand after its last day, ready to be exported. */
final class World {

    private static final int LIVE_ROOMS = 3;

    final Roster roster;
    final List<Video> videos;
    final List<OrderLine> lines;
    private final Map<String, List<OrderLine>> linesByVideo;
    private final Map<String, List<OrderLine>> linesByCreator;

    private World(Roster roster, List<Video> videos, List<OrderLine> lines) {
        this.roster = roster;
        this.videos = videos;
        this.lines = lines;
        this.linesByVideo = lines.stream()
                .filter(line -> line.video() != null)
                .collect(Collectors.groupingBy(OrderLine::contentId));
        this.linesByCreator = lines.stream()
                .collect(Collectors.groupingBy(line -> line.creator().handle()));
    }

    static World of(long seed) {
        Roster roster = Roster.of(seed);
        List<Video> videos = ContentPlan.of(roster, seed);
        Shop shop = new Shop(seed);
        new Market(seed, shop).run(videos);
        sellElsewhere(roster, shop, new Dice(seed, "elsewhere"));
        for (Sample sample : roster.samples()) {
            LocalDate approved = sample.approved();
            if (approved != null && sample.shipped() != null) {
                shop.give(sample, approved);
            }
        }
        return new World(roster, videos, shop.lines());
    }

    private static void sellElsewhere(Roster roster, Shop shop, Dice dice) {
        for (int i = 0; i < 120; i++) {
            Creator creator = roster.posters().get(dice.whole(0, 79));
            shop.sellWithoutVideo(creator, "Showcase", "", dice.whole(creator.firstPost(), Season.DAYS - 1));
        }
        for (int room = 0; room < LIVE_ROOMS; room++) {
            int day = 30 + 22 * room;
            String roomId = ContentPlan.idOf(Season.at(day, 68_400), dice.bits32());
            for (int i = dice.whole(10, 16); i > 0; i--) {
                shop.sellWithoutVideo(roster.posters().get(5 + room), "Livestream", roomId, day);
            }
        }
    }

    List<OrderLine> linesOf(Video video) {
        return linesByVideo.getOrDefault(video.id, List.of());
    }

    List<OrderLine> linesOf(Creator creator) {
        return linesByCreator.getOrDefault(creator.handle(), List.of());
    }

    Tally tally(Video video, Span span) {
        return Tally.of(linesOf(video), span);
    }

    static List<OrderLine> ofType(Collection<OrderLine> lines, String contentType) {
        return lines.stream()
                .filter(line -> line.contentType().equals(contentType))
                .toList();
    }

    /** The video of a role, by its place in {@link Role#ALL}. */
    Video videoOf(Role role) {
        return videos.stream().filter(video -> video.role == role).findFirst().orElseThrow();
    }
}
