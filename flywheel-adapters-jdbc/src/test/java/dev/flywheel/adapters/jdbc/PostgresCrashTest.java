package dev.flywheel.adapters.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.flywheel.core.port.out.Ledger;
import dev.flywheel.testkit.DoubleSubmissions;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that appends to PostgreSQL is killed, and in turn the whole server under it. */
class PostgresCrashTest {

    @TempDir
    Path folder;

    @Test
    void loses_nothing_when_the_writer_is_killed() throws Exception {
        killWriters(2);
    }

    @Test
    @Tag("crash")
    void loses_nothing_when_the_writer_is_killed_fifty_times() throws Exception {
        killWriters(50);
    }

    @Test
    @Tag("crash")
    void loses_nothing_when_the_server_is_killed_fifty_times() throws Exception {
        Path data = folder.resolve("data");
        long acknowledged = 0;
        for (int loop = 1; loop <= 50; loop++) {
            EmbeddedPostgres server = PostgresServer.over(data);
            try {
                Process child = Killing.child("postgres", String.valueOf(server.getPort()), "postgres");
                List<ProcessHandle> processes = processesOf(data);
                acknowledged = Math.max(
                        acknowledged,
                        new Killing(loop)
                                .lastAcknowledged(
                                        () -> {
                                            killAll(processes);
                                            child.toHandle().destroyForcibly();
                                        },
                                        child));
            } finally {
                closeWhatIsLeft(server);
                Files.deleteIfExists(data.resolve("postmaster.pid"));
            }
            try (EmbeddedPostgres again = PostgresServer.over(data);
                    PostgresLedgers ledgers =
                            PostgresLedgers.open(AppendUntilKilled.source(again.getPort(), "postgres"))) {
                Killing.assertNothingLost(ledgers.ledger(AppendUntilKilled.BRAND), acknowledged);
            }
        }
        System.out.println("PostgreSQL: 50 servers killed, " + acknowledged + " entries acknowledged, none lost");
    }

    @Test
    void sends_once_under_the_cap() {
        submit(180, 150);
    }

    @Test
    @Tag("crash")
    void sends_twelve_thousand_boosts_once_under_the_cap() {
        submit(12_000, 10_000);
    }

    private static void killWriters(int loops) throws IOException, InterruptedException {
        String database = PostgresServer.newDatabase();
        int port = PostgresServer.shared().getPort();
        long acknowledged = 0;
        for (int loop = 1; loop <= loops; loop++) {
            Process child = Killing.child("postgres", String.valueOf(port), database);
            acknowledged = Math.max(
                    acknowledged,
                    new Killing(loop).lastAcknowledged(() -> child.toHandle().destroyForcibly(), child));
            try (PostgresLedgers again = PostgresLedgers.open(AppendUntilKilled.source(port, database))) {
                Killing.assertNothingLost(again.ledger(AppendUntilKilled.BRAND), acknowledged);
            }
        }
        System.out.println(
                "PostgreSQL: " + loops + " writers killed, " + acknowledged + " entries acknowledged, none lost");
    }

    private static void submit(int boosts, int admitted) {
        String database = PostgresServer.newDatabase();
        List<PostgresLedgers> open = new ArrayList<>();
        try {
            DoubleSubmissions outcome = DoubleSubmissions.run(
                    () -> {
                        open.add(PostgresLedgers.open(PostgresServer.source(database)));
                        return open.get(open.size() - 1).ledger(AppendUntilKilled.BRAND);
                    },
                    4,
                    boosts,
                    admitted);
            assertEquals(new DoubleSubmissions(admitted, admitted, 2 * (boosts - admitted)), outcome);
            Ledger ledger = open.get(0).ledger(AppendUntilKilled.BRAND);
            assertEquals(100L * admitted, DoubleSubmissions.highestPerDay(ledger));
        } finally {
            open.forEach(PostgresLedgers::close);
        }
    }

    /** The postmaster by its pid file, and its children. */
    private static List<ProcessHandle> processesOf(Path data) throws IOException {
        long postmaster = Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
        ProcessHandle handle = ProcessHandle.of(postmaster).orElseThrow();
        return Stream.concat(Stream.of(handle), handle.descendants()).toList();
    }

    private static void killAll(List<ProcessHandle> processes) {
        processes.get(0).descendants().forEach(ProcessHandle::destroyForcibly);
        processes.forEach(ProcessHandle::destroyForcibly);
    }

    private static void closeWhatIsLeft(EmbeddedPostgres server) {
        try {
            server.close();
        } catch (IOException | RuntimeException gone) {
            // It was killed: there is nothing to stop.
        }
    }
}
