package dev.flywheel.core.cycle;

import dev.flywheel.core.performance.Observation;
import dev.flywheel.core.performance.Period;
import dev.flywheel.core.program.PolicyNumber;
import dev.flywheel.core.roster.Sample;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
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

    static RotationWindow of(Measured measured) {
        int days = measured.program().policy().count(PolicyNumber.ROTATION_DAYS);
        LocalDate first = firstEvidence(measured).orElse(measured.asOf());
        long elapsed = Math.max(0, ChronoUnit.DAYS.between(first, measured.asOf()));
        return new RotationWindow((int) (1 + elapsed / days), first, measured.asOf(), days);
    }

    /** Posts count only where nothing else is dated: a listed video can be years older than the programme. */
    private static Optional<LocalDate> firstEvidence(Measured measured) {
        Stream<LocalDate> observed = measured.book().subjects().stream()
                .flatMap(subject -> measured.book().of(subject).stream())
                .map(Observation::period)
                .map(Period::firstDay);
        Stream<LocalDate> ordered = measured.book().orderLines().stream()
                .map(line -> line.createdAt().atZone(measured.program().zone()).toLocalDate());
        Stream<LocalDate> sampled =
                measured.samples().stream().map(Sample::firstDay).flatMap(Optional::stream);
        return Stream.of(observed, ordered, sampled)
                .flatMap(all -> all)
                .min(Comparator.naturalOrder())
                .or(() -> measured.videos().values().stream()
                        .map(measured::postedOn)
                        .min(Comparator.naturalOrder()));
    }

    /** {@return the days of this rotation} */
    Period thisRotation() {
        return back(0);
    }

    /** {@return the days of the rotation before, if evidence covers all of them} */
    Optional<Period> before() {
        return covered(1);
    }

    /** {@return the days of the rotation before that one, if evidence covers all of them} */
    Optional<Period> beforeThat() {
        return covered(2);
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
