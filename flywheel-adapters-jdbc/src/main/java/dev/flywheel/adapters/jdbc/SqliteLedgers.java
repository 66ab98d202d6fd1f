package dev.flywheel.adapters.jdbc;

import dev.flywheel.core.port.out.FlywheelException;
import dev.flywheel.core.port.out.Ledger;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.sqlite.SQLiteConfig;

/**
 * The ledgers of any number of brands in one SQLite file, with nothing else to install.
 *
 * <p>A commit is on the disk before an append returns (write-ahead log, {@code synchronous=FULL}). Several processes may
 * hold the file; one writes at a time, the others wait up to ten seconds. The file must lie on a disk of this machine:
 * SQLite's locks do not hold over most networks. A new file can be read by its owner alone, for it holds handles of
 * people; an erased one is overwritten before the erasure returns. Thread-safe.
 *
 * <p>SQLite is native code inside its driver: from Java 24 on allow it with
 * {@code --enable-native-access=org.xerial.sqlitejdbc} (on the class path {@code ALL-UNNAMED}), or a warning is printed.
 */
public final class SqliteLedgers implements AutoCloseable {

    private static final int WAIT_MILLIS = 10_000;

    private final Store store;

    private SqliteLedgers(Store store) {
        this.store = store;
    }

    /**
     * Opens a file, or makes a new one, and brings it to the latest schema.
     *
     * @param file the file; its folder must exist
     * @return the ledgers in it
     * @throws FlywheelException.NewerSchema if a later version of this programme wrote it
     * @throws FlywheelException.LedgerBroken if it is no SQLite file, or a damaged one
     * @throws FlywheelException.LedgerUnavailable if it cannot be opened
     */
    public static SqliteLedgers open(Path file) {
        return open(file, Script.all());
    }

    static SqliteLedgers open(Path file, List<Script> scripts) {
        Path absolute = file.toAbsolutePath().normalize();
        // SQLite's driver would take what stands behind a question mark for settings.
        if (absolute.toString().indexOf('?') >= 0) {
            throw new IllegalArgumentException("file must not have a question mark in its path, got " + absolute);
        }
        makeForOwnerOnly(absolute);
        Store store = storeOf(absolute);
        try {
            new Migrator(scripts).migrate(store);
        } catch (FlywheelException refused) {
            store.close();
            throw refused;
        }
        return new SqliteLedgers(store);
    }

    /**
     * A brand's ledger.
     *
     * @param brand the brand
     * @return its ledger, usable until this is closed
     */
    public Ledger ledger(String brand) {
        return new JdbcLedger(store, brand);
    }

    /** Closes the file. What was appended is in it. */
    @Override
    public void close() {
        store.close();
    }

    static Store storeOf(Path file) {
        return new Store(Engine.SQLITE, () -> connect(file));
    }

    private static Connection connect(Path file) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(WAIT_MILLIS);
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
        return config.createConnection("jdbc:sqlite:" + file);
    }

    private static void makeForOwnerOnly(Path file) {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] owner = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        try {
            if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                Files.createFile(file, owner);
            }
        } catch (FileAlreadyExistsException faster) {
            // Another process has just made it.
        } catch (IOException failure) {
            throw new FlywheelException.LedgerUnavailable(
                    "The ledger's file " + file + " cannot be made: make its folder, and let this user write there",
                    failure);
        }
    }
}
