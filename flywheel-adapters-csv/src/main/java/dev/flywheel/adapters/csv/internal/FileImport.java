package dev.flywheel.adapters.csv.internal;

import dev.flywheel.adapters.csv.internal.format.Field;
import dev.flywheel.adapters.csv.internal.format.FormatChoices;
import dev.flywheel.adapters.csv.internal.format.Header;
import dev.flywheel.adapters.csv.internal.format.Kind;
import dev.flywheel.adapters.csv.internal.format.Recognition;
import dev.flywheel.adapters.csv.internal.frame.FoundFile;
import dev.flywheel.adapters.csv.internal.frame.ImportFrame;
import dev.flywheel.adapters.csv.internal.period.PeriodInName;
import dev.flywheel.adapters.csv.internal.rows.AmazonFile;
import dev.flywheel.adapters.csv.internal.rows.Mappers;
import dev.flywheel.adapters.csv.internal.table.FileRefused;
import dev.flywheel.adapters.csv.internal.table.Row;
import dev.flywheel.adapters.csv.internal.table.TableReader;
import dev.flywheel.adapters.csv.internal.table.TableSource;
import dev.flywheel.core.cycle.Evidence;
import dev.flywheel.core.performance.Finding;
import dev.flywheel.core.performance.ImportReport;
import dev.flywheel.core.performance.Period;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads one file into evidence and says what came of every row. Used once. */
public final class FileImport {

    private final ImportFrame frame;
    private final FoundFile file;
    private final List<String> names;
    private final @Nullable PeriodInName named;
    private final FormatChoices.Choice choice;
    private final @Nullable Path quarantine;
    private final Evidence.Builder evidence;
    private String container = "neither readable text nor a workbook";
    private String sheet = "";
    private Recognition recognition = new Recognition(List.of(), List.of());
    private String periodFrom = "nowhere";
    private List<String> dates = List.of();
    private boolean postponed;

    /**
     * Prepares the import of one file.
     *
     * @param frame what holds for the whole import
     * @param file the file
     * @param names the names under which this content was found, the one to report first
     * @param quarantine where rejected rows go, or null
     * @param evidence takes what the file gives
     */
    public FileImport(
            ImportFrame frame,
            FoundFile file,
            List<String> names,
            @Nullable Path quarantine,
            Evidence.Builder evidence) {
        this.frame = frame;
        this.file = file;
        this.quarantine = quarantine;
        this.evidence = evidence;
        this.names = List.copyOf(names);
        choice = frame.choices().of(names);
        this.named = names.stream()
                .map(PeriodInName::find)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(null);
    }

    /**
     * Reads the file. Whatever is wrong with it becomes a finding; other files are not affected.
     *
     * @return how it was understood
     */
    public ImportTrace run() {
        try (TableSource source = TableReader.open(file.path(), frame.watches().apply(file))) {
            container = source.container();
            read(source);
        } catch (FileRefused refused) {
            refuse(Finding.Kind.FILE_UNREADABLE, "unreadable", 0, refused.reason(), refused.remedy());
        } catch (IOException failed) {
            refuse(
                    Finding.Kind.FILE_UNREADABLE,
                    "unreadable",
                    0,
                    "cannot be read: " + failed.getClass().getSimpleName(),
                    "check the file's permissions and the disk");
        }
        return new ImportTrace(container, sheet, recognition, choice.decided(), periodFrom, dates);
    }

    /** {@return whether the file was left for later, because other files tell which products its SKUs are of} */
    public boolean isPostponed() {
        return postponed;
    }

    private void refuse(Finding.Kind kind, String format, long rows, String message, String remedy) {
        evidence.add(new Finding(kind, file.subject(), message, remedy));
        evidence.add(new ImportReport(file.contentId(), file.name(), format, null, 0, rows, List.of()));
    }

    private void read(TableSource source) throws FileRefused, IOException {
        int chosen = 0;
        List<Row> top = List.of();
        for (int next = 0; next < source.sheets().size() && !isRead(recognition); next++) {
            List<Row> rows = top(source, next);
            Recognition seen = recognise(rows);
            if (recognition.candidates().isEmpty() || isRead(seen)) {
                chosen = next;
                top = rows;
                recognition = seen;
            }
        }
        sheet = source.sheets().isEmpty() ? "" : source.sheets().get(chosen);
        List<Header> candidates = recognition.candidates();
        if (candidates.size() == 1 && candidates.get(0).format().isRead()) {
            Header header = candidates.get(0);
            read(source, chosen, header, above(top, header));
            if (!postponed) {
                tellOfOtherTables(source, chosen);
            }
            return;
        }
        long rows = source.sheets().isEmpty() ? 0 : count(source, chosen);
        setAside(candidates, top, rows);
    }

    private Recognition recognise(List<Row> rows) {
        return choice.decided()
                ? Recognition.as(rows, choice.formats().get(0))
                : Recognition.of(rows, choice.formats());
    }

    /** One sheet of a workbook is read; what another one holds must not be lost without a word. */
    private void tellOfOtherTables(TableSource source, int chosen) throws FileRefused, IOException {
        for (int next = chosen + 1; next < source.sheets().size(); next++) {
            Recognition other = recognise(top(source, next));
            if (isRead(other)) {
                evidence.add(new Finding(
                        Finding.Kind.SHEET_NOT_READ,
                        file.subject(),
                        "the sheet \"" + source.sheets().get(next) + "\" holds "
                                + other.candidates().get(0).label() + " too; only \"" + sheet + "\" was read",
                        "save that sheet as a file of its own if it holds anything else"));
            }
        }
    }

    private static boolean isRead(Recognition recognition) {
        return recognition.candidates().stream()
                .anyMatch(header -> header.format().isRead());
    }

    private void setAside(List<Header> candidates, List<Row> top, long rows) {
        if (candidates.size() > 1) {
            String kinds = candidates.stream().map(Header::label).collect(Collectors.joining(" and "));
            refuse(
                    Finding.Kind.FILE_AMBIGUOUS,
                    "unrecognised",
                    rows,
                    "the headers fit " + kinds + " equally well; which is it?",
                    "export it with more columns, or answer in a file that you give with --map: a line file,kind,field,name"
                            + " and below it the name of this file, one of these kinds and two empty cells");
        } else if (candidates.size() == 1) {
            refuse(
                    Finding.Kind.FILE_NOT_RECOGNISED,
                    candidates.get(0).label(),
                    rows,
                    "recognised as " + candidates.get(0).label() + ", which is not used yet",
                    "nothing to do");
        } else {
            boolean personal = choice.decided() && choice.formats().get(0).holdsPersonalData();
            String first = top.stream()
                    .filter(row -> !row.isBlank() && !personal)
                    .findFirst()
                    .map(row -> row.texts().stream().limit(6).collect(Collectors.joining(", ")))
                    .orElse(personal ? "what may be personal data" : "nothing");
            refuse(
                    Finding.Kind.FILE_NOT_RECOGNISED,
                    "unrecognised",
                    rows,
                    (choice.decided()
                                    ? "said to be " + choice.formats().get(0).label()
                                            + ", but none of its first rows has a column of it; the first holds: "
                                    : "no known export; its first line holds: ")
                            + (first.length() > 120 ? first.substring(0, 120) : first),
                    "keep only exports in this folder, or say with --map what it is and what its columns are called");
        }
    }

    private static List<Row> top(TableSource source, int sheet) throws FileRefused, IOException {
        List<Row> rows = new ArrayList<>();
        source.read(sheet, row -> rows.add(row) && rows.size() < Recognition.SEARCHED_ROWS);
        return rows;
    }

    private static long count(TableSource source, int sheet) throws FileRefused, IOException {
        AtomicLong rows = new AtomicLong();
        source.read(sheet, row -> rows.incrementAndGet() > 0);
        return rows.get();
    }

    private static List<Row> above(List<Row> top, Header header) {
        return top.stream().takeWhile(row -> row.line() < header.row().line()).toList();
    }

    /** A line above the header may hold the period. */
    private static @Nullable PeriodInName preamble(List<Row> above) {
        return above.stream()
                .flatMap(row -> row.texts().stream())
                .map(PeriodInName::find)
                .flatMap(Optional::stream)
                .filter(found -> !found.assumed())
                .findFirst()
                .orElse(null);
    }

    private void read(TableSource source, int place, Header header, List<Row> above) throws FileRefused, IOException {
        AmazonFile amazon = AmazonFile.of(frame, names, named, above);
        if (isRefused(source, place, header, amazon)) {
            return;
        }
        if (header.format().kind() == Kind.SHOP_ORDERS && frame.skus() == null) {
            postponed = true;
            return;
        }
        boolean withoutDates = Mappers.isWithoutDates(header);
        PeriodInName found = found(header, amazon, above, withoutDates);
        Period period = period(found, withoutDates);
        periodFrom = periodFrom(period, withoutDates, found, amazon);
        if (period == null && withoutDates) {
            refuse(
                    Finding.Kind.PERIOD_UNKNOWN,
                    header.label(),
                    count(source, place),
                    header.label() + " has no dates, and its name carries no period",
                    "keep the name of the download, or give the period with --period");
            return;
        }
        if (withoutDates && found != null && found.assumed()) {
            evidence.add(new Finding(
                    Finding.Kind.DATE_ORDER_ASSUMED,
                    file.subject(),
                    "one date in the name, taken as the whole period " + found.period(),
                    "keep the name of the download, which holds both ends"));
        }
        ImportFrame own =
                frame.ofTimesIn(choice.zones().getOrDefault(header.format().kind(), frame.zone()));
        dates = new TableImport(own, file, amazon, header, evidence)
                .run(source, place, period, exportedAt(found, own.fileZone()), quarantine)
                .explained();
    }

    private boolean isRefused(TableSource source, int place, Header header, AmazonFile amazon)
            throws FileRefused, IOException {
        if (!header.missing().isEmpty()) {
            long rows = count(source, place);
            if (isSummary(header, rows)) {
                refuse(
                        Finding.Kind.FILE_NOT_RECOGNISED,
                        header.label() + " in one row",
                        rows,
                        "the totals of all creators in one row, not a list of creators, which is not used; "
                                + String.join("; ", header.missing()),
                        "nothing to do; if it is a list of one creator, name the creator's column with --map");
                return true;
            }
            refuse(
                    Finding.Kind.COLUMN_MISSING,
                    header.label(),
                    rows,
                    header.label() + ": " + String.join("; ", header.missing()),
                    "export it with this column, rename the column that holds it, or name that column with --map");
            return true;
        }
        if (Mappers.isBrandAnalytics(header.format().kind()) && amazon.place().isEmpty()) {
            refuse(
                    Finding.Kind.MARKETPLACE_UNKNOWN,
                    header.label(),
                    count(source, place),
                    header.label() + ": nothing says from which marketplace it is",
                    "keep the name of the download, which begins with the country's code, such as US_, or name the"
                            + " marketplace with --marketplace");
            return true;
        }
        return false;
    }

    /** The creator list's sibling, the core metrics, has its names, one row of data and perhaps one of definitions. */
    private static boolean isSummary(Header header, long rows) {
        long below = rows - header.row().line();
        return header.format().kind() == Kind.CREATOR_PERFORMANCE
                && header.position(Field.CREATOR).isEmpty()
                && header.missing().size() == 1
                && below >= 1
                && below <= 2;
    }

    private @Nullable PeriodInName found(Header header, AmazonFile amazon, List<Row> above, boolean withoutDates) {
        if (Mappers.isBrandAnalytics(header.format().kind())) {
            Period told = amazon.days().told();
            Period ofName = withoutDates ? amazon.days().named() : null;
            return told != null
                    ? new PeriodInName(told, null, false)
                    : ofName == null ? null : new PeriodInName(ofName, null, false);
        }
        PeriodInName said = preamble(above);
        return named == null || (named.assumed() && said != null) ? said : named;
    }

    private @Nullable Instant exportedAt(@Nullable PeriodInName found, ZoneId zone) {
        Optional<LocalDateTime> moment = found != null && found.exportedAt() != null
                ? Optional.of(found.exportedAt())
                : names.stream()
                        .map(PeriodInName::stampIn)
                        .flatMap(Optional::stream)
                        .findFirst();
        return moment.map(time -> time.atZone(zone).toInstant()).orElse(null);
    }

    private String periodFrom(
            @Nullable Period period, boolean withoutDates, @Nullable PeriodInName found, AmazonFile amazon) {
        if (period == null) {
            return withoutDates ? "nowhere" : "the dates in its rows";
        }
        if (found == null || !found.period().equals(period)) {
            return "--period";
        }
        boolean inName = found.equals(named) && !period.equals(amazon.days().told());
        return inName ? "its name" : "a line above its header";
    }

    /** A lone date never bounds a file that carries its own dates. */
    private @Nullable Period period(@Nullable PeriodInName found, boolean withoutDates) {
        if (found != null && (withoutDates || !found.assumed())) {
            return found.period();
        }
        return withoutDates ? frame.givenPeriod() : null;
    }
}
