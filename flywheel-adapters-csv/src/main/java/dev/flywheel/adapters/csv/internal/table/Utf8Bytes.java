package dev.flywheel.adapters.csv.internal.table;

/** Finds out whether bytes in memory are text, by the rules by which {@link Utf8} proves it of a whole file. */
final class Utf8Bytes {

    private static final long LOW_BITS = 0x0101_0101_0101_0101L;

    private Utf8Bytes() {}

    /** {@return whether the bytes are whole UTF-8 characters, none of them NUL} */
    static boolean areText(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to) {
            if (to - at >= Long.BYTES && isPlainAscii(Swar.word(bytes, at))) {
                at += Long.BYTES;
                continue;
            }
            int length = character(bytes, at, to);
            if (length == 0) {
                return false;
            }
            at += length;
        }
        return true;
    }

    /** Neither a top bit nor a NUL; a false alarm after a NUL does no harm. */
    private static boolean isPlainAscii(long word) {
        return ((word | (word - LOW_BITS)) & Swar.TOP_BITS) == 0;
    }

    /** {@return the length of the character that begins here, or 0 if it is malformed (Unicode 15.0, table 3-7) or NUL} */
    private static int character(byte[] bytes, int at, int to) {
        int lead = bytes[at] & 0xFF;
        if (lead < 0x80) {
            return lead == 0 ? 0 : 1;
        }
        int length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
        if (lead < 0xC2 || lead > 0xF4 || at + length > to) {
            return 0;
        }
        int lowest = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
        int highest = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
        int second = bytes[at + 1] & 0xFF;
        if (second < lowest || second > highest) {
            return 0;
        }
        for (int i = 2; i < length; i++) {
            if ((bytes[at + i] & 0xC0) != 0x80) {
                return 0;
            }
        }
        return length;
    }
}
