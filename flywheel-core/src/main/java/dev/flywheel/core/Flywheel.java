package dev.flywheel.core;

import dev.flywheel.core.cycle.Evidence;
import dev.flywheel.core.cycle.Rotation;
import dev.flywheel.core.cycle.Wheel;
import dev.flywheel.core.port.in.RotateFlywheel;
import dev.flywheel.core.program.Program;
import dev.flywheel.core.usecase.UseCases;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The engine of one brand's affiliate programme. Give it the programme once and evidence as often as there is any; it
 * answers with a {@link Rotation}: rankings, ad-test verdicts, briefs and explained actions.
 *
 * <p>A pure function of its arguments: no clock, no randomness but the seed, no I/O. Immutable and thread-safe.
 */
public final class Flywheel implements RotateFlywheel {

    private final RotateFlywheel rotate;

    private Flywheel(Program program) {
        this.rotate = UseCases.rotate(program);
    }

    /**
     * Builds the engine of a programme.
     *
     * @param program the brand's programme and policy
     * @return the engine
     */
    public static Flywheel of(Program program) {
        return new Flywheel(program);
    }

    /**
     * The newest day that some source covers wholly: the natural as-of date.
     *
     * @param evidence what is known
     * @return the day, or empty when no evidence has a date
     */
    public static Optional<LocalDate> newestCompleteDay(Evidence evidence) {
        return Wheel.newestCompleteDay(evidence);
    }

    @Override
    public Rotation rotate(Evidence evidence, LocalDate asOf, long seed) {
        return rotate.rotate(evidence, asOf, seed);
    }
}
