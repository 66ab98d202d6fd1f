package dev.flywheel.adapters.jdbc;

import dev.flywheel.core.ledger.HashChain;
import dev.flywheel.core.ledger.LedgerEntry;
import dev.flywheel.core.port.out.FlywheelException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The statements over one brand's entries and the end of its chain. */
final class EntryTable {

    /** The end of a chain. */
    record Head(long position, String hash) {}

    private static final String COLUMNS =
            "position, append_key, happened_at, kind, schema_version, payload, previous_hash, hash";

    private final Engine engine;
    private final String brand;

    EntryTable(Engine engine, String brand) {
        this.engine = engine;
        this.brand = brand;
    }

    /** The end of the chain, for reading. */
    Head head(Connection connection) throws SQLException {
        return head(connection, "");
    }

    /** The end of the chain, held until the transaction ends. */
    Head holdHead(Connection connection) throws SQLException {
        try (PreparedStatement first = connection.prepareStatement(
                "INSERT INTO heads (brand, position, hash) VALUES (?, 0, ?) ON CONFLICT (brand) DO NOTHING")) {
            first.setString(1, brand);
            first.setString(2, HashChain.start(brand));
            first.executeUpdate();
        }
        return head(connection, engine.hold());
    }

    private Head head(Connection connection, String hold) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT position, hash FROM heads WHERE brand = ?" + hold)) {
            select.setString(1, brand);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? new Head(row.getLong(1), row.getString(2)) : new Head(0, HashChain.start(brand));
            }
        }
    }

    /** The entries from a position on. */
    List<LedgerEntry> from(Connection connection, long position, int limit) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT " + COLUMNS + " FROM entries WHERE brand = ? AND position >= ? ORDER BY position LIMIT ?")) {
            select.setString(1, brand);
            select.setLong(2, position);
            select.setInt(3, limit);
            return entries(select);
        }
    }

    /** The entries of one append. */
    List<LedgerEntry> of(Connection connection, String key) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT " + COLUMNS + " FROM entries WHERE brand = ? AND append_key = ? ORDER BY part")) {
            select.setString(1, brand);
            select.setString(2, key);
            return entries(select);
        }
    }

    void add(Connection connection, List<LedgerEntry> entries) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO entries (" + COLUMNS + ", brand, part) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (int part = 0; part < entries.size(); part++) {
                LedgerEntry entry = entries.get(part);
                insert.setLong(1, entry.position());
                insert.setString(2, entry.key());
                insert.setString(3, entry.at().toString());
                insert.setString(4, entry.kind());
                insert.setInt(5, entry.schemaVersion());
                insert.setString(6, entry.payload());
                insert.setString(7, entry.previousHash());
                insert.setString(8, entry.hash());
                insert.setString(9, brand);
                insert.setInt(10, part);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    void moveHead(Connection connection, LedgerEntry last) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE heads SET position = ?, hash = ? WHERE brand = ?")) {
            update.setLong(1, last.position());
            update.setString(2, last.hash());
            update.setString(3, brand);
            update.executeUpdate();
        }
    }

    private static List<LedgerEntry> entries(PreparedStatement select) throws SQLException {
        List<LedgerEntry> entries = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                entries.add(entry(row));
            }
        }
        return entries;
    }

    private static LedgerEntry entry(ResultSet row) throws SQLException {
        long position = row.getLong(1);
        try {
            return new LedgerEntry(
                    position,
                    row.getString(2),
                    Instant.parse(row.getString(3)),
                    row.getString(4),
                    row.getInt(5),
                    row.getString(6),
                    row.getString(7),
                    row.getString(8));
        } catch (DateTimeException | NullPointerException damaged) {
            // The reason may quote the row.
            throw new FlywheelException.LedgerBroken("entry " + position + " cannot be read");
        }
    }
}
