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
import java.util.List;

/** A text file as one table: UTF-8 with or without a byte order mark, RFC 4180, any line ending. */
final class CsvTable implements TableSource {

    private static final int SNIFFED_LINES = 10;
    private static final int SNIFFED_CHARS = 1 << 16;

    private final Path file;
    private final TableLimits limits;
    private final char delimiter;

    private CsvTable(Path file, TableLimits limits, char delimiter) {
        this.file = file;
        this.limits = limits;
        this.delimiter = delimiter;
    }

    static CsvTable open(Path file, TableLimits limits) throws FileRefused, IOException {
        long size = Files.size(file);
        if (size > limits.fileBytes()) {
            throw new FileRefused(
                    "the file has " + size + " bytes, allowed are " + limits.fileBytes(),
                    "split the export into shorter periods");
        }
        try (InputStream in = Files.newInputStream(file)) {
            Utf8.check(in);
        }
        try (Reader reader = text(file)) {
            return new CsvTable(file, limits, delimiter(reader));
        }
    }

    @Override
    public List<String> sheets() {
        return List.of("");
    }

    @Override
    public void read(int sheet, RowSink sink) throws FileRefused, IOException {
        long line = 0;
        int rows = 0;
        try (CsvReader<CsvRecord> records = CsvReader.builder()
                .fieldSeparator(delimiter)
                .commentStrategy(CommentStrategy.NONE)
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .trimWhitespacesAroundQuotes(true)
                .allowUnclosedQuote(false)
                .ofCsvRecord(text(file))) {
            for (CsvRecord record : records) {
                line = record.getStartingLineNumber();
                if (++rows > limits.rows()) {
                    throw new FileRefused(
                            "more than " + limits.rows() + " rows", "split the export into shorter periods");
                }
                if (!sink.accept(Row.ofText(line, bounded(record)))) {
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

    @Override
    public void close() {
        // every read opens and closes the file itself
    }

    private List<String> bounded(CsvRecord record) throws FileRefused {
        if (record.getFieldCount() > limits.columns()) {
            throw new FileRefused(
                    "line " + record.getStartingLineNumber() + " has " + record.getFieldCount() + " cells, allowed are "
                            + limits.columns(),
                    "download the export again");
        }
        for (int i = 0; i < record.getFieldCount(); i++) {
            if (record.getField(i).length() > limits.cellChars()) {
                throw new FileRefused(
                        "line " + record.getStartingLineNumber() + ", column " + (i + 1) + ": a cell of "
                                + record.getField(i).length() + " characters, allowed are " + limits.cellChars(),
                        "look for a quotation mark that is never closed");
            }
        }
        return record.getFields();
    }

    private static String rootMessage(Throwable thrown) {
        Throwable root = thrown;
        for (Throwable cause = thrown.getCause(); cause != null; cause = cause.getCause()) {
            root = cause;
        }
        return String.valueOf(root.getMessage());
    }

    private static Reader text(Path file) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file));
        in.mark(3);
        byte[] mark = in.readNBytes(3);
        boolean bom = mark.length == 3 && mark[0] == (byte) 0xEF && mark[1] == (byte) 0xBB && mark[2] == (byte) 0xBF;
        if (!bom) {
            in.reset();
        }
        return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }

    /** The first line that holds any delimiter decides; a stray TAB after each cell does not outvote the commas. */
    private static char delimiter(Reader reader) throws IOException {
        char[] head = new char[SNIFFED_CHARS];
        int length = 0;
        for (int read = 0; read >= 0 && length < head.length; ) {
            read = reader.read(head, length, head.length - length);
            length += Math.max(read, 0);
        }
        int commas = 0;
        int tabs = 0;
        int semicolons = 0;
        int lines = 0;
        boolean quoted = false;
        for (int i = 0; i < length && lines < SNIFFED_LINES; i++) {
            char c = head[i];
            quoted ^= c == '"';
            if (quoted) {
                continue;
            }
            commas += c == ',' ? 1 : 0;
            tabs += c == '\t' ? 1 : 0;
            semicolons += c == ';' ? 1 : 0;
            if (c == '\n' || c == '\r') {
                lines++;
                if (commas + tabs + semicolons > 0) {
                    break;
                }
            }
        }
        if (commas > 0 && commas * 2 >= Math.max(tabs, semicolons)) {
            return ',';
        }
        return tabs == 0 && semicolons == 0 ? ',' : tabs >= semicolons ? '\t' : ';';
    }
}
