package dev.flywheel.adapters.csv.internal;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.flywheel.adapters.csv.internal.cell.SpreadsheetText;
import dev.flywheel.adapters.csv.internal.format.Header;
import dev.flywheel.adapters.csv.internal.format.RejectedName;
import dev.flywheel.adapters.csv.internal.frame.FoundFile;
import dev.flywheel.adapters.csv.internal.reading.LoneCells;
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
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Writes rejected rows as they stood in the file, each with its reason, so that they can be mended and imported again. A cell
 * that would mean something else outside its file is written so that it means the same, see {@link LoneCells}; what stands
 * above the header goes along. Cells are made safe for spreadsheets, which the import takes back. Cells of personal data
 * stay empty; no row needs them to be imported again.
 */
final class Quarantine {

    private final FoundFile file;
    private final Header header;
    private final LoneCells cells;
    private final List<Integer> columns;

    Quarantine(FoundFile file, Header header, LoneCells cells) {
        this.file = file;
        this.header = header;
        this.cells = cells;
        columns = IntStream.range(0, header.row().size())
                .filter(position -> !header.isOfRejection(position))
                .boxed()
                .toList();
    }

    void write(Path folder, TableSource source, int sheet, List<RejectedRow> rejected) throws IOException, FileRefused {
        Map<Long, RejectedRow> byLine = new HashMap<>();
        rejected.forEach(row -> byLine.putIfAbsent(row.line(), row));
        Files.createDirectories(folder);
        if (Files.isSameFile(folder, file.folder())) {
            throw new FileSystemException(folder.toString(), null, "is the folder that is read");
        }
        String name = RejectedName.of(file.name(), file.shortId());
        Path part = folder.resolve("." + name + ".part");
        Files.deleteIfExists(part);
        try {
            write(part, source, sheet, byLine);
            Files.move(part, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        } catch (UncheckedIOException failed) {
            throw new IOException(failed.getMessage(), failed);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** A new file, so that nothing is written through a link; moving it over a link replaces the link. */
    private void write(Path target, TableSource source, int sheet, Map<Long, RejectedRow> byLine)
            throws IOException, FileRefused {
        boolean again = isWrittenHere(header);
        try (CsvWriter csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .build(target, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            source.read(sheet, stored -> {
                Row row = again ? stored.map(SpreadsheetText::plain) : stored;
                record(row, byLine).ifPresent(csv::writeRecord);
                return true;
            });
        }
    }

    /** Whether a file is one that was written here, whose cells were made safe. */
    static boolean isWrittenHere(Header header) {
        return header.row().texts().containsAll(Header.REJECTION_COLUMNS);
    }

    /** What stands above the header goes along: it may hold the period. */
    private Optional<List<String>> record(Row row, Map<Long, RejectedRow> byLine) {
        long headerLine = header.row().line();
        if (row.line() < headerLine) {
            return Optional.of(IntStream.range(0, row.size())
                    .mapToObj(column -> SpreadsheetText.safe(header.shown(row, column)))
                    .toList());
        }
        if (row.line() == headerLine) {
            List<String> headings = new ArrayList<>();
            columns.forEach(
                    column -> headings.add(SpreadsheetText.safe(row.text(column).strip())));
            headings.addAll(Header.REJECTION_COLUMNS);
            return Optional.of(headings);
        }
        return Optional.ofNullable(byLine.get(row.line())).map(reason -> record(row, reason));
    }

    private List<String> record(Row row, RejectedRow reason) {
        List<String> record = new ArrayList<>();
        columns.forEach(column -> record.add(SpreadsheetText.safe(cells.text(row, column))));
        record.add(SpreadsheetText.safe(file.name()));
        record.add(String.valueOf(row.line()));
        record.add(SpreadsheetText.safe(reason.column()));
        record.add(SpreadsheetText.safe(reason.value()));
        record.add(SpreadsheetText.safe(reason.reason()));
        record.add(SpreadsheetText.safe(reason.remedy()));
        return record;
    }
}
