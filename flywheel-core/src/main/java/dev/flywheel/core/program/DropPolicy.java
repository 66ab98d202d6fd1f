package dev.flywheel.core.program;

/** What to do with a boost whose conversion dropped significantly (statistics 2.7). */
public enum DropPolicy {
    /** A drop stops the boost: the brand's literal rule. */
    STRICT,
    /** A drop stops the boost only if it is more likely to lose money than to earn it. */
    ECONOMIC
}
