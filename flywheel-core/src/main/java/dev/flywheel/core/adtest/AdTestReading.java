package dev.flywheel.core.adtest;

import dev.flywheel.core.money.Money;
import dev.flywheel.core.performance.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one ad test says on one day, with every number that led to it. Immutable.
 *
 * @param start the boost under test
 * @param day days since the start, the first day is 1
 * @param spend ad money spent so far, or null when unknown
 * @param paid the paid side
 * @param organic the organic side: before the start and since
 * @param ratio paid rate / organic rate with its always-valid interval, or null when organic and paid cannot be told
 *     apart
 * @param logEDrop log e-value against "paid converts at least like organic"
 * @param logEHold log e-value against "paid converts worse than the margin allows"
 * @param probabilityProfitable probability that a paid click earns more than it costs
 * @param expectedProfitPerDay expected profit a day at today's budget, in the programme's currency
 * @param verdict what follows from the numbers
 * @param move what to do with the boost
 * @param budgetPerDay the budget that follows; zero stops it
 * @param because the numbers in words, most important first
 * @param together whether its answer stands when all running tests are looked at together, or null when it has none
 * @param record everything the test's own decision came from, before a permission or a cap overruled it; null only for a
 *     reading that no test made
 */
public record AdTestReading(
        AdTestStart start,
        long day,
        @Nullable Money spend,
        Arm paid,
        Arm organic,
        @Nullable Estimate ratio,
        double logEDrop,
        double logEHold,
        double probabilityProfitable,
        Estimate expectedProfitPerDay,
        AdTestVerdict verdict,
        Move move,
        Money budgetPerDay,
        List<String> because,
        @Nullable Boolean together,
        @Nullable AdTestRecord record) {

    /** Checks. */
    public AdTestReading {
        Objects.requireNonNull(start, "start");
        Objects.requireNonNull(verdict, "verdict");
        Objects.requireNonNull(move, "move");
        because = List.copyOf(because);
    }

    static AdTestReading of(AdTestStart start, AdTestRecord record) {
        AdTestNumbers numbers = record.numbers();
        return new AdTestReading(
                start,
                numbers.day(),
                record.terms().spend(),
                numbers.paid(),
                numbers.organic(),
                numbers.ratio(),
                numbers.logEDrop(),
                numbers.logEHold(),
                numbers.probabilityProfitable(),
                numbers.expectedProfitPerDay(),
                record.verdict(),
                record.move(),
                record.budgetPerDay(),
                AdTestWords.of(record),
                null,
                record);
    }

    /**
     * The same reading with another consequence: a permission or a cap may overrule the numbers.
     *
     * @param otherMove what to do instead
     * @param otherBudgetPerDay the budget that follows
     * @param otherBecause why, most important first
     * @return the changed reading
     */
    public AdTestReading with(Move otherMove, Money otherBudgetPerDay, List<String> otherBecause) {
        return changed(otherMove, otherBudgetPerDay, otherBecause, together);
    }

    /** The same reading beside the other running tests. */
    AdTestReading beside(boolean stands, String why) {
        List<String> all = new ArrayList<>(because);
        all.add(why);
        return changed(move, budgetPerDay, all, stands);
    }

    private AdTestReading changed(
            Move otherMove, Money otherBudgetPerDay, List<String> otherBecause, @Nullable Boolean stands) {
        return new AdTestReading(
                start,
                day,
                spend,
                paid,
                organic,
                ratio,
                logEDrop,
                logEHold,
                probabilityProfitable,
                expectedProfitPerDay,
                verdict,
                otherMove,
                otherBudgetPerDay,
                otherBecause,
                stands,
                record);
    }

    /** {@return everything the decision came from} */
    public Optional<AdTestRecord> recorded() {
        return Optional.ofNullable(record);
    }

    /** {@return whether its answer stands together with the other tests, if it has one} */
    public Optional<Boolean> standsTogether() {
        return Optional.ofNullable(together);
    }

    /** {@return ad money spent so far, if known} */
    public Optional<Money> spent() {
        return Optional.ofNullable(spend);
    }

    /** {@return paid rate / organic rate, if it can be told} */
    public Optional<Estimate> paidToOrganic() {
        return Optional.ofNullable(ratio);
    }

    /** What to do with a boost. */
    public enum Move {
        /** Leave the budget as it is. */
        KEEP,
        /** Raise the budget, by one step at most. */
        SCALE,
        /** Lower the budget: to the policy's ceiling, or because less earns more. */
        LOWER,
        /** Spend nothing more. */
        STOP
    }
}
