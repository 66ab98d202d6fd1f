package dev.flywheel.app.report;

import dev.flywheel.core.performance.ImportReport;
import dev.flywheel.core.performance.RejectedRow;
import java.util.Collection;
import java.util.List;

/**
 * A row that was set aside, with the file it stands in.
 *
 * @param file the file
 * @param row the row
 */
record SetAside(ImportReport file, RejectedRow row) {

    /** How many a report lists; the JSON document has all. */
    static final int SHOWN = 100;

    private static final int LONGEST_VALUE = 60;

    static List<SetAside> of(Collection<ImportReport> files) {
        return files.stream()
                .flatMap(file -> file.rejected().stream().map(row -> new SetAside(file, row)))
                .toList();
    }

    /** The offending cell, such as {@code Video ID "7.41E+18"}; the value alone when the whole row is wrong. */
    String cell() {
        String value = row.value();
        String shown = value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE) + "...";
        return row.column().isEmpty() ? '"' + shown + '"' : row.column() + " \"" + shown + '"';
    }
}
