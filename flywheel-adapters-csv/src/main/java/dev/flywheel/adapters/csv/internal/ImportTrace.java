package dev.flywheel.adapters.csv.internal;

import dev.flywheel.adapters.csv.internal.format.Recognition;
import java.util.List;

/**
 * How a file was understood, for the people who ask.
 *
 * @param container how the file is stored
 * @param sheet the sheet that was read, or empty
 * @param recognition what its headers fit
 * @param decided whether a person has said what it is
 * @param periodFrom where its period comes from, in words
 * @param dates how day and month are told apart, a sentence for each column of dates
 */
public record ImportTrace(
        String container,
        String sheet,
        Recognition recognition,
        boolean decided,
        String periodFrom,
        List<String> dates) {

    /** Copies. */
    public ImportTrace {
        dates = List.copyOf(dates);
    }
}
