package dev.flywheel.adapters.csv.internal.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.flywheel.adapters.csv.internal.rows.LargestParts.Part;
import dev.flywheel.core.money.Money;
import dev.flywheel.core.performance.Funnel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LargestPartsTest {

    private static final Currency USD = Currency.getInstance("USD");

    private final LargestParts parts = new LargestParts();
    private final List<String> repeats = new ArrayList<>();

    private void add(long line, long gmv, String... of) {
        Funnel funnel = Funnel.builder(USD)
                .amount(Funnel.Amount.GMV, new Money(gmv, USD))
                .build();
        parts.add(
                new Part(0, line, List.of(of), funnel),
                (dropped, kept) -> repeats.add(dropped.line() + " for " + kept.line()));
    }

    private List<Long> kept() {
        return parts.kept().stream().map(Part::line).sorted().toList();
    }

    @Test
    void parts_of_different_things_all_hold() {
        add(1, 10, "a");
        add(2, 5, "b");
        add(3, 7, "c", "d");
        assertEquals(List.of(1L, 2L, 3L), kept());
        assertEquals(List.of(), repeats);
    }

    @Test
    void of_the_same_thing_said_twice_the_larger_holds_and_of_equal_ones_the_first() {
        add(1, 10, "a");
        add(2, 12, "a");
        add(3, 12, "a");
        assertEquals(List.of(2L), kept());
        assertEquals(List.of("1 for 2", "3 for 2"), repeats);
    }

    @Test
    void a_part_that_counts_all_stands_against_every_other() {
        add(1, 10, "a");
        add(2, 20, "b");
        add(3, 15);
        assertEquals(List.of(1L, 2L), kept());
        add(4, 25);
        add(5, 24, "c");
        assertEquals(List.of(4L), kept());
        assertEquals(List.of("3 for 2", "2 for 4", "1 for 4", "5 for 4"), repeats);
    }

    @Test
    void nothing_counts_twice_where_a_row_counts_what_two_others_do() {
        add(1, 10, "a");
        add(2, 10, "b");
        add(3, 15, "a", "b");
        assertEquals(List.of(3L), kept());
        add(4, 12, "b", "c");
        assertEquals(List.of(3L), kept());
        add(5, 20, "b", "c");
        assertEquals(List.of(5L), kept());
        assertEquals(List.of("1 for 3", "2 for 3", "4 for 3", "3 for 5"), repeats);
    }

    /** No measurement: a search among all parts for each would take many minutes. */
    @Test
    void very_many_parts_of_one_number_do_not_hang() {
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            IntStream.range(0, 300_000).forEach(i -> add(i, 300_000 - i, "p" + i));
            IntStream.range(300_000, 600_000).forEach(i -> add(i, 1));
        });
        assertEquals(300_000, kept().size());
        assertEquals(300_000, repeats.size());
    }
}
