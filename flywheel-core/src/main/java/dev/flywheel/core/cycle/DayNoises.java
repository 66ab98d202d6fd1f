package dev.flywheel.core.cycle;

import dev.flywheel.core.adtest.DayNoiseBelief;
import dev.flywheel.core.performance.Traffic;
import dev.flywheel.core.performance.VideoHistory;
import dev.flywheel.core.program.PolicyNumber;
import dev.flywheel.core.stats.DayNoise;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** How much wilder days are than chance alone, learned from videos whose sources report days (statistics 2.4). */
final class DayNoises {

    private DayNoises() {}

    /**
     * The brand's own noise once there are enough video-days before a day, the policy's until then. A test is fixed with
     * the noise of days before it starts.
     */
    static DayNoiseBelief before(Measured measured, LocalDate before) {
        List<List<DayNoise.Day>> videos = measured.histories().values().stream()
                .filter(history -> !history.spread() && !history.exposureIsViews())
                .map(history -> days(measured, history, before))
                .toList();
        DayNoise learned = DayNoise.estimate(videos);
        return learned.videoDays() >= DayNoise.ENOUGH
                ? new DayNoiseBelief(learned.phi(), learned.swing())
                : new DayNoiseBelief(measured.program().policy().number(PolicyNumber.DAY_NOISE), 0);
    }

    private static List<DayNoise.Day> days(Measured measured, VideoHistory history, LocalDate before) {
        return history.rateDays(Traffic.ORGANIC).stream()
                .filter(day -> day.day().isBefore(before))
                .map(day -> {
                    int age = (int) ChronoUnit.DAYS.between(day.day(), measured.asOf());
                    double matured = day.exposure() * history.orderLag().seenShare(age);
                    return new DayNoise.Day(day.orders(), matured);
                })
                .toList();
    }
}
