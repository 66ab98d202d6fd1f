package dev.flywheel.core.learning;

import java.util.Comparator;
import java.util.Objects;

/**
 * A hook, an angle and a placement together: what a brief asks for. Immutable.
 *
 * @param hook the opening
 * @param angle the persuasion idea
 * @param placement when and how the product appears
 */
public record BriefCell(String hook, String angle, String placement) implements Comparable<BriefCell> {

    private static final Comparator<BriefCell> BY_NAME = Comparator.comparing(BriefCell::hook)
            .thenComparing(BriefCell::angle)
            .thenComparing(BriefCell::placement);

    /** Checks. */
    public BriefCell {
        Objects.requireNonNull(hook, "hook");
        Objects.requireNonNull(angle, "angle");
        Objects.requireNonNull(placement, "placement");
    }

    @Override
    public int compareTo(BriefCell other) {
        return BY_NAME.compare(this, other);
    }

    @Override
    public String toString() {
        return hook + " / " + angle + " / " + placement;
    }
}
