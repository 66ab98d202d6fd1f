package dev.flywheel.adapters.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Changes a store as no ledger would. */
record Tampering(Store.Opener store) {

    static Tampering with(Store.Opener store) {
        return new Tampering(store);
    }

    void overwrite(String brand, long position, String payload) {
        change("UPDATE entries SET payload = ? WHERE brand = ? AND position = ?", payload, brand, position);
    }

    void remove(String brand, long position) {
        change("DELETE FROM entries WHERE hash <> ? AND brand = ? AND position = ?", "", brand, position);
    }

    private void change(String sql, String first, String brand, long position) {
        try (Connection connection = store.open();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, first);
            statement.setString(2, brand);
            statement.setLong(3, position);
            if (statement.executeUpdate() != 1) {
                throw new AssertionError("nothing to damage at " + position);
            }
        } catch (SQLException failure) {
            throw new AssertionError("could not damage " + position, failure);
        }
    }
}
