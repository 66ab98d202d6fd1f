package dev.flywheel.core.halo;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What every row must keep, and what makes two rows of a report the same. */
final class Rows {

    private Rows() {}

    static void count(String name, @Nullable Long value) {
        if (value != null && value < 0) {
            throw new IllegalArgumentException(name + " must be at least 0, got " + value);
        }
    }

    static void rank(String name, @Nullable Long value) {
        if (value != null && value < 1) {
            throw new IllegalArgumentException(name + " must be at least 1, got " + value);
        }
    }

    static void text(String name, String value) {
        if (Objects.requireNonNull(value, name).isBlank()) {
            throw new IllegalArgumentException(name + " must not be blank");
        }
    }

    static String key(AmazonReport row, Object... parts) {
        StringBuilder key = new StringBuilder();
        key.append(row.period()).append('\n').append(row.marketplace());
        for (Object part : parts) {
            key.append('\n').append(part);
        }
        return key.toString();
    }
}
