package dev.flywheel.core.stats;

import dev.flywheel.core.performance.Estimate;

/**
 * What the draws say about one unit. Intervals are central 80 %. Immutable.
 *
 * @param key the stable hash of the unit's identity
 * @param perThousandViews contribution of 1,000 views, before the fixed cost
 * @param total contribution of the views so far, less the fixed cost
 * @param lossProbability P(total at most 0); a unit without views has no contribution, so its loss is certain
 * @param rank expected rank by total, 1 is best
 * @param topProbability P(rank at most k) for the k asked for
 */
public record ProfitSummary(
        long key,
        Estimate perThousandViews,
        Estimate total,
        double lossProbability,
        Estimate rank,
        double topProbability) {}
