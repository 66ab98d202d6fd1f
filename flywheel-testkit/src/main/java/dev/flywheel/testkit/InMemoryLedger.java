package dev.flywheel.testkit;

import dev.flywheel.core.ledger.HashChain;
import dev.flywheel.core.ledger.LedgerEntry;
import dev.flywheel.core.ledger.LedgerText;
import dev.flywheel.core.ledger.NewEntry;
import dev.flywheel.core.ledger.Snapshot;
import dev.flywheel.core.ledger.Verification;
import dev.flywheel.core.port.out.Appended;
import dev.flywheel.core.port.out.FlywheelException;
import dev.flywheel.core.port.out.Ledger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The ledger of one brand in memory, which a test can damage. Its references to people are numbers in order of
 * appearance. Safe for use by several threads; gone with the process.
 */
public final class InMemoryLedger implements Ledger {

    private final String brand;
    private final List<LedgerEntry> entries = new ArrayList<>();
    private final Map<String, List<LedgerEntry>> appends = new HashMap<>();
    private final Map<String, String> handles = new HashMap<>();
    private long lastPosition;
    private String lastHash;
    private int people;
    private @Nullable Snapshot snapshot;

    /**
     * Starts empty.
     *
     * @param brand the brand
     */
    public InMemoryLedger(String brand) {
        this.brand = LedgerText.require("brand", brand);
        this.lastHash = HashChain.start(brand);
    }

    @Override
    public synchronized Appended append(long expectedPosition, String key, List<NewEntry> added) {
        LedgerText.require("key", key);
        if (added.isEmpty()) {
            throw new IllegalArgumentException("entries must hold at least one, got none");
        }
        List<LedgerEntry> before = appends.get(key);
        if (before != null) {
            return Appended.before(before, added);
        }
        if (expectedPosition != lastPosition) {
            throw new FlywheelException.PositionConflict(expectedPosition, lastPosition);
        }
        requireSound(lastPosition);
        List<LedgerEntry> chained = HashChain.next(lastPosition, lastHash, key, added);
        entries.addAll(chained);
        appends.put(key, chained);
        LedgerEntry last = chained.get(chained.size() - 1);
        lastPosition = last.position();
        lastHash = last.hash();
        return new Appended(lastPosition, false);
    }

    @Override
    public synchronized long position() {
        return lastPosition;
    }

    @Override
    public synchronized List<LedgerEntry> read(long after, int limit) {
        if (after < 0 || limit < 1) {
            throw new IllegalArgumentException(
                    "after must be at least 0 and limit at least 1, got " + after + " and " + limit);
        }
        List<LedgerEntry> page = entries.stream()
                .filter(entry -> entry.position() > after)
                .limit(limit)
                .toList();
        requireSound(after >= lastPosition - limit ? lastPosition : after + limit);
        return page;
    }

    private void requireSound(long end) {
        Verification checked = verify();
        checked.firstBroken().filter(broken -> broken <= end).ifPresent(broken -> {
            throw new FlywheelException.LedgerBroken(String.valueOf(checked.fault()));
        });
    }

    @Override
    public synchronized Verification verify() {
        return Verification.start(brand).through(entries).endingAt(lastPosition, lastHash);
    }

    @Override
    public synchronized void save(Snapshot kept) {
        if (kept.position() > lastPosition) {
            throw new IllegalArgumentException(
                    "snapshot must not be further than position " + lastPosition + ", got one of " + kept.position());
        }
        snapshot = kept;
    }

    @Override
    public synchronized Optional<Snapshot> snapshot() {
        return Optional.ofNullable(snapshot).filter(Snapshot::isSound);
    }

    @Override
    public synchronized String referTo(String handle) {
        LedgerText.require("handle", handle);
        return handles.entrySet().stream()
                .filter(known -> known.getValue().equals(handle))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseGet(() -> {
                    String reference = "person-" + ++people;
                    handles.put(reference, handle);
                    return reference;
                });
    }

    @Override
    public synchronized Optional<String> handleOf(String reference) {
        return Optional.ofNullable(handles.get(LedgerText.require("reference", reference)));
    }

    @Override
    public synchronized boolean erase(String reference) {
        return handles.remove(LedgerText.require("reference", reference)) != null;
    }

    /**
     * Damages an entry.
     *
     * @param position its position
     * @param payload what shall stand there
     */
    public synchronized void overwrite(long position, String payload) {
        entries.replaceAll(entry -> entry.position() != position
                ? entry
                : new LedgerEntry(
                        position,
                        entry.key(),
                        entry.at(),
                        entry.kind(),
                        entry.schemaVersion(),
                        payload,
                        entry.previousHash(),
                        entry.hash()));
    }

    /**
     * Takes an entry away, as no ledger does.
     *
     * @param position its position
     */
    public synchronized void remove(long position) {
        entries.removeIf(entry -> entry.position() == position);
    }
}
