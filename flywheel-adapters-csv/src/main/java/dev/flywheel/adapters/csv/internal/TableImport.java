package dev.flywheel.adapters.csv.internal;

import dev.flywheel.adapters.csv.internal.cell.DayOrder;
import dev.flywheel.adapters.csv.internal.cell.NumberHabit;
import dev.flywheel.adapters.csv.internal.cell.Texts;
import dev.flywheel.adapters.csv.internal.format.Field;
import dev.flywheel.adapters.csv.internal.format.Header;
import dev.flywheel.adapters.csv.internal.frame.FoundFile;
import dev.flywheel.adapters.csv.internal.frame.ImportFrame;
import dev.flywheel.adapters.csv.internal.period.ZoneGap;
import dev.flywheel.adapters.csv.internal.reading.ColumnFacts;
import dev.flywheel.adapters.csv.internal.reading.LoneCells;
import dev.flywheel.adapters.csv.internal.rows.AmazonFile;
import dev.flywheel.adapters.csv.internal.rows.FileSink;
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
        pass.seen().rounded().forEach(this::rounded);
        List<RejectedRow> rejected = pass.rejected();
        FileSink out = new FileSink(frame, evidence, file.subject(), period, exportedAt, rejected);
        pass.mapper().finish(out);
        pass.account().close(rejected, out.withdrawn());
        long accepted = pass.accepted() - out.withdrawn();
        rejected.sort(Comparator.comparingLong(RejectedRow::line));
        report(out.covered(), accepted, pass.nonData(), rejected);
        if (period != null || pass.seen().haveWholeDays()) {
            ofAnotherZone(out.covered());
        }
        if (quarantine != null && !rejected.isEmpty()) {
            setAside(source, sheet, quarantine, rejected, pass.seen());
        }
        return pass.seen();
    }

    /** Most files are as their format is documented, and one pass is enough; the others are read again with what it saw. */
    private ImportPass pass(TableSource source, int sheet, @Nullable Period period) throws FileRefused, IOException {
        ColumnFacts presumed = new ColumnFacts(header, NumberHabit.of(frame.currency()));
        ImportPass first = pass(source, sheet, presumed, period);
        if (first.seen().haveOpenAmounts()) {
            seeAmounts(source, sheet, first.seen());
        }
        return first.seen().readAs(presumed) ? first : pass(source, sheet, first.seen(), period);
    }

    private ImportPass pass(TableSource source, int sheet, ColumnFacts facts, @Nullable Period period)
            throws FileRefused, IOException {
        ImportPass pass = new ImportPass(frame, amazon, header, facts, period);
        try {
            pass.over(source, sheet);
        } catch (TooManyRejected reason) {
            throw reason.refusal();
        }
        return pass;
    }

    private static void seeAmounts(TableSource source, int sheet, ColumnFacts facts) throws FileRefused, IOException {
        source.read(sheet, row -> {
            facts.seeAmounts(row);
            return true;
        });
    }

    private void rounded(Field field, String example) {
        finding(
                Finding.Kind.NUMBERS_ROUNDED,
                header.label() + ", column \"" + name(field) + "\": rounded numbers such as \"" + Texts.bare(example)
                        + "\" are read as they stand",
                "export the exact figures, if they are offered; until then sums of this column are rough");
    }

    private String name(Field field) {
        return Texts.bare(header.row().text(header.column(field)));
    }

    /** Instants were converted row by row; a number of a whole day cannot be. */
    private void ofAnotherZone(@Nullable Period covered) {
        if (covered == null || !frame.isOfAnotherZone()) {
            return;
        }
        finding(
                Finding.Kind.DAYS_OF_ANOTHER_ZONE,
                header.label() + ": its days are those of " + frame.fileZone() + ", which begin "
                        + ZoneGap.between(frame.fileZone(), frame.zone(), covered) + " those of the programme's zone "
                        + frame.zone() + "; numbers of whole days cannot be converted and keep their day",
                "set the account that exports it to the programme's zone; until then the hours between count on the"
                        + " neighbouring day");
    }

    private void assumed(Field field, DayOrder order) {
        String message = order == DayOrder.UNDECIDED
                ? "its dates can be read with the day or the month first; the rows in doubt are set aside"
                : "no date has a day above 12; read as " + (order == DayOrder.DAY_FIRST ? "DD/MM/YYYY" : "MM/DD/YYYY")
                        + ", as this export is known to be";
        finding(
                Finding.Kind.DATE_ORDER_ASSUMED,
                header.label() + ", column \"" + name(field) + "\": " + message,
                "check one date, or export a longer period");
    }

    private void setAside(TableSource source, int sheet, Path quarantine, List<RejectedRow> rejected, ColumnFacts facts)
            throws FileRefused {
        try {
            seeAmounts(source, sheet, facts);
            new Quarantine(file, header, new LoneCells(header, facts, frame.currency()))
                    .write(quarantine, source, sheet, rejected);
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
