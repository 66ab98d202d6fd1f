package dev.flywheel.adapters.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/**
 * The statements over one brand's people. References are random: one that was computed from a handle would tell
 * everybody who guesses the handle.
 */
final class PeopleTable {

    private final String brand;

    PeopleTable(String brand) {
        this.brand = brand;
    }

    String referTo(Connection connection, String handle) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO people (brand, reference, handle)"
                + " VALUES (?, ?, ?) ON CONFLICT (brand, handle) DO NOTHING")) {
            insert.setString(1, brand);
            insert.setString(2, "person-" + UUID.randomUUID());
            insert.setString(3, handle);
            insert.executeUpdate();
        }
        return text(connection, "SELECT reference FROM people WHERE brand = ? AND handle = ?", handle)
                .orElseThrow();
    }

    Optional<String> handleOf(Connection connection, String reference) throws SQLException {
        return text(connection, "SELECT handle FROM people WHERE brand = ? AND reference = ?", reference);
    }

    boolean erase(Connection connection, String reference) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM people WHERE brand = ? AND reference = ?")) {
            delete.setString(1, brand);
            delete.setString(2, reference);
            return delete.executeUpdate() > 0;
        }
    }

    private Optional<String> text(Connection connection, String sql, String value) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, brand);
            select.setString(2, value);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.ofNullable(row.getString(1)) : Optional.empty();
            }
        }
    }
}
