package dev.flywheel.adapters.csv.internal.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A text file as one table: UTF-8 with or without a byte order mark, RFC 4180, any line ending. {@link CanonicalCsv} reads
 * it as far as it keeps to the standard, {@link FastCsv} the rest.
 */
final class CsvTable implements TableSource {

    private static final int SNIFFED_LINES = 10;
    private static final int SNIFFED_CHARS = 1 << 16;

    private final Path file;
    private final TableLimits limits;
    private final char delimiter;
    private final Watch watch;
    private final CanonicalCsv canonical;
    private final boolean marked;

    private CsvTable(
            Path file, TableLimits limits, char delimiter, Watch watch, CanonicalCsv canonical, boolean marked) {
        this.file = file;
        this.limits = limits;
        this.delimiter = delimiter;
        this.watch = watch;
        this.canonical = canonical;
        this.marked = marked;
    }

    static CsvTable open(Path file, TableLimits limits, Watch watch) throws FileRefused, IOException {
        return open(file, limits, watch, CanonicalCsv.CHUNK);
    }

    static CsvTable open(Path file, TableLimits limits, Watch watch, int chunkBytes) throws FileRefused, IOException {
        long size = Files.size(file);
        limits.requireBytes(size);
        try (Reader reader = FastCsv.text(Files.newInputStream(file))) {
            char delimiter = delimiter(reader);
            CanonicalCsv canonical = new CanonicalCsv(file, size, limits, delimiter, watch, chunkBytes);
            return new CsvTable(file, limits, delimiter, watch, canonical, FastCsv.hasMark(file));
        }
    }

    @Override
    public String container() {
        String separated = delimiter == '\t' ? "TAB" : delimiter == ';' ? "semicolon" : "comma";
        return "CSV, " + separated + "-separated, UTF-8 " + (marked ? "with" : "without") + " a byte order mark";
    }

    @Override
    public List<String> sheets() {
        return List.of("");
    }

    @Override
    public void read(int sheet, RowSink sink) throws FileRefused, IOException {
        CanonicalCsv.Outcome outcome = canonical.read(sink);
        if (!outcome.isDone()) {
            requireText(outcome);
            FastCsv.read(file, delimiter, limits, outcome.rows(), watch, sink);
        }
    }

    @Override
    public <P extends RowSink> void read(int sheet, int threads, PartSink<P> sink) throws FileRefused, IOException {
        CanonicalCsv.Outcome outcome = canonical.read(threads, sink);
        if (!outcome.isDone()) {
            requireText(outcome);
            InParts<P> parts = new InParts<>(sink);
            FastCsv.read(file, delimiter, limits, outcome.rows(), watch, parts);
            parts.finish();
        }
    }

    /** Says where the text is damaged, if it is. */
    private void requireText(CanonicalCsv.Outcome outcome) throws FileRefused, IOException {
        long size = Files.size(file);
        try (InputStream in = Files.newInputStream(file)) {
            Utf8.check(in, () -> watch.read(outcome.bytes(), size, outcome.rows()));
        }
    }

    @Override
    public void close() {
        // every read opens and closes the file itself
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
