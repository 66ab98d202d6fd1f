package dev.flywheel.core.ledger;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far a brand's chain was found sound. Immutable: reading on gives another one.
 *
 * @param position the last sound position, 0 if there is none
 * @param hash the hash at that position
 * @param fault what is wrong behind it; null as long as nothing is
 */
public record Verification(
        long position, String hash, @Nullable String fault) {

    /** Checks. */
    public Verification {
        Objects.requireNonNull(hash, "hash");
    }

    /**
     * Before the first entry.
     *
     * @param brand the brand
     * @return nothing verified, nothing wrong
     */
    public static Verification start(String brand) {
        return new Verification(0, HashChain.start(brand), null);
    }

    /**
     * Reads on.
     *
     * @param entries the entries that follow, in order
     * @return how far the chain is sound now; the same if something was wrong before
     */
    public Verification through(List<LedgerEntry> entries) {
        Verification reached = this;
        for (LedgerEntry entry : entries) {
            if (!reached.isSound()) {
                return reached;
            }
            reached = reached.through(entry);
        }
        return reached;
    }

    /**
     * Compares the end of the chain with where the ledger says that it ends.
     *
     * @param lastPosition the position of the last entry, as the ledger remembers it
     * @param lastHash its hash, as the ledger remembers it
     * @return this, with a fault if entries are missing at the end or came from elsewhere
     */
    public Verification endingAt(long lastPosition, String lastHash) {
        if (!isSound() || (position == lastPosition && hash.equals(lastHash))) {
            return this;
        }
        return at("the ledger ends at position " + lastPosition
                + (position == lastPosition ? " with another hash" : ", the chain at " + position));
    }

    /** {@return whether nothing wrong was found} */
    public boolean isSound() {
        return fault == null;
    }

    /** {@return the first position at which something is wrong; empty if nothing is} */
    public Optional<Long> firstBroken() {
        return isSound() ? Optional.empty() : Optional.of(position + 1);
    }

    private Verification through(LedgerEntry entry) {
        if (entry.position() != position + 1) {
            return at("position " + (position + 1) + " is missing, " + entry.position() + " follows");
        }
        if (!entry.previousHash().equals(hash)) {
            return at("entry " + entry.position() + " does not follow the entry in front of it");
        }
        if (!entry.hash().equals(HashChain.hash(entry))) {
            return at("entry " + entry.position() + " was changed after it was written");
        }
        return new Verification(entry.position(), entry.hash(), null);
    }

    private Verification at(String what) {
        return new Verification(position, hash, what);
    }
}
