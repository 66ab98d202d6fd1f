package dev.flywheel.core.ledger;

import java.time.Instant;
import java.util.Objects;

/**
 * What is to be written into a ledger. People stand in a payload by reference only, never by name or handle. Immutable.
 *
 * @param at when it happened, by the writer's clock; it may lie before the entry in front of it, positions give the order
 * @param kind what happened, such as {@code action.moved}
 * @param schemaVersion the version of the payload's form, from 1
 * @param payload a JSON object in the form of {@link CanonicalJson}
 */
public record NewEntry(Instant at, String kind, int schemaVersion, String payload) {

    /** Checks. */
    public NewEntry {
        Objects.requireNonNull(at, "at");
        LedgerText.require("kind", kind);
        if (schemaVersion < 1) {
            throw new IllegalArgumentException("schemaVersion must be at least 1, got " + schemaVersion);
        }
        CanonicalJson.require(payload);
    }
}
