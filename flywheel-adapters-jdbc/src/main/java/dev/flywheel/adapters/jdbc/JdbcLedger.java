package dev.flywheel.adapters.jdbc;

import dev.flywheel.core.ledger.HashChain;
import dev.flywheel.core.ledger.LedgerEntry;
import dev.flywheel.core.ledger.LedgerText;
import dev.flywheel.core.ledger.NewEntry;
import dev.flywheel.core.ledger.Snapshot;
import dev.flywheel.core.ledger.Verification;
import dev.flywheel.core.port.out.Appended;
import dev.flywheel.core.port.out.FlywheelException;
import dev.flywheel.core.port.out.Ledger;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;

/** One brand's ledger in a store. Thread-safe: the store lets one thread in at a time. */
final class JdbcLedger implements Ledger {

    private static final int PAGE = 1_000;

    private final Store store;
    private final String brand;
    private final EntryTable entries;
    private final SnapshotTable snapshots;
    private final PeopleTable people;

    JdbcLedger(Store store, String brand) {
        this.store = store;
        this.brand = LedgerText.require("brand", brand);
        this.entries = new EntryTable(store.engine(), brand);
        this.snapshots = new SnapshotTable(brand);
        this.people = new PeopleTable(brand);
    }

    @Override
    public Appended append(long expectedPosition, String key, List<NewEntry> added) {
        LedgerText.require("key", key);
        List<NewEntry> all = List.copyOf(added);
        if (all.isEmpty()) {
            throw new IllegalArgumentException("entries must hold at least one, got none");
        }
        return store.write(connection -> append(connection, expectedPosition, key, all));
    }

    private Appended append(Connection connection, long expectedPosition, String key, List<NewEntry> added)
            throws SQLException {
        EntryTable.Head head = entries.holdHead(connection);
        List<LedgerEntry> before = entries.of(connection, key);
        if (!before.isEmpty()) {
            return Appended.before(before, added);
        }
        if (expectedPosition != head.position()) {
            throw new FlywheelException.PositionConflict(expectedPosition, head.position());
        }
        requireEnd(connection, head);
        List<LedgerEntry> chained = HashChain.next(head.position(), head.hash(), key, added);
        entries.add(connection, chained);
        LedgerEntry last = chained.get(chained.size() - 1);
        entries.moveHead(connection, last);
        return new Appended(last.position(), false);
    }

    /** Nothing is written behind an end that is not sound. */
    private void requireEnd(Connection connection, EntryTable.Head head) throws SQLException {
        Verification end = Verification.start(brand);
        if (head.position() > 0) {
            List<LedgerEntry> last = entries.from(connection, head.position(), 1);
            String previous = last.isEmpty() ? end.hash() : last.get(0).previousHash();
            end = new Verification(head.position() - 1, previous, null).through(last);
        }
        requireSound(end.endingAt(head.position(), head.hash()));
    }

    @Override
    public long position() {
        return store.read(entries::head).position();
    }

    @Override
    public List<LedgerEntry> read(long after, int limit) {
        if (after < 0 || limit < 1) {
            throw new IllegalArgumentException(
                    "after must be at least 0 and limit at least 1, got " + after + " and " + limit);
        }
        return store.read(connection -> {
            // First, so that what others add in the meantime does not look as if it were missing.
            EntryTable.Head head = entries.head(connection);
            if (after >= head.position()) {
                return List.of();
            }
            Verification before = before(connection, after);
            List<LedgerEntry> page = entries.from(connection, after + 1, limit);
            Verification reached = before.through(page);
            requireSound(
                    reached.position() < head.position() && page.size() < limit
                            ? reached.endingAt(head.position(), head.hash())
                            : reached);
            return List.copyOf(page);
        });
    }

    /** What the entry in front of a page says about itself. */
    private Verification before(Connection connection, long after) throws SQLException {
        if (after == 0) {
            return Verification.start(brand);
        }
        List<LedgerEntry> last = entries.from(connection, after, 1);
        if (last.isEmpty() || last.get(0).position() != after) {
            throw new FlywheelException.LedgerBroken("position " + after + " is missing");
        }
        return new Verification(after, last.get(0).hash(), null);
    }

    @Override
    public Verification verify() {
        return store.read(connection -> {
            EntryTable.Head head = entries.head(connection);
            Verification reached = Verification.start(brand);
            while (reached.isSound() && reached.position() < head.position()) {
                List<LedgerEntry> page = entries.from(connection, reached.position() + 1, PAGE);
                if (page.isEmpty()) {
                    break;
                }
                long left = head.position() - reached.position();
                reached = reached.through(page.subList(0, (int) Math.min(page.size(), left)));
            }
            return reached.endingAt(head.position(), head.hash());
        });
    }

    @Override
    public void save(Snapshot snapshot) {
        store.write(connection -> {
            long end = entries.head(connection).position();
            if (snapshot.position() > end) {
                throw new IllegalArgumentException(
                        "snapshot must not be further than position " + end + ", got one of " + snapshot.position());
            }
            snapshots.save(connection, snapshot);
            return true;
        });
    }

    @Override
    public Optional<Snapshot> snapshot() {
        return store.read(connection -> {
            long end = entries.head(connection).position();
            return snapshots.load(connection).filter(kept -> kept.isSound() && kept.position() <= end);
        });
    }

    @Override
    public String referTo(String handle) {
        LedgerText.require("handle", handle);
        return store.write(connection -> people.referTo(connection, handle));
    }

    @Override
    public Optional<String> handleOf(String reference) {
        LedgerText.require("reference", reference);
        return store.read(connection -> people.handleOf(connection, reference));
    }

    @Override
    public boolean erase(String reference) {
        LedgerText.require("reference", reference);
        boolean erased = store.write(connection -> people.erase(connection, reference));
        if (!store.read(this::emptiesLog)) {
            throw new FlywheelException.LedgerUnavailable(
                    "The person is erased, and the handle is still in the log of the ledger's file, which another"
                            + " programme is reading; erase again when it has ended",
                    null);
        }
        return erased;
    }

    /** Not within a transaction: only what was committed leaves a log. */
    private boolean emptiesLog(Connection connection) throws SQLException {
        String sql = store.engine().afterErasing();
        if (sql.isEmpty()) {
            return true;
        }
        try (Statement statement = connection.createStatement();
                ResultSet busy = statement.executeQuery(sql)) {
            return busy.next() && busy.getInt(1) == 0;
        }
    }

    private static void requireSound(Verification verification) {
        String fault = verification.fault();
        if (fault != null) {
            throw new FlywheelException.LedgerBroken(fault);
        }
    }
}
