package dev.flywheel.testkit;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.flywheel.core.port.out.Ledger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract catches ledgers that break it. */
final class LedgerContractTest {

    /** A promise of the contract. */
    @FunctionalInterface
    interface Promise {
        void of(LedgerContract contract) throws Exception;
    }

    static Stream<Arguments> broken_ledgers() {
        return Stream.of(
                broken("forgets keys", BrokenLedger.ForgetsKeys::new, c -> c.writes_nothing_twice()),
                broken("forgets keys", BrokenLedger.ForgetsKeys::new, c -> c.refuses_a_key_with_other_content()),
                broken("forgets keys", BrokenLedger.ForgetsKeys::new, c -> c.gives_back_what_was_written()),
                broken("forgets keys", BrokenLedger.ForgetsKeys::new, c -> c.sends_once_and_keeps_the_daily_cap()),
                broken("reads without a limit", BrokenLedger.ReadsAll::new, c -> c.reads_in_pages()),
                broken("reads without a limit", BrokenLedger.ReadsAll::new, c -> c.refuses_bad_arguments()),
                broken(
                        "believes any content",
                        BrokenLedger.BelievesAnyContent::new,
                        c -> c.refuses_a_key_with_other_content()),
                broken(
                        "lets anybody in",
                        BrokenLedger.LetsAnybodyIn::new,
                        c -> c.refuses_a_writer_who_has_not_seen_everything()),
                broken("reads short", BrokenLedger.ReadsShort::new, c -> c.chains_entries_in_order()),
                broken("moves snapshots", BrokenLedger.MovesSnapshots::new, c -> c.gives_the_same_from_any_snapshot()),
                broken("reads short", BrokenLedger.ReadsShort::new, c -> c.admits_several_writers()),
                broken(
                        "sorts by time",
                        BrokenLedger.SortsByTime::new,
                        c -> c.keeps_the_order_when_the_clock_goes_back()),
                broken("rounds times", BrokenLedger.RoundsTimes::new, c -> c.gives_back_what_was_written()),
                broken("sees no damage", BrokenLedger.SeesNoDamage::new, c -> c.notices_a_changed_entry()),
                broken("sees no damage", BrokenLedger.SeesNoDamage::new, c -> c.notices_a_missing_entry()),
                broken("sees no damage", BrokenLedger.SeesNoDamage::new, c -> c.notices_a_missing_end()),
                broken("writes on", BrokenLedger.WritesOn::new, c -> c.adds_nothing_behind_a_damaged_end()),
                broken("keeps handles", BrokenLedger.KeepsHandles::new, c -> c.erases_a_person_and_keeps_the_rest()),
                broken("tells who", BrokenLedger.TellsWho::new, c -> c.erases_a_person_and_keeps_the_rest()),
                broken("keeps bad snapshots", BrokenLedger.KeepsBadSnapshots::new, c -> c.keeps_the_last_snapshot()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("broken_ledgers")
    void catches_a_ledger_that(Function<InMemoryLedger, Ledger> ledger, Promise promise) {
        LedgerContract contract = BrokenLedger.contractOver(ledger);
        assertThrows(AssertionError.class, () -> promise.of(contract));
    }

    @Test
    void catches_brands_that_share_a_ledger() {
        InMemoryLedger shared = new InMemoryLedger("everybody");
        LedgerContract contract = BrokenLedger.contractOver(own -> shared);
        assertThrows(AssertionError.class, contract::keeps_brands_apart);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("broken_ledgers")
    void lets_a_sound_ledger_pass_where_it(Function<InMemoryLedger, Ledger> ledger, Promise promise) {
        LedgerContract contract = BrokenLedger.contractOver(sound -> sound);
        assertDoesNotThrow(() -> promise.of(contract));
    }

    private static Arguments broken(String name, Function<InMemoryLedger, Ledger> ledger, Promise promise) {
        return Arguments.of(Named.of(name, ledger), promise);
    }
}
