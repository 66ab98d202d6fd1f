package dev.flywheel.core.adtest;

import dev.flywheel.core.adtest.AdTestReading.Move;
import dev.flywheel.core.money.Money;
import dev.flywheel.core.program.DropPolicy;
import dev.flywheel.core.program.Policy;
import dev.flywheel.core.program.PolicyNumber;

/**
 * Where it is decided that a boost stops, stays or grows: the table of statistics 2.7 on numbers that were worked out
 * elsewhere. Pure.
 */
final class VerdictTable {

    private final Policy policy;

    VerdictTable(Policy policy) {
        this.policy = policy;
    }

    AdTestVerdict verdict(Numbers seen) {
        double threshold = -Math.log(policy.number(PolicyNumber.ALPHA));
        boolean enough = enoughData(seen);
        boolean dropped = enough && seen.logEDrop >= threshold;
        boolean holds = seen.logEHold >= threshold;
        if (dropped && !holds) {
            return new AdTestVerdict.Dropped();
        }
        boolean hopeless = enough && seen.probabilityProfitable < policy.number(PolicyNumber.UNPROFITABLE_PROBABILITY);
        if (hopeless || lostTooMuch(seen)) {
            return new AdTestVerdict.Unprofitable();
        }
        if (holds) {
            return dropped ? new AdTestVerdict.SlippedWithinMargin() : new AdTestVerdict.Holds();
        }
        boolean horizon = seen.day >= policy.count(PolicyNumber.HORIZON_DAYS)
                || seen.spend >= policy.number(PolicyNumber.HORIZON_SPEND);
        return horizon ? new AdTestVerdict.Inconclusive() : new AdTestVerdict.Testing();
    }

    Move move(AdTestVerdict verdict, Numbers seen, Money today) {
        Move wanted = verdict.match(new MoveOf(seen));
        int againstCeiling = today.compareTo(ceiling(today));
        if (wanted != Move.STOP && againstCeiling > 0) {
            return Move.LOWER;
        }
        return wanted == Move.SCALE && againstCeiling == 0 ? Move.KEEP : wanted;
    }

    /** The budget that follows: at most one step up, never above the ceiling, zero when stopped. */
    Money budget(Move move, Money today) {
        if (move == Move.STOP) {
            return Money.zero(today.currency());
        }
        Money ceiling = ceiling(today);
        Money next = move == Move.SCALE
                ? today.plus(policy.money(PolicyNumber.BOOST_STEP_PER_DAY, today.currency()))
                : today;
        return next.compareTo(ceiling) > 0 ? ceiling : next;
    }

    private Money ceiling(Money today) {
        return policy.money(PolicyNumber.BOOST_CEILING_PER_DAY, today.currency());
    }

    private boolean lostTooMuch(Numbers seen) {
        return seen.expectedLossToDate > policy.number(PolicyNumber.LOSS_CAP);
    }

    private boolean enoughData(Numbers seen) {
        return seen.day >= policy.count(PolicyNumber.MINIMUM_TEST_DAYS)
                && seen.maturedPaidClicks >= policy.number(PolicyNumber.MINIMUM_MATURED_PAID_CLICKS)
                && seen.expectedPaidOrders >= policy.number(PolicyNumber.MINIMUM_EXPECTED_PAID_ORDERS);
    }

    /**
     * What the table looks at.
     *
     * @param day days since the start, the first is 1
     * @param spend money spent so far
     * @param maturedPaidClicks paid clicks whose orders can have been seen
     * @param expectedPaidOrders paid orders by now if paid clicks converted like organic ones
     * @param logEDrop log e-value for a drop
     * @param logEHold log e-value for a hold
     * @param probabilityProfitable probability that a paid click earns more than it costs
     * @param expectedProfitPerDay expected profit a day at today's budget
     * @param expectedLossToDate expected loss on the clicks so far
     */
    record Numbers(
            long day,
            double spend,
            double maturedPaidClicks,
            double expectedPaidOrders,
            double logEDrop,
            double logEHold,
            double probabilityProfitable,
            double expectedProfitPerDay,
            double expectedLossToDate) {}

    private final class MoveOf implements AdTestVerdict.Cases<Move> {

        private final Numbers seen;

        MoveOf(Numbers seen) {
            this.seen = seen;
        }

        @Override
        public Move testing(AdTestVerdict.Testing verdict) {
            return Move.KEEP;
        }

        @Override
        public Move holds(AdTestVerdict.Holds verdict) {
            return atLeast(PolicyNumber.SCALE_PROBABILITY) ? Move.SCALE : Move.KEEP;
        }

        @Override
        public Move dropped(AdTestVerdict.Dropped verdict) {
            boolean pays = policy.dropPolicy() == DropPolicy.ECONOMIC
                    && atLeast(PolicyNumber.ECONOMIC_GATE)
                    && !lostTooMuch(seen);
            return pays ? Move.KEEP : Move.STOP;
        }

        @Override
        public Move slippedWithinMargin(AdTestVerdict.SlippedWithinMargin verdict) {
            return atLeast(PolicyNumber.SLIPPED_SCALE_PROBABILITY) ? Move.SCALE : Move.STOP;
        }

        @Override
        public Move unprofitable(AdTestVerdict.Unprofitable verdict) {
            return Move.STOP;
        }

        @Override
        public Move inconclusive(AdTestVerdict.Inconclusive verdict) {
            return seen.expectedProfitPerDay > 0 ? Move.KEEP : Move.STOP;
        }

        @Override
        public Move insufficientAttribution(AdTestVerdict.InsufficientAttribution verdict) {
            return Move.KEEP;
        }

        private boolean atLeast(PolicyNumber probability) {
            return seen.probabilityProfitable >= policy.number(probability);
        }
    }
}
