package dev.flywheel.core.port.out;

import dev.flywheel.core.ledger.LedgerEntry;
import dev.flywheel.core.ledger.NewEntry;
import dev.flywheel.core.ledger.Snapshot;
import dev.flywheel.core.ledger.Verification;
import java.util.List;
import java.util.Optional;

/**
 * What one brand knew, proposed, approved, sent and was answered: entries that are only ever added, chained by their
 * hashes.
 *
 * <p>Contract: an append that returned survives the death of the process; positions start at 1 and have no hole; the
 * entries of one append are there together or not at all; several writers of the same brand are safe, in this process
 * and in others; another brand in the same store is not seen. Entries name people by reference; the handle behind a
 * reference is kept beside the chain and can be erased, and the chain stays as it was. When an erased handle has left
 * the disk too, each implementation says.
 *
 * <p>Implementations are thread-safe. Every method throws {@link FlywheelException.LedgerFailed}; no message of it
 * holds a payload, a handle or a secret.
 */
public interface Ledger {

    /**
     * Adds entries, all or none.
     *
     * <p>The key is looked at first: if an append with this key was written before and said the same, at whatever time,
     * nothing is written and the answer is the earlier one. So an append whose answer was lost can be repeated.
     *
     * @param expectedPosition the last position that the writer has seen, 0 for an empty ledger
     * @param key what makes a repetition known, such as {@code propose StartBoost-0123}
     * @param entries what to add, at least one
     * @return where the entries stand
     * @throws FlywheelException.KeyReused if the key was written before with other content
     * @throws FlywheelException.PositionConflict if the ledger has gone on from the expected position: read on, decide
     *     again, append again
     * @throws FlywheelException.LedgerBroken if the last entry is not what was written: nothing is added behind it
     */
    Appended append(long expectedPosition, String key, List<NewEntry> entries);

    /** {@return the position of the last entry, 0 for an empty ledger} */
    long position();

    /**
     * Reads on from a position. Every entry is checked against its hash and its neighbour's.
     *
     * @param after the position behind which to start, 0 for the beginning
     * @param limit the most entries to return, at least 1
     * @return the entries that follow, in order; empty at the end
     * @throws FlywheelException.LedgerBroken if an entry in between is not what was written
     */
    List<LedgerEntry> read(long after, int limit);

    /** {@return how far the whole chain is sound, and what is wrong behind it} */
    Verification verify();

    /**
     * Keeps a snapshot in place of the one before.
     *
     * @param snapshot the snapshot, not further than the ledger
     */
    void save(Snapshot snapshot);

    /** {@return the snapshot that was kept; empty if there is none, or if it is not what was kept} */
    Optional<Snapshot> snapshot();

    /**
     * A reference to a person, for use in entries. It is drawn by lot, so it does not tell who it is.
     *
     * @param handle the person's handle, as the brand knows it
     * @return the reference: the same for the same handle, until it is erased
     */
    String referTo(String handle);

    /**
     * Who stands behind a reference.
     *
     * @param reference the reference
     * @return the handle; empty if there never was one, or if it was erased
     */
    Optional<String> handleOf(String reference);

    /**
     * Erases a person's handle. Entries keep the reference, which means nobody from now on.
     *
     * @param reference the reference
     * @return whether there was a handle to erase
     */
    boolean erase(String reference);
}
