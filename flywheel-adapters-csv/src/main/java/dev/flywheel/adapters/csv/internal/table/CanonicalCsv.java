package dev.flywheel.adapters.csv.internal.table;

import dev.flywheel.adapters.csv.internal.table.RecordChunks.Chunk;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Reads a text file that keeps to RFC 4180 from its bytes, on one thread or on several. Where the file leaves the standard
 * or is not UTF-8 it stops in front of the first row that it is not sure of.
 */
final class CanonicalCsv {

    /** Large enough that a thread is not woken up for little, small enough to stay in a core's own cache. */
    static final int CHUNK = 1 << 18;

    private final Path file;
    private final long size;
    private final TableLimits limits;
    private final char delimiter;
    private final Watch watch;
    private final int chunkBytes;

    CanonicalCsv(Path file, long size, TableLimits limits, char delimiter, Watch watch, int chunkBytes) {
        this.file = file;
        this.size = size;
        this.limits = limits;
        this.delimiter = delimiter;
        this.watch = watch;
        this.chunkBytes = chunkBytes;
    }

    /**
     * How far it came.
     *
     * @param bytes the bytes that the rows handed over take up, or fewer
     * @param rows the rows handed over
     * @param isDone whether no other reader has to read on
     */
    record Outcome(long bytes, long rows, boolean isDone) {}

    Outcome read(RowSink sink) throws FileRefused, IOException {
        long bytes = 0;
        long rows = 0;
        try (RecordChunks chunks = new RecordChunks(FileChannel.open(file), chunkBytes)) {
            for (Chunk chunk = chunks.next(); chunk != null; chunk = chunks.next()) {
                RecordBlock block = split(chunk);
                if (block == null) {
                    return new Outcome(bytes, rows, false);
                }
                for (int i = 0; i < block.rows(); i++) {
                    limits.requireRows(++rows);
                    if (!sink.accept(row(block, i))) {
                        return new Outcome(bytes, rows, true);
                    }
                }
                bytes = chunk.offset();
                watch.read(bytes, size, rows);
            }
        }
        return new Outcome(bytes, rows, true);
    }

    <P extends RowSink> Outcome read(int threads, PartSink<P> sink) throws FileRefused, IOException {
        try (RecordChunks chunks = new RecordChunks(FileChannel.open(file), chunkBytes)) {
            Parts<P> parts = new Parts<>(chunks, sink);
            InOrder.run(size <= chunkBytes ? 1 : threads, parts);
            return new Outcome(parts.bytes, parts.rows, !parts.stopped);
        }
    }

    private @Nullable RecordBlock split(Chunk chunk) {
        if (!Utf8Bytes.areText(chunk.bytes(), chunk.from(), chunk.to())) {
            return null;
        }
        RecordBlock block = RecordBlock.split(chunk, delimiter);
        return block.isOdd() ? null : block;
    }

    private Row row(RecordBlock block, int index) throws FileRefused {
        Row row = block.row(index);
        if (row.size() > limits.columns() || block.bytesOf(index) > Math.min(limits.cellChars(), limits.rowChars())) {
            limits.requireCells(row);
        }
        return row;
    }

    /** A part that was read, or null in place of it where the file left the standard. */
    private record Read<P>(Chunk chunk, int rows, @Nullable P part) {}

    private final class Parts<P extends RowSink> implements InOrder.Steps<Chunk, Read<P>> {

        private final RecordChunks chunks;
        private final PartSink<P> sink;
        private long bytes;
        private long rows;
        private boolean stopped;

        private Parts(RecordChunks chunks, PartSink<P> sink) {
            this.chunks = chunks;
            this.sink = sink;
        }

        @Override
        public @Nullable Chunk next() throws IOException {
            return chunks.next();
        }

        @Override
        public Read<P> work(Chunk chunk) throws FileRefused {
            RecordBlock block = split(chunk);
            if (block == null) {
                return new Read<>(chunk, 0, null);
            }
            P part = sink.begin();
            for (int i = 0; i < block.rows(); i++) {
                part.accept(row(block, i));
            }
            return new Read<>(chunk, block.rows(), part);
        }

        @Override
        public boolean take(Read<P> read) throws FileRefused {
            P part = read.part();
            if (part == null) {
                stopped = true;
                return false;
            }
            rows += read.rows();
            limits.requireRows(rows);
            sink.end(part);
            bytes = read.chunk().offset();
            watch.read(bytes, size, rows);
            return true;
        }
    }
}
