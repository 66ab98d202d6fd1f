package dev.flywheel.core.content;

import java.time.LocalDate;
import java.util.Objects;

/**
 * A creator's permission to advertise one post, kept as the day it was granted and how long it lasts. Immutable.
 *
 * @param video the post
 * @param grantedOn the first day it holds
 * @param durationDays how many days it holds, at least one
 * @param kind how it was given
 */
public record Authorization(VideoId video, LocalDate grantedOn, int durationDays, Kind kind) {

    /** Checks. */
    public Authorization {
        Objects.requireNonNull(video, "video");
        Objects.requireNonNull(grantedOn, "grantedOn");
        Objects.requireNonNull(kind, "kind");
        if (durationDays < 1 || durationDays > 3650) {
            throw new IllegalArgumentException("durationDays must be from 1 to 3650, got " + durationDays);
        }
    }

    /** {@return the last day on which ads may run} */
    public LocalDate lastDay() {
        return grantedOn.plusDays(durationDays - 1L);
    }

    /**
     * Whether ads may run on a day.
     *
     * @param day the day
     * @return true from the day of the grant to the last day
     */
    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(grantedOn) && !day.isAfter(lastDay());
    }

    /** How a permission was given. */
    public enum Kind {
        /** A Spark code for this post. */
        SPARK_CODE,
        /** The creator's account as a whole (affiliate mass authorization). */
        ACCOUNT,
        /** Bought with a flat-fee collaboration. */
        FLAT_FEE
    }
}
