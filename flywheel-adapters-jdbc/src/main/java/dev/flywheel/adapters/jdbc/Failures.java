package dev.flywheel.adapters.jdbc;

import dev.flywheel.core.port.out.FlywheelException;
import java.sql.SQLException;

/**
 * Failures of a database in our words. A driver's own message may quote a row or a password, so it is not passed on, and
 * the exception is not kept as a cause: its codes say enough.
 */
final class Failures {

    private static final int SQLITE_BUSY = 5;
    private static final int SQLITE_CORRUPT = 11;
    private static final int SQLITE_FULL = 13;
    private static final int SQLITE_NOT_A_DATABASE = 26;

    private Failures() {}

    static FlywheelException of(Engine engine, SQLException failure) {
        return engine == Engine.SQLITE ? ofSqlite(failure) : ofPostgres(failure.getSQLState());
    }

    /** Whether another programme holds the SQLite file: nothing was done, and it may be tried again. */
    static boolean isBusy(SQLException failure) {
        return primary(failure) == SQLITE_BUSY;
    }

    private static FlywheelException ofSqlite(SQLException failure) {
        return switch (primary(failure)) {
            case SQLITE_BUSY -> unavailable("Another programme holds the ledger's file; try again");
            case SQLITE_CORRUPT -> new FlywheelException.LedgerBroken("SQLite cannot read its file");
            case SQLITE_NOT_A_DATABASE -> new FlywheelException.LedgerBroken("the file is no SQLite file");
            case SQLITE_FULL -> unavailable("The disk is full; make room and open the store again");
            default -> unavailable("SQLite failed with code " + failure.getErrorCode() + "; open the store again");
        };
    }

    /** SQLite's code without its details. */
    private static int primary(SQLException failure) {
        return failure.getErrorCode() & 0xff;
    }

    private static FlywheelException ofPostgres(String state) {
        String known = state == null ? "" : state;
        if (known.startsWith("XX")) {
            return new FlywheelException.LedgerBroken("PostgreSQL reports damage, SQLSTATE " + known);
        }
        String what = known.startsWith("28") ? "PostgreSQL refused the user or the password" : "PostgreSQL failed";
        return unavailable(what + ", SQLSTATE " + known + "; try again when the server answers");
    }

    private static FlywheelException unavailable(String what) {
        return new FlywheelException.LedgerUnavailable(what, null);
    }
}
