package dev.flywheel.adapters.csv.internal.cell;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Objects;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what numbers stand for, because the same ids and days come again and again in a file. It holds the first of
 * them, a fixed number, and makes the others anew each time. Thread-safe without locks: a place that was filled never
 * changes, and its number is shown only once its value stands.
 *
 * @param <T> an immutable value
 */
public final class Memo<T> {

    private static final int TRIES = 4;
    private static final long EMPTY = 0;
    private static final VarHandle NUMBERS = MethodHandles.arrayElementVarHandle(long[].class);

    private final long[] numbers;
    private final @Nullable T[] values;
    private final int shift;
    private final LongFunction<T> making;

    /**
     * Starts empty.
     *
     * @param bits 2 to this power is how many values it holds
     * @param making makes a value
     */
    @SuppressWarnings("unchecked")
    public Memo(int bits, LongFunction<T> making) {
        this.numbers = new long[(1 << bits) + TRIES];
        this.values = (T[]) new Object[numbers.length];
        this.shift = Long.SIZE - bits;
        this.making = making;
    }

    /**
     * What a number stands for.
     *
     * @param number the number
     * @return the value, which may be the same object as before
     */
    public T get(long number) {
        int first = index(number);
        for (int i = first; i < first + TRIES; i++) {
            long known = (long) NUMBERS.getAcquire(numbers, i);
            if (known == number && known != EMPTY) {
                return valueAt(i);
            }
            if (known == EMPTY) {
                return put(number);
            }
        }
        return making.apply(number);
    }

    /** The mixing of SplittableRandom, after which neighbouring ids lie far apart. */
    private int index(long number) {
        long mixed = (number ^ (number >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D0_49BB_1331_11EBL;
        return (int) (mixed >>> shift);
    }

    /** Fills the next free place; rare, so that one thread at a time is no loss. */
    private synchronized T put(long number) {
        T value = making.apply(number);
        int first = index(number);
        for (int i = first; i < first + TRIES && number != EMPTY; i++) {
            if (numbers[i] == number) {
                return valueAt(i);
            }
            if (numbers[i] == EMPTY) {
                values[i] = value;
                NUMBERS.setRelease(numbers, i, number);
                return value;
            }
        }
        return value;
    }

    private T valueAt(int index) {
        return Objects.requireNonNull(values[index]);
    }
}
