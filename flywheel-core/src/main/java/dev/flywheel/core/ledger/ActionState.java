package dev.flywheel.core.ledger;

import java.util.List;

/** How an action stands. */
public enum ActionState {
    /** A rotation proposed it; nobody has answered. */
    PROPOSED,
    /** Somebody, or the policy, allowed it. */
    APPROVED,
    /** Somebody refused it, or took the approval back before it was sent. */
    REJECTED,
    /** Its day passed before it was sent. */
    EXPIRED,
    /** The intent is recorded: from now on it may have happened. */
    SENDING,
    /** It happened. */
    DONE,
    /** It did not happen, for certain. */
    FAILED,
    /** The answer never came. Only reading at the other side resolves it, never sending again. */
    OUTCOME_UNKNOWN;

    /** {@return the states that may follow, in the order of this enum; none after an end} */
    public List<ActionState> next() {
        return switch (this) {
            case PROPOSED -> List.of(APPROVED, REJECTED, EXPIRED);
            case APPROVED -> List.of(REJECTED, EXPIRED, SENDING);
            case SENDING -> List.of(DONE, FAILED, OUTCOME_UNKNOWN);
            case OUTCOME_UNKNOWN -> List.of(DONE, FAILED);
            case REJECTED, EXPIRED, DONE, FAILED -> List.of();
        };
    }

    /** {@return whether it may be happening now: sent, and not known to have ended} */
    public boolean isOpen() {
        return this == SENDING || this == OUTCOME_UNKNOWN;
    }
}
