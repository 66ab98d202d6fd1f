package dev.flywheel.adapters.csv.internal.table;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * The size of an archive's directory, looked up before the directory is read, because {@link java.util.zip.ZipFile} takes it
 * into memory whole. The records are those of APPNOTE 6.3.10, sections 4.3.14 to 4.3.16.
 */
final class XlsxDirectory {

    private static final int END = 22;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final int LOCATOR = 20;
    private static final int END64 = 56;
    private static final int END_MARK = 0x06054B50;
    private static final int LOCATOR_MARK = 0x07064B50;
    private static final int END64_MARK = 0x06064B50;
    private static final long SEE_END64 = 0xFFFF_FFFFL;

    private XlsxDirectory() {}

    /** Every record that may be taken for the end of the archive must keep to the limit. */
    static void check(Path file, ArchiveLimits limits) throws FileRefused, IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            long size = channel.size();
            int length = (int) Math.min(size, END + LONGEST_COMMENT + LOCATOR);
            ByteBuffer tail = read(channel, size - length, length);
            for (int at = 0; at + END <= length; at++) {
                if (tail.getInt(at) == END_MARK) {
                    require(Integer.toUnsignedLong(tail.getInt(at + 12)), SEE_END64, limits);
                    if (at >= LOCATOR && tail.getInt(at - LOCATOR) == LOCATOR_MARK) {
                        checkEnd64(channel, tail.getLong(at - LOCATOR + 8), limits);
                    }
                }
            }
        }
    }

    private static void checkEnd64(FileChannel channel, long position, ArchiveLimits limits)
            throws FileRefused, IOException {
        if (position >= 0 && position <= channel.size() - END64) {
            ByteBuffer end = read(channel, position, END64);
            if (end.getInt(0) == END64_MARK) {
                require(end.getLong(40), -1, limits);
            }
        }
    }

    private static void require(long directoryBytes, long except, ArchiveLimits limits) throws FileRefused {
        boolean beyond = directoryBytes < 0 || directoryBytes > limits.directoryBytes();
        if (beyond && directoryBytes != except) {
            throw new FileRefused(
                    "the archive's directory has " + Long.toUnsignedString(directoryBytes) + " bytes, allowed are "
                            + limits.directoryBytes(),
                    XlsxArchive.REMEDY);
        }
    }

    private static ByteBuffer read(FileChannel channel, long position, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        int read = 0;
        while (bytes.hasRemaining() && read >= 0) {
            read = channel.read(bytes, position + bytes.position());
        }
        return bytes;
    }
}
