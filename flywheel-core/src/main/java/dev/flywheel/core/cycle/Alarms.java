package dev.flywheel.core.cycle;

import dev.flywheel.core.performance.Estimate;
import dev.flywheel.core.performance.Period;
import dev.flywheel.core.stats.ChangeDetector;
import dev.flywheel.core.stats.DayNoise;
import dev.flywheel.core.stats.EBenjaminiHochberg;
import dev.flywheel.core.stats.ReferenceRate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Did something break within this rotation? Each daily measure is held against what it was in the rotations before, each
 * counting half as much as the one after, by a detector that may be looked at every day (statistics 6).
 *
 * <p>Every day all detectors are judged together by e-BH: one alone must be as many times surer as there are measures. So
 * of all days, whichever measure rings, the expected share of false alarms is at most {@code 1 / 200} a day. After an alarm
 * its detector starts anew; a second alarm the same way only confirms and is not told again.
 */
final class Alarms {

    /** Days between false alarms of chance, on average at least. */
    static final int DAYS_BETWEEN_FALSE_ALARMS = 200;

    private static final double ALPHA = 1.0 / DAYS_BETWEEN_FALSE_ALARMS;

    /** A reference of fewer days with numbers is none. */
    private static final int FEWEST_REFERENCE_DAYS = 14;

    private final Measured measured;
    private final RotationWindow windows;
    private final List<Watched> watched = new ArrayList<>();
    private final List<Alarm> alarms = new ArrayList<>();

    private Alarms(Measured measured, RotationWindow windows) {
        this.measured = measured;
        this.windows = windows;
    }

    /**
     * Watches this rotation.
     *
     * @param measured what is known
     * @param windows the rotations
     * @return alarms and what was watched
     */
    static Alarms of(Measured measured, RotationWindow windows) {
        Alarms watch = new Alarms(measured, windows);
        watch.run();
        return watch;
    }

    private void run() {
        for (DailyMeasure measure : DailyMeasures.of(measured, windows.firstDay())) {
            reference(measure).ifPresent(reference -> watched.add(new Watched(measure, reference)));
        }
        windows.thisRotation().dates().forEach(this::look);
        alarms.sort(Comparator.comparing(Alarm::changedAbout).thenComparing(Alarm::measure));
    }

    /** {@return the alarms, oldest change first} */
    List<Alarm> alarms() {
        return List.copyOf(alarms);
    }

    /** {@return one fact for each alarm, or one that says what was watched} */
    List<PhaseReport.Fact> facts() {
        if (!alarms.isEmpty()) {
            return alarms.stream()
                    .map(alarm -> Facts.words(name(alarm), alarm.text()))
                    .toList();
        }
        String names = watched.stream()
                .map(one -> one.measure.kind().id.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        return List.of(Facts.words(
                "alarms",
                watched.isEmpty()
                        ? "Nothing is watched for sudden changes yet: that needs a whole rotation before this one with "
                                + FEWEST_REFERENCE_DAYS + " days of numbers."
                        : "No sudden change in this rotation of what is watched day by day: " + names + "."));
    }

    /** Such as {@code alarmPostsPerDay}. */
    private static String name(Alarm alarm) {
        return "alarm" + alarm.measure().substring(0, 1).toUpperCase(Locale.ROOT)
                + alarm.measure().substring(1);
    }

    private Optional<ReferenceRate> reference(DailyMeasure measure) {
        DailyMeasure.Day sum = DailyMeasure.Day.NOTHING;
        List<DayNoise.Day> units = new ArrayList<>();
        long days = 0;
        double weight = 1;
        for (Period window : windows.all().subList(1, windows.all().size())) {
            sum = sum.plus(measure.between(window.firstDay(), window.lastDay()).times(weight));
            weight *= ShareOverRotations.DISCOUNT;
            days += measure.known(window.firstDay(), window.lastDay());
            measure.units(window.firstDay(), window.lastDay(), DailyMeasures.step(measured, measure.kind()))
                    .forEach(unit -> units.add(new DayNoise.Day(
                            unit.numbers().events(), unit.numbers().matured())));
        }
        return days < FEWEST_REFERENCE_DAYS || sum.events() == 0 || sum.matured() == 0
                ? Optional.empty()
                : Optional.of(ReferenceRate.of(
                        sum.events(),
                        sum.trials(),
                        sum.matured(),
                        noise(measure, units),
                        measure.kind().isShare()));
    }

    /** The stream's own noise, and for conversion at least what single videos show. */
    private double noise(DailyMeasure measure, List<DayNoise.Day> units) {
        double own = DayNoise.ofStream(units);
        return measure.kind().isConversion()
                ? Math.max(
                        own,
                        DayNoises.before(measured, measured.asOf().plusDays(1)).ratio())
                : own;
    }

    private void look(LocalDate day) {
        watched.forEach(one -> one.look(day));
        double[] logs = watched.stream()
                .mapToDouble(one -> one.detector.logShiryaevRoberts())
                .toArray();
        boolean[] rings = EBenjaminiHochberg.rejected(logs, ALPHA);
        for (int i = 0; i < rings.length; i++) {
            if (rings[i]) {
                watched.get(i).ring(day).ifPresent(alarms::add);
            }
        }
    }

    /** One measure, its reference, and its detector since the last alarm. */
    private final class Watched {

        private final DailyMeasure measure;
        private final ReferenceRate reference;
        private final List<LocalDate> looks = new ArrayList<>();
        private ChangeDetector detector = ChangeDetector.of(ReferenceRate.targets());
        private Optional<Alarm.Direction> last = Optional.empty();

        Watched(DailyMeasure measure, ReferenceRate reference) {
            this.measure = measure;
            this.reference = reference;
        }

        /** A day without numbers is no look. */
        void look(LocalDate day) {
            DailyMeasure.Day seen = measure.days().get(day);
            if (seen != null && seen.trials() > 0) {
                looks.add(day);
                detector = detector.after(reference.logE(seen.events(), seen.trials(), seen.matured()));
            }
        }

        /** Tells the alarm, unless the last one went the same way, and starts anew. */
        Optional<Alarm> ring(LocalDate day) {
            Alarm.Direction direction =
                    ReferenceRate.isFall(detector.leadingTarget()) ? Alarm.Direction.FALLEN : Alarm.Direction.RISEN;
            LocalDate changed = looks.get(detector.looksBeforeChange());
            Optional<Alarm> told = last.filter(direction::equals).isPresent()
                    ? Optional.empty()
                    : Optional.of(alarm(direction, changed, day));
            last = Optional.of(direction);
            looks.clear();
            detector = ChangeDetector.of(ReferenceRate.targets());
            return told;
        }

        private Alarm alarm(Alarm.Direction direction, LocalDate changed, LocalDate day) {
            DailyMeasure.Day since = measure.between(changed, windows.asOf());
            DailyMeasure.Kind kind = measure.kind();
            Estimate now = ReferenceRate.of(
                            since.events(), since.trials(), since.matured(), 1 / reference.eta(), kind.isShare())
                    .estimate();
            LocalDate about = changed.minusDays(measure.lag());
            String text = kind.subject + (direction == Alarm.Direction.FALLEN ? " fallen" : " risen") + " since about "
                    + about + ": from " + words(reference.estimate()) + " to " + words(now) + ", with "
                    + Facts.number(Math.rint(since.events())) + " " + kind.events + " "
                    + Facts.number(Math.rint(since.trials())) + " " + kind.trials
                    + "; such an alarm comes by chance less than once in " + DAYS_BETWEEN_FALSE_ALARMS + " days. "
                    + kind.look;
            return new Alarm(
                    kind.id, direction, about, day, reference.estimate(), now, DAYS_BETWEEN_FALSE_ALARMS, text);
        }

        private String words(Estimate rate) {
            return measure.kind().isPercent()
                    ? Facts.percent(rate.mean())
                            + String.format(Locale.ROOT, " (%.1f-%.1f)", 100 * rate.low(), 100 * rate.high())
                    : Facts.number(rate.mean()) + " (" + Facts.number(rate.low()) + "-" + Facts.number(rate.high())
                            + ")";
        }
    }
}
