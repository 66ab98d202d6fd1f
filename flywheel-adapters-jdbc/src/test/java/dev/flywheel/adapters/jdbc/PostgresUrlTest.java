package dev.flywheel.adapters.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.flywheel.core.port.out.FlywheelException;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused or not shown before there is any server. */
class PostgresUrlTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://localhost/x",
                "postgresql://localhost/x?socketFactory=evil.Factory",
                "postgresql://anna:hunter2@localhost/x",
                "postgresql://localhost/x/y",
                "postgresql://localhost",
                "postgresql:///x",
                "postgresql://local host/x",
                "mysql://localhost/x"
            })
    void refuses_a_url_with_anything_else_in_it(String url) {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> PostgresLedgers.open(url, "anna", "hunter2"));
        assertEquals(
                "url must be postgresql://host:port/database with nothing else in it; user and password are given"
                        + " beside it",
                refused.getMessage());
    }

    @Test
    void shows_no_password_when_it_cannot_connect() {
        FlywheelException.LedgerUnavailable refused = assertThrows(
                FlywheelException.LedgerUnavailable.class,
                () -> PostgresLedgers.open("postgresql://localhost:1/x", "anna", "hunter2"));
        StringWriter trace = new StringWriter();
        refused.printStackTrace(new PrintWriter(trace));
        assertFalse(trace.toString().contains("hunter2"), "the password is in the stack trace");
        assertEquals("PostgreSQL failed, SQLSTATE 08001; try again when the server answers", refused.getMessage());
    }
}
