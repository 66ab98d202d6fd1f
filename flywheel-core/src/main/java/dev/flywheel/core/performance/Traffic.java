package dev.flywheel.core.performance;

/** Which views, clicks and orders a number counts. */
public enum Traffic {
    /** Not delivered by ads. */
    ORGANIC,
    /** Delivered by ads. */
    PAID,
    /** Both together; the source does not separate them. */
    BLENDED
}
