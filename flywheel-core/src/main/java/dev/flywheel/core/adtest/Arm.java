package dev.flywheel.core.adtest;

/**
 * One side of an ad test. Immutable.
 *
 * @param clicks clicks seen
 * @param maturedClicks clicks weighted by the share of their orders that can have been seen by now
 * @param orders orders seen
 */
public record Arm(double clicks, double maturedClicks, long orders) {}
