package dev.flywheel.core.adtest;

import dev.flywheel.core.money.Money;
import dev.flywheel.core.program.Policy;
import dev.flywheel.core.program.PolicyNumber;
import dev.flywheel.core.winner.OrderEconomics;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The money side of a look at a test: what it costs, what an order leaves, and which numbers of the policy were used.
 * Unlike the plan it may change from day to day. Immutable.
 *
 * @param budgetPerDay the budget of today
 * @param spend ad money since the start, or null when unknown
 * @param economics what an order of the video leaves
 * @param usualCostPerClick what a click of this brand usually costs
 * @param policy the numbers used
 */
public record AdTestTerms(
        Money budgetPerDay,
        @Nullable Money spend,
        OrderEconomics economics,
        double usualCostPerClick,
        List<UsedNumber> policy) {

    private static final List<PolicyNumber> USED = List.of(
            PolicyNumber.MINIMUM_TEST_DAYS,
            PolicyNumber.MINIMUM_MATURED_PAID_CLICKS,
            PolicyNumber.MINIMUM_EXPECTED_PAID_ORDERS,
            PolicyNumber.HORIZON_DAYS,
            PolicyNumber.HORIZON_SPEND,
            PolicyNumber.LOSS_CAP,
            PolicyNumber.SCALE_PROBABILITY,
            PolicyNumber.SLIPPED_SCALE_PROBABILITY,
            PolicyNumber.UNPROFITABLE_PROBABILITY,
            PolicyNumber.ECONOMIC_GATE,
            PolicyNumber.BOOST_FLOOR_PER_DAY,
            PolicyNumber.BOOST_STEP_PER_DAY,
            PolicyNumber.BOOST_CEILING_PER_DAY);

    /** Checks and copies. */
    public AdTestTerms {
        Objects.requireNonNull(budgetPerDay, "budgetPerDay");
        Objects.requireNonNull(economics, "economics");
        policy = List.copyOf(policy);
        if (!(usualCostPerClick > 0 && Double.isFinite(usualCostPerClick))) {
            throw new IllegalArgumentException("usualCostPerClick must be above 0, got " + usualCostPerClick);
        }
    }

    /**
     * One number of the policy.
     *
     * @param number which
     * @param value its value, a plain decimal
     */
    public record UsedNumber(PolicyNumber number, String value) {}

    static List<UsedNumber> used(Policy policy) {
        return USED.stream()
                .map(number -> new UsedNumber(number, policy.exact(number).toPlainString()))
                .toList();
    }

    /** The policy as it was used, with what the plan froze. */
    Policy policyFor(AdTestPlan plan) {
        Policy used = Policy.defaults();
        for (UsedNumber number : policy) {
            used = used.with(number.number, number.value);
        }
        return plan.frozenInto(used);
    }

    /** {@return ad money since the start, if known} */
    public Optional<Money> spent() {
        return Optional.ofNullable(spend);
    }

    double spentOrZero() {
        return Stream.ofNullable(spend).mapToDouble(Money::asDouble).sum();
    }
}
