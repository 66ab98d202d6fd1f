package dev.flywheel.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.flywheel.core.ledger.HashChain;
import dev.flywheel.core.ledger.LedgerEntry;
import dev.flywheel.core.ledger.NewEntry;
import dev.flywheel.core.ledger.Snapshot;
import dev.flywheel.core.ledger.Verification;
import dev.flywheel.core.port.out.Appended;
import dev.flywheel.core.port.out.FlywheelException;
import dev.flywheel.core.port.out.Ledger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * What every {@link Ledger} must keep. A test of an engine extends this and says where its ledgers are.
 *
 * <p>Each test starts with an empty store. That entries survive the death of the process is not shown here: each engine
 * has its own way to die.
 */
public abstract class LedgerContract {

    private static final String BRAND = "Northpeak";
    private static final Instant AT = Instant.parse("2026-11-16T09:30:00.123456789Z");

    /** For subclasses. */
    protected LedgerContract() {}

    /**
     * A view of a brand's ledger in the store of this test; where the engine admits several writers, each call gives
     * another one.
     *
     * @param brand the brand
     * @return its ledger
     */
    protected abstract Ledger ledger(String brand);

    /**
     * Damages the store behind the ledger's back.
     *
     * @param brand the brand
     * @param position the entry
     * @param payload what shall stand there
     */
    protected abstract void overwrite(String brand, long position, String payload);

    /**
     * Takes an entry out of the store behind the ledger's back.
     *
     * @param brand the brand
     * @param position the entry
     */
    protected abstract void remove(String brand, long position);

    /**
     * An entry to test with.
     *
     * @param number a number in its payload
     * @return the entry
     */
    protected static NewEntry entry(long number) {
        return entry(number, AT);
    }

    private static NewEntry entry(long number, Instant at) {
        return new NewEntry(at, "counted", 1, "{\"number\":" + number + "}");
    }

    /** A new ledger is empty and sound. */
    @Test
    public final void starts_empty() {
        Ledger ledger = ledger(BRAND);
        assertEquals(0, ledger.position());
        assertEquals(List.of(), ledger.read(0, 10));
        assertEquals(Verification.start(BRAND), ledger.verify());
        assertEquals(Optional.empty(), ledger.snapshot());
    }

    /** What was written is read as it was written, in another view too. */
    @Test
    public final void gives_back_what_was_written() {
        NewEntry odd = new NewEntry(
                Instant.parse("1969-12-31T23:59:59.999999999Z"),
                "noted",
                7,
                "{\"text\":\"\\u0000\\n\\\" \u00df \u4e2d \ud83d\ude00 '; drop table entries; --\"}");
        List<NewEntry> written = List.of(entry(1), odd);
        assertEquals(new Appended(2, false), ledger(BRAND).append(0, "a", written));
        List<LedgerEntry> read = ledger(BRAND).read(0, 10);
        assertEquals(HashChain.next(0, HashChain.start(BRAND), "a", written), read);
    }

    /** Entries stand in the order of their appends, each chained to the one in front of it. */
    @Test
    public final void chains_entries_in_order() {
        fill(5);
        List<LedgerEntry> read = ledger(BRAND).read(0, 10);
        assertEquals(
                List.of(1L, 2L, 3L, 4L, 5L),
                read.stream().map(LedgerEntry::position).toList());
        assertEquals("{\"number\":5}", read.get(4).payload());
        assertEquals(
                new Verification(5, read.get(4).hash(), null), ledger(BRAND).verify());
    }

    /** A writer who has not seen everything is told so, and nothing of the append is written. */
    @Test
    public final void refuses_a_writer_who_has_not_seen_everything() {
        fill(2);
        for (long expected : List.of(1L, 3L)) {
            FlywheelException.PositionConflict conflict = assertThrows(
                    FlywheelException.PositionConflict.class,
                    () -> ledger(BRAND).append(expected, "late", List.of(entry(8), entry(9))));
            assertEquals(2, conflict.actual());
            assertEquals(
                    "The ledger stands at position 2, not at " + expected
                            + ": read on from there, decide again and append again",
                    conflict.getMessage());
        }
        assertEquals(2, ledger(BRAND).position());
        assertEquals(2, ledger(BRAND).read(0, 10).size());
        assertEquals(new Appended(3, false), ledger(BRAND).append(2, "late", List.of(entry(8))));
    }

    /** An append whose answer was lost can be repeated, later and after others. */
    @Test
    public final void writes_nothing_twice() {
        List<NewEntry> two = List.of(entry(1), entry(2));
        ledger(BRAND).append(0, "a", two);
        ledger(BRAND).append(2, "b", List.of(entry(3)));
        List<NewEntry> later = List.of(entry(1, AT.plusSeconds(60)), entry(2, AT.plusSeconds(60)));
        assertEquals(new Appended(2, true), ledger(BRAND).append(0, "a", later));
        assertEquals(new Appended(2, true), ledger(BRAND).append(3, "a", two));
        assertEquals(3, ledger(BRAND).read(0, 10).size());
    }

    /** A key stands for one content; the refusal does not show it. */
    @Test
    public final void refuses_a_key_with_other_content() {
        ledger(BRAND).append(0, "a", List.of(entry(1)));
        List<List<NewEntry>> others = List.of(
                List.of(entry(77)),
                List.of(entry(1), entry(77)),
                List.of(new NewEntry(AT, "counted", 2, "{\"number\":1}")),
                List.of(new NewEntry(AT, "recounted", 1, "{\"number\":1}")));
        for (List<NewEntry> other : others) {
            FlywheelException.KeyReused reused = assertThrows(
                    FlywheelException.KeyReused.class, () -> ledger(BRAND).append(1, "a", other));
            assertEquals(1, reused.position());
            assertEquals("The key 'a' was used for entry 1, which says something else", reused.getMessage());
        }
        assertEquals(1, ledger(BRAND).position());
    }

    /** Pages hold everything once. */
    @Test
    public final void reads_in_pages() {
        fill(7);
        List<LedgerEntry> paged = new ArrayList<>();
        for (int after = 0; after < 9; after += 3) {
            paged.addAll(ledger(BRAND).read(after, 3));
        }
        assertEquals(ledger(BRAND).read(0, 100), paged);
        assertEquals(List.of(), ledger(BRAND).read(7, 3));
        assertEquals(List.of(), ledger(BRAND).read(70, 3));
    }

    /** A changed entry is found, and never read as if it were true. */
    @Test
    public final void notices_a_changed_entry() {
        fill(5);
        overwrite(BRAND, 3, "{\"number\":4}");
        assertBroken(3, "entry 3 was changed after it was written");
        assertEquals(2, ledger(BRAND).read(0, 2).size());
        FlywheelException.LedgerBroken broken = assertThrows(
                FlywheelException.LedgerBroken.class, () -> ledger(BRAND).read(2, 1));
        assertEquals(
                "The ledger is damaged: entry 3 was changed after it was written. Nothing behind that place can be"
                        + " trusted; restore a copy",
                broken.getMessage());
    }

    /** An entry that is missing in between is found. */
    @Test
    public final void notices_a_missing_entry() {
        fill(5);
        remove(BRAND, 3);
        assertBroken(3, "position 3 is missing, 4 follows");
        assertThrows(FlywheelException.LedgerBroken.class, () -> ledger(BRAND).read(0, 10));
        assertThrows(FlywheelException.LedgerBroken.class, () -> ledger(BRAND).read(2, 10));
    }

    /** An entry that is missing at the end is found. */
    @Test
    public final void notices_a_missing_end() {
        fill(5);
        remove(BRAND, 5);
        assertBroken(5, "the ledger ends at position 5, the chain at 4");
        assertThrows(FlywheelException.LedgerBroken.class, () -> ledger(BRAND).read(0, 10));
    }

    /** Behind an end that is not what was written nothing is added. */
    @Test
    public final void adds_nothing_behind_a_damaged_end() {
        fill(3);
        overwrite(BRAND, 3, "{\"number\":4}");
        assertThrows(FlywheelException.LedgerBroken.class, () -> ledger(BRAND).append(3, "d", List.of(entry(4))));
        remove(BRAND, 3);
        assertThrows(FlywheelException.LedgerBroken.class, () -> ledger(BRAND).append(3, "d", List.of(entry(4))));
        assertEquals(3, ledger(BRAND).position());
    }

    /** The last snapshot is kept; one that does not fit its hash is not given back. */
    @Test
    public final void keeps_the_last_snapshot() {
        fill(5);
        ledger(BRAND).save(Snapshot.of(3, "first"));
        ledger(BRAND).save(Snapshot.of(5, "second \u4e2d"));
        assertEquals(Optional.of(Snapshot.of(5, "second \u4e2d")), ledger(BRAND).snapshot());
        ledger(BRAND).save(new Snapshot(5, "third", Snapshot.of(5, "other").sha256()));
        assertEquals(Optional.empty(), ledger(BRAND).snapshot());
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> ledger(BRAND).save(Snapshot.of(6, "early")));
        assertEquals("snapshot must not be further than position 5, got one of 6", refused.getMessage());
    }

    /** What was made from a snapshot and the entries behind it is what is made from all entries. */
    @Test
    public final void gives_the_same_from_any_snapshot() {
        fill(20);
        long whole = sum(0);
        for (long position = 0; position <= 20; position++) {
            long until = sum(0) - sum(position);
            ledger(BRAND).save(Snapshot.of(position, String.valueOf(until)));
            Snapshot kept = ledger(BRAND).snapshot().orElseThrow();
            assertEquals(whole, Long.parseLong(kept.state()) + sum(kept.position()));
        }
    }

    /** A person can be erased: the handle is gone, the chain and what was counted stay. */
    @Test
    public final void erases_a_person_and_keeps_the_rest() {
        String mira = ledger(BRAND).referTo("mira.home");
        String jon = ledger(BRAND).referTo("jon");
        assertEquals(mira, ledger(BRAND).referTo("mira.home"));
        assertNotEquals(mira, jon);
        assertFalse(mira.contains("mira"), "a reference must not tell who it is, got " + mira);
        ledger(BRAND)
                .append(0, "a", List.of(new NewEntry(AT, "sold", 1, "{\"creator\":\"" + mira + "\",\"number\":5}")));
        Verification before = ledger(BRAND).verify();
        long counted = sum(0);

        assertTrue(ledger(BRAND).erase(mira), "there was a handle");
        assertFalse(ledger(BRAND).erase(mira), "there is no handle any more");
        assertEquals(Optional.empty(), ledger(BRAND).handleOf(mira));
        assertEquals(Optional.of("jon"), ledger(BRAND).handleOf(jon));
        assertEquals(before, ledger(BRAND).verify());
        assertEquals(counted, sum(0));
        assertNotEquals(mira, ledger(BRAND).referTo("mira.home"));
    }

    /** Brands in one store do not see each other. */
    @Test
    public final void keeps_brands_apart() {
        fill(3);
        Ledger other = ledger("Southpeak");
        assertEquals(0, other.position());
        assertEquals(new Appended(1, false), other.append(0, "key-1", List.of(entry(9))));
        assertEquals(3, ledger(BRAND).position());
        assertEquals(1, other.read(0, 10).size());
        ledger(BRAND).save(Snapshot.of(1, "ours"));
        assertEquals(Optional.empty(), other.snapshot());
        String mira = ledger(BRAND).referTo("mira.home");
        other.referTo("somebody");
        assertFalse(other.handleOf(mira).filter("mira.home"::equals).isPresent(), "a brand's people are its own");
        overwrite(BRAND, 2, "{}");
        assertTrue(other.verify().isSound(), "one brand's damage is not another's");
        assertEquals(new Appended(2, false), other.append(1, "key-2", List.of(entry(9))));
    }

    /** A clock that goes back changes no order. */
    @Test
    public final void keeps_the_order_when_the_clock_goes_back() {
        Instant hourAgo = AT.minus(Duration.ofHours(1));
        ledger(BRAND).append(0, "a", List.of(entry(1)));
        ledger(BRAND).append(1, "b", List.of(entry(2, hourAgo)));
        ledger(BRAND).append(2, "c", List.of(entry(3)));
        List<LedgerEntry> read = ledger(BRAND).read(0, 10);
        assertEquals(
                List.of(AT, hourAgo, AT), read.stream().map(LedgerEntry::at).toList());
        assertEquals(
                List.of(1L, 2L, 3L), read.stream().map(LedgerEntry::position).toList());
        assertTrue(ledger(BRAND).verify().isSound(), "sound");
    }

    /** Writers at the same time leave no hole and lose nothing. */
    @Test
    public final void admits_several_writers() throws Exception {
        int writers = 4;
        int each = 10;
        long all = (long) writers * each;
        ExecutorService pool = Executors.newFixedThreadPool(writers);
        try {
            List<Callable<Boolean>> work = new ArrayList<>();
            for (int writer = 0; writer < writers; writer++) {
                Ledger ledger = ledger(BRAND);
                int first = writer * each;
                work.add(() -> {
                    for (int i = 0; i < each; i++) {
                        appendSomehow(ledger, first + i);
                    }
                    return true;
                });
            }
            for (Future<Boolean> done : pool.invokeAll(work)) {
                done.get();
            }
        } finally {
            pool.shutdownNow();
        }
        List<LedgerEntry> read = ledger(BRAND).read(0, 1_000);
        assertEquals(
                LongStream.rangeClosed(1, all).boxed().toList(),
                read.stream().map(LedgerEntry::position).toList());
        assertEquals(all, read.stream().map(LedgerEntry::key).distinct().count());
        assertTrue(ledger(BRAND).verify().isSound(), "sound");
    }

    /** What is submitted twice is sent once, and the cap holds at every entry. */
    @Test
    public final void sends_once_and_keeps_the_daily_cap() {
        DoubleSubmissions outcome = DoubleSubmissions.run(() -> ledger(BRAND), 4, 60, 50);
        assertEquals(new DoubleSubmissions(50, 50, 20), outcome);
        assertEquals(5_000, DoubleSubmissions.highestPerDay(ledger(BRAND)));
    }

    /** Bad arguments are refused before anything is written. */
    @Test
    @SuppressWarnings({"DataFlowIssue", "NullAway"})
    public final void refuses_bad_arguments() {
        Ledger ledger = ledger(BRAND);
        assertThrows(IllegalArgumentException.class, () -> ledger.append(0, " ", List.of(entry(1))));
        assertThrows(IllegalArgumentException.class, () -> ledger.append(0, "a\nb", List.of(entry(1))));
        assertThrows(IllegalArgumentException.class, () -> ledger.append(0, "a", List.of()));
        assertThrows(IllegalArgumentException.class, () -> ledger.read(-1, 1));
        assertThrows(IllegalArgumentException.class, () -> ledger.read(0, 0));
        assertThrows(IllegalArgumentException.class, () -> ledger.referTo(""));
        assertThrows(NullPointerException.class, () -> ledger.append(0, null, List.of(entry(1))));
        assertEquals(0, ledger.position());
    }

    private void fill(int entries) {
        for (int i = 0; i < entries; i++) {
            ledger(BRAND).append(i, "key-" + (i + 1), List.of(entry(i + 1)));
        }
    }

    private static void appendSomehow(Ledger ledger, int number) {
        while (true) {
            try {
                ledger.append(ledger.position(), "number-" + number, List.of(entry(number)));
                return;
            } catch (FlywheelException.PositionConflict faster) {
                // Somebody else was faster; there is room for both.
            }
        }
    }

    /** The sum of the numbers behind a position. */
    private long sum(long after) {
        return ledger(BRAND).read(after, 1_000).stream()
                .map(LedgerEntry::payload)
                .mapToLong(payload -> Long.parseLong(payload.replaceAll(".*\"number\":([0-9]+).*", "$1")))
                .sum();
    }

    private void assertBroken(long position, String fault) {
        Verification found = ledger(BRAND).verify();
        assertEquals(Optional.of(position), found.firstBroken());
        assertEquals(fault, found.fault());
    }
}
