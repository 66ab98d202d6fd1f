package dev.flywheel.adapters.csv.internal;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.flywheel.adapters.csv.internal.format.Header;
import dev.flywheel.adapters.csv.internal.format.RejectedName;
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
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Writes rejected rows as they stood in the file, each with its reason, so that they can be mended and imported again. A cell
 * that would mean something else outside its file is written so that it means the same, see {@link LoneCells}.
 * Cells that a spreadsheet would run as formulas are defused with an apostrophe, which the import takes off again.
 */
final class Quarantine {

    private static final String DANGEROUS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

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
        Path target = folder.resolve(RejectedName.of(file.name(), file.shortId()));
        try (CsvWriter csv =
                CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(target, StandardCharsets.UTF_8)) {
            source.read(sheet, row -> {
                record(row, byLine).ifPresent(csv::writeRecord);
                return true;
            });
        } catch (UncheckedIOException failed) {
            throw new IOException(failed.getMessage(), failed);
        }
    }

    /** What stands above the header goes along: it may hold the period. */
    private Optional<List<String>> record(Row row, Map<Long, RejectedRow> byLine) {
        long headerLine = header.row().line();
        if (row.line() < headerLine) {
            return Optional.of(row.texts().stream().map(Quarantine::defused).toList());
        }
        if (row.line() == headerLine) {
            List<String> headings = new ArrayList<>();
            columns.forEach(column -> headings.add(defused(row.text(column))));
            headings.addAll(Header.REJECTION_COLUMNS);
            return Optional.of(headings);
        }
        return Optional.ofNullable(byLine.get(row.line())).map(reason -> record(row, reason));
    }

    private List<String> record(Row row, RejectedRow reason) {
        List<String> record = new ArrayList<>();
        columns.forEach(column -> record.add(defused(cells.text(row, column))));
        record.add(defused(file.name()));
        record.add(String.valueOf(row.line()));
        record.add(defused(reason.column()));
        record.add(defused(reason.value()));
        record.add(defused(reason.reason()));
        record.add(defused(reason.remedy()));
        return record;
    }

    /** Plain negative numbers stay numbers. */
    static String defused(String cell) {
        boolean dangerous = !cell.isEmpty() && DANGEROUS.indexOf(cell.charAt(0)) >= 0;
        return dangerous && !cell.matches("-[0-9]+(\\.[0-9]+)?") ? "'" + cell : cell;
    }
}
