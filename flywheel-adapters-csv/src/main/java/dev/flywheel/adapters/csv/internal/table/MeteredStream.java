package dev.flywheel.adapters.csv.internal.table;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;

/**
 * What an archive entry inflates to. It refuses an entry that grows past what the archive declared, one whose end does not
 * have the declared length and checksum, and a single piece of markup so large that a parser would have to hold it whole.
 */
final class MeteredStream extends CountedStream {

    private static final int BUFFER = 1 << 16;

    private final String name;
    private final long declared;
    private final long checksum;
    private final int markupBytes;
    private final CRC32 seen = new CRC32();
    private long piece;

    MeteredStream(InputStream in, ZipEntry entry, ArchiveLimits limits) {
        super(in);
        name = entry.getName();
        declared = entry.getSize();
        checksum = entry.getCrc();
        markupBytes = limits.markupBytes();
    }

    /** Called after each piece of markup that was read to its end. */
    void pieceRead() {
        piece = 0;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = super.read(target, offset, length);
        if (read < 0) {
            requireWhole();
            return read;
        }
        seen.update(target, offset, read);
        piece += read;
        if (count() > declared) {
            throw new IOException("an entry inflates beyond the " + declared + " bytes that the archive declares");
        }
        if (piece > markupBytes) {
            throw new IOException("a single piece of markup has more than " + markupBytes + " bytes");
        }
        return read;
    }

    /** {@return how much the archive says there is} */
    long declared() {
        return declared;
    }

    /** Reads what no parser wants to the end, where the checksum is compared. */
    void readOut() throws IOException {
        byte[] buffer = new byte[BUFFER];
        int read = 0;
        while (read >= 0) {
            pieceRead();
            read = read(buffer, 0, buffer.length);
        }
    }

    private void requireWhole() throws IOException {
        if (count() != declared || seen.getValue() != checksum) {
            throw new IOException(
                    "\"" + name + "\" is damaged: its length or checksum is not what the archive declares");
        }
    }
}
