package dev.flywheel.core.cycle;

import dev.flywheel.core.content.Video;
import dev.flywheel.core.content.VideoId;
import dev.flywheel.core.performance.Funnel;
import dev.flywheel.core.performance.OrderLine;
import dev.flywheel.core.performance.VideoHistory;
import dev.flywheel.core.program.ProductId;
import dev.flywheel.core.roster.CreatorId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What each creator posted, oldest first, and whether it sold. */
final class Posts {

    private final Measured measured;
    private final Map<CreatorId, List<Video>> byCreator = new TreeMap<>();
    private final Set<CreatorId> sellers = new TreeSet<>();

    private Posts(Measured measured) {
        this.measured = measured;
    }

    static Posts of(Measured measured) {
        Posts posts = new Posts(measured);
        for (Video video : measured.videos().values()) {
            video.creator()
                    .ifPresent(creator -> posts.byCreator
                            .computeIfAbsent(creator, any -> new ArrayList<>())
                            .add(video));
        }
        posts.byCreator
                .values()
                .forEach(list -> list.sort(Comparator.comparing(Video::postedAt).thenComparing(Video::id)));
        posts.byCreator.forEach((creator, videos) -> {
            if (videos.stream().anyMatch(video -> posts.orders(video.id()) > 0)) {
                posts.sellers.add(creator);
            }
        });
        measured.book().orderLines().stream()
                .filter(OrderLine::isSale)
                .forEach(line -> line.creator().ifPresent(posts.sellers::add));
        return posts;
    }

    /** {@return creators with at least one post} */
    Set<CreatorId> creators() {
        return byCreator.keySet();
    }

    List<Video> of(CreatorId creator) {
        return byCreator.getOrDefault(creator, List.of());
    }

    Optional<LocalDate> last(CreatorId creator) {
        List<Video> videos = of(creator);
        return videos.isEmpty() ? Optional.empty() : Optional.of(measured.postedOn(videos.get(videos.size() - 1)));
    }

    boolean sells(CreatorId creator) {
        return sellers.contains(creator);
    }

    /** Posts from a day on that show a product; a post whose products are unknown is taken to show it. */
    List<LocalDate> daysOfPosts(CreatorId creator, ProductId product, LocalDate from) {
        return of(creator).stream()
                .filter(video -> video.products().isEmpty() || video.products().contains(product))
                .map(measured::postedOn)
                .filter(day -> !day.isBefore(from))
                .toList();
    }

    /** Whether a video that was up before the day has sold. */
    boolean soldWithVideoBefore(CreatorId creator, LocalDate day) {
        return of(creator).stream().anyMatch(video -> measured.postedOn(video).isBefore(day) && orders(video.id()) > 0);
    }

    /** {@return whether anything has sold, through whatever path} */
    boolean anySale() {
        return !sellers.isEmpty() || measured.videos().keySet().stream().anyMatch(video -> orders(video) > 0);
    }

    /** Whether some report counts the orders of a creator's videos; without one, no order is not known. */
    boolean ordersAreCounted(CreatorId creator) {
        return of(creator).stream()
                .map(video -> measured.histories().get(video.id()))
                .anyMatch(history -> history != null
                        && history.seen().get(Funnel.Count.ORDERS).isPresent());
    }

    long orders(VideoId video) {
        VideoHistory history = measured.histories().get(video);
        return history == null ? 0 : history.seen().get(Funnel.Count.ORDERS).orElse(0);
    }
}
