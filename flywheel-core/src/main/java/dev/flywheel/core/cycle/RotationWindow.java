package dev.flywheel.core.cycle;

import dev.flywheel.core.performance.Observation;
import dev.flywheel.core.performance.Period;
import dev.flywheel.core.program.PolicyNumber;
import dev.flywheel.core.roster.Sample;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The days of this rotation and of those before it. The newest window ends on the as-of day; a window counts for
 * comparison only if evidence reaches back to its first day, because half a window would look like half a result.
 *
 * @param number the number of this rotation, from 1
 * @param firstDay the first day of which there is evidence
 * @param asOf the last day of the newest window
 * @param days how many days a window holds
 */
record RotationWindow(int number, LocalDate firstDay, LocalDate asOf, int days) {

    /** Older ones say little of today, and a year bounds the work. */
    private static final int ROTATIONS_OF_A_YEAR = 13;

    /** The first report of a post may begin with the next week. */
    private static final int DAYS_UNTIL_REPORTED = 7;

    static RotationWindow of(Measured measured) {
        int days = measured.program().policy().count(PolicyNumber.ROTATION_DAYS);
        LocalDate first = firstEvidence(measured).orElse(measured.asOf());
        long elapsed = Math.max(0, ChronoUnit.DAYS.between(first, measured.asOf()));
        return new RotationWindow((int) (1 + elapsed / days), first, measured.asOf(), days);
    }

    /** Posts count only where nothing else is dated: a listed video can be years older than the programme. */
    private static Optional<LocalDate> firstEvidence(Measured measured) {
        Stream<LocalDate> sampled =
                measured.samples().stream().map(Sample::firstDay).flatMap(Optional::stream);
        return Stream.concat(firstReport(measured).stream(), sampled)
                .min(Comparator.naturalOrder())
                .or(() -> measured.videos().values().stream()
                        .map(measured::postedOn)
                        .min(Comparator.naturalOrder()));
    }

    private static Stream<LocalDate> observed(Measured measured) {
        return measured.book().subjects().stream()
                .flatMap(subject -> measured.book().of(subject).stream())
                .map(Observation::period)
                .map(Period::firstDay);
    }

    private static Stream<LocalDate> ordered(Measured measured) {
        return measured.book().orderLines().stream()
                .map(line -> line.createdAt().atZone(measured.program().zone()).toLocalDate());
    }

    /** {@return the days of this rotation} */
    Period thisRotation() {
        return back(0);
    }

    /** {@return the days of the rotation before, if evidence covers all of them} */
    Optional<Period> before() {
        return covered(1);
    }

    /**
     * The days of this rotation and of every whole rotation before it that some evidence covers, at most a year's.
     *
     * @param known the first day of which there is evidence of the kind that is asked for
     * @return the windows, newest first; this rotation always
     */
    List<Period> since(LocalDate known) {
        List<Period> windows = new ArrayList<>(List.of(thisRotation()));
        while (windows.size() < ROTATIONS_OF_A_YEAR
                && !known.isAfter(back(windows.size()).firstDay())) {
            windows.add(back(windows.size()));
        }
        return windows;
    }

    /** {@return this rotation and every whole one before it, at most a year's, newest first} */
    List<Period> all() {
        return since(firstDay);
    }

    /** {@return how many whole rotations evidence covers, this one among them, at most a year's} */
    int whole() {
        return covered(0).isPresent() ? all().size() : 0;
    }

    /**
     * The first day of which it is known what sold: with reports or order lines from the first posts on, nothing sold
     * before them; reports that begin later leave the days before unknown.
     */
    LocalDate salesKnownSince(Measured measured) {
        LocalDate firstReport = firstReport(measured).orElse(asOf);
        boolean fromTheFirstPost = measured.videos().values().stream()
                .map(measured::postedOn)
                .filter(day -> !day.isBefore(firstDay))
                .allMatch(day -> !firstReport.isAfter(day.plusDays(DAYS_UNTIL_REPORTED)));
        return fromTheFirstPost ? firstDay : firstReport;
    }

    private static Optional<LocalDate> firstReport(Measured measured) {
        return Stream.concat(observed(measured), ordered(measured)).min(Comparator.naturalOrder());
    }

    private Optional<Period> covered(int back) {
        Period period = back(back);
        return firstDay.isAfter(period.firstDay()) ? Optional.empty() : Optional.of(period);
    }

    private Period back(int windows) {
        LocalDate last = asOf.minusDays((long) windows * days);
        return new Period(last.minusDays(days - 1L), last);
    }
}
