package dev.flywheel.core.port.in;

import dev.flywheel.core.cycle.Evidence;
import dev.flywheel.core.cycle.Rotation;
import java.time.LocalDate;

/**
 * Turns the wheel once.
 *
 * <p>A pure function: the same programme, evidence, as-of date and seed give an equal rotation. Thread-safe.
 */
@FunctionalInterface
public interface RotateFlywheel {

    /**
     * Runs one rotation.
     *
     * @param evidence everything that is known
     * @param asOf the last day to look at, a day of the programme's zone; later evidence is refused with a finding
     * @param seed the seed of every draw
     * @return the rotation
     */
    Rotation rotate(Evidence evidence, LocalDate asOf, long seed);
}
