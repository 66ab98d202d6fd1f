package dev.flywheel.adapters.csv.internal.cell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class MemoTest {

    @Test
    void a_number_that_is_remembered_stands_for_the_same_object() {
        Memo<Object> memo = new Memo<>(4, number -> new Object());
        Object first = memo.get(7_300_000_000_000_000_001L);
        assertSame(first, memo.get(7_300_000_000_000_000_001L));
        assertNotSame(first, memo.get(7_300_000_000_000_000_002L));
    }

    @Test
    void more_numbers_than_it_holds_are_made_anew_and_never_mistaken() {
        AtomicInteger made = new AtomicInteger();
        Memo<Long> memo = new Memo<>(3, number -> {
            made.incrementAndGet();
            return number;
        });
        for (int round = 0; round < 3; round++) {
            LongStream.range(0, 1_000).forEach(number -> assertEquals(number, memo.get(number)));
        }
        assertTrue(made.get() > 2_900 && made.get() < 3_000, made.toString());
    }

    @Test
    void threads_that_ask_at_once_get_what_the_number_stands_for() {
        Memo<List<Long>> memo = new Memo<>(10, List::of);
        Set<Boolean> right = new HashSet<>(IntStream.range(0, 8)
                .parallel()
                .mapToObj(thread -> LongStream.range(0, 200_000)
                        .allMatch(i -> memo.get(i * 31 % 1_500).equals(List.of(i * 31 % 1_500))))
                .toList());
        assertEquals(Set.of(true), right);
    }
}
