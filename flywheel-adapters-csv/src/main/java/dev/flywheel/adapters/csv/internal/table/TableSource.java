package dev.flywheel.adapters.csv.internal.table;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** A file opened as tables. Each read starts from the top, so that a file larger than memory can be gone over twice. */
public interface TableSource extends Closeable {

    /** {@return how the file is stored, for people, by its content and not by its name} */
    String container();

    /** {@return the names of the tables in file order; a text file has one, with an empty name} */
    List<String> sheets();

    /**
     * Hands every row of a table to the sink, empty rows included where the file has them.
     *
     * @param sheet the position in {@link #sheets()}
     * @param sink takes the rows
     * @throws FileRefused if the content is malformed or beyond the limits
     * @throws IOException if the file cannot be read
     */
    void read(int sheet, RowSink sink) throws FileRefused, IOException;

    /**
     * Hands every row of a table over in parts, and reads several parts at a time where the file allows it. What comes of
     * it never depends on the number of threads.
     *
     * @param sheet the position in {@link #sheets()}
     * @param threads how many threads may read, the calling one among them
     * @param sink takes the parts
     * @param <P> takes the rows of one part
     * @throws FileRefused if the content is malformed or beyond the limits
     * @throws IOException if the file cannot be read
     */
    default <P extends RowSink> void read(int sheet, int threads, PartSink<P> sink) throws FileRefused, IOException {
        InParts<P> parts = new InParts<>(sink);
        read(sheet, parts);
        parts.finish();
    }
}
