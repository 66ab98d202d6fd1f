package dev.flywheel.core.adtest;

import dev.flywheel.core.content.VideoId;
import dev.flywheel.core.money.Money;
import java.time.LocalDate;
import java.util.Objects;

/**
 * A boost that runs and is tested from its first day. Immutable.
 *
 * @param video the boosted video
 * @param startedOn the first day with ad spend; what was seen before it is the baseline
 * @param budgetPerDay the current daily budget
 * @param kind how the boost is delivered
 */
public record AdTestStart(VideoId video, LocalDate startedOn, Money budgetPerDay, Kind kind) {

    /** Checks. */
    public AdTestStart {
        Objects.requireNonNull(video, "video");
        Objects.requireNonNull(startedOn, "startedOn");
        Objects.requireNonNull(kind, "kind");
        if (budgetPerDay.isNegative()) {
            throw new IllegalArgumentException("budgetPerDay must not be negative, got " + budgetPerDay);
        }
    }

    /** How a boost is delivered. */
    public enum Kind {
        /** Extra budget on one video within GMV Max. */
        GMV_MAX_BOOST,
        /** An ad from the creator's post outside the shop. */
        SPARK_AD
    }
}
