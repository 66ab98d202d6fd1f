package dev.flywheel.adapters.jdbc;

import dev.flywheel.core.ledger.Snapshot;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** The statements over one brand's snapshot. */
final class SnapshotTable {

    private final String brand;

    SnapshotTable(String brand) {
        this.brand = brand;
    }

    void save(Connection connection, Snapshot snapshot) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement(
                "INSERT INTO snapshots (brand, position, state, sha256) VALUES (?, ?, ?, ?) ON CONFLICT (brand)"
                        + " DO UPDATE SET position = excluded.position, state = excluded.state,"
                        + " sha256 = excluded.sha256")) {
            upsert.setString(1, brand);
            upsert.setLong(2, snapshot.position());
            upsert.setString(3, snapshot.state());
            upsert.setString(4, snapshot.sha256());
            upsert.executeUpdate();
        }
    }

    Optional<Snapshot> load(Connection connection) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT position, state, sha256 FROM snapshots WHERE brand = ?")) {
            select.setString(1, brand);
            try (ResultSet row = select.executeQuery()) {
                boolean readable =
                        row.next() && row.getLong(1) >= 0 && row.getString(2) != null && row.getString(3) != null;
                return readable
                        ? Optional.of(new Snapshot(row.getLong(1), row.getString(2), row.getString(3)))
                        : Optional.empty();
            }
        }
    }
}
