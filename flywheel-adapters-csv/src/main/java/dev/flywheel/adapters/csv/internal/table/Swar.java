package dev.flywheel.adapters.csv.internal.table;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Looks at eight bytes at a time. A result has the top bit of a byte set where that byte is meant, the first byte lowest. */
final class Swar {

    /** How many bytes behind the last one must be readable. */
    static final int PADDING = Long.BYTES;

    static final long TOP_BITS = 0x8080_8080_8080_8080L;

    private static final long LOW_BITS = 0x0101_0101_0101_0101L;
    private static final long BELOW_TOP = ~TOP_BITS;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private Swar() {}

    static long word(byte[] bytes, int at) {
        return (long) LONGS.get(bytes, at);
    }

    static long repeated(char ascii) {
        return LOW_BITS * ascii;
    }

    /** Marks exactly the bytes that equal the repeated one. */
    static long equal(long word, long repeated) {
        long difference = word ^ repeated;
        return ~(((difference & BELOW_TOP) + BELOW_TOP) | difference) & TOP_BITS;
    }

    /** Keeps the marks of the first bytes only. */
    static long first(long marks, int bytes) {
        return bytes >= Long.BYTES ? marks : marks & ((1L << (bytes * Byte.SIZE)) - 1);
    }

    static int index(long marks) {
        return Long.numberOfTrailingZeros(marks) >>> 3;
    }
}
