package dev.flywheel.core.adtest;

import dev.flywheel.core.adtest.AdTestEvidence.Day;
import dev.flywheel.core.adtest.AdTestEvidence.Mixed;
import dev.flywheel.core.adtest.AdTestEvidence.Side;
import dev.flywheel.core.performance.BlendedDay;
import dev.flywheel.core.performance.LagCurve;
import dev.flywheel.core.performance.RateDay;
import dev.flywheel.core.performance.Source;
import dev.flywheel.core.performance.Traffic;
import dev.flywheel.core.performance.VideoHistory;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads both arms of a test from a video's history, each click weighted by what can have been seen of its orders
 * (statistics 2.5). Where orders are booked on the click's day a cohort of d shows {@code n_d F(t-d)}; where they are
 * booked on their own day, day u receives {@code sum over d of n_d f(u-d)}, clicks from before the start included.
 */
final class ArmsOfVideo {

    private final VideoHistory history;
    private final AdTestPlan plan;
    private final LocalDate asOf;
    private final LagCurve lag;
    private final boolean byClick;
    private final TreeMap<LocalDate, Double> organicClicks = new TreeMap<>();
    private final TreeMap<LocalDate, Double> paidClicks = new TreeMap<>();

    private ArmsOfVideo(VideoHistory history, AdTestPlan plan, LocalDate asOf) {
        this.history = history;
        this.plan = plan;
        this.asOf = asOf;
        this.lag = history.orderLag();
        this.byClick = history.booking() == Source.Booking.CLICK_DAY;
        for (RateDay day : history.rateDays(Traffic.ORGANIC)) {
            organicClicks.put(day.day(), day.exposure());
        }
        for (RateDay day : history.rateDays(Traffic.PAID)) {
            paidClicks.put(day.day(), day.exposure());
        }
        for (BlendedDay day : history.blendedDays()) {
            organicClicks.putIfAbsent(day.day(), day.organicClicks());
            paidClicks.putIfAbsent(day.day(), day.paidClicks());
        }
    }

    static AdTestEvidence read(VideoHistory history, AdTestPlan plan, LocalDate asOf) {
        ArmsOfVideo arms = new ArmsOfVideo(history, plan, asOf);
        return new AdTestEvidence(
                asOf,
                arms.baseline(),
                (int) arms.daysBefore().filter(day -> day.exposure() > 0).count(),
                arms.days(),
                arms.lag,
                history.spread(),
                history.exposureIsViews());
    }

    /** Orders booked on their own day stop counting towards the baseline when the test starts. */
    private Side baseline() {
        LocalDate seen = byClick ? asOf : plan.startedOn().minusDays(1);
        return daysBefore()
                .map(day -> {
                    double share = lag.seenShare(ChronoUnit.DAYS.between(day.day(), seen));
                    return new Side(day.exposure(), day.exposure() * share, day.orders());
                })
                .reduce(Side.NOTHING, Side::plus);
    }

    private Stream<RateDay> daysBefore() {
        return history.rateDays(Traffic.ORGANIC).stream()
                .filter(day ->
                        day.day().isBefore(plan.startedOn()) && !day.day().isBefore(plan.baselineSince()));
    }

    private List<Day> days() {
        Map<LocalDate, RateDay> organic = sinceStart(history.rateDays(Traffic.ORGANIC));
        Map<LocalDate, RateDay> paid = sinceStart(history.rateDays(Traffic.PAID));
        Map<LocalDate, RateDay> blended = sinceStart(history.rateDays(Traffic.BLENDED));
        Map<LocalDate, BlendedDay> mixed = new TreeMap<>();
        history.blendedDays().forEach(day -> mixed.put(day.day(), day));
        TreeSet<LocalDate> all = new TreeSet<>(organic.keySet());
        all.addAll(paid.keySet());
        all.addAll(blended.keySet());
        List<Day> days = new ArrayList<>();
        for (LocalDate day : all) {
            RateDay together = blended.get(day);
            days.add(new Day(
                    day,
                    side(organic.get(day), organicClicks),
                    side(paid.get(day), paidClicks),
                    together != null && together.orders() > 0,
                    together == null || paid.containsKey(day) ? null : mixed(mixed.get(day))));
        }
        return days;
    }

    private Map<LocalDate, RateDay> sinceStart(List<RateDay> all) {
        Map<LocalDate, RateDay> since = new TreeMap<>();
        for (RateDay day : all) {
            if (!day.day().isBefore(plan.startedOn()) && !day.day().isAfter(asOf)) {
                since.put(day.day(), day);
            }
        }
        return since;
    }

    private @Nullable Side side(@Nullable RateDay day, NavigableMap<LocalDate, Double> clicks) {
        return day == null ? null : new Side(day.exposure(), exposure(day.day(), clicks), day.orders());
    }

    private @Nullable Mixed mixed(@Nullable BlendedDay day) {
        return day == null
                ? null
                : new Mixed(
                        day.organicClicks(),
                        exposure(day.day(), organicClicks),
                        day.paidClicks(),
                        exposure(day.day(), paidClicks),
                        day.orders());
    }

    private double exposure(LocalDate day, NavigableMap<LocalDate, Double> clicks) {
        if (byClick) {
            return clicks.getOrDefault(day, 0.0) * lag.seenShare(ChronoUnit.DAYS.between(day, asOf));
        }
        double sum = 0;
        for (Map.Entry<LocalDate, Double> cohort :
                clicks.subMap(day.minusDays(lag.window()), true, day, true).entrySet()) {
            long age = ChronoUnit.DAYS.between(cohort.getKey(), day);
            sum += cohort.getValue() * (lag.seenShare(age) - lag.seenShare(age - 1));
        }
        return sum;
    }
}
