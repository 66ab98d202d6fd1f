package dev.flywheel.core.adtest;

import dev.flywheel.core.content.VideoId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One boost that runs or may start, as the division of the daily ad money sees it. Immutable.
 *
 * @param video the video
 * @param standing what the verdict allows
 * @param todayPerDay what it runs on today, in minor units; 0 for one that has yet to start
 * @param startPerDay what it would start on, in minor units; 0 for one that runs
 * @param belief what is believed of its paid clicks; null only where nothing is known or it ends
 */
public record BudgetArm(
        VideoId video,
        Standing standing,
        long todayPerDay,
        long startPerDay,
        @Nullable PaidBelief belief) {

    /** Checks. */
    public BudgetArm {
        Objects.requireNonNull(video, "video");
        Objects.requireNonNull(standing, "standing");
        if (standing.isJudged() && belief == null) {
            throw new IllegalArgumentException("A boost that is " + standing + " needs a belief, video " + video);
        }
        boolean starts = standing == Standing.NEW;
        if (starts ? todayPerDay != 0 || startPerDay <= 0 : todayPerDay <= 0 || startPerDay != 0) {
            throw new IllegalArgumentException("A boost runs on more than 0 or is NEW and starts on more than 0, got "
                    + todayPerDay + ", " + startPerDay + " for " + standing + " video " + video);
        }
    }

    boolean runs() {
        return standing != Standing.NEW && standing != Standing.ENDS;
    }

    /** What the verdict of statistics 2.7, or what else is known, allows. */
    public enum Standing {
        /** It ends today, whatever its draw: by its verdict, or because its permission ends. */
        ENDS,
        /** No report knows it. It costs what it costs, and nothing speaks for keeping it when the cap is too small. */
        UNSEEN,
        /** Nothing is decided: it stays where it is, so that no draw ends a test early or makes it dear. */
        TESTED,
        /** Its verdict keeps it: it may be lowered, never raised. */
        SETTLED,
        /** Its verdict lets it rise by one step. */
        RISING,
        /** A candidate with a permission that lasts. */
        NEW;

        boolean isJudged() {
            return this != ENDS && this != UNSEEN;
        }
    }
}
