package dev.flywheel.core.ledger;

import dev.flywheel.core.money.Money;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How every action of a brand stands, folded from its ledger, and what its boosts may be spending a day.
 *
 * <p>A move is legal if {@link ActionState#next} allows it, and if a change of a boost is not sent while another change
 * of the same boost is open. A boost spends its budget from the moment a change is sent: while the change is open, the
 * higher of the budgets before and after it counts.
 *
 * <p>It changes as entries are added, and is not thread-safe.
 */
public final class ActionBook {

    private final Map<String, List<ActionMove>> lives = new LinkedHashMap<>();
    private final Map<String, BoostBudget> open = new HashMap<>();
    private final Map<String, Money> running = new HashMap<>();
    private final Map<Currency, Money> perDay = new HashMap<>();

    /** Starts empty. */
    public ActionBook() {}

    /**
     * Adds what entries say; entries of other kinds change nothing.
     *
     * @param entries the entries that follow those added before
     * @return this
     * @throws IllegalArgumentException if a move is not legal
     */
    public ActionBook add(List<LedgerEntry> entries) {
        entries.forEach(entry -> ActionMove.in(entry).ifPresent(this::add));
        return this;
    }

    /**
     * Adds a move.
     *
     * @param move the move
     * @return this
     * @throws IllegalArgumentException if the move is not legal
     */
    public ActionBook add(ActionMove move) {
        refusal(move).ifPresent(why -> {
            throw new IllegalArgumentException(why);
        });
        List<ActionMove> life = lives.computeIfAbsent(move.action(), id -> new ArrayList<>());
        life.add(move);
        BoostBudget budget = life.get(0).budget();
        if (budget != null) {
            follow(budget, move.to());
        }
        return this;
    }

    /**
     * Why a move is not legal.
     *
     * @param move the move
     * @return the reason; empty if it is legal
     */
    public Optional<String> refusal(ActionMove move) {
        Optional<ActionState> from = state(move.action());
        boolean legal = from.map(state -> state.next().contains(move.to())).orElse(move.to() == ActionState.PROPOSED);
        if (!legal) {
            return Optional.of("Action " + move.action() + " cannot become " + move.to() + ": it is "
                    + from.map(ActionState::name).orElse("not proposed"));
        }
        return move.to() != ActionState.SENDING
                ? Optional.empty()
                : budget(move.action())
                        .filter(budget -> open.containsKey(budget.boost()))
                        .map(budget -> "Action " + move.action() + " cannot be sent: another change of boost "
                                + budget.boost() + " is open; read how that ended first");
    }

    /**
     * How an action stands.
     *
     * @param action its id
     * @return its state; empty if it was never proposed
     */
    public Optional<ActionState> state(String action) {
        List<ActionMove> life = history(action);
        return life.isEmpty()
                ? Optional.empty()
                : Optional.of(life.get(life.size() - 1).to());
    }

    /**
     * The life of an action.
     *
     * @param action its id
     * @return its moves in order: who, when and why; empty if it was never proposed
     */
    public List<ActionMove> history(String action) {
        return List.copyOf(lives.getOrDefault(action, List.of()));
    }

    /** {@return the ids of all actions, in the order in which they were proposed} */
    public List<String> actions() {
        return List.copyOf(lives.keySet());
    }

    /**
     * What an action would make of a boost.
     *
     * @param action its id
     * @return the boost and its budget; empty if it changes none, or was never proposed
     */
    public Optional<BoostBudget> budget(String action) {
        return history(action).stream().findFirst().map(ActionMove::budget);
    }

    /**
     * What all boosts may be spending a day: running ones, and those whose change is open at the higher budget.
     *
     * @param currency the brand's currency
     * @return the sum
     */
    public Money perDay(Currency currency) {
        return perDay.getOrDefault(currency, Money.zero(currency));
    }

    /** The same, as if a change were sent as well. */
    Money perDayWith(BoostBudget sent) {
        Money before = counted(sent);
        return perDay(sent.perDay().currency()).minus(before).plus(higher(before, sent.perDay()));
    }

    private void follow(BoostBudget budget, ActionState to) {
        Money before = counted(budget);
        switch (to) {
            case SENDING -> open.put(budget.boost(), budget);
            case DONE -> {
                open.remove(budget.boost());
                running.put(budget.boost(), budget.perDay());
            }
            case FAILED -> open.remove(budget.boost());
            case PROPOSED, APPROVED, REJECTED, EXPIRED, OUTCOME_UNKNOWN -> {
                // The money stands where it stood: not yet, not ever, or perhaps being spent.
            }
        }
        perDay.merge(before.currency(), counted(budget).minus(before), Money::plus);
    }

    /** What the boost of a change may be spending a day: what it runs with, or what an open change makes of it. */
    private Money counted(BoostBudget change) {
        Money runs =
                running.getOrDefault(change.boost(), Money.zero(change.perDay().currency()));
        BoostBudget sent = open.get(change.boost());
        return sent == null ? runs : higher(runs, sent.perDay());
    }

    private static Money higher(Money one, Money other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
