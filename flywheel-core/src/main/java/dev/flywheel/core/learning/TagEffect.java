package dev.flywheel.core.learning;

import dev.flywheel.core.content.CreativeTags.Factor;
import dev.flywheel.core.performance.Estimate;
import java.util.Objects;

/**
 * What a hook, an angle, a placement or a format does to the order rate, parted from the other tags and from the creators
 * (statistics 4). Immutable.
 *
 * @param factor the kind of tag
 * @param level the tag
 * @param multiplier by what it multiplies the order rate, against the average tag of its kind
 * @param probabilityBetter probability that it converts better than the average
 * @param lfsr local false sign rate: probability that the more likely direction is the wrong one
 * @param videos how many videos with counted clicks or views carry it
 * @param creators how many creators made them
 */
public record TagEffect(
        Factor factor,
        String level,
        Estimate multiplier,
        double probabilityBetter,
        double lfsr,
        int videos,
        int creators) {

    /** A tag that only one or two creators used may be their doing (statistics 4). */
    public static final int CREATORS_FOR_A_CLAIM = 3;

    /** Above this the direction is too doubtful for a claim (statistics 4). */
    public static final double LFSR_FOR_A_CLAIM = 0.05;

    /** Checks. */
    public TagEffect {
        Objects.requireNonNull(factor, "factor");
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(multiplier, "multiplier");
    }

    /** {@return whether a report may say that it converts better or worse} */
    public boolean isClaim() {
        return lfsr < LFSR_FOR_A_CLAIM && creators >= CREATORS_FOR_A_CLAIM;
    }
}
