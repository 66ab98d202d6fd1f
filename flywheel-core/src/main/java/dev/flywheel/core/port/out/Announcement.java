package dev.flywheel.core.port.out;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Something that happened and that others want to know. Immutable.
 *
 * @param id unique and stable: announcing the same id again tells nobody anything new; without a dot
 * @param type what happened, in lower case with dots, such as {@code rotation.completed}
 * @param source who says so, a URI reference such as {@code /brands/northpeak}
 * @param subject what it is about
 * @param time when it happened
 * @param data flat details, in order of key; values are text
 */
public record Announcement(
        String id, String type, String source, String subject, Instant time, Map<String, String> data) {

    /** Checks. */
    public Announcement {
        requireText("id", id);
        requireText("type", type);
        requireText("source", source);
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(time, "time");
        if (id.indexOf('.') >= 0) {
            throw new IllegalArgumentException("id must not contain a dot, got '" + id + "'");
        }
        data = Collections.unmodifiableMap(new TreeMap<>(data));
    }

    private static void requireText(String name, String value) {
        if (Objects.requireNonNull(value, name).isBlank()) {
            throw new IllegalArgumentException(name + " must not be blank");
        }
    }
}
