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
 * silently by a question mark. Used once.
 */
final class Utf8 {

    private static final String REMEDY = "save it again as \"CSV UTF-8\"";
    private static final int BUFFER = 1 << 16;

    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER);
    private final CharBuffer chars = CharBuffer.allocate(BUFFER);
    private long before;
    private long line = 1;
    private boolean returned;

    private Utf8() {}

    /**
     * Proves it.
     *
     * @param in the bytes
     * @param sometimes called after each stretch, and may end it by an exception
     * @throws FileRefused with the byte and the line of the first fault
     */
    static void check(InputStream in, Runnable sometimes) throws FileRefused, IOException {
        new Utf8().run(in, sometimes);
    }

    private void run(InputStream in, Runnable sometimes) throws FileRefused, IOException {
        boolean end = false;
        while (!end) {
            int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
            end = read < 0;
            bytes.position(bytes.position() + Math.max(read, 0)).flip();
            refuseUtf16();
            CoderResult result = decoder.decode(bytes, chars, end);
            look(bytes.position());
            if (result.isError()) {
                throw refused(String.format(
                        Locale.ROOT,
                        "not UTF-8: byte 0x%02X at offset %d, line %d",
                        bytes.get(bytes.position()) & 0xFF,
                        before + bytes.position(),
                        line));
            }
            before += bytes.position();
            bytes.compact();
            chars.clear();
            sometimes.run();
        }
    }

    private void refuseUtf16() throws FileRefused {
        if (before == 0 && bytes.limit() >= 2) {
            int mark = ((bytes.get(0) & 0xFF) << 8) | (bytes.get(1) & 0xFF);
            if (mark == 0xFEFF || mark == 0xFFFE) {
                throw refused("UTF-16 text, not UTF-8: byte order mark at offset 0");
            }
        }
    }

    /** Counts the lines, ended in any of the three ways, and refuses a NUL; both are the same bytes in UTF-8 alone. */
    private void look(int to) throws FileRefused {
        for (int i = 0; i < to; i++) {
            byte found = bytes.get(i);
            if (found == 0) {
                throw new FileRefused(
                        "not a text file: a NUL character at offset " + (before + i) + ", line " + line,
                        "if it is an export, " + REMEDY + "; if not, take it out of this folder");
            }
            line += found == '\r' || (found == '\n' && !returned) ? 1 : 0;
            returned = found == '\r';
        }
    }

    private static FileRefused refused(String reason) {
        return new FileRefused(reason, REMEDY);
    }
}
