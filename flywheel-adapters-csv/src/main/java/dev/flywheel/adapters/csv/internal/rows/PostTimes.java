package dev.flywheel.adapters.csv.internal.rows;

import dev.flywheel.core.content.Video;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Holds the times at which videos are said to be posted against the second in their ids, which is UTC (formats 6, trap 8). In
 * a genuine file 365 of 423 agree within half an hour and the others are later, so most of a file that is hours off in the
 * same way were written in another zone.
 */
final class PostTimes {

    private static final int FEW = 10;
    private static final int MOST_HOURS = 26;
    private static final int MINUTES = 60;

    private final Map<Long, Integer> hoursLater = new TreeMap<>();
    private int seen;

    /** Takes a video into account whose post time stands in the file. */
    void see(Video video) {
        Duration later = Duration.between(video.id().createdAt(), video.postedAt());
        seen++;
        hoursLater.merge(Math.floorDiv(later.toMinutes() + MINUTES / 2, MINUTES), 1, Integer::sum);
    }

    /** {@return what is wrong with the zone, if more than half of the videos say so and they are not too few} */
    Optional<String> doubt() {
        return hoursLater.entrySet().stream()
                .max(Map.Entry.<Long, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .filter(most -> most.getKey() != 0 && Math.abs(most.getKey()) <= MOST_HOURS)
                .filter(most -> seen >= FEW && most.getValue() * 2 > seen)
                .map(most -> most.getValue() + " of " + seen + " post times are " + Math.abs(most.getKey()) + " hours "
                        + (most.getKey() > 0 ? "later" : "earlier")
                        + " than the ids of their videos, as if they were written in another time zone");
    }
}
