package dev.flywheel.core.usecase;

import dev.flywheel.core.cycle.Evidence;
import dev.flywheel.core.cycle.Rotation;
import dev.flywheel.core.cycle.Wheel;
import dev.flywheel.core.port.in.RotateFlywheel;
import dev.flywheel.core.program.Program;
import java.time.LocalDate;
import java.util.Objects;

final class Rotate implements RotateFlywheel {

    private final Program program;

    Rotate(Program program) {
        this.program = Objects.requireNonNull(program, "program");
    }

    @Override
    public Rotation rotate(Evidence evidence, LocalDate asOf, long seed) {
        Objects.requireNonNull(evidence, "evidence");
        Objects.requireNonNull(asOf, "asOf");
        return Wheel.turn(program, evidence, asOf, seed);
    }
}
