package dev.flywheel.adapters.csv.internal.table;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
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

/** Reads text files of every kind there is, with FastCSV. It is right where {@link CanonicalCsv} gives up, and slower. */
final class FastCsv {

    private FastCsv() {}

    /** Hands over the rows behind the first ones, which were read before, and behind a first line that is not CSV. */
    static void read(Path file, char delimiter, TableLimits limits, int firstLine, long skipped, RowSink sink)
            throws FileRefused, IOException {
        try (Reader text = text(file, firstLine)) {
            read(text, delimiter, limits, skipped, firstLine > 0 ? 1 : 0, sink);
        }
    }

    static void read(Reader text, char delimiter, TableLimits limits, long skipped, RowSink sink)
            throws FileRefused, IOException {
        read(text, delimiter, limits, skipped, 0, sink);
    }

    private static void read(
            Reader text, char delimiter, TableLimits limits, long skipped, int linesBefore, RowSink sink)
            throws FileRefused, IOException {
        long line = 0;
        long rows = 0;
        try (CsvReader<CsvRecord> records = CsvReader.builder()
                .fieldSeparator(delimiter)
                .commentStrategy(CommentStrategy.NONE)
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .trimWhitespacesAroundQuotes(true)
                .allowUnclosedQuote(false)
                .ofCsvRecord(text)) {
            for (CsvRecord record : records) {
                line = record.getStartingLineNumber() + linesBefore;
                if (++rows <= skipped) {
                    continue;
                }
                limits.requireRows(rows);
                Row row = Row.ofText(line, record.getFields());
                limits.requireCells(row);
                if (!sink.accept(row)) {
                    return;
                }
            }
        } catch (CsvParseException malformed) {
            throw new FileRefused(
                    "malformed CSV after line " + line + ": " + rootMessage(malformed),
                    "look for a quotation mark that is never closed, or download the export again");
        } catch (UncheckedIOException failed) {
            throw new IOException(failed.getMessage(), failed);
        }
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

    static boolean isMark(byte[] first) {
        return first.length == 3 && first[0] == (byte) 0xEF && first[1] == (byte) 0xBB && first[2] == (byte) 0xBF;
    }

    /** {@return the file's text behind a first line of so many bytes, and without a byte order mark} */
    static Reader text(Path file, int firstLine) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file));
        in.skipNBytes(firstLine);
        in.mark(3);
        if (!isMark(in.readNBytes(3))) {
            in.reset();
        }
        return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }
}
