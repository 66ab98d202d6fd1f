package dev.flywheel.adapters.jdbc;

import dev.flywheel.core.ledger.NewEntry;
import dev.flywheel.core.ledger.Snapshot;
import dev.flywheel.core.port.out.Appended;
import dev.flywheel.core.port.out.Ledger;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A process that appends until it is killed, and prints each position after it was acknowledged. It goes on where the
 * ledger stands, writes one to three entries at a time and now and then a snapshot and a person.
 */
final class AppendUntilKilled {

    static final String BRAND = "Northpeak";

    private static final Instant AT = Instant.parse("2026-11-16T09:30:00Z");

    private AppendUntilKilled() {}

    /** {@code sqlite FILE} or {@code postgres PORT DATABASE}. */
    public static void main(String[] args) {
        boolean sqlite = args[0].equals("sqlite");
        append(sqlite ? SqliteLedgers.open(Path.of(args[1])).ledger(BRAND) : postgres(args[1], args[2]), System.out);
    }

    private static Ledger postgres(String port, String database) {
        return PostgresLedgers.open(source(Integer.parseInt(port), database)).ledger(BRAND);
    }

    static PGSimpleDataSource source(int port, String database) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setPortNumbers(new int[] {port});
        source.setDatabaseName(database);
        source.setUser("postgres");
        return source;
    }

    static NewEntry entry(long number) {
        return new NewEntry(AT, "counted", 1, "{\"number\":" + number + "}");
    }

    private static void append(Ledger ledger, PrintStream acknowledged) {
        long position = ledger.position();
        while (true) {
            long first = position + 1;
            List<NewEntry> entries = LongStream.rangeClosed(first, first + position % 3)
                    .mapToObj(AppendUntilKilled::entry)
                    .toList();
            Appended done = ledger.append(position, "from-" + first, entries);
            position = done.position();
            acknowledged.println(position);
            acknowledged.flush();
            if (position % 20 == 0) {
                ledger.save(Snapshot.of(position, "numbers up to " + position));
                ledger.referTo("creator-" + position);
            }
        }
    }
}
