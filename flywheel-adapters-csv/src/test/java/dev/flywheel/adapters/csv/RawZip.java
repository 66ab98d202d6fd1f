package dev.flywheel.adapters.csv;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes archives whose directory may say anything at all (APPNOTE 6.3.10), with entries far larger than memory. */
public final class RawZip {

    private record Entry(String name, long at, long compressed, long inflated, int crc, int flags, int extra) {}

    private final OutputStream out;
    private final List<Entry> entries = new ArrayList<>();
    private long written;

    private RawZip(OutputStream out) {
        this.out = out;
    }

    /** Fills an archive. */
    @FunctionalInterface
    public interface Filling {
        void fill(RawZip zip) throws IOException;
    }

    public static Path write(Path file, Filling filling) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            RawZip zip = new RawZip(out);
            filling.fill(zip);
            zip.end();
        }
        return file;
    }

    /** The parts of a workbook, without its sheet. */
    public RawZip workbook() throws IOException {
        for (Map.Entry<String, String> part : XlsxFile.parts("").entrySet()) {
            if (!part.getKey().endsWith("sheet1.xml")) {
                entry(part.getKey(), part.getValue());
            }
        }
        return this;
    }

    public RawZip entry(String name, String text) throws IOException {
        return entry(name, text, 0, 0);
    }

    public RawZip entry(String name, String text, int crcFault, int flags) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        CRC32 crc = new CRC32();
        crc.update(bytes);
        byte[] packed = deflated(bytes, true);
        return raw(name, List.of(packed), 1, bytes.length, (int) crc.getValue() ^ crcFault, flags, 0);
    }

    /** Text repeated without ever being in memory; its checksum is not computed. */
    public RawZip repeated(String name, String before, String text, int times, String after) throws IOException {
        byte[] repeated = deflated(text.getBytes(StandardCharsets.UTF_8), false);
        long inflated = before.length() + (long) text.length() * times + after.length();
        byte[] start = deflated(before.getBytes(StandardCharsets.UTF_8), false);
        byte[] end = deflated(after.getBytes(StandardCharsets.UTF_8), true);
        return raw(name, List.of(start, repeated, end), times, inflated, 0, 0, 0);
    }

    /** An entry that only the directory knows, at the place of the last one. */
    public RawZip again(String name) {
        Entry last = entries.get(entries.size() - 1);
        entries.add(
                new Entry(name, last.at(), last.compressed(), last.inflated(), last.crc(), last.flags(), last.extra()));
        return this;
    }

    /** An empty entry with extra data in the directory. */
    public RawZip padded(String name, int extra) throws IOException {
        return raw(name, List.of(deflated(new byte[0], true)), 1, 0, 0, 0, extra);
    }

    private RawZip raw(String name, List<byte[]> packed, int times, long inflated, int crc, int flags, int extra)
            throws IOException {
        long compressed = 0;
        for (int i = 0; i < packed.size(); i++) {
            compressed += (long) packed.get(i).length * (i == 1 ? times : 1);
        }
        Entry entry = new Entry(name, written, compressed, inflated, crc, flags, extra);
        entries.add(entry);
        put(header(0x04034B50, entry, false), entry.name().getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < packed.size(); i++) {
            for (int time = 0; time < (i == 1 ? times : 1); time++) {
                put(packed.get(i));
            }
        }
        return this;
    }

    private static byte[] deflated(byte[] bytes, boolean last) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        deflater.setInput(bytes);
        if (last) {
            deflater.finish();
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[1 << 16];
        int length = buffer.length;
        while (length == buffer.length || (last && !deflater.finished())) {
            length = deflater.deflate(buffer, 0, buffer.length, last ? Deflater.NO_FLUSH : Deflater.FULL_FLUSH);
            out.write(buffer, 0, length);
        }
        deflater.end();
        return out.toByteArray();
    }

    private static byte[] header(int mark, Entry entry, boolean central) {
        ByteBuffer header = ByteBuffer.allocate(central ? 46 : 30).order(ByteOrder.LITTLE_ENDIAN);
        header.putInt(mark);
        if (central) {
            header.putShort((short) 20);
        }
        header.putShort((short) 20).putShort((short) entry.flags()).putShort((short) 8);
        header.putShort((short) 0).putShort((short) 0x21); // the first day of 1980, as in the native exports
        header.putInt(entry.crc()).putInt((int) entry.compressed()).putInt((int) entry.inflated());
        header.putShort((short) entry.name().getBytes(StandardCharsets.UTF_8).length);
        header.putShort((short) (central ? entry.extra() : 0));
        if (central) {
            header.putShort((short) 0)
                    .putShort((short) 0)
                    .putShort((short) 0)
                    .putInt(0)
                    .putInt((int) entry.at());
        }
        return header.array();
    }

    private void end() throws IOException {
        long start = written;
        for (Entry entry : entries) {
            put(
                    header(0x02014B50, entry, true),
                    entry.name().getBytes(StandardCharsets.UTF_8),
                    new byte[entry.extra()]);
        }
        ByteBuffer end = ByteBuffer.allocate(22).order(ByteOrder.LITTLE_ENDIAN);
        end.putInt(0x06054B50).putInt(0).putShort((short) entries.size()).putShort((short) entries.size());
        put(end.putInt((int) (written - start)).putInt((int) start).array());
    }

    private void put(byte[]... pieces) throws IOException {
        for (byte[] piece : pieces) {
            out.write(piece);
            written += piece.length;
        }
    }
}
