package dev.flywheel.adapters.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.flywheel.core.ledger.LedgerEntry;
import dev.flywheel.core.ledger.Verification;
import dev.flywheel.core.port.out.FlywheelException;
import dev.flywheel.core.port.out.Ledger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Copies of a SQLite file and its write-ahead log, cut off at every byte of their last 4 KiB, and with bits turned over:
 * what is read is what was written, from the beginning and without a hole, or it is refused.
 */
class SqliteDamageTest {

    private static final int TAIL = 4_096;
    private static final int SETTLED = 30;
    private static final int FRESH = 12;

    @TempDir
    Path folder;

    private byte[] file = {};
    private byte[] log = {};
    private List<LedgerEntry> written = List.of();

    private int refused;
    private int shorter;
    private int whole;

    /** Copied while open, as after a power failure: part of it in the file, the rest in the log alone. */
    @BeforeEach
    void write() throws IOException {
        Path original = folder.resolve("original.db");
        try (SqliteLedgers first = SqliteLedgers.open(original)) {
            append(first.ledger("Northpeak"), 0, SETTLED);
        }
        try (SqliteLedgers open = SqliteLedgers.open(original)) {
            Ledger ledger = open.ledger("Northpeak");
            append(ledger, SETTLED, SETTLED + FRESH);
            file = Files.readAllBytes(original);
            log = Files.readAllBytes(folder.resolve("original.db-wal"));
            written = ledger.read(0, 1_000);
        }
        assertTrue(log.length > TAIL, "the log must hold the last entries, got " + log.length + " bytes");
        assertEquals(SETTLED + FRESH, written.size());
    }

    @Test
    void survives_or_refuses_a_log_that_is_cut_off() throws IOException {
        cutLog(61);
    }

    @Test
    @Tag("crash")
    void survives_or_refuses_a_log_that_is_cut_off_at_every_byte() throws IOException {
        cutLog(1);
    }

    @Test
    void survives_or_refuses_a_file_that_is_cut_off() throws IOException {
        cutFile(97);
    }

    @Test
    @Tag("crash")
    void survives_or_refuses_a_file_that_is_cut_off_at_every_byte() throws IOException {
        cutFile(1);
    }

    @Test
    void never_believes_a_bit_that_was_turned_over() throws IOException {
        flip(60);
    }

    @Test
    @Tag("crash")
    void never_believes_one_of_many_bits_that_were_turned_over() throws IOException {
        flip(6_000);
    }

    private void cutLog(int step) throws IOException {
        for (int cut = 0; cut <= TAIL; cut += step) {
            int bytes = log.length - cut;
            // What the log lost was never in the file: an earlier end of the ledger, and a sound one.
            check(file, Arrays.copyOf(log, bytes), "log of " + bytes + " bytes");
        }
        assertTrue(shorter > 0 && whole > 0, () -> "cuts must cost entries, " + outcomes());
        assertEquals(0, refused, "SQLite takes the log up to the last commit that is whole");
        System.out.println("Log cut off: " + outcomes());
    }

    private void cutFile(int step) throws IOException {
        Path settled = folder.resolve("original.db");
        byte[] alone = Files.readAllBytes(settled);
        for (int cut = 1; cut <= TAIL; cut += step) {
            check(Arrays.copyOf(alone, alone.length - cut), new byte[0], "file without " + cut + " bytes");
        }
        assertTrue(refused > 0, () -> "a file without its last page must be refused, " + outcomes());
        System.out.println("File cut off: " + outcomes());
    }

    private void flip(int times) throws IOException {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < times; i++) {
            byte[] changedFile = file.clone();
            byte[] changedLog = log.clone();
            byte[] changed = i % 2 == 0 ? changedFile : changedLog;
            int at = random.nextInt(changed.length);
            changed[at] ^= (byte) (1 << random.nextInt(8));
            check(changedFile, changedLog, (i % 2 == 0 ? "file" : "log") + " changed at " + at);
        }
        System.out.println("Bits turned over: " + outcomes());
    }

    private void check(byte[] damagedFile, byte[] damagedLog, String damage) throws IOException {
        Path copy = folder.resolve("copy.db");
        Files.write(copy, damagedFile);
        Files.deleteIfExists(folder.resolve("copy.db-shm"));
        Files.write(folder.resolve("copy.db-wal"), damagedLog);
        try (SqliteLedgers open = SqliteLedgers.open(copy)) {
            Ledger ledger = open.ledger("Northpeak");
            List<LedgerEntry> read = ledger.read(0, 1_000);
            Verification verified = ledger.verify();
            assertTrue(verified.isSound(), () -> damage + ": read, and then " + verified.fault());
            assertEquals(written.subList(0, read.size()), read, damage);
            // It goes on from there.
            ledger.append(read.size(), "after the damage", List.of(AppendUntilKilled.entry(1)));
            assertTrue(ledger.verify().isSound(), damage);
            whole += read.size() == written.size() ? 1 : 0;
            shorter += read.size() < written.size() ? 1 : 0;
        } catch (FlywheelException.LedgerFailed clear) {
            assertTrue(
                    clear instanceof FlywheelException.LedgerBroken
                            || clear instanceof FlywheelException.LedgerUnavailable
                            || clear instanceof FlywheelException.NewerSchema,
                    () -> damage + ": " + clear);
            refused++;
        }
    }

    private String outcomes() {
        return whole + " whole, " + shorter + " up to an earlier entry, " + refused + " refused";
    }

    private static void append(Ledger ledger, int from, int to) {
        for (int i = from; i < to; i++) {
            ledger.append(i, "key-" + i, List.of(AppendUntilKilled.entry(i + 1)));
        }
    }
}
