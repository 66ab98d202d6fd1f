package dev.flywheel.core.performance;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one file gave. Accepted, rejected and non-data rows add up to the rows in the file. Immutable.
 *
 * @param contentId a digest of the file's bytes: names the file whatever it is called
 * @param fileName the name it was found under, for people only; never part of a result
 * @param format the recognised format, or "unrecognised"
 * @param covered the days it covers, or null when it has none
 * @param accepted data rows that were used
 * @param nonData recognised rows without data: header, definitions, blanks, totals
 * @param rejected data rows that were set aside
 */
public record ImportReport(
        String contentId,
        String fileName,
        String format,
        @Nullable Period covered,
        long accepted,
        long nonData,
        List<RejectedRow> rejected) {

    /** Checks. */
    public ImportReport {
        Objects.requireNonNull(contentId, "contentId");
        Objects.requireNonNull(fileName, "fileName");
        Objects.requireNonNull(format, "format");
        rejected = List.copyOf(rejected);
    }

    /** {@return all rows of the file} */
    public long rows() {
        return accepted + nonData + rejected.size();
    }

    /** {@return the days it covers, if it has days} */
    public Optional<Period> period() {
        return Optional.ofNullable(covered);
    }
}
