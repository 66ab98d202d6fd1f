package dev.flywheel.core.content;

import java.util.List;
import java.util.Objects;

/**
 * What the next video should try: a hook, an angle and a placement, and why. Immutable.
 *
 * @param hook the opening
 * @param angle the persuasion idea
 * @param placement when and how the product appears
 * @param exploration whether it tries a combination with little evidence, to learn
 * @param because the evidence in words, most important first
 */
public record Brief(String hook, String angle, String placement, boolean exploration, List<String> because) {

    /** Checks. */
    public Brief {
        Objects.requireNonNull(hook, "hook");
        Objects.requireNonNull(angle, "angle");
        Objects.requireNonNull(placement, "placement");
        because = List.copyOf(because);
    }
}
