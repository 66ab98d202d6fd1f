package dev.flywheel.adapters.jdbc;

import dev.flywheel.core.port.out.FlywheelException;
import dev.flywheel.core.port.out.Ledger;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The ledgers of any number of brands in one PostgreSQL database, for several writers.
 *
 * <p>Each of these holds one connection, made at the first use and made again after a failure; appends to different
 * brands from different ones of these do not wait for each other. The server must keep {@code fsync} and
 * {@code synchronous_commit} on, as it does unless told otherwise. An erased handle leaves the server's tables when it
 * vacuums, and its log and copies when the server's keeper lets go of them. Thread-safe.
 */
public final class PostgresLedgers implements AutoCloseable {

    private static final int CONNECT_SECONDS = 10;
    private static final int ANSWER_SECONDS = 60;
    private static final int DEFAULT_PORT = 5432;
    private static final Pattern DATABASE = Pattern.compile("/[A-Za-z0-9_-]+");

    private final Store store;

    private PostgresLedgers(Store store) {
        this.store = store;
    }

    /**
     * Opens a database by its URL, and brings it to the latest schema.
     *
     * @param url {@code postgresql://host:port/database}, and nothing else: no user, no password, no settings
     * @param user the user
     * @param password the password, not kept in any message
     * @return the ledgers in it
     * @throws IllegalArgumentException if the URL is of another form
     * @throws FlywheelException.NewerSchema if a later version of this programme wrote it
     * @throws FlywheelException.LedgerUnavailable if it cannot be reached
     */
    public static PostgresLedgers open(String url, String user, String password) {
        URI parsed = parsed(url);
        // The driver is given parts, never text that could hold settings of its own.
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {parsed.getHost()});
        source.setPortNumbers(new int[] {parsed.getPort() < 0 ? DEFAULT_PORT : parsed.getPort()});
        source.setDatabaseName(parsed.getPath().substring(1));
        source.setUser(Objects.requireNonNull(user, "user"));
        source.setPassword(Objects.requireNonNull(password, "password"));
        source.setConnectTimeout(CONNECT_SECONDS);
        source.setSocketTimeout(ANSWER_SECONDS);
        source.setLogServerErrorDetail(false);
        return open(source);
    }

    /**
     * Opens a database through the caller's own data source, with its encryption, pool or proxy.
     *
     * @param source gives connections in autocommit mode
     * @return the ledgers in it
     * @throws FlywheelException.NewerSchema if a later version of this programme wrote it
     * @throws FlywheelException.LedgerUnavailable if it cannot be reached
     */
    public static PostgresLedgers open(DataSource source) {
        return open(source, Script.all());
    }

    static PostgresLedgers open(DataSource source, List<Script> scripts) {
        Store store = new Store(Engine.POSTGRESQL, source::getConnection);
        try {
            new Migrator(scripts).migrate(store);
        } catch (FlywheelException refused) {
            store.close();
            throw refused;
        }
        return new PostgresLedgers(store);
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

    /** Gives the connection back. */
    @Override
    public void close() {
        store.close();
    }

    private static URI parsed(String url) {
        try {
            URI parsed = new URI(url);
            boolean plain = "postgresql".equals(parsed.getScheme())
                    && parsed.getHost() != null
                    && parsed.getRawUserInfo() == null
                    && parsed.getRawQuery() == null
                    && parsed.getRawFragment() == null
                    && DATABASE.matcher(parsed.getRawPath()).matches();
            if (plain) {
                return parsed;
            }
        } catch (URISyntaxException wrong) {
            // Refused below, without the text: somebody may have put a password into it.
        }
        throw new IllegalArgumentException("url must be postgresql://host:port/database with nothing else in it;"
                + " user and password are given beside it");
    }
}
