package dev.flywheel.core.learning;

import java.util.List;
import java.util.Objects;

/**
 * What is believed of hooks, angles, placements and their pairs together: a normal distribution of their effects on the
 * logarithm of the order rate (statistics 4). A level that is not among the coefficients has not been tried: its effect
 * has mean 0 and the spread of its kind, apart from all others. Immutable.
 *
 * @param coefficients what the numbers belong to; the first is the {@link Kind#BASE}
 * @param means of each coefficient
 * @param covariance the lower triangle with the diagonal, row by row
 * @param spreads standard deviation of effects by kind, in the order of {@link Kind} without the base
 */
public record EffectLaw(
        List<Coefficient> coefficients, List<Double> means, List<Double> covariance, List<Double> spreads) {

    /** Checks and copies. */
    public EffectLaw {
        coefficients = List.copyOf(coefficients);
        means = List.copyOf(means);
        covariance = List.copyOf(covariance);
        spreads = List.copyOf(spreads);
        int size = coefficients.size();
        if (size == 0 || coefficients.get(0).kind() != Kind.BASE) {
            throw new IllegalArgumentException("the first coefficient must be the base, got " + coefficients);
        }
        if (means.size() != size || covariance.size() != size * (size + 1) / 2) {
            throw new IllegalArgumentException(size + " coefficients need as many means and " + size * (size + 1) / 2
                    + " covariances, got " + means.size() + " and " + covariance.size());
        }
        if (spreads.size() != Kind.values().length - 1) {
            throw new IllegalArgumentException(
                    "spreads must have one number for each kind but the base, got " + spreads);
        }
        for (double spread : spreads) {
            if (!(spread >= 0 && spread <= 100)) {
                throw new IllegalArgumentException("spread must be in [0, 100], got " + spread);
            }
        }
    }

    /**
     * How far effects of a kind scatter.
     *
     * @param kind any but the base
     * @return their standard deviation
     */
    public double spread(Kind kind) {
        if (kind == Kind.BASE) {
            throw new IllegalArgumentException("kind must not be BASE: the base is one number and does not scatter");
        }
        return spreads.get(List.of(Kind.values()).indexOf(kind) - 1);
    }

    /** What an effect belongs to. */
    public enum Kind {
        /** A video whose tags are all average. */
        BASE,
        /** The opening. */
        HOOK,
        /** The persuasion idea. */
        ANGLE,
        /** When and how the product appears. */
        PLACEMENT,
        /** What a hook and an angle bring together beyond what each brings. */
        HOOK_AND_ANGLE,
        /** What an angle and a placement bring together beyond what each brings. */
        ANGLE_AND_PLACEMENT
    }

    /**
     * What a number belongs to.
     *
     * @param kind the kind
     * @param first the tag, or the first of a pair; empty for the base
     * @param second the second of a pair; empty elsewhere
     */
    public record Coefficient(Kind kind, String first, String second) {

        /** Checks. */
        public Coefficient {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(first, "first");
            Objects.requireNonNull(second, "second");
        }
    }
}
