package dev.flywheel.adapters.jdbc;

import dev.flywheel.core.port.out.FlywheelException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * One connection, used by one thread at a time. A failure of the database closes it: what a transaction did before is
 * asked of the database anew, never remembered. PostgreSQL is then connected to again at the next use; a SQLite file
 * stays closed until somebody opens it again, because after a failed write the system's cache may hold what the disk
 * does not.
 */
final class Store implements AutoCloseable {

    /** Opens a connection. */
    @FunctionalInterface
    interface Opener {
        Connection open() throws SQLException;
    }

    /** Work with a connection. */
    @FunctionalInterface
    interface Work<R> {
        R with(Connection connection) throws SQLException;
    }

    private final Engine engine;
    private final Opener opener;
    private @Nullable Connection connection;
    private boolean closed;

    Store(Engine engine, Opener opener) {
        this.engine = engine;
        this.opener = opener;
    }

    Engine engine() {
        return engine;
    }

    /** Reads; every statement sees what was committed before it. */
    synchronized <R> R read(Work<R> work) {
        try {
            return work.with(connected());
        } catch (SQLException failure) {
            throw given(failure);
        }
    }

    /** Writes all that the work does, or nothing. */
    synchronized <R> R write(Work<R> work) {
        try {
            Connection open = connected();
            run(open, engine.begin());
            R result;
            try {
                result = work.with(open);
            } catch (RuntimeException | Error refused) {
                run(open, "ROLLBACK");
                throw refused;
            }
            run(open, "COMMIT");
            return result;
        } catch (SQLException failure) {
            throw given(failure);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        abandon();
    }

    static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection connected() throws SQLException {
        if (closed) {
            throw new FlywheelException.LedgerUnavailable("The store is closed: open it again", null);
        }
        Connection open = connection;
        if (open == null) {
            open = opener.open();
            connection = open;
        }
        return open;
    }

    private FlywheelException given(SQLException failure) {
        closed |= engine == Engine.SQLITE && !Failures.isBusy(failure);
        abandon();
        return Failures.of(engine, failure);
    }

    /** Closing rolls back what was not committed. */
    private void abandon() {
        Connection open = connection;
        connection = null;
        if (open != null) {
            try {
                open.close();
            } catch (SQLException gone) {
                // It is given up already; the failure that led here is the one to report.
            }
        }
    }
}
