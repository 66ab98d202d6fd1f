package dev.flywheel.core.decision;

import java.util.Objects;

/**
 * What every record of a decision has beside its own numbers (statistics 8). Immutable.
 *
 * @param rule the rule that fired, by its stable name, such as {@code DROPPED}
 * @param notTaken the best other choice
 * @param seed the seed of the draws behind it; 0 where nothing was drawn
 * @param engine the version of the code that decided
 */
public record Basis(String rule, Alternative notTaken, long seed, String engine) {

    /** Checks. */
    public Basis {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(notTaken, "notTaken");
        Objects.requireNonNull(engine, "engine");
    }

    /**
     * The basis of a decision that this engine takes.
     *
     * @param rule the rule that fired
     * @param notTaken the best other choice
     * @param seed the seed of the draws behind it; 0 where nothing was drawn
     * @return the basis
     */
    public static Basis of(String rule, Alternative notTaken, long seed) {
        return new Basis(rule, notTaken, seed, Engine.VERSION);
    }
}
