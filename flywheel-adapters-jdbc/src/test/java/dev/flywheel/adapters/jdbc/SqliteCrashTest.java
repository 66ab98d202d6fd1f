package dev.flywheel.adapters.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.flywheel.core.port.out.Ledger;
import dev.flywheel.testkit.DoubleSubmissions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that appends to a SQLite file is killed (SIGKILL) again and again; the file goes on from kill to kill. */
class SqliteCrashTest {

    private static final Duration REOPENED = Duration.ofSeconds(1);

    @TempDir
    Path folder;

    @Test
    void loses_nothing_when_killed() throws Exception {
        kill(4);
    }

    @Test
    @Tag("crash")
    void loses_nothing_when_killed_two_hundred_times() throws Exception {
        kill(200);
    }

    @Test
    void sends_once_under_the_cap() {
        submit(240, 200);
    }

    @Test
    @Tag("crash")
    void sends_twelve_thousand_boosts_once_under_the_cap() {
        submit(12_000, 10_000);
    }

    private void kill(int loops) throws IOException, InterruptedException {
        Path file = folder.resolve("ledger.db");
        long acknowledged = 0;
        Duration slowest = Duration.ZERO;
        for (int loop = 1; loop <= loops; loop++) {
            Process child = Killing.child("sqlite", file.toString());
            acknowledged = Math.max(
                    acknowledged,
                    new Killing(loop).lastAcknowledged(() -> child.toHandle().destroyForcibly(), child));
            long start = System.nanoTime();
            try (SqliteLedgers again = SqliteLedgers.open(file)) {
                Ledger ledger = again.ledger(AppendUntilKilled.BRAND);
                assertTrue(ledger.position() >= acknowledged, "loop " + loop);
                Duration reopened = Duration.ofNanos(System.nanoTime() - start);
                slowest = slowest.compareTo(reopened) > 0 ? slowest : reopened;
                Killing.assertNothingLost(ledger, acknowledged);
            }
        }
        System.out.println("SQLite: " + loops + " kills, " + acknowledged + " entries acknowledged, none lost, slowest"
                + " reopening " + slowest.toMillis() + " ms");
        assertTrue(slowest.compareTo(REOPENED) < 0, "reopening took " + slowest);
    }

    private void submit(int boosts, int admitted) {
        Path file = folder.resolve("ledger.db");
        try (SqliteLedgers one = SqliteLedgers.open(file);
                SqliteLedgers other = SqliteLedgers.open(file)) {
            int[] turn = {0};
            DoubleSubmissions outcome = DoubleSubmissions.run(
                    () -> (turn[0]++ % 2 == 0 ? one : other).ledger(AppendUntilKilled.BRAND), 4, boosts, admitted);
            assertEquals(new DoubleSubmissions(admitted, admitted, 2 * (boosts - admitted)), outcome);
            assertEquals(100L * admitted, DoubleSubmissions.highestPerDay(one.ledger(AppendUntilKilled.BRAND)));
        }
    }
}
