package dev.flywheel.adapters.jdbc;

import static org.junit.jupiter.api.Assumptions.abort;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A real PostgreSQL with fsync on, one for all tests of a JVM; a test gets a database of its own. */
final class PostgresServer {

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private static @Nullable EmbeddedPostgres shared;

    private PostgresServer() {}

    static synchronized EmbeddedPostgres shared() {
        EmbeddedPostgres running = shared;
        if (running == null) {
            running = start(EmbeddedPostgres.builder());
            shared = running;
        }
        return running;
    }

    /** A server over a folder that outlives it. */
    static EmbeddedPostgres over(Path folder) {
        return start(EmbeddedPostgres.builder().setDataDirectory(folder).setCleanDataDirectory(false));
    }

    /** The name of a new, empty database. */
    static String newDatabase() {
        String name = "ledger" + DATABASES.incrementAndGet();
        try (Connection connection = shared().getPostgresDatabase().getConnection()) {
            Store.run(connection, "CREATE DATABASE " + name);
        } catch (SQLException failure) {
            throw new AssertionError("no database", failure);
        }
        return name;
    }

    static DataSource source(String database) {
        return shared().getDatabase("postgres", database);
    }

    private static EmbeddedPostgres start(EmbeddedPostgres.Builder builder) {
        try {
            return builder.setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .start();
        } catch (IOException | IllegalStateException refused) {
            return abort("PostgreSQL does not start here: its binaries are for Linux on amd64, and root needs user"
                    + " namespaces (unshare -U). " + refused.getMessage());
        }
    }
}
