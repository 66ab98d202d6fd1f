package dev.flywheel.core.ledger;

import java.time.Instant;
import java.util.Objects;

/**
 * One entry of a brand's ledger, as it was found: only {@link HashChain} says whether it is sound. Immutable.
 *
 * @param position its place, from 1 and without a hole
 * @param key the idempotency key of the append that wrote it; the entries of one append share it
 * @param at when it happened, by the writer's clock
 * @param kind what happened
 * @param schemaVersion the version of the payload's form
 * @param payload a canonical JSON object
 * @param previousHash the hash of the entry in front of it; of the first entry {@link HashChain#start}
 * @param hash its own hash, see {@link HashChain}
 */
public record LedgerEntry(
        long position,
        String key,
        Instant at,
        String kind,
        int schemaVersion,
        String payload,
        String previousHash,
        String hash) {

    /** Checks that nothing is missing. */
    public LedgerEntry {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(payload, "payload");
        Objects.requireNonNull(previousHash, "previousHash");
        Objects.requireNonNull(hash, "hash");
    }

    /**
     * Whether it says the same, at whatever time: a repeated append is recognised by this.
     *
     * @param other what is to be written
     * @return whether kind, version and payload are equal
     */
    public boolean saysTheSameAs(NewEntry other) {
        return kind.equals(other.kind()) && schemaVersion == other.schemaVersion() && payload.equals(other.payload());
    }
}
