package dev.flywheel.adapters.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.flywheel.core.ledger.LedgerEntry;
import dev.flywheel.core.ledger.Verification;
import dev.flywheel.core.port.out.Ledger;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Starts a process that appends, kills it at a random instant, and compares what it was told with what is there. */
final class Killing {

    private static final int MOST_ACKNOWLEDGED = 400;
    private static final int MOST_NANOS = 3_000_000;

    private final SplittableRandom random;

    Killing(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /**
     * The last position that the process was told of; 0 if it was told of none. The kill must leave the pipe open, as
     * that of a handle does and that of a process does not.
     */
    long lastAcknowledged(Runnable kill, Process child) throws IOException, InterruptedException {
        long last = 0;
        int until = random.nextInt(MOST_ACKNOWLEDGED);
        try (BufferedReader lines = child.inputReader(StandardCharsets.UTF_8)) {
            for (int seen = 0; seen <= until; seen++) {
                String line = lines.readLine();
                assertTrue(line != null && line.matches("[0-9]+"), "the process ended by itself: " + line);
                last = Long.parseLong(line);
            }
            long instant = System.nanoTime() + random.nextInt(MOST_NANOS);
            while (System.nanoTime() < instant) {
                Thread.onSpinWait();
            }
            kill.run();
            // What it was told before it died, and what was still in the pipe. A line without an end was not finished.
            StringBuilder rest = new StringBuilder();
            for (int c = lines.read(); c >= 0; c = lines.read()) {
                rest.append((char) c);
            }
            String finished = rest.substring(0, rest.lastIndexOf("\n") + 1);
            for (String line :
                    finished.lines().filter(each -> each.matches("[0-9]+")).toList()) {
                last = Long.parseLong(line);
            }
        }
        child.waitFor();
        return last;
    }

    static Process child(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                AppendUntilKilled.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    /** Nothing acknowledged is lost, there is no hole, no half of an append, and every entry says what was written. */
    static void assertNothingLost(Ledger ledger, long acknowledged) {
        Verification found = ledger.verify();
        assertTrue(found.isSound(), () -> "the chain is broken: " + found.fault());
        assertTrue(
                found.position() >= acknowledged,
                () -> "acknowledged up to " + acknowledged + ", there up to " + found.position());
        long position = 0;
        for (List<LedgerEntry> page = ledger.read(0, 1_000); !page.isEmpty(); page = ledger.read(position, 1_000)) {
            for (LedgerEntry entry : page) {
                position++;
                assertEquals(position, entry.position());
                assertEquals("{\"number\":" + position + "}", entry.payload());
            }
        }
        long end = 0;
        while (end < position) {
            end += 1 + end % 3;
        }
        assertEquals(end, position, "half of an append is there");
        ledger.snapshot().ifPresent(kept -> assertEquals("numbers up to " + kept.position(), kept.state()));
    }
}
