package dev.flywheel.core.ledger;

import java.util.List;
import java.util.Objects;

/**
 * What somebody made of the entries up to a position, kept to spare reading them again. It can be thrown away at any
 * time, and is when its hash does not fit. Immutable.
 *
 * @param position the last position that went into it
 * @param state what was made of them, in the maker's own form
 * @param sha256 the hash of position and state
 */
public record Snapshot(long position, String state, String sha256) {

    /** Checks. */
    public Snapshot {
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(sha256, "sha256");
        if (position < 0) {
            throw new IllegalArgumentException("position must be at least 0, got " + position);
        }
    }

    /**
     * A snapshot with its hash.
     *
     * @param position the last position that went into it
     * @param state what was made of the entries
     * @return the snapshot
     */
    public static Snapshot of(long position, String state) {
        return new Snapshot(position, state, hash(position, state));
    }

    /** {@return whether its hash fits} */
    public boolean isSound() {
        return sha256.equals(hash(position, state));
    }

    private static String hash(long position, String state) {
        return HashChain.sha256(List.of(String.valueOf(position), state));
    }
}
