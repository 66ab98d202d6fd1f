package dev.flywheel.core.port.out;

import dev.flywheel.core.cycle.Evidence;

/**
 * Where evidence comes from: a folder of exports, an API, a warehouse.
 *
 * <p>Contract: two reads without a change in between give evidence with the same content; nothing unreadable is
 * dropped silently, it is reported as a finding or a rejected row; unknown numbers stay unknown. Implementations need
 * not be thread-safe.
 */
@FunctionalInterface
public interface EvidenceSource {

    /**
     * Reads everything there is.
     *
     * @return the evidence
     * @throws FlywheelException.SourceFailed if the source as a whole cannot be read
     */
    Evidence read();
}
