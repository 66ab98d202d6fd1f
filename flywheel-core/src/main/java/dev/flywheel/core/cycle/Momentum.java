package dev.flywheel.core.cycle;

import dev.flywheel.core.performance.Estimate;
import dev.flywheel.core.performance.Period;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Whether the wheel turns faster and cheaper than before, and whether something broke. Immutable.
 *
 * @param rotation the number of this rotation, from 1
 * @param headline the verdict in words
 * @param indicators the measures behind it
 * @param alarms daily measures that have left what they used to be within this rotation, oldest first
 */
public record Momentum(int rotation, String headline, List<Indicator> indicators, List<Alarm> alarms) {

    /** Checks. */
    public Momentum {
        Objects.requireNonNull(headline, "headline");
        indicators = List.copyOf(indicators);
        alarms = List.copyOf(alarms);
    }

    /**
     * One measure in this rotation and the ones before.
     *
     * @param name its stable name in lowerCamelCase
     * @param unit its unit in words
     * @param now this rotation, or null when unknown; a share or a cost leans on earlier rotations, each half as much as
     *     the one after it
     * @param before the previous rotation in the same way, or null when unknown
     * @param better probability that this rotation is better, each rotation by its own numbers alone, or null when unknown
     * @param note what to know about it
     * @param earlier whole rotations before this one by their own numbers, newest first
     * @param trend where it goes over the rotations, or null while fewer than four can be compared
     */
    public record Indicator(
            String name,
            String unit,
            @Nullable Estimate now,
            @Nullable Estimate before,
            @Nullable Double better,
            String note,
            List<Earlier> earlier,
            @Nullable Trend trend) {

        /** Checks. */
        public Indicator {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(unit, "unit");
            Objects.requireNonNull(note, "note");
            earlier = List.copyOf(earlier);
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

        /** {@return where it goes over the rotations, if that can be told} */
        public Optional<Trend> overRotations() {
            return Optional.ofNullable(trend);
        }
    }

    /**
     * A measure in an earlier rotation, by the numbers of that rotation alone.
     *
     * @param period its days
     * @param value the measure, or null when unknown
     */
    public record Earlier(Period period, @Nullable Estimate value) {

        /** Checks. */
        public Earlier {
            Objects.requireNonNull(period, "period");
        }

        /** {@return the measure, if known} */
        public Optional<Estimate> known() {
            return Optional.ofNullable(value);
        }
    }

    /** Where a measure goes. */
    public enum Direction {
        /** Better from rotation to rotation, with at least 90 % probability. */
        IMPROVING,
        /** Neither with 90 % probability. */
        STEADY,
        /** Worse from rotation to rotation, with at least 90 % probability. */
        WORSENING
    }

    /**
     * The trend of a measure over rotations.
     *
     * @param direction the verdict
     * @param improving probability that it gets better
     * @param worsening probability that it gets worse
     * @param changePerRotation change of the measure per rotation in percent (of its odds for a share), whichever way is
     *     better
     * @param rotations how many rotations it rests on
     */
    public record Trend(
            Direction direction, double improving, double worsening, Estimate changePerRotation, int rotations) {

        /** Checks. */
        public Trend {
            Objects.requireNonNull(direction, "direction");
            Objects.requireNonNull(changePerRotation, "changePerRotation");
        }
    }
}
