package dev.flywheel.core.cycle;

import dev.flywheel.core.performance.Estimate;
import java.time.LocalDate;
import java.util.Objects;

/**
 * A daily measure that has left what it used to be (statistics 6). Immutable.
 *
 * @param measure its stable name in lowerCamelCase
 * @param direction whether it rose or fell
 * @param changedAbout the first day of the change, as best can be told
 * @param noticedOn the day whose numbers made it certain enough
 * @param reference what it was in the rotations before, with its interval; events per trial, such as orders per click
 * @param now what it is since the change, with its interval
 * @param daysBetweenFalseAlarms how many days pass on average before chance alone raises one
 * @param text all of it in one sentence
 */
public record Alarm(
        String measure,
        Direction direction,
        LocalDate changedAbout,
        LocalDate noticedOn,
        Estimate reference,
        Estimate now,
        int daysBetweenFalseAlarms,
        String text) {

    /** Which way. */
    public enum Direction {
        /** It is higher than it was. */
        RISEN,
        /** It is lower than it was. */
        FALLEN
    }

    /** Checks. */
    public Alarm {
        Objects.requireNonNull(measure, "measure");
        Objects.requireNonNull(direction, "direction");
        Objects.requireNonNull(changedAbout, "changedAbout");
        Objects.requireNonNull(noticedOn, "noticedOn");
        Objects.requireNonNull(reference, "reference");
        Objects.requireNonNull(now, "now");
        Objects.requireNonNull(text, "text");
    }
}
