package dev.flywheel.app.report;

import dev.flywheel.core.performance.FileExplanation;
import dev.flywheel.core.performance.Finding;
import dev.flywheel.core.performance.ImportReport;
import dev.flywheel.core.performance.RejectedRow;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Objects;

/** What an import makes of files, as text for people. */
public final class ImportText {
    private static final int SHOWN_ROWS = 5;

    private final TextPage page = new TextPage();

    private ImportText() {}

    /**
     * One line for each file and each thing that is wrong.
     *
     * @param files the files
     * @return the text
     */
    public static String checked(List<FileExplanation> files) {
        ImportText text = new ImportText();
        FileNames names = names(files);
        for (FileExplanation file : files) {
            text.page.line(RotationText.line(file.report()));
            text.wrong(file, names);
        }
        text.page.line("Nothing was kept; rotate --data reads a whole folder, import --explain says more of a file.");
        return text.page.toString();
    }

    /**
     * Everything about each file.
     *
     * @param files the files
     * @param currency the currency that amounts were read in
     * @return the text
     */
    public static String explained(List<FileExplanation> files, Currency currency) {
        ImportText text = new ImportText();
        FileNames names = names(files);
        for (FileExplanation file : files) {
            text.page.heading(file.report().fileName());
            text.file(file, currency);
            text.wrong(file, names);
        }
        return text.page.toString();
    }

    private static FileNames names(List<FileExplanation> files) {
        return FileNames.found(files.stream().map(FileExplanation::report).toList());
    }

    private void file(FileExplanation file, Currency currency) {
        ImportReport report = file.report();
        long chosen = file.candidates().stream()
                .filter(FileExplanation.Candidate::chosen)
                .count();
        page.wrapped(
                0,
                "Stored as    ",
                file.container() + (file.sheet().isEmpty() ? "" : "; sheet \"" + file.sheet() + "\""));
        page.wrapped(
                0,
                "Taken for    ",
                chosen > 1
                        ? "a question: it may be " + chosen + " kinds of file"
                        : report.format() + (file.saidByHand() ? ", as the map says" : ""));
        page.wrapped(
                0,
                "Header       ",
                file.headerLine() == 0 ? "none in the first ten rows" : "line " + file.headerLine());
        file.candidates().forEach(this::candidate);
        page.wrapped(
                0,
                "Period       ",
                report.period().map(days -> days + ", from ").orElse("none, from ") + file.periodFrom());
        file.dates().forEach(column -> page.wrapped(0, "Dates        ", column));
        page.wrapped(0, "Amounts      ", "read as " + currency.getCurrencyCode());
        page.wrapped(
                0,
                "Rows         ",
                Words.count(report.rows()) + ": " + Words.count(report.accepted()) + " accepted, "
                        + Words.count(report.rejected().size()) + " rejected, " + Words.count(report.nonData())
                        + " without data (header, explanations, totals, blank)");
        if (!file.columns().isEmpty()) {
            columns(file.columns());
        }
    }

    private void columns(List<FileExplanation.ColumnUse> columns) {
        page.line("");
        page.table(
                List.of(
                        Column.text("column", FileExplanation.ColumnUse::name),
                        Column.text("taken as", ImportText::use),
                        Column.text("why", FileExplanation.ColumnUse::why)),
                columns);
    }

    private void candidate(FileExplanation.Candidate candidate) {
        page.wrapped(
                0,
                candidate.chosen() ? "  chosen     " : "  considered ",
                candidate.kind() + ", line " + candidate.line() + ": " + candidate.known() + " of " + candidate.named()
                        + " names known, " + candidate.missing() + " needed and missing");
    }

    private static String use(FileExplanation.ColumnUse column) {
        return column.isUsed()
                ? column.field() + " (" + Objects.requireNonNull(column.holds()).replace('_', ' ') + ")"
                : "not used";
    }

    private void wrong(FileExplanation file, FileNames names) {
        List<RejectedRow> rejected = file.report().rejected();
        rejected.stream()
                .limit(SHOWN_ROWS)
                .forEach(row -> page.wrapped(0, "  line " + row.line() + " ", sentence(row)));
        if (rejected.size() > SHOWN_ROWS) {
            page.line("  and " + Words.count(rejected.size() - SHOWN_ROWS) + " more rows");
        }
        file.findings().stream()
                .sorted(Comparator.naturalOrder())
                .forEach(finding -> page.wrapped(2, "", line(finding, names)));
    }

    private static String line(Finding finding, FileNames names) {
        return RotationText.line(finding, names);
    }

    private static String sentence(RejectedRow row) {
        String column = row.column().isEmpty() ? "" : "column " + row.column() + ", ";
        return column + "\"" + row.value() + "\": " + row.reason() + "; " + row.remedy();
    }
}
