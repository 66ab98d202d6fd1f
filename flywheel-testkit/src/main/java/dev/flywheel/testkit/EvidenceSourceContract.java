package dev.flywheel.testkit;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.flywheel.core.content.VideoId;
import dev.flywheel.core.cycle.Evidence;
import dev.flywheel.core.money.Money;
import dev.flywheel.core.performance.Funnel;
import dev.flywheel.core.performance.Funnel.Amount;
import dev.flywheel.core.performance.Funnel.Count;
import dev.flywheel.core.performance.Observation;
import dev.flywheel.core.performance.Period;
import dev.flywheel.core.performance.Source;
import dev.flywheel.core.performance.Subject;
import dev.flywheel.core.performance.Traffic;
import dev.flywheel.core.port.out.EvidenceSource;
import dev.flywheel.core.port.out.FlywheelException.SourceFailed;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/**
 * What every {@link EvidenceSource} must keep. An adapter's test extends this and says how to put something into its
 * store.
 */
public abstract class EvidenceSourceContract {

    private static final Currency USD = Currency.getInstance("USD");
    private static final VideoId VIDEO = new VideoId("7571234567890123456");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 12);

    /** For subclasses. */
    protected EvidenceSourceContract() {}

    /**
     * A fresh source that holds these rows of a daily funnel and nothing else.
     *
     * @param rows days of one video; what a row does not know is not written as zero
     * @return the source
     */
    protected abstract EvidenceSource holding(List<Observation> rows);

    /** {@return a fresh source that holds at least one record which cannot be used} */
    protected abstract EvidenceSource holdingSomethingUnusable();

    /** {@return a source that cannot be read at all: a folder that is not there, a refused connection} */
    protected abstract EvidenceSource unreadable();

    @Test
    final void gives_every_row_with_its_numbers() {
        Observation first = row(DAY, Traffic.ORGANIC, everything());
        Observation second = row(DAY.plusDays(1), Traffic.PAID, everything());

        List<Observation> read = holding(List.of(first, second)).read().observations();

        assertAll(() -> assertSaid(first, read), () -> assertSaid(second, read), () -> assertEquals(2, read.size()));
    }

    @Test
    final void keeps_unknown_apart_from_zero() {
        Funnel noOrders = Funnel.builder(USD)
                .count(Count.VIEWS, 1_000)
                .count(Count.CLICKS, 25)
                .count(Count.ORDERS, 0)
                .build();
        Funnel unknownOrders = Funnel.builder(USD)
                .count(Count.VIEWS, 1_000)
                .count(Count.CLICKS, 25)
                .build();
        Observation none = row(DAY, Traffic.ORGANIC, noOrders);
        Observation unknown = row(DAY.plusDays(1), Traffic.ORGANIC, unknownOrders);

        List<Observation> read = holding(List.of(none, unknown)).read().observations();

        assertEquals(OptionalLong.of(0), find(none, read).funnel().get(Count.ORDERS), "orders are known to be zero");
        assertEquals(OptionalLong.empty(), find(unknown, read).funnel().get(Count.ORDERS), "orders are unknown");
    }

    @Test
    final void gives_the_same_content_again_when_nothing_changed() {
        EvidenceSource source = holding(List.of(row(DAY, Traffic.ORGANIC, everything())));

        assertEquals(content(source.read()), content(source.read()));
    }

    @Test
    final void an_empty_source_gives_no_observations() {
        assertEquals(List.of(), holding(List.of()).read().observations());
    }

    @Test
    final void reports_what_it_could_not_use() {
        Evidence evidence = holdingSomethingUnusable().read();

        boolean rejected = evidence.imports().stream()
                .anyMatch(report -> !report.rejected().isEmpty());
        assertTrue(rejected || !evidence.findings().isEmpty(), "neither a rejected row nor a finding says so");
    }

    @Test
    final void names_itself_when_it_cannot_be_read() {
        EvidenceSource source = unreadable();

        SourceFailed failure = assertThrows(SourceFailed.class, source::read);

        assertFalse(failure.source().isBlank(), "the failure must name the source");
        assertFalse(
                Objects.requireNonNullElse(failure.getMessage(), "").isBlank(), "the failure must say what happened");
    }

    private static Funnel everything() {
        return Funnel.builder(USD)
                .count(Count.VIEWS, 12_000)
                .count(Count.CLICKS, 400)
                .count(Count.ADD_TO_CARTS, 60)
                .count(Count.ORDERS, 25)
                .count(Count.ITEMS, 27)
                .amount(Amount.GMV, Money.of("810.00", USD))
                .amount(Amount.REFUNDS, Money.of("30.00", USD))
                .build();
    }

    private static Observation row(LocalDate day, Traffic traffic, Funnel funnel) {
        Subject video = new Subject.OfVideo(VIDEO, null);
        Instant asOf = Instant.parse("2026-11-16T12:00:00Z");
        return new Observation(video, Period.of(day), traffic, funnel, Source.FUNNEL_DAILY, asOf);
    }

    private static void assertSaid(Observation expected, Collection<Observation> read) {
        Funnel found = find(expected, read).funnel();
        for (Count what : Count.values()) {
            assertEquals(expected.funnel().get(what), found.get(what), what + " of " + expected.period());
        }
        for (Amount what : Amount.values()) {
            assertEquals(expected.funnel().get(what), found.get(what), what + " of " + expected.period());
        }
    }

    private static Observation find(Observation expected, Collection<Observation> read) {
        return read.stream()
                .filter(each -> each.subject().equals(expected.subject())
                        && each.period().equals(expected.period())
                        && each.traffic() == expected.traffic())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no observation of " + expected.subject() + " on "
                        + expected.period() + " " + expected.traffic() + " among " + read));
    }

    private static List<List<String>> content(Evidence evidence) {
        return List.of(
                sorted(evidence.observations()),
                sorted(evidence.orderLines()),
                sorted(evidence.coverage()),
                sorted(evidence.videos()),
                sorted(evidence.lives()),
                sorted(evidence.tags().entrySet()),
                sorted(evidence.creators()),
                sorted(evidence.samples()),
                sorted(evidence.sampleOrders()),
                sorted(evidence.authorizations()),
                sorted(evidence.adTests()),
                sorted(evidence.brandedSearches()),
                sorted(evidence.amazon().all()),
                sorted(evidence.marketProducts()),
                sorted(evidence.imports()),
                sorted(evidence.findings()));
    }

    private static List<String> sorted(Collection<?> values) {
        return values.stream().map(String::valueOf).sorted().toList();
    }
}
