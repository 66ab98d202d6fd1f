package dev.flywheel.core.cycle;

import dev.flywheel.core.content.Video;
import dev.flywheel.core.content.VideoId;
import dev.flywheel.core.performance.Estimate;
import dev.flywheel.core.performance.Period;
import dev.flywheel.core.roster.Sample;
import dev.flywheel.core.stats.KaplanMeier;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How many days the stages of the cycle take whose days the evidence holds. What has not ended yet counts as open, not as
 * missing (statistics 6): the median is Kaplan and Meier's.
 *
 * <p>The trend compares how many items end per day of waiting within one rotation's length from their start. Rotations
 * whose items have not all been watched that long are left out, or they would look slow or fast by their age alone.
 */
final class CycleTimes {

    private final Measured measured;
    private final Posts posts;
    private final Set<VideoId> winners;
    private final RotationWindow windows;

    CycleTimes(Measured measured, Posts posts, Set<VideoId> winners, RotationWindow windows) {
        this.measured = measured;
        this.posts = posts;
        this.winners = winners;
        this.windows = windows;
    }

    List<Momentum.Indicator> all() {
        return List.of(
                stage(
                        "daysFromSampleSentToArrival",
                        "days, median, samples on their way counted as still open",
                        "samples that were sent have arrived",
                        sending(),
                        " How long a brief takes to become a sample is not timed: briefs carry no day."),
                stage(
                        "daysFromSampleToPost",
                        "days, median, samples without a post counted as still open",
                        "samples that arrived have a post",
                        answering(),
                        " How long a post takes to become a winner is not timed: that needs a record of when each"
                                + " winner was first selected."),
                stage(
                        "daysFromPostToBoost",
                        "days, median, winners without a boost counted as still open",
                        "posts that won or were boosted have had a boost",
                        boosting(),
                        ""));
    }

    private List<Wait> sending() {
        return measured.samples().stream()
                .flatMap(sample -> sentOn(sample).map(day -> wait(day, sample.deliveredOn())).stream())
                .toList();
    }

    private static Optional<LocalDate> sentOn(Sample sample) {
        return Stream.of(sample.approvedOn(), sample.shippedOn())
                .flatMap(Stream::ofNullable)
                .findFirst();
    }

    private List<Wait> answering() {
        return SampleClock.of(measured, posts).delivered().stream()
                .map(one -> wait(one.arrived(), one.answeredOn().orElse(null)))
                .toList();
    }

    private List<Wait> boosting() {
        Map<VideoId, LocalDate> boosted = new TreeMap<>();
        measured.adTests()
                .forEach(test -> boosted.merge(
                        test.video(), test.startedOn(), (left, right) -> left.isBefore(right) ? left : right));
        return measured.videos().values().stream()
                .filter(video -> winners.contains(video.id()) || boosted.containsKey(video.id()))
                .map(video -> wait(measured.postedOn(video), firstBoost(boosted, video)))
                .toList();
    }

    private static @Nullable LocalDate firstBoost(Map<VideoId, LocalDate> boosted, Video video) {
        return boosted.get(video.id());
    }

    private Wait wait(LocalDate from, @Nullable LocalDate to) {
        boolean ended = to != null && !to.isAfter(measured.asOf());
        LocalDate last = to != null && ended ? to : measured.asOf();
        return new Wait(from, Math.max(0, ChronoUnit.DAYS.between(from, last)), ended);
    }

    private Momentum.Indicator stage(String name, String unit, String ended, List<Wait> waits, String missing) {
        List<Waits> byRotation = windows.all().stream()
                .map(window -> Waits.within(window, waits))
                .toList();
        Optional<Waits> before = byRotation.size() > 1 ? Optional.of(byRotation.get(1)) : Optional.empty();
        return new Momentum.Indicator(
                name,
                unit,
                byRotation.get(0).median().orElse(null),
                before.flatMap(Waits::median).orElse(null),
                null,
                byRotation.get(0).text(ended)
                        + before.map(earlier -> " Before: " + earlier.text(ended))
                                .orElse("")
                        + missing,
                Trends.earlier(
                        windows.all(), back -> byRotation.get(back).median().orElse(null)),
                trend(byRotation));
    }

    private Momentum.@Nullable Trend trend(List<Waits> byRotation) {
        Trends counts = new Trends(Trends.Kind.COUNTS);
        for (int back = 1; back < byRotation.size(); back++) {
            Waits waits = byRotation.get(back);
            counts.add(
                    back, (double) waits.endedWithin(windows.days()), (double) waits.daysWaitedWithin(windows.days()));
        }
        return counts.trend(Trends.Better.IS_LOWER);
    }

    /** Something that began on a day, and the days until it ended or until now. */
    private record Wait(LocalDate from, long days, boolean ended) {}

    /** What began within one rotation. */
    private record Waits(List<Wait> items, KaplanMeier curve) {

        static Waits within(Period window, List<Wait> all) {
            List<Wait> items =
                    all.stream().filter(wait -> window.contains(wait.from)).toList();
            double[] days = items.stream().mapToDouble(Wait::days).toArray();
            boolean[] ended = new boolean[days.length];
            for (int i = 0; i < ended.length; i++) {
                ended[i] = items.get(i).ended;
            }
            return new Waits(items, KaplanMeier.of(days, ended));
        }

        /** Empty unless both ends are known: while many are open, how slow it may be cannot be told. */
        Optional<Estimate> median() {
            OptionalDouble median = curve.median();
            OptionalDouble low = curve.medianLow(Draws.LEVEL);
            OptionalDouble high = curve.medianHigh(Draws.LEVEL);
            return median.isPresent() && low.isPresent() && high.isPresent()
                    ? Optional.of(
                            new Estimate(median.getAsDouble(), low.getAsDouble(), high.getAsDouble(), Draws.LEVEL))
                    : Optional.empty();
        }

        long endedWithin(int days) {
            return items.stream().filter(wait -> wait.ended && wait.days < days).count();
        }

        long daysWaitedWithin(int days) {
            return items.stream()
                    .mapToLong(wait -> Math.min(wait.days + 1, days))
                    .sum();
        }

        String text(String what) {
            long ended = items.stream().filter(Wait::ended).count();
            return ended + " of " + items.size() + " " + what + aboutMedian();
        }

        private String aboutMedian() {
            OptionalDouble median = curve.median();
            if (items.isEmpty() || median().isPresent()) {
                return ".";
            }
            return median.isEmpty()
                    ? "; the median is not reached while fewer than half have."
                    : "; the median is " + Facts.number(median.getAsDouble())
                            + " days, and its interval cannot be closed yet.";
        }
    }
}
