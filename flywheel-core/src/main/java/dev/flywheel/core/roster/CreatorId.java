package dev.flywheel.core.roster;

import java.util.Locale;
import java.util.Objects;

/**
 * A creator, named by the handle that exports carry: lower case, without {@code @} and blanks around it.
 *
 * @param value the normalised handle
 */
public record CreatorId(String value) implements Comparable<CreatorId> {

    /**
     * Normalises and checks.
     *
     * @param value the handle in any common spelling
     */
    public CreatorId {
        String handle = Objects.requireNonNull(value, "value").strip();
        while (handle.startsWith("@")) {
            handle = handle.substring(1).strip();
        }
        value = handle.toLowerCase(Locale.ROOT);
        if (value.isEmpty()) {
            throw new IllegalArgumentException("CreatorId must not be blank");
        }
    }

    @Override
    public int compareTo(CreatorId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
