package dev.flywheel.adapters.csv.internal;

import dev.flywheel.adapters.csv.internal.cell.DayOrder;
import dev.flywheel.adapters.csv.internal.format.Field;
import dev.flywheel.adapters.csv.internal.format.Header;
import dev.flywheel.adapters.csv.internal.table.FileRefused;
import dev.flywheel.adapters.csv.internal.table.TableSource;
import dev.flywheel.core.cycle.Evidence;
import dev.flywheel.core.performance.Finding;
import dev.flywheel.core.performance.ImportReport;
import dev.flywheel.core.performance.Period;
import dev.flywheel.core.performance.RejectedRow;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Imports a recognised table; every row is accepted, rejected or without data. Used once. */
final class TableImport {

    private final ImportFrame frame;
    private final FoundFile file;
    private final AmazonFile amazon;
    private final Header header;
    private final Evidence.Builder evidence;

    TableImport(ImportFrame frame, FoundFile file, AmazonFile amazon, Header header, Evidence.Builder evidence) {
        this.frame = frame;
        this.file = file;
        this.amazon = amazon;
        this.header = header;
        this.evidence = evidence;
    }

    /** Imports the table and says what its columns of dates showed. */
    ColumnFacts run(
            TableSource source,
            int sheet,
            @Nullable Period period,
            @Nullable Instant exportedAt,
            @Nullable Path quarantine)
            throws FileRefused, IOException {
        ImportPass pass = pass(source, sheet, period);
        pass.seen().assumed().forEach(this::assumed);
        List<RejectedRow> rejected = pass.rejected();
        FileSink out = new FileSink(frame, evidence, file.subject(), period, exportedAt, rejected);
        pass.mapper().finish(out);
        long accepted = pass.accepted() - out.withdrawn();
        if (accepted + pass.nonData() + rejected.size() != pass.rows()) {
            throw new IllegalStateException("Of " + pass.rows() + " rows " + accepted + " were accepted, "
                    + pass.nonData() + " had no data and " + rejected.size()
                    + " were rejected: some row is unaccounted for");
        }
        rejected.sort(Comparator.comparingLong(RejectedRow::line));
        report(out.covered(), accepted, pass.nonData(), rejected);
        if (quarantine != null && !rejected.isEmpty()) {
            setAside(source, sheet, quarantine, rejected);
        }
        return pass.seen();
    }

    /** Most files are as their format is documented, and one pass is enough; the others are read again with what it saw. */
    private ImportPass pass(TableSource source, int sheet, @Nullable Period period) throws FileRefused, IOException {
        ColumnFacts presumed = new ColumnFacts(header);
        ImportPass pass = pass(source, sheet, presumed, period);
        return pass.seen().readAs(presumed) ? pass : pass(source, sheet, pass.seen(), period);
    }

    private ImportPass pass(TableSource source, int sheet, ColumnFacts facts, @Nullable Period period)
            throws FileRefused, IOException {
        ImportPass pass = new ImportPass(frame, amazon, header, facts, period);
        try {
            source.read(sheet, pass.threads(frame.threads()), pass);
        } catch (TooManyRejected reason) {
            throw reason.refusal();
        }
        return pass;
    }

    private void assumed(Field field, DayOrder order) {
        String column = header.row().text(header.column(field)).strip();
        String message = order == DayOrder.UNDECIDED
                ? "its dates can be read with the day or the month first; the rows in doubt are set aside"
                : "no date has a day above 12; read as " + (order == DayOrder.DAY_FIRST ? "DD/MM/YYYY" : "MM/DD/YYYY")
                        + ", as this export is known to be";
        finding(
                Finding.Kind.DATE_ORDER_ASSUMED,
                header.label() + ", column \"" + column + "\": " + message,
                "check one date, or export a longer period");
    }

    private void setAside(TableSource source, int sheet, Path quarantine, List<RejectedRow> rejected)
            throws FileRefused {
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

    private void report(@Nullable Period covered, long accepted, long nonData, List<RejectedRow> rejected) {
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
