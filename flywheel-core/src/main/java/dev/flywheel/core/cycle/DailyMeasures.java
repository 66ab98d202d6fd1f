package dev.flywheel.core.cycle;

import dev.flywheel.core.cycle.DailyMeasure.Kind;
import dev.flywheel.core.performance.OrderLine;
import dev.flywheel.core.performance.Source;
import dev.flywheel.core.performance.Traffic;
import dev.flywheel.core.performance.VideoHistory;
import dev.flywheel.core.program.PolicyNumber;
import dev.flywheel.core.stats.ConversionLag;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the evidence tells of the whole brand day by day, for the detectors of change (statistics 6). */
final class DailyMeasures {

    private static final int WEEK = 7;

    private final Measured measured;
    private final LocalDate firstDay;

    private DailyMeasures(Measured measured, LocalDate firstDay) {
        this.measured = measured;
        this.firstDay = firstDay;
    }

    static List<DailyMeasure> of(Measured measured, LocalDate firstDay) {
        DailyMeasures daily = new DailyMeasures(measured, firstDay);
        return List.of(
                daily.conversion(Kind.ORGANIC_CONVERSION, Traffic.ORGANIC),
                daily.conversion(Kind.PAID_CONVERSION, Traffic.PAID),
                daily.refunds(),
                daily.posts(),
                daily.answeredSamples());
    }

    /** {@return how many days one look takes: a week where reports were spread over days, smoother than chance} */
    static int step(Measured measured, Kind kind) {
        boolean spread = measured.histories().values().stream().anyMatch(history -> history.spread());
        return spread && kind.isConversion() ? WEEK : 1;
    }

    private DailyMeasure conversion(Kind kind, Traffic traffic) {
        DailyMeasure measure = new DailyMeasure(kind, 0);
        for (VideoHistory history : measured.histories().values()) {
            if (!history.exposureIsViews()) {
                history.rateDays(traffic).stream()
                        .filter(day -> day.exposure() > 0)
                        .forEach(day -> measure.add(
                                day.day(), day.orders(), day.exposure(), day.exposure() * seen(history, day.day())));
            }
        }
        return measure;
    }

    private double seen(VideoHistory history, LocalDate day) {
        return history.booking() == Source.Booking.CLICK_DAY
                ? ConversionLag.conversions().seenShare(age(day))
                : 1;
    }

    private int age(LocalDate day) {
        return (int) ChronoUnit.DAYS.between(day, measured.asOf());
    }

    /** By the day of the order. One refunded line refunds the order. */
    private DailyMeasure refunds() {
        DailyMeasure measure = new DailyMeasure(Kind.REFUNDS, 0);
        Map<String, OrderLine> orders = new TreeMap<>();
        measured.book().orderLines().stream()
                .filter(OrderLine::isSale)
                .forEach(line -> orders.merge(line.orderId(), line, (left, right) -> left.refunded() ? left : right));
        for (OrderLine order : orders.values()) {
            LocalDate day = order.createdAt().atZone(measured.program().zone()).toLocalDate();
            measure.add(
                    day, order.refunded() ? 1 : 0, 1, ConversionLag.refunds().seenShare(age(day)));
        }
        return measure;
    }

    /** Up to the newest post that is known: an old listing must not look like silence. */
    private DailyMeasure posts() {
        DailyMeasure measure = new DailyMeasure(Kind.POSTS, 0);
        measured.videos().values().stream()
                .map(measured::postedOn)
                .filter(day -> !day.isBefore(firstDay))
                .forEach(day -> measure.add(day, 1, 0, 0));
        if (!measure.days().isEmpty()) {
            LocalDate newest = measure.days().lastKey();
            firstDay.datesUntil(newest.plusDays(1)).forEach(day -> measure.add(day, 0, 1, 1));
        }
        return measure;
    }

    /** A sample's answer is known when its time is over, whether it was answered or not. */
    private DailyMeasure answeredSamples() {
        int closeAfter = measured.program().policy().count(PolicyNumber.CLOSE_AFTER_DAYS);
        DailyMeasure measure = new DailyMeasure(Kind.ANSWERED_SAMPLES, closeAfter);
        SampleClock.of(measured, Posts.of(measured)).matured().stream()
                .sorted(Comparator.comparing(SampleClock.Delivered::arrived))
                .forEach(
                        one -> measure.add(one.arrived().plusDays(closeAfter), one.videosInWindow() > 0 ? 1 : 0, 1, 1));
        return measure;
    }
}
