package dev.flywheel.core.cycle;

import dev.flywheel.core.performance.Estimate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a phase found out, in a headline and facts. Immutable.
 *
 * @param phase the phase
 * @param headline the answer to its question
 * @param facts what stands behind it
 */
public record PhaseReport(Phase phase, String headline, List<Fact> facts) {

    /** Checks. */
    public PhaseReport {
        Objects.requireNonNull(phase, "phase");
        Objects.requireNonNull(headline, "headline");
        facts = List.copyOf(facts);
    }

    /**
     * One fact.
     *
     * @param name its stable name in lowerCamelCase, for programs
     * @param text the sentence, for people
     * @param number its number, or null when it is words only
     */
    public record Fact(String name, String text, @Nullable Estimate number) {

        /** Checks. */
        public Fact {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(text, "text");
        }

        /** {@return its number, if it has one} */
        public Optional<Estimate> estimate() {
            return Optional.ofNullable(number);
        }
    }
}
