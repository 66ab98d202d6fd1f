package dev.flywheel.adapters.jdbc;

import dev.flywheel.core.port.out.FlywheelException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Brings a store to the latest schema, one script after the other, all in one transaction. */
final class Migrator {

    private static final String REMEMBERED =
            "CREATE TABLE IF NOT EXISTS schema_versions (version INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL,"
                    + " checksum TEXT NOT NULL)";

    private final List<Script> scripts;

    Migrator(List<Script> scripts) {
        this.scripts = scripts;
    }

    void migrate(Store store) {
        store.write(connection -> {
            if (!store.engine().holdStore().isEmpty()) {
                Store.run(connection, store.engine().holdStore());
            }
            Store.run(connection, REMEMBERED);
            Map<Integer, String> done = done(connection);
            int found = done.keySet().stream().mapToInt(Integer::intValue).max().orElse(0);
            if (found > scripts.size()) {
                throw new FlywheelException.NewerSchema(found, scripts.size());
            }
            for (Script script : scripts) {
                String checksum = done.get(script.version());
                if (checksum == null) {
                    apply(script, connection);
                } else if (!checksum.equals(script.checksum())) {
                    throw new FlywheelException.LedgerBroken(
                            "step " + script.version() + " of its schema is not the one that this programme has");
                }
            }
            return true;
        });
    }

    private static Map<Integer, String> done(Connection connection) throws SQLException {
        Map<Integer, String> done = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT version, checksum FROM schema_versions")) {
            while (rows.next()) {
                done.put(rows.getInt(1), rows.getString(2));
            }
        }
        return done;
    }

    private static void apply(Script script, Connection connection) throws SQLException {
        for (String statement : script.statements()) {
            Store.run(connection, statement);
        }
        try (PreparedStatement remember =
                connection.prepareStatement("INSERT INTO schema_versions (version, name, checksum) VALUES (?, ?, ?)")) {
            remember.setInt(1, script.version());
            remember.setString(2, script.name());
            remember.setString(3, script.checksum());
            remember.executeUpdate();
        }
    }
}
