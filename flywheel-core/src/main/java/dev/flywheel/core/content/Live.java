package dev.flywheel.core.content;

import dev.flywheel.core.roster.CreatorId;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A LIVE as a report lists it. Immutable.
 *
 * @param id the LIVE
 * @param creator who held it, or null when unknown
 * @param startedAt when it began, or null when unknown
 * @param endedAt when it ended, or null when unknown; not before it began
 */
public record Live(
        LiveId id,
        @Nullable CreatorId creator,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt) {

    /** Checks. */
    public Live {
        Objects.requireNonNull(id, "id");
        if (startedAt != null && endedAt != null && endedAt.isBefore(startedAt)) {
            throw new IllegalArgumentException(
                    "LIVE " + id + " must not end before it starts: " + startedAt + ".." + endedAt);
        }
    }
}
