package dev.flywheel.testkit;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.flywheel.core.cycle.Evidence;
import dev.flywheel.core.money.Money;
import dev.flywheel.core.performance.Funnel;
import dev.flywheel.core.performance.Observation;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The contract must catch sources that break it. */
class EvidenceSourceContractTest {

    @Test
    void catches_a_source_that_loses_a_row() {
        EvidenceSourceContract contract = BrokenEvidence.by(rows -> rows.subList(0, 1));

        assertCaught(contract::gives_every_row_with_its_numbers, "no observation of video");
    }

    @Test
    void catches_a_source_that_writes_zero_for_unknown() {
        EvidenceSourceContract contract = BrokenEvidence.by(
                rows -> rows.stream().map(EvidenceSourceContractTest::withZeros).toList());

        assertCaught(contract::keeps_unknown_apart_from_zero, "orders are unknown");
    }

    @Test
    void catches_a_source_that_gives_its_content_only_once() {
        EvidenceSourceContract contract = new BrokenEvidence(rows -> rows, honest -> {
            Iterator<Evidence> reads =
                    List.of(honest.read(), Evidence.builder().build()).iterator();
            return reads::next;
        });

        assertCaught(contract::gives_the_same_content_again_when_nothing_changed, "expected:");
    }

    @Test
    void catches_a_source_that_makes_observations_up() {
        Observation[] remembered = new Observation[1];
        EvidenceSourceContract contract = BrokenEvidence.by(rows -> {
            if (rows.isEmpty()) {
                return List.of(remembered[0]);
            }
            remembered[0] = rows.get(0);
            return rows;
        });
        contract.gives_the_same_content_again_when_nothing_changed();

        assertCaught(contract::an_empty_source_gives_no_observations, "expected:");
    }

    @Test
    void catches_a_source_that_drops_silently() {
        assertCaught(
                BrokenEvidence.by(rows -> rows)::reports_what_it_could_not_use, "neither a rejected row nor a finding");
    }

    @Test
    void catches_a_source_that_hides_its_failure() {
        assertCaught(BrokenEvidence.by(rows -> rows)::names_itself_when_it_cannot_be_read, "SourceFailed");
    }

    private static void assertCaught(Runnable test, String expected) {
        AssertionError caught = assertThrows(AssertionError.class, test::run);
        assertTrue(String.valueOf(caught.getMessage()).contains(expected), () -> "unexpected: " + caught.getMessage());
    }

    private static Observation withZeros(Observation row) {
        Funnel.Builder zeros = Funnel.builder(row.funnel().currency());
        for (Funnel.Count what : Funnel.Count.values()) {
            zeros.count(what, row.funnel().get(what).orElse(0));
        }
        for (Funnel.Amount what : Funnel.Amount.values()) {
            zeros.amount(
                    what, row.funnel().get(what).orElse(Money.zero(row.funnel().currency())));
        }
        return new Observation(row.subject(), row.period(), row.traffic(), zeros.build(), row.source(), row.asOf());
    }
}
