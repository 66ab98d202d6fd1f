package dev.flywheel.core.cycle;

import dev.flywheel.core.performance.Estimate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Whether the wheel turns faster and cheaper than in the rotation before. Immutable.
 *
 * @param rotation the number of this rotation, from 1
 * @param headline the verdict in words
 * @param indicators the measures behind it
 */
public record Momentum(int rotation, String headline, List<Indicator> indicators) {

    /** Checks. */
    public Momentum {
        Objects.requireNonNull(headline, "headline");
        indicators = List.copyOf(indicators);
    }

    /**
     * One measure in this rotation and the one before.
     *
     * @param name its stable name in lowerCamelCase
     * @param unit its unit in words
     * @param now this rotation, or null when unknown
     * @param before the previous rotation, or null when unknown
     * @param better probability that this rotation is better, or null when unknown
     * @param note what to know about it
     */
    public record Indicator(
            String name,
            String unit,
            @Nullable Estimate now,
            @Nullable Estimate before,
            @Nullable Double better,
            String note) {

        /** Checks. */
        public Indicator {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(unit, "unit");
            Objects.requireNonNull(note, "note");
        }

        /** {@return this rotation, if known} */
        public Optional<Estimate> current() {
            return Optional.ofNullable(now);
        }

        /** {@return the previous rotation, if known} */
        public Optional<Estimate> previous() {
            return Optional.ofNullable(before);
        }

        /** {@return probability that this rotation is better, if known} */
        public OptionalDouble probabilityBetter() {
            return better == null ? OptionalDouble.empty() : OptionalDouble.of(better);
        }
    }
}
