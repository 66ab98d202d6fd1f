package dev.flywheel.core.adtest;

import dev.flywheel.core.program.Policy;
import dev.flywheel.core.program.PolicyNumber;
import java.util.Currency;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * The numbers of the policy that divide the daily ad money. Amounts are whole minor units a day, such as cents. Immutable.
 *
 * @param floor the least that a boost runs on
 * @param ceiling the most
 * @param stepUp the most by which a boost may rise in a day
 * @param levelStep how far two levels between floor and ceiling are apart
 * @param hysteresis the gain a day that a change of a running budget must exceed
 * @param explorationShare share of the cap that is given out to learn which boost is best
 */
public record BudgetRules(
        long floor, long ceiling, long stepUp, long levelStep, long hysteresis, double explorationShare) {

    /** Statistics 3 wants one slot of 50 from 150 on: a slot is never more than a third of the money. */
    private static final int SLOTS_IN_SMALLEST_CAP = 3;

    private static final int MOST_LEVELS = 100;

    /** Checks. */
    public BudgetRules {
        if (floor < 1 || stepUp < 1 || levelStep < 1 || hysteresis < 0) {
            throw new IllegalArgumentException(
                    "floor, stepUp and levelStep must be at least 1 and hysteresis at least 0," + " got " + floor + ", "
                            + stepUp + ", " + levelStep + ", " + hysteresis);
        }
        if (!(explorationShare >= 0 && explorationShare <= 1)) {
            throw new IllegalArgumentException("explorationShare must be in [0, 1], got " + explorationShare);
        }
    }

    /**
     * The rules of a policy.
     *
     * @param policy the policy
     * @param currency the programme's currency
     * @return the rules
     */
    public static BudgetRules of(Policy policy, Currency currency) {
        return new BudgetRules(
                Math.max(1, minor(policy, PolicyNumber.BOOST_FLOOR_PER_DAY, currency)),
                minor(policy, PolicyNumber.BOOST_CEILING_PER_DAY, currency),
                Math.max(1, minor(policy, PolicyNumber.BOOST_STEP_PER_DAY, currency)),
                Math.max(1, minor(policy, PolicyNumber.BUDGET_LEVEL_STEP, currency)),
                minor(policy, PolicyNumber.BUDGET_HYSTERESIS, currency),
                policy.number(PolicyNumber.BUDGET_EXPLORATION_SHARE));
    }

    private static long minor(Policy policy, PolicyNumber number, Currency currency) {
        return policy.money(number, currency).minorUnits();
    }

    /** The levels from floor to ceiling that lie between two amounts, both included when they are levels themselves. */
    NavigableSet<Long> levels(long from, long to) {
        NavigableSet<Long> levels = new TreeSet<>();
        // A currency of small units under unchanged steps would make thousands of levels: they are spread wider then.
        long step = levelStep * Math.max(1, (ceiling - floor) / levelStep / MOST_LEVELS);
        for (long level = floor; level <= Math.min(to, ceiling); level += step) {
            if (level >= from) {
                levels.add(level);
            }
        }
        return levels;
    }

    /** How many slots of the size of the floor are given out to learn. */
    long slots(long cap) {
        long share = (long) (explorationShare * cap) / floor;
        boolean atLeastOne = explorationShare > 0 && cap >= SLOTS_IN_SMALLEST_CAP * floor;
        return Math.max(share, atLeastOne ? 1 : 0);
    }
}
