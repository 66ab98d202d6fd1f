package dev.flywheel.core.cycle;

import dev.flywheel.core.performance.Estimate;
import dev.flywheel.core.stats.KaplanMeier;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** How many days samples wait for a post. Those without one count as open, not as missing. */
final class TimeToPost {

    private final int samples;
    private final int answered;
    private final KaplanMeier curve;

    private TimeToPost(int samples, int answered, KaplanMeier curve) {
        this.samples = samples;
        this.answered = answered;
        this.curve = curve;
    }

    static TimeToPost of(List<SampleClock.Delivered> delivered) {
        double[] days = new double[delivered.size()];
        boolean[] finished = new boolean[delivered.size()];
        int answered = 0;
        for (int i = 0; i < days.length; i++) {
            SampleClock.Delivered one = delivered.get(i);
            finished[i] = one.answeredOn().isPresent();
            answered += finished[i] ? 1 : 0;
            days[i] = one.answeredOn()
                    .map(day -> (double) ChronoUnit.DAYS.between(one.arrived(), day))
                    .orElse((double) one.age());
        }
        return new TimeToPost(delivered.size(), answered, KaplanMeier.of(days, finished));
    }

    /** Empty unless both ends are known: while many samples are open, how slow it may be cannot be told. */
    Optional<Estimate> median() {
        OptionalDouble median = curve.median();
        OptionalDouble low = curve.medianLow(Draws.LEVEL);
        OptionalDouble high = curve.medianHigh(Draws.LEVEL);
        return median.isPresent() && low.isPresent() && high.isPresent()
                ? Optional.of(new Estimate(median.getAsDouble(), low.getAsDouble(), high.getAsDouble(), Draws.LEVEL))
                : Optional.empty();
    }

    String text() {
        return answered + " of " + samples + " samples that arrived have a post" + aboutMedian();
    }

    private String aboutMedian() {
        OptionalDouble median = curve.median();
        if (samples == 0 || median().isPresent()) {
            return ".";
        }
        return median.isEmpty()
                ? "; the median is not reached while fewer than half have a post."
                : "; the median is " + Facts.number(median.getAsDouble())
                        + " days, and its interval cannot be closed yet.";
    }
}
