package dev.flywheel.core.adtest;

import dev.flywheel.core.adtest.AdTestReading.Move;
import dev.flywheel.core.decision.Basis;
import dev.flywheel.core.money.Money;
import java.util.Objects;

/**
 * One decision about a boost with everything that it came from (statistics 8). Immutable.
 *
 * @param plan what was fixed at the start
 * @param seen what was seen
 * @param terms what it cost and which policy held
 * @param numbers what came out
 * @param verdict what follows from the numbers
 * @param move what to do with the boost
 * @param budgetPerDay the budget that follows; zero stops it
 * @param basis the rule that fired and what was not done instead
 */
public record AdTestRecord(
        AdTestPlan plan,
        AdTestEvidence seen,
        AdTestTerms terms,
        AdTestNumbers numbers,
        AdTestVerdict verdict,
        Move move,
        Money budgetPerDay,
        Basis basis) {

    /** Checks. */
    public AdTestRecord {
        Objects.requireNonNull(plan, "plan");
        Objects.requireNonNull(seen, "seen");
        Objects.requireNonNull(terms, "terms");
        Objects.requireNonNull(numbers, "numbers");
        Objects.requireNonNull(verdict, "verdict");
        Objects.requireNonNull(move, "move");
        Objects.requireNonNull(budgetPerDay, "budgetPerDay");
        Objects.requireNonNull(basis, "basis");
    }

    /** {@return what is believed of the boost's paid clicks, on matured clicks only} */
    public PaidBelief belief() {
        return AdTestDecision.belief(plan, seen, terms);
    }

    /** {@return the decision taken again from plan, evidence and terms alone; equal unless the engine changed} */
    public AdTestRecord again() {
        return AdTestDecision.take(plan, seen, terms);
    }
}
