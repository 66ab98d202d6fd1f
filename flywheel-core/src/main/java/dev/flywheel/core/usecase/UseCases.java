package dev.flywheel.core.usecase;

import dev.flywheel.core.port.in.RotateFlywheel;
import dev.flywheel.core.program.Program;

/** Makes the use cases; what implements them is nobody else's business. */
public final class UseCases {

    private UseCases() {}

    /**
     * Turning the wheel for one programme.
     *
     * @param program the programme
     * @return the use case
     */
    public static RotateFlywheel rotate(Program program) {
        return new Rotate(program);
    }
}
