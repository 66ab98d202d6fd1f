package dev.flywheel.adapters.csv.internal.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Proves that a stream is UTF-8 text before anything is read from it, so that a damaged caption or id is never replaced
 * silently by a question mark.
 */
final class Utf8 {

    private static final String REMEDY = "save it again as \"CSV UTF-8\"";
    private static final int BUFFER = 1 << 16;

    private Utf8() {}

    static void check(InputStream in) throws FileRefused, IOException {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.allocate(BUFFER);
        CharBuffer chars = CharBuffer.allocate(BUFFER);
        long before = 0;
        boolean end = false;
        while (!end) {
            int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
            end = read < 0;
            bytes.position(bytes.position() + Math.max(read, 0)).flip();
            refuseUtf16(bytes, before);
            CoderResult result = decoder.decode(bytes, chars, end);
            if (result.isError()) {
                throw malformed(bytes, before);
            }
            refuseNul(chars, before);
            before += bytes.position();
            bytes.compact();
            chars.clear();
        }
    }

    private static FileRefused malformed(ByteBuffer bytes, long before) {
        int at = bytes.position();
        return new FileRefused(
                String.format(Locale.ROOT, "not UTF-8: byte 0x%02X at offset %d", bytes.get(at) & 0xFF, before + at),
                REMEDY);
    }

    private static void refuseUtf16(ByteBuffer bytes, long before) throws FileRefused {
        if (before == 0 && bytes.limit() >= 2) {
            int mark = ((bytes.get(0) & 0xFF) << 8) | (bytes.get(1) & 0xFF);
            if (mark == 0xFEFF || mark == 0xFFFE) {
                throw new FileRefused("UTF-16 text, not UTF-8: byte order mark at offset 0", REMEDY);
            }
        }
    }

    private static void refuseNul(CharBuffer chars, long before) throws FileRefused {
        for (int i = 0; i < chars.position(); i++) {
            if (chars.get(i) == 0) {
                throw new FileRefused(
                        "not a text file: a NUL character near offset " + (before + i),
                        "keep only exports in this folder");
            }
        }
    }
}
