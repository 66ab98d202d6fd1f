package dev.flywheel.core.ledger;

import dev.flywheel.core.cycle.Proposal;
import dev.flywheel.core.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One step in the life of an action. In a ledger it is an entry of kind {@value #KIND}, version {@value #VERSION}, with
 * the members {@code action}, {@code by}, {@code to} and {@code why}, and for a proposal that changes a boost
 * {@code boost}, {@code currency} and {@code perDayMinor}. Immutable.
 *
 * @param action the id of the action
 * @param to what it becomes
 * @param by who moved it: a reference to a person, or the name of a programme such as {@code engine}
 * @param at when
 * @param why why, in words; empty if there is nothing to say
 * @param budget what it makes of a boost; only with {@link ActionState#PROPOSED}
 */
public record ActionMove(
        String action,
        ActionState to,
        String by,
        Instant at,
        String why,
        @Nullable BoostBudget budget) {

    /** The kind of entry. */
    public static final String KIND = "action.moved";

    /** The version of the entry's form. */
    public static final int VERSION = 1;

    private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);

    /** Checks. */
    public ActionMove {
        LedgerText.require("action", action);
        LedgerText.require("by", by);
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(why, "why");
        if (budget != null && to != ActionState.PROPOSED) {
            throw new IllegalArgumentException("budget must stand with PROPOSED alone, got it with " + to);
        }
    }

    /**
     * A rotation proposes an action.
     *
     * @param proposal the proposal
     * @param by who proposes it
     * @param at when
     * @return the first step of its life
     */
    public static ActionMove proposed(Proposal proposal, String by, Instant at) {
        return new ActionMove(
                proposal.id(),
                ActionState.PROPOSED,
                by,
                at,
                "",
                BoostBudget.of(proposal.action()).orElse(null));
    }

    /**
     * A later step.
     *
     * @param action the id of the action
     * @param to what it becomes
     * @param by who moved it
     * @param at when
     * @param why why
     * @return the step
     */
    public static ActionMove to(String action, ActionState to, String by, Instant at, String why) {
        return new ActionMove(action, to, by, at, why, null);
    }

    /**
     * Reads an entry.
     *
     * @param entry the entry
     * @return the step; empty if the entry is of another kind
     * @throws IllegalArgumentException if the entry is of this kind and cannot be understood
     */
    public static Optional<ActionMove> in(LedgerEntry entry) {
        if (!entry.kind().equals(KIND)) {
            return Optional.empty();
        }
        if (entry.schemaVersion() != VERSION) {
            throw new IllegalArgumentException("Entry " + entry.position() + " is an " + KIND + " of version "
                    + entry.schemaVersion() + "; this programme knows version " + VERSION);
        }
        Map<String, Object> members = CanonicalJson.read(entry.payload());
        BoostBudget budget = members.containsKey("boost")
                ? new BoostBudget(
                        text(members, "boost"),
                        new Money(minorUnits(members), Currency.getInstance(text(members, "currency"))))
                : null;
        return Optional.of(new ActionMove(
                text(members, "action"),
                ActionState.valueOf(text(members, "to")),
                text(members, "by"),
                entry.at(),
                text(members, "why"),
                budget));
    }

    /** {@return the entry that says this} */
    public NewEntry entry() {
        Map<String, Object> members = new TreeMap<>();
        members.put("action", action);
        members.put("by", by);
        members.put("to", to.name());
        members.put("why", why);
        if (budget != null) {
            members.put("boost", budget.boost());
            members.put("currency", budget.perDay().currency().getCurrencyCode());
            members.put("perDayMinor", budget.perDay().minorUnits());
        }
        return new NewEntry(at, KIND, VERSION, CanonicalJson.write(members));
    }

    private static String text(Map<String, Object> members, String name) {
        if (members.get(name) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("An " + KIND + " must have the text " + name);
    }

    private static long minorUnits(Map<String, Object> members) {
        if (members.get("perDayMinor") instanceof BigDecimal number
                && number.stripTrailingZeros().scale() <= 0
                && number.abs().compareTo(MOST) <= 0) {
            return number.longValueExact();
        }
        throw new IllegalArgumentException("An " + KIND + " with a boost must have a whole number perDayMinor");
    }
}
