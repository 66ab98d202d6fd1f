package dev.flywheel.adapters.csv.internal.cell;

import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what numbers stand for, because the same ids and days come again and again in a file. It holds a fixed number
 * of them and forgets the older ones. Thread-safe without locks, as its entries never change: a lost one is made again.
 *
 * @param <T> an immutable value
 */
public final class Memo<T> {

    private static final int TRIES = 4;
    private static final long MIX = 0x9E37_79B9_7F4A_7C15L;

    private record Entry<T>(long number, T value) {}

    private final @Nullable Entry<T>[] entries;
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
        this.entries = (Entry<T>[]) new Entry<?>[(1 << bits) + TRIES];
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
        int first = (int) (number * MIX >>> shift);
        for (int i = first; i < first + TRIES; i++) {
            Entry<T> entry = entries[i];
            if (entry == null) {
                return put(i, number);
            }
            if (entry.number() == number) {
                return entry.value();
            }
        }
        return put(first + (int) (number & (TRIES - 1)), number);
    }

    private T put(int index, long number) {
        T value = making.apply(number);
        entries[index] = new Entry<>(number, value);
        return value;
    }
}
