package dev.flywheel.core.winner;

import dev.flywheel.core.money.Money;
import java.util.Objects;

/**
 * What a video has to earn back of the samples that its creator was sent; the shares of a creator's videos add up to
 * the creator's samples. Immutable.
 *
 * @param cost its part of what the samples cost
 * @param samples its part of the samples on record, 0 where none are recorded
 */
public record SampleShare(Money cost, double samples) {

    /** Checks. */
    public SampleShare {
        Objects.requireNonNull(cost, "cost");
        if (!(samples >= 0 && Double.isFinite(samples))) {
            throw new IllegalArgumentException("samples must be at least 0, got " + samples);
        }
    }

    /**
     * Adds.
     *
     * @param other of the same currency
     * @return both together
     */
    public SampleShare plus(SampleShare other) {
        return new SampleShare(cost.plus(other.cost), samples + other.samples);
    }

    /**
     * Shares out among videos.
     *
     * @param videos how many, at least 1
     * @return the part of one, its cost rounded to the currency's smallest unit
     */
    public SampleShare dividedBy(long videos) {
        return new SampleShare(Money.rounded(cost.asDouble() / videos, cost.currency()), samples / videos);
    }
}
