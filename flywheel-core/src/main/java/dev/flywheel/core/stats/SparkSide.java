package dev.flywheel.core.stats;

/** The question a {@link SparkTest} asks of the ratio c = paid conversion rate / organic conversion rate. */
public enum SparkSide {
    /** H0: c is at or above the margin ratio. A large e-value says that conversion dropped. */
    DROP,
    /** H0: c is at or below the margin ratio. A large e-value says that conversion holds. */
    HOLD
}
