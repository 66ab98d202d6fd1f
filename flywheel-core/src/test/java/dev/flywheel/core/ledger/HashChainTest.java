package dev.flywheel.core.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HashChainTest {

    private static final String BRAND = "Northpeak";
    private static final Instant AT = Instant.parse("2026-11-16T09:30:00Z");

    private static List<LedgerEntry> chain(int length) {
        List<NewEntry> entries = LongStream.rangeClosed(1, length)
                .mapToObj(number -> new NewEntry(AT, "counted", 1, "{\"number\":" + number + "}"))
                .toList();
        return HashChain.next(0, HashChain.start(BRAND), "a", entries);
    }

    /** The documented form, written down once more by hand and hashed by the JDK. */
    @Test
    void hashes_as_documented() throws Exception {
        String start = hex("17\nflywheel ledger 1" + "9\nNorthpeak");
        assertEquals(start, HashChain.start(BRAND));
        String first = hex("64\n" + start + "1\n1" + "1\na" + "20\n2026-11-16T09:30:00Z" + "7\ncounted" + "1\n1"
                + "13\n{\"name\":\"\u00df\"}");
        NewEntry entry = new NewEntry(AT, "counted", 1, "{\"name\":\"\u00df\"}");
        List<LedgerEntry> chain = HashChain.next(0, start, "a", List.of(entry, entry));
        assertEquals(first, chain.get(0).hash());
        assertEquals(start, chain.get(0).previousHash());
        assertEquals(first, chain.get(1).previousHash());
        assertNotEquals(first, chain.get(1).hash());
    }

    @Test
    void is_sound_in_pages_and_at_once() {
        List<LedgerEntry> chain = chain(10);
        Verification whole = Verification.start(BRAND).through(chain);
        assertTrue(whole.isSound(), "sound");
        assertEquals(new Verification(10, chain.get(9).hash(), null), whole);
        assertEquals(
                whole, Verification.start(BRAND).through(chain.subList(0, 4)).through(chain.subList(4, 10)));
        assertEquals(whole, whole.endingAt(10, chain.get(9).hash()));
    }

    @Test
    void does_not_fit_another_brand() {
        assertEquals(
                Optional.of(1L),
                Verification.start("Southpeak").through(chain(3)).firstBroken());
    }

    static Stream<UnaryOperator<LedgerEntry>> changes() {
        return Stream.of(
                e -> new LedgerEntry(e.position(), "b", e.at(), e.kind(), 1, e.payload(), e.previousHash(), e.hash()),
                e -> new LedgerEntry(
                        e.position(),
                        e.key(),
                        e.at().plusNanos(1),
                        e.kind(),
                        1,
                        e.payload(),
                        e.previousHash(),
                        e.hash()),
                e -> new LedgerEntry(e.position(), e.key(), e.at(), "sold", 1, e.payload(), e.previousHash(), e.hash()),
                e -> new LedgerEntry(
                        e.position(), e.key(), e.at(), e.kind(), 2, e.payload(), e.previousHash(), e.hash()),
                e -> new LedgerEntry(e.position(), e.key(), e.at(), e.kind(), 1, "{}", e.previousHash(), e.hash()),
                e -> new LedgerEntry(e.position(), e.key(), e.at(), e.kind(), 1, e.payload(), "0".repeat(64), e.hash()),
                e -> new LedgerEntry(
                        e.position(), e.key(), e.at(), e.kind(), 1, e.payload(), e.previousHash(), "0".repeat(64)),
                e -> new LedgerEntry(7, e.key(), e.at(), e.kind(), 1, e.payload(), e.previousHash(), e.hash()));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void finds_every_change(UnaryOperator<LedgerEntry> change) {
        List<LedgerEntry> chain = new ArrayList<>(chain(5));
        chain.set(2, change.apply(chain.get(2)));
        Verification found = Verification.start(BRAND).through(chain);
        assertEquals(Optional.of(3L), found.firstBroken());
        assertEquals(2, found.position());
        assertEquals(found, found.through(chain(5)), "what is broken stays broken");
        assertEquals(found, found.endingAt(2, found.hash()));
    }

    @Test
    void finds_a_change_with_a_new_hash_at_the_next_entry() {
        List<LedgerEntry> chain = new ArrayList<>(chain(5));
        LedgerEntry second = chain.get(1);
        NewEntry other = new NewEntry(AT, "counted", 1, "{}");
        chain.set(
                1, HashChain.next(1, second.previousHash(), "a", List.of(other)).get(0));
        assertEquals(Optional.of(3L), Verification.start(BRAND).through(chain).firstBroken());
    }

    @Test
    void finds_what_is_missing_moved_or_cut_off() {
        List<LedgerEntry> missing = new ArrayList<>(chain(5));
        missing.remove(3);
        assertEquals(Optional.of(4L), Verification.start(BRAND).through(missing).firstBroken());
        List<LedgerEntry> moved = new ArrayList<>(chain(5));
        Collections.swap(moved, 0, 1);
        assertEquals(Optional.of(1L), Verification.start(BRAND).through(moved).firstBroken());
        Verification cut = Verification.start(BRAND).through(chain(4)).endingAt(5, "x");
        assertEquals("the ledger ends at position 5, the chain at 4", cut.fault());
        Verification other = Verification.start(BRAND).through(chain(4)).endingAt(4, "x");
        assertEquals("the ledger ends at position 4 with another hash", other.fault());
        assertFalse(other.isSound(), "another hash");
    }

    @Test
    void snapshots_know_their_hash() {
        assertTrue(Snapshot.of(3, "state").isSound(), "sound");
        assertFalse(new Snapshot(4, "state", Snapshot.of(3, "state").sha256()).isSound(), "another position");
        assertFalse(new Snapshot(3, "stale", Snapshot.of(3, "state").sha256()).isSound(), "another state");
        assertThrows(IllegalArgumentException.class, () -> Snapshot.of(-1, "state"));
    }

    @Test
    void refuses_entries_that_cannot_be_kept() {
        assertThrows(IllegalArgumentException.class, () -> new NewEntry(AT, " ", 1, "{}"));
        assertThrows(IllegalArgumentException.class, () -> new NewEntry(AT, "counted", 0, "{}"));
        assertThrows(IllegalArgumentException.class, () -> new NewEntry(AT, "counted", 1, "{ }"));
        assertThrows(IllegalArgumentException.class, () -> HashChain.start("x".repeat(201)));
        assertThrows(IllegalArgumentException.class, () -> HashChain.start("a\u0000b"));
        assertThrows(IllegalArgumentException.class, () -> HashChain.start("a\ud800b"));
        assertEquals("\ud83d\ude00", LedgerText.require("brand", "\ud83d\ude00"));
    }

    private static String hex(String text) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
