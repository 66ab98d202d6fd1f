package dev.flywheel.core.roster;

/** How far a creator has come with the brand, from first contact to partnership. */
public enum CreatorStage {
    /** Known, never invited. */
    PROSPECT,
    /** Invited or asked for a sample; nothing approved yet. */
    INVITED,
    /** Has a sample approved, on its way or in hand; no post yet. */
    SAMPLED,
    /** Posted at least once; no order yet. */
    POSTED,
    /** A post brought at least one order. */
    SELLING,
    /** Earns the brand money with enough certainty to be offered a retainer. */
    PARTNER,
    /** Posted once, but not within the policy's dormancy window. */
    DORMANT
}
