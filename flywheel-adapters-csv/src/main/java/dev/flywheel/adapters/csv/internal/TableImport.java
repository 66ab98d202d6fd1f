package dev.flywheel.adapters.csv.internal;

import dev.flywheel.adapters.csv.internal.format.Header;
import dev.flywheel.adapters.csv.internal.table.FileRefused;
import dev.flywheel.adapters.csv.internal.table.Row;
import dev.flywheel.adapters.csv.internal.table.TableSource;
import dev.flywheel.core.cycle.Evidence;
import dev.flywheel.core.performance.Finding;
import dev.flywheel.core.performance.ImportReport;
import dev.flywheel.core.performance.Period;
import dev.flywheel.core.performance.RejectedRow;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Goes over the rows of a recognised table once; every row is accepted, rejected or without data. Used once. */
final class TableImport {

    private final ImportFrame frame;
    private final FoundFile file;
    private final Header header;
    private final ColumnFacts facts;
    private final Evidence.Builder evidence;
    private final List<RejectedRow> rejected = new ArrayList<>();
    private long rows;
    private long accepted;
    private long nonData;

    TableImport(ImportFrame frame, FoundFile file, Header header, ColumnFacts facts, Evidence.Builder evidence) {
        this.frame = frame;
        this.file = file;
        this.header = header;
        this.facts = facts;
        this.evidence = evidence;
    }

    void run(
            TableSource source,
            int sheet,
            @Nullable Period period,
            @Nullable Instant exportedAt,
            @Nullable Path quarantine)
            throws FileRefused, IOException {
        RowMapper mapper = Mappers.of(header.format().kind(), frame);
        source.read(sheet, row -> {
            take(row, mapper, period);
            return true;
        });
        FileSink out = new FileSink(frame, evidence, file.subject(), period, exportedAt, rejected);
        mapper.finish(out);
        accepted -= out.withdrawn();
        if (accepted + nonData + rejected.size() != rows) {
            throw new IllegalStateException("Of " + rows + " rows " + accepted + " were accepted, " + nonData
                    + " had no data and " + rejected.size() + " were rejected: some row is unaccounted for");
        }
        rejected.sort(Comparator.comparingLong(RejectedRow::line));
        report(out.covered());
        if (quarantine != null && !rejected.isEmpty()) {
            setAside(source, sheet, quarantine);
        }
    }

    private void setAside(TableSource source, int sheet, Path quarantine) throws FileRefused {
        try {
            Quarantine.write(quarantine, file, source, sheet, header, rejected);
        } catch (IOException failed) {
            finding(
                    Finding.Kind.ROWS_REJECTED,
                    "the rejected rows could not be written: "
                            + failed.getClass().getSimpleName(),
                    "choose an output folder that can be written to");
        }
    }

    private void take(Row row, RowMapper mapper, @Nullable Period period) {
        rows++;
        if (row.line() <= header.row().line()) {
            nonData++;
            return;
        }
        Cells cells = new Cells(frame, header, facts, row);
        if (NonData.is(cells) || mapper.isBesidesTheSubject(cells)) {
            nonData++;
            return;
        }
        try {
            if (period != null) {
                cells.knows(period.lastDay());
            }
            mapper.map(cells);
            accepted++;
        } catch (RowRejected refusal) {
            rejected.add(refusal.row());
        }
    }

    private void report(@Nullable Period covered) {
        String label = header.label();
        List<String> absent = header.absentOptionals();
        if (header.format().isNativeExport() && !absent.isEmpty()) {
            finding(
                    Finding.Kind.OPTIONAL_COLUMN_MISSING,
                    label + ": no column " + String.join(", ", absent) + "; these numbers are unknown",
                    "choose these columns when exporting, if they are offered");
        }
        evidence.add(new ImportReport(file.contentId(), file.name(), label, covered, accepted, nonData, rejected));
    }

    private void finding(Finding.Kind kind, String message, String remedy) {
        evidence.add(new Finding(kind, file.subject(), message, remedy));
    }
}
