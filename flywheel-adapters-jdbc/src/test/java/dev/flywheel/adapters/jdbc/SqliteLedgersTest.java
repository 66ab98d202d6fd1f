package dev.flywheel.adapters.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.flywheel.core.port.out.FlywheelException;
import dev.flywheel.core.port.out.Ledger;
import dev.flywheel.testkit.LedgerContract;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SQLite, always with two connections to the file. */
class SqliteLedgersTest extends LedgerContract {

    @TempDir
    Path folder;

    private final List<SqliteLedgers> open = new ArrayList<>();
    private int turn;

    @BeforeEach
    void open_twice() {
        open.add(SqliteLedgers.open(file()));
        open.add(SqliteLedgers.open(file()));
    }

    @AfterEach
    void close() {
        open.forEach(SqliteLedgers::close);
    }

    @Override
    protected Ledger ledger(String brand) {
        return open.get(turn++ % 2).ledger(brand);
    }

    @Override
    protected void overwrite(String brand, long position, String payload) {
        Tampering.with(this::direct).overwrite(brand, position, payload);
    }

    @Override
    protected void remove(String brand, long position) {
        Tampering.with(this::direct).remove(brand, position);
    }

    @Test
    void writes_through_to_the_disk() throws SQLException {
        ledger("Northpeak").append(0, "a", List.of(entry(1)));
        try (Connection direct = direct();
                Statement statement = direct.createStatement();
                ResultSet mode = statement.executeQuery("PRAGMA journal_mode")) {
            assertEquals("wal", mode.getString(1));
        }
        // 2 is FULL. It belongs to a connection, so it is asked of the ledger's own.
        Store store = SqliteLedgers.storeOf(file());
        try (store) {
            assertEquals("2", store.read(connection -> text(connection, "PRAGMA synchronous")));
            assertEquals("10000", store.read(connection -> text(connection, "PRAGMA busy_timeout")));
            assertEquals("1", store.read(connection -> text(connection, "PRAGMA secure_delete")));
        }
    }

    @Test
    void leaves_no_trace_of_an_erased_handle_in_any_file() throws Exception {
        String reference = ledger("Northpeak").referTo("mira.kitchen.and.home");
        assertTrue(anyFileHolds("mira.kitchen.and.home"), "the search must find what is there");
        ledger("Northpeak").erase(reference);
        assertFalse(anyFileHolds("mira.kitchen.and.home"), "the handle is still in a file");
    }

    @Test
    void says_when_an_erased_handle_is_still_in_the_log() throws Exception {
        Store store = SqliteLedgers.storeOf(file());
        try (store;
                Connection reader = direct()) {
            Ledger ledger = new JdbcLedger(store, "Northpeak");
            String reference = ledger.referTo("mira.kitchen.and.home");
            store.read(connection -> text(connection, "PRAGMA busy_timeout = 1"));
            Store.run(reader, "BEGIN");
            assertEquals("1", text(reader, "SELECT count(*) FROM people"));
            FlywheelException.LedgerUnavailable unfinished =
                    assertThrows(FlywheelException.LedgerUnavailable.class, () -> ledger.erase(reference));
            assertEquals(
                    "The person is erased, and the handle is still in the log of the ledger's file, which another"
                            + " programme is reading; erase again when it has ended",
                    unfinished.getMessage());
            assertEquals(Optional.empty(), ledger.handleOf(reference));
            Store.run(reader, "ROLLBACK");
            assertFalse(ledger.erase(reference), "there is no handle any more");
            assertFalse(anyFileHolds("mira.kitchen.and.home"), "the handle is still in a file");
        }
    }

    @Test
    void can_be_read_by_its_owner_alone() throws Exception {
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file())));
    }

    @Test
    void keeps_everything_when_closed_and_opened() {
        ledger("Northpeak").append(0, "a", List.of(entry(1), entry(2)));
        close();
        try (SqliteLedgers again = SqliteLedgers.open(file())) {
            assertEquals(2, again.ledger("Northpeak").read(0, 10).size());
            assertTrue(again.ledger("Northpeak").verify().isSound(), "sound");
        }
    }

    @Test
    void says_that_it_is_closed() {
        Ledger ledger = ledger("Northpeak");
        close();
        FlywheelException.LedgerUnavailable closed =
                assertThrows(FlywheelException.LedgerUnavailable.class, ledger::position);
        assertEquals("The store is closed: open it again", closed.getMessage());
    }

    @Test
    void refuses_a_file_that_is_no_ledger() throws Exception {
        Path text = Files.writeString(folder.resolve("notes.txt"), "Call Mira on Monday. ".repeat(500));
        FlywheelException.LedgerBroken broken =
                assertThrows(FlywheelException.LedgerBroken.class, () -> SqliteLedgers.open(text));
        assertEquals(
                "The ledger is damaged: the file is no SQLite file. Nothing behind that place can be trusted; restore a"
                        + " copy",
                broken.getMessage());
    }

    @Test
    void refuses_a_path_that_the_driver_would_take_for_settings() {
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class, () -> SqliteLedgers.open(folder.resolve("a.db?journal_mode=OFF")));
        assertTrue(refused.getMessage().startsWith("file must not have a question mark in its path"));
    }

    @Test
    void says_when_a_folder_is_missing() {
        Path missing = folder.resolve("missing").resolve("ledger.db");
        FlywheelException.LedgerUnavailable refused =
                assertThrows(FlywheelException.LedgerUnavailable.class, () -> SqliteLedgers.open(missing));
        assertTrue(refused.getMessage().contains("cannot be made: make its folder"), refused.getMessage());
    }

    private boolean anyFileHolds(String text) throws Exception {
        try (var files = Files.list(folder)) {
            for (Path each : files.toList()) {
                if (new String(Files.readAllBytes(each), StandardCharsets.ISO_8859_1).contains(text)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static String text(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.getString(1);
        }
    }

    private Connection direct() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + file());
    }

    private Path file() {
        return folder.resolve("ledger.db");
    }
}
