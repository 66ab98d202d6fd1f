package dev.flywheel.adapters.csv.internal.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InOrderTest {

    private static final int PIECES = 2_000;

    /** Numbers its pieces, spends unequal time on them and writes down what it takes. */
    private static class Counting implements InOrder.Steps<Integer, Integer> {

        private final List<Integer> taken = new ArrayList<>();
        private final AtomicInteger inside = new AtomicInteger();
        private final Predicate<Integer> goesOn;
        private int next;

        Counting(Predicate<Integer> goesOn) {
            this.goesOn = goesOn;
        }

        @Override
        public @Nullable Integer next() throws IOException {
            return next < PIECES ? next++ : null;
        }

        @Override
        public Integer work(Integer piece) throws FileRefused {
            SplittableRandom random = new SplittableRandom(piece);
            long sum = 0;
            for (int i = random.nextInt(piece % 50 == 0 ? 200_000 : 500); i > 0; i--) {
                sum += random.nextLong();
            }
            return sum == 42 ? -piece : piece;
        }

        @Override
        public boolean take(Integer result) throws FileRefused {
            assertEquals(1, inside.incrementAndGet());
            taken.add(result);
            inside.decrementAndGet();
            return goesOn.test(result);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 32})
    void takes_every_piece_once_and_in_order(int threads) throws Exception {
        Counting steps = new Counting(any -> true);
        InOrder.run(threads, steps);
        assertEquals(IntStream.range(0, PIECES).boxed().toList(), steps.taken);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void takes_nothing_behind_the_piece_that_ends_it(int threads) throws Exception {
        Counting steps = new Counting(piece -> piece < 700);
        InOrder.run(threads, steps);
        assertEquals(IntStream.rangeClosed(0, 700).boxed().toList(), steps.taken);
        assertTrue(steps.next <= 700 + 2 + 7 * 4 + 7, () -> "read ahead to " + steps.next);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void reports_the_first_failure_in_the_order_of_the_pieces(int threads) {
        Counting steps = new Counting(any -> true) {
            @Override
            public Integer work(Integer piece) throws FileRefused {
                if (piece >= 900) {
                    throw new FileRefused("piece " + piece, "");
                }
                return super.work(piece);
            }
        };
        FileRefused refused = assertThrows(FileRefused.class, () -> InOrder.run(threads, steps));
        assertEquals("piece 900", refused.reason());
        assertEquals(IntStream.range(0, 900).boxed().toList(), steps.taken);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void passes_on_what_reading_and_taking_throw(int threads) {
        IOException broken = new IOException("the disk");
        Counting unreadable = new Counting(any -> true) {
            @Override
            public @Nullable Integer next() throws IOException {
                Integer piece = super.next();
                if (piece != null && piece == 500) {
                    throw broken;
                }
                return piece;
            }
        };
        assertSame(broken, assertThrows(IOException.class, () -> InOrder.run(threads, unreadable)));
        IllegalStateException failure = new IllegalStateException("the taker");
        Counting failing = new Counting(piece -> {
            if (piece == 300) {
                throw failure;
            }
            return true;
        });
        assertSame(failure, assertThrows(IllegalStateException.class, () -> InOrder.run(threads, failing)));
        assertEquals(301, failing.taken.size());
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 7})
    void leaves_no_thread_behind(int threads) throws Exception {
        InOrder.run(threads, new Counting(piece -> piece < 100));
        assertFalse(Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.isAlive() && thread.getName().startsWith("flywheel-import-")));
    }
}
