package dev.flywheel.adapters.csv.internal.table;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Counts what an archive entry inflates to. It refuses an entry that grows past what the archive declared, and a single
 * piece of markup so large that a parser would have to hold it whole.
 */
final class MeteredStream extends FilterInputStream {

    private static final int PIECE = 4 << 20;

    private final long declared;
    private long count;
    private long allowance = PIECE;

    MeteredStream(InputStream in, long declared) {
        super(in);
        this.declared = declared;
    }

    /** Called after each piece of markup that was read to its end. */
    void pieceRead() {
        allowance = PIECE;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        if (value >= 0) {
            meter(1);
        }
        return value;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = super.read(target, offset, length);
        if (read > 0) {
            meter(read);
        }
        return read;
    }

    /** {@return how much came out so far} */
    long count() {
        return count;
    }

    /** {@return how much the archive says there is} */
    long declared() {
        return declared;
    }

    private void meter(int read) throws IOException {
        count += read;
        allowance -= read;
        if (count > declared) {
            throw new IOException("an entry inflates beyond the " + declared + " bytes that the archive declares");
        }
        if (allowance < 0) {
            throw new IOException("a single piece of markup has more than " + PIECE + " bytes");
        }
    }
}
