package dev.flywheel.testkit;

import dev.flywheel.core.cycle.Evidence;
import dev.flywheel.core.port.out.EvidenceSource;
import dev.flywheel.core.port.out.FlywheelException.SourceFailed;
import java.util.Objects;
import java.util.function.Supplier;

/** Evidence that is already in memory, or a source that fails: for tests of what reads evidence. Thread-safe. */
public final class InMemoryEvidence implements EvidenceSource {

    private final Supplier<Evidence> reading;

    private InMemoryEvidence(Supplier<Evidence> reading) {
        this.reading = reading;
    }

    /**
     * A source that holds this evidence.
     *
     * @param evidence what every read gives
     * @return the source
     */
    public static InMemoryEvidence of(Evidence evidence) {
        Objects.requireNonNull(evidence, "evidence");
        return new InMemoryEvidence(() -> evidence);
    }

    /**
     * A source that cannot be read.
     *
     * @param source what it is called
     * @param message what every read says
     * @return the source
     */
    public static InMemoryEvidence failing(String source, String message) {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(message, "message");
        return new InMemoryEvidence(() -> {
            throw new SourceFailed(source, message, new IllegalStateException(message));
        });
    }

    @Override
    public Evidence read() {
        return reading.get();
    }
}
