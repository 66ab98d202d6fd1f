package dev.flywheel.adapters.csv.internal;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.flywheel.adapters.csv.internal.format.Header;
import dev.flywheel.adapters.csv.internal.table.FileRefused;
import dev.flywheel.adapters.csv.internal.table.Row;
import dev.flywheel.adapters.csv.internal.table.TableSource;
import dev.flywheel.core.performance.RejectedRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Writes rejected rows as they stood in the file, each with its reason, so that they can be mended and imported again. What
 * stands above the header goes with them, since it may say which days they are of.
 * Cells that a spreadsheet would run as formulas are defused with an apostrophe, which the import takes off again.
 */
final class Quarantine {

    private static final String DANGEROUS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private static final Pattern UNSAFE = Pattern.compile("[^A-Za-z0-9 ._~,()-]");
    private static final int MAX_NAME = 120;

    private Quarantine() {}

    static void write(
            Path folder, FoundFile file, TableSource source, int sheet, Header header, List<RejectedRow> rejected)
            throws IOException, FileRefused {
        Map<Long, RejectedRow> byLine = new HashMap<>();
        rejected.forEach(row -> byLine.putIfAbsent(row.line(), row));
        Files.createDirectories(folder);
        Path target = folder.resolve(name(file));
        try (CsvWriter csv =
                CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(target, StandardCharsets.UTF_8)) {
            source.read(sheet, row -> {
                if (row.line() < header.row().line() && !row.isBlank()) {
                    csv.writeRecord(
                            row.texts().stream().map(Quarantine::defused).toList());
                } else if (row.line() == header.row().line()) {
                    csv.writeRecord(headings(header));
                }
                RejectedRow reason = byLine.get(row.line());
                if (reason != null) {
                    csv.writeRecord(record(file, row, header, reason));
                }
                return true;
            });
        } catch (UncheckedIOException failed) {
            throw new IOException(failed.getMessage(), failed);
        }
    }

    /** Keeps the download's name, which may hold the period; the content's digest keeps two files apart. */
    private static String name(FoundFile file) {
        String bare = UNSAFE.matcher(file.name()).replaceAll("_");
        int dot = bare.lastIndexOf('.');
        String base = dot > 0 ? bare.substring(0, dot) : bare;
        return "rejected " + (base.length() > MAX_NAME ? base.substring(0, MAX_NAME) : base) + " " + file.shortId()
                + ".csv";
    }

    private static List<String> headings(Header header) {
        List<String> headings = new ArrayList<>();
        header.row().texts().forEach(text -> headings.add(defused(text)));
        headings.addAll(Header.REJECTION_COLUMNS);
        return headings;
    }

    private static List<String> record(FoundFile file, Row row, Header header, RejectedRow reason) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < header.row().size(); i++) {
            cells.add(defused(row.text(i)));
        }
        cells.add(defused(file.name()));
        cells.add(String.valueOf(row.line()));
        cells.add(defused(reason.column()));
        cells.add(defused(reason.value()));
        cells.add(defused(reason.reason()));
        cells.add(defused(reason.remedy()));
        return cells;
    }

    /** Plain negative numbers stay numbers. */
    static String defused(String cell) {
        boolean dangerous = !cell.isEmpty() && DANGEROUS.indexOf(cell.charAt(0)) >= 0;
        return dangerous && !cell.matches("-[0-9]+(\\.[0-9]+)?") ? "'" + cell : cell;
    }
}
