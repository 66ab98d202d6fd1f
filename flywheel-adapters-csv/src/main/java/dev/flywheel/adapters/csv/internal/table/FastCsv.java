package dev.flywheel.adapters.csv.internal.table;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongConsumer;

/** Reads text files of every kind there is, with FastCSV. It is right where {@link CanonicalCsv} gives up, and slower. */
final class FastCsv {

    private static final int SPARE_BUFFER = 1 << 15;
    private static final int WATCHED_ROWS = 1_024;
    private static final String TOO_LONG = "The maximum buffer size";

    private FastCsv() {}

    /** Hands over the rows behind the first ones, which were read before. */
    static void read(Path file, char delimiter, TableLimits limits, long skipped, Watch watch, RowSink sink)
            throws FileRefused, IOException {
        long size = Files.size(file);
        try (CountedStream in = new CountedStream(Files.newInputStream(file));
                Reader text = text(in)) {
            read(text, delimiter, limits, skipped, rows -> watch.read(in.count(), size, rows), sink);
        }
    }

    /** Hands over the rows of a text, for tests. */
    static void read(Reader text, char delimiter, TableLimits limits, RowSink sink) throws FileRefused, IOException {
        read(text, delimiter, limits, 0, rows -> {}, sink);
    }

    private static void read(
            Reader text, char delimiter, TableLimits limits, long skipped, LongConsumer progress, RowSink sink)
            throws FileRefused, IOException {
        FastCsvRows handler = new FastCsvRows(limits, skipped);
        try (CsvReader<Row> rows = CsvReader.builder()
                .fieldSeparator(delimiter)
                .commentStrategy(CommentStrategy.NONE)
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .trimWhitespacesAroundQuotes(true)
                .allowUnclosedQuote(false)
                .maxBufferSize(limits.cellChars() + SPARE_BUFFER)
                .build(handler, text)) {
            long read = 0;
            for (Row row : rows) {
                if (++read > skipped && !sink.accept(row)) {
                    return;
                }
                if (read > skipped && read % WATCHED_ROWS == 0) {
                    progress.accept(read);
                }
            }
            progress.accept(read);
        } catch (CsvParseException malformed) {
            throw refused(malformed, handler.lastLine(), limits);
        } catch (UncheckedIOException failed) {
            throw new IOException(failed.getMessage(), failed);
        }
    }

    private static FileRefused refused(CsvParseException malformed, long line, TableLimits limits) {
        if (malformed.getCause() instanceof FastCsvRows.Beyond limit) {
            return limit.refusal();
        }
        String message = rootMessage(malformed);
        return new FileRefused(
                "malformed CSV after line " + line + ": "
                        + (message.startsWith(TOO_LONG)
                                ? "a cell of more than " + limits.cellChars() + " characters"
                                : message),
                "look for a quotation mark that is never closed, or download the export again");
    }

    private static String rootMessage(Throwable thrown) {
        Throwable root = thrown;
        for (Throwable cause = thrown.getCause(); cause != null; cause = cause.getCause()) {
            root = cause;
        }
        return String.valueOf(root.getMessage());
    }

    /** {@return whether the file begins with a byte order mark} */
    static boolean hasMark(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return isMark(in.readNBytes(3));
        }
    }

    private static boolean isMark(byte[] first) {
        return first.length == 3 && first[0] == (byte) 0xEF && first[1] == (byte) 0xBB && first[2] == (byte) 0xBF;
    }

    /** {@return the text without a byte order mark} */
    static Reader text(InputStream file) throws IOException {
        InputStream in = new BufferedInputStream(file);
        in.mark(3);
        if (!isMark(in.readNBytes(3))) {
            in.reset();
        }
        return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }
}
