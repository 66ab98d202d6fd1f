package dev.flywheel.core.performance;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the import makes of one file and why: how it is read, what it was taken for and what else was considered, what each
 * column is taken as, and what came of the rows. Immutable and thread-safe.
 *
 * @param container how the file is stored, by its content, such as {@code CSV, comma-separated, UTF-8}
 * @param sheet the sheet that was read; empty in a text file
 * @param headerLine the line of the header, from 1, or 0 when none was found
 * @param saidByHand whether the map says what the file is
 * @param candidates the kinds that know any of the names, the best first
 * @param columns what each column is taken as, in file order
 * @param dates how day and month are told apart, one sentence for each column of dates
 * @param periodFrom where the period of the report comes from, in words
 * @param report what came of the rows
 * @param findings what is wrong or doubtful, and what to do
 */
public record FileExplanation(
        String container,
        String sheet,
        long headerLine,
        boolean saidByHand,
        List<Candidate> candidates,
        List<ColumnUse> columns,
        List<String> dates,
        String periodFrom,
        ImportReport report,
        List<Finding> findings) {

    /** Copies. */
    public FileExplanation {
        Objects.requireNonNull(container, "container");
        Objects.requireNonNull(sheet, "sheet");
        Objects.requireNonNull(periodFrom, "periodFrom");
        Objects.requireNonNull(report, "report");
        candidates = List.copyOf(candidates);
        columns = List.copyOf(columns);
        dates = List.copyOf(dates);
        findings = List.copyOf(findings);
    }

    /**
     * A kind that the file may be.
     *
     * @param kind its name with the generation
     * @param line the line that would be its header
     * @param known how many names of that line the kind knows
     * @param named how many names the line has
     * @param missing how many columns the kind needs and the line lacks
     * @param chosen whether the file was taken for it; two chosen kinds are a question
     */
    public record Candidate(String kind, long line, int known, int named, int missing, boolean chosen) {}

    /**
     * What a column is taken as.
     *
     * @param name its name in the file
     * @param field what it means, such as {@code gmv}, or null when it is not used
     * @param holds what its cells hold, such as {@code money}, or null when it is not used
     * @param why where the name was seen, or why the column is not used
     */
    public record ColumnUse(
            String name, @Nullable String field, @Nullable String holds, String why) {

        /** {@return whether the import reads it} */
        public boolean isUsed() {
            return field != null;
        }
    }
}
