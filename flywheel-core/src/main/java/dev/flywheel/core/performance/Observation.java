package dev.flywheel.core.performance;

import dev.flywheel.core.content.VideoId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;

/**
 * What one source said about one subject for one period, as known at an instant. Immutable.
 *
 * @param subject what it is about
 * @param period the days it covers
 * @param traffic which traffic it counts
 * @param funnel the numbers
 * @param source the kind of report
 * @param asOf when the source said so; of two observations of the same thing the newer one holds
 */
public record Observation(Subject subject, Period period, Traffic traffic, Funnel funnel, Source source, Instant asOf) {

    /** Checks. */
    public Observation {
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(period, "period");
        Objects.requireNonNull(traffic, "traffic");
        Objects.requireNonNull(funnel, "funnel");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(asOf, "asOf");
    }

    /**
     * What the brand's own books say of a video's day: orders are counted on the day of the click that led to them.
     *
     * @param video the video
     * @param day the day
     * @param traffic which traffic it counts
     * @param funnel the numbers
     * @param asOf when the books said so
     * @return the observation
     */
    public static Observation ofDay(VideoId video, LocalDate day, Traffic traffic, Funnel funnel, Instant asOf) {
        return new Observation(Subject.of(video), Period.of(day), traffic, funnel, Source.FUNNEL_DAILY, asOf);
    }

    Key key() {
        return new Key(subject, period, traffic, source);
    }

    /** What a later observation of the same thing replaces. */
    record Key(Subject subject, Period period, Traffic traffic, Source source) {}
}
