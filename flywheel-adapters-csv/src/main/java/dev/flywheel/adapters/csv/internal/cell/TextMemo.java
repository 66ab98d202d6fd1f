package dev.flywheel.adapters.csv.internal.cell;

import dev.flywheel.adapters.csv.internal.table.Row;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what short cells stand for, like {@link Memo}.
 *
 * @param <T> an immutable value
 */
public final class TextMemo<T> {

    private static final int BITS = 14;
    private static final int LONGEST = 64;
    private static final int TRIES = 4;
    private static final long MIX = 0x9E37_79B9_7F4A_7C15L;
    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Entry<T>(byte[] text, T value) {}

    private final @Nullable Entry<T>[] entries;

    /** Starts empty. */
    @SuppressWarnings("unchecked")
    public TextMemo() {
        entries = (Entry<T>[]) new Entry<?>[(1 << BITS) + TRIES];
    }

    /**
     * What a cell was found to stand for.
     *
     * @param row the row
     * @param column the column
     * @return the value, or null if it is not remembered
     */
    public @Nullable T get(Row row, int column) {
        int from = row.start(column);
        int to = row.end(column);
        byte[] bytes = row.bytes();
        if (to - from > LONGEST) {
            return null;
        }
        int first = index(bytes, from, to);
        for (int i = first; i < first + TRIES; i++) {
            Entry<T> entry = entries[i];
            if (entry != null && Arrays.equals(entry.text(), 0, entry.text().length, bytes, from, to)) {
                return entry.value();
            }
        }
        return null;
    }

    /**
     * Remembers what a cell stands for.
     *
     * @param row the row
     * @param column the column
     * @param value the value
     */
    public void put(Row row, int column, T value) {
        int from = row.start(column);
        int to = row.end(column);
        if (to > from && to - from <= LONGEST) {
            byte[] text = Arrays.copyOfRange(row.bytes(), from, to);
            int first = index(text, 0, text.length);
            int index = first + (text[text.length - 1] & (TRIES - 1));
            for (int i = first + TRIES - 1; i >= first; i--) {
                index = entries[i] == null ? i : index;
            }
            entries[index] = new Entry<>(text, value);
        }
    }

    /** Mixes the text eight bytes at a time. */
    private static int index(byte[] bytes, int from, int to) {
        long mixed = (long) to - from;
        int at = from;
        for (; at + Long.BYTES <= to; at += Long.BYTES) {
            mixed = (mixed ^ (long) WORDS.get(bytes, at)) * MIX;
            mixed ^= mixed >>> 32;
        }
        long rest = 0;
        for (; at < to; at++) {
            rest = (rest << Byte.SIZE) | (bytes[at] & 0xFF);
        }
        return (int) (((mixed ^ rest) * MIX) >>> (Long.SIZE - BITS));
    }
}
