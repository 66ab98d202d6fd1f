package dev.flywheel.adapters.csv.internal;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.flywheel.adapters.csv.internal.cell.SpreadsheetText;
import dev.flywheel.adapters.csv.internal.format.Header;
import dev.flywheel.adapters.csv.internal.table.FileRefused;
import dev.flywheel.adapters.csv.internal.table.Row;
import dev.flywheel.adapters.csv.internal.table.TableSource;
import dev.flywheel.core.performance.RejectedRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Writes rejected rows as they stood in the file, each with its reason, so that they can be mended and imported again. What
 * stands above the header goes with them, since it may say which days they are of. Cells are made safe for spreadsheets,
 * which the import takes back. Cells of personal data stay empty; no row needs them to be imported again.
 */
final class Quarantine {

    private static final Pattern UNSAFE = Pattern.compile("[^A-Za-z0-9 ._~,()-]");
    private static final int MAX_NAME = 120;

    private Quarantine() {}

    static void write(
            Path folder, FoundFile file, TableSource source, int sheet, Header header, List<RejectedRow> rejected)
            throws IOException, FileRefused {
        Map<Long, RejectedRow> byLine = new HashMap<>();
        rejected.forEach(row -> byLine.putIfAbsent(row.line(), row));
        Files.createDirectories(folder);
        if (Files.isSameFile(folder, file.folder())) {
            throw new FileSystemException(folder.toString(), null, "is the folder that is read");
        }
        String name = name(file);
        Path part = folder.resolve("." + name + ".part");
        Files.deleteIfExists(part);
        try {
            write(part, file, source, sheet, header, byLine);
            Files.move(part, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        } catch (UncheckedIOException failed) {
            throw new IOException(failed.getMessage(), failed);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** A new file, so that nothing is written through a link; moving it over a link replaces the link. */
    private static void write(
            Path target, FoundFile file, TableSource source, int sheet, Header header, Map<Long, RejectedRow> byLine)
            throws IOException, FileRefused {
        try (CsvWriter csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .build(target, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            source.read(sheet, row -> {
                if (row.line() < header.row().line() && !row.isBlank()) {
                    csv.writeRecord(
                            row.texts().stream().map(SpreadsheetText::safe).toList());
                } else if (row.line() == header.row().line()) {
                    csv.writeRecord(headings(header));
                }
                RejectedRow reason = byLine.get(row.line());
                if (reason != null) {
                    csv.writeRecord(record(file, row, header, reason));
                }
                return true;
            });
        }
    }

    /** Whether a file is one that was written here, whose cells were made safe. */
    static boolean isWrittenHere(Header header) {
        return header.row().texts().containsAll(Header.REJECTION_COLUMNS);
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
        header.row().texts().forEach(text -> headings.add(SpreadsheetText.safe(text.strip())));
        headings.addAll(Header.REJECTION_COLUMNS);
        return headings;
    }

    private static List<String> record(FoundFile file, Row row, Header header, RejectedRow reason) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < header.row().size(); i++) {
            cells.add(SpreadsheetText.safe(header.shown(row, i)));
        }
        cells.add(SpreadsheetText.safe(file.name()));
        cells.add(String.valueOf(row.line()));
        cells.add(SpreadsheetText.safe(reason.column()));
        cells.add(SpreadsheetText.safe(reason.value()));
        cells.add(SpreadsheetText.safe(reason.reason()));
        cells.add(SpreadsheetText.safe(reason.remedy()));
        return cells;
    }
}
