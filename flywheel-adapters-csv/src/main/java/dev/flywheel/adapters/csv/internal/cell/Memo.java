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
        int first = index(number);
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

    /** The mixing of SplittableRandom, after which neighbouring ids lie far apart. */
    private int index(long number) {
        long mixed = (number ^ (number >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D0_49BB_1331_11EBL;
        return (int) (mixed >>> shift);
    }

    private T put(int index, long number) {
        T value = making.apply(number);
        entries[index] = new Entry<>(number, value);
        return value;
    }
}
