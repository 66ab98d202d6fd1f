package dev.flywheel.adapters.csv.internal.table;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a text file into stretches of whole records. A line break ends a record where the quotation marks before it are
 * even in number, which is so in every file that keeps to RFC 4180; {@link RecordBlock} finds out where it does not.
 * Not thread-safe.
 */
final class RecordChunks implements Closeable {

    /**
     * Whole records.
     *
     * @param bytes holds them, and zeros behind the end, so that whole words can be looked at
     * @param from the first byte
     * @param to behind the last byte
     * @param line the physical line at the first byte, from 1
     * @param offset where in the file the stretch ends
     * @param whole whether it ends where a record ends; not so inside a record longer than any export has, which is the
     *     last stretch
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Chunk(byte[] bytes, int from, int to, long line, long offset, boolean whole) {}

    /** No export has such a record; a quotation mark that is never closed makes one. */
    static final int LONGEST_RECORD = 4 << 20;

    private static final int BOM = 3;
    private static final long QUOTES = Swar.repeated('"');
    private static final long LINE_FEEDS = Swar.repeated('\n');

    private final ReadableByteChannel file;
    private final int size;
    private byte[] carried = {};
    private boolean started;
    private boolean ended;
    private long line = 1;
    private long offset;

    RecordChunks(ReadableByteChannel file, int size) {
        this.file = file;
        this.size = size;
    }

    /** {@return the next stretch, or null at the end of the file} */
    @Nullable
    Chunk next() throws IOException {
        byte[] bytes = new byte[carried.length + size + Swar.PADDING];
        System.arraycopy(carried, 0, bytes, 0, carried.length);
        int length = carried.length;
        while (!ended) {
            length = fill(bytes, length);
            int end = ended ? length : lastRecordEnd(bytes, length);
            if (end > 0 || length > LONGEST_RECORD) {
                ended |= end == 0;
                return chunk(bytes, end > 0 ? end : length, length, end > 0);
            }
            bytes = Arrays.copyOf(bytes, bytes.length + length + size);
        }
        return null;
    }

    private Chunk chunk(byte[] bytes, int end, int length, boolean whole) {
        carried = Arrays.copyOfRange(bytes, end, length);
        Arrays.fill(bytes, end, end + Swar.PADDING, (byte) 0);
        int from = started ? 0 : bom(bytes, end);
        started = true;
        offset += end;
        Chunk chunk = new Chunk(bytes, from, end, line, offset, whole);
        line += count(bytes, end, LINE_FEEDS);
        return chunk;
    }

    private int fill(byte[] bytes, int from) throws IOException {
        ByteBuffer target = ByteBuffer.wrap(bytes, from, bytes.length - Swar.PADDING - from);
        while (!ended && target.hasRemaining()) {
            ended = file.read(target) < 0;
        }
        return target.position();
    }

    private static int bom(byte[] bytes, int length) {
        boolean present =
                length >= BOM && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
        return present ? BOM : 0;
    }

    /** {@return the position behind the last line break that stands outside quotation marks, or 0} */
    private static int lastRecordEnd(byte[] bytes, int length) {
        boolean quoted = (count(bytes, length, QUOTES) & 1) != 0;
        for (int i = length - 1; i >= 0; i--) {
            if (bytes[i] == '\n' && !quoted) {
                return i + 1;
            }
            quoted ^= bytes[i] == '"';
        }
        return 0;
    }

    private static int count(byte[] bytes, int to, long repeated) {
        int count = 0;
        int whole = to - to % Long.BYTES;
        for (int i = 0; i < whole; i += Long.BYTES) {
            count += Long.bitCount(Swar.equal(Swar.word(bytes, i), repeated));
        }
        return count + Long.bitCount(Swar.first(Swar.equal(Swar.word(bytes, whole), repeated), to - whole));
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
