package dev.flywheel.core.decision;

import dev.flywheel.core.performance.Estimate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was not done instead, and what it was expected to bring. Immutable.
 *
 * @param choice the other choice, such as {@code KEEP} or {@code 100 a day}
 * @param value expected money of that choice over the same time as the one taken, in the programme's currency, or null
 *     when it cannot be put in money
 */
public record Alternative(String choice, @Nullable Estimate value) {

    /** Checks. */
    public Alternative {
        Objects.requireNonNull(choice, "choice");
    }

    /** {@return expected money of that choice, if it can be put in money} */
    public Optional<Estimate> expectedValue() {
        return Optional.ofNullable(value);
    }
}
