package dev.flywheel.adapters.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.flywheel.core.port.out.FlywheelException;
import dev.flywheel.core.port.out.Ledger;
import dev.flywheel.testkit.LedgerContract;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A real PostgreSQL, always with two connections to the database. */
class PostgresLedgersTest extends LedgerContract {

    private final List<PostgresLedgers> open = new ArrayList<>();
    private String database = "";
    private int turn;

    @BeforeEach
    void open_twice() {
        database = PostgresServer.newDatabase();
        open.add(PostgresLedgers.open(PostgresServer.source(database)));
        open.add(PostgresLedgers.open(PostgresServer.source(database)));
    }

    @AfterEach
    void close() {
        open.forEach(PostgresLedgers::close);
    }

    @Override
    protected Ledger ledger(String brand) {
        return open.get(turn++ % 2).ledger(brand);
    }

    @Override
    protected void overwrite(String brand, long position, String payload) {
        Tampering.with(PostgresServer.source(database)::getConnection).overwrite(brand, position, payload);
    }

    @Override
    protected void remove(String brand, long position) {
        Tampering.with(PostgresServer.source(database)::getConnection).remove(brand, position);
    }

    @Test
    void runs_with_fsync_on() throws SQLException {
        try (Connection connection = PostgresServer.source(database).getConnection();
                Statement statement = connection.createStatement()) {
            for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
                try (ResultSet row = statement.executeQuery("SHOW " + setting)) {
                    row.next();
                    assertEquals("on", row.getString(1), setting);
                }
            }
        }
    }

    @Test
    void opens_by_url() {
        ledger("Northpeak").append(0, "a", List.of(entry(1)));
        String url = "postgresql://localhost:" + PostgresServer.shared().getPort() + "/" + database;
        try (PostgresLedgers byUrl = PostgresLedgers.open(url, "postgres", "")) {
            assertEquals(1, byUrl.ledger("Northpeak").position());
        }
    }

    @Test
    void connects_again_after_the_server_dropped_it() throws SQLException {
        Ledger ledger = open.get(0).ledger("Northpeak");
        ledger.append(0, "a", List.of(entry(1)));
        try (Connection connection = PostgresServer.source(database).getConnection()) {
            Store.run(
                    connection,
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + database
                            + "' AND pid <> pg_backend_pid()");
        }
        assertThrows(FlywheelException.LedgerUnavailable.class, () -> ledger.append(1, "b", List.of(entry(2))));
        assertEquals(2, ledger.append(1, "b", List.of(entry(2))).position());
        assertTrue(ledger.verify().isSound(), "sound");
    }
}
