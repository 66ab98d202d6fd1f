package dev.flywheel.core.cycle;

import com.google.common.base.Joiner;
import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Objects;

/**
 * An action with the name it keeps: the same brand, day, kind and identity give the same id, so that a second run on the
 * same day proposes nothing new.
 *
 * @param id the name
 * @param action the action
 */
public record Proposal(String id, Action action) {

    /** Checks. */
    public Proposal {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(action, "action");
    }

    static Proposal of(String brand, LocalDate asOf, Action action) {
        String name = Joiner.on('\n').join(brand, asOf, action.kind(), action.identity());
        String digest =
                Hashing.sha256().hashString(name, StandardCharsets.UTF_8).toString();
        return new Proposal(action.kind() + "-" + digest.substring(0, 12), action);
    }
}
