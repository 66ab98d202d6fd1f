package dev.flywheel.core.cycle;

import dev.flywheel.core.money.Money;
import dev.flywheel.core.performance.Estimate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why an action is proposed, in words a brand manager reads. Immutable.
 *
 * @param text what to do, in one sentence
 * @param value expected money gained against doing nothing, in the programme's currency, or null when it cannot be
 *     put in money
 * @param cost money that carrying it out commits
 * @param because the evidence, most important first, each with its counts
 * @param unless what would have to be true for the opposite choice
 * @param needsApproval whether a person must agree first
 */
public record Explanation(
        String text, @Nullable Estimate value, Money cost, List<String> because, String unless, boolean needsApproval) {

    /** Checks. */
    public Explanation {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(cost, "cost");
        because = List.copyOf(because);
        Objects.requireNonNull(unless, "unless");
        if (because.isEmpty() || unless.isBlank()) {
            throw new IllegalArgumentException("Explanation needs evidence and what would change it: " + text);
        }
    }

    /** {@return the whole explanation as one line of text} */
    public String inWords() {
        return text + " Because: " + String.join(" ", because) + " Unless: " + unless;
    }

    /** {@return expected money gained against doing nothing, if it can be put in money} */
    public Optional<Estimate> expectedValue() {
        return Optional.ofNullable(value);
    }
}
