package dev.flywheel.core.adtest;

import static dev.flywheel.core.adtest.SimulatedBoost.COST_PER_CLICK;
import static dev.flywheel.core.adtest.SimulatedBoost.PRIOR;
import static dev.flywheel.core.adtest.SimulatedBoost.TEST_DAYS;
import static dev.flywheel.core.adtest.SimulatedBoost.VALUE;

import dev.flywheel.core.Portfolio;
import dev.flywheel.core.adtest.AdTestReading.Move;
import dev.flywheel.core.program.DropPolicy;
import dev.flywheel.core.program.Policy;
import dev.flywheel.core.stats.PaidEconomics;
import dev.flywheel.core.stats.RatioPrior;
import dev.flywheel.core.stats.SparkTest;
import dev.flywheel.core.stats.SparkTotals;
import java.util.List;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** Ways to decide each day of a test whether a boost stops, stays or grows, and on its last day whether it goes on. */
enum BoostRule {
    /** Stops when a daily z-test finds a drop at .05, and scales what is left after the test. */
    NAIVE_Z("z-test every day, then scale all", 2236) {
        @Override
        Move move(Look look) {
            return NormalDistribution.of(0, 1).cumulativeProbability(z(look.totals)) < 0.05
                    ? Move.STOP
                    : look.scaleAtEnd();
        }
    },
    /** Stops when the e-process finds a drop, and scales what is left after the test. */
    E_PROCESS("e-process, then scale all", 2616) {
        @Override
        Move move(Look look) {
            return look.logE(DROP) >= SparkTest.threshold(0.10) ? Move.STOP : look.scaleAtEnd();
        }
    },
    /** The verdict table as the brand's rule has it. */
    STRICT("verdict table, STRICT", 2736) {
        @Override
        Move move(Look look) {
            return byTable(new VerdictTable(Policy.defaults().with(DropPolicy.STRICT)), look);
        }
    },
    /** The verdict table, which lets a boost that dropped go on while it earns. */
    ECONOMIC("verdict table, ECONOMIC", 2835) {
        @Override
        Move move(Look look) {
            return byTable(new VerdictTable(Policy.defaults().with(DropPolicy.ECONOMIC)), look);
        }
    },
    /** Asks for nothing but expected money. */
    BAYES("expected profit alone", 2929) {
        @Override
        Move move(Look look) {
            double profitable = look.probabilityProfitable();
            if (look.day() == TEST_DAYS) {
                return look.profitPerClick() > 0 ? Move.SCALE : Move.STOP;
            }
            return profitable < 0.05 ? Move.STOP : profitable >= 0.80 ? Move.SCALE : Move.KEEP;
        }
    },
    /** Knows the truth. */
    ORACLE("oracle", 3028) {
        @Override
        Move move(Look look) {
            return look.boost.profitPerClick() > 0 ? Move.SCALE : Move.STOP;
        }
    };

    private static final SparkTest DROP = SparkTest.drop(1, PRIOR);
    private static final SparkTest HOLD = SparkTest.hold(0.8, PRIOR);

    final String words;
    /** Dollars a video in statistics 2.7. */
    final double figure;

    BoostRule(String words, double figure) {
        this.words = words;
        this.figure = figure;
    }

    /** {@return what to do from tomorrow on} */
    abstract Move move(Look look);

    private static Move byTable(VerdictTable table, Look look) {
        VerdictTable.Numbers numbers = look.numbers();
        Move move = table.move(table.verdict(numbers), numbers, Portfolio.usd(String.valueOf(look.budget)));
        return move == Move.KEEP ? look.scaleAtEnd() : move;
    }

    private static double z(SparkTotals t) {
        double pooled = (t.organicOrders() + t.paidOrders()) / (t.organicExposure() + t.paidExposure());
        double variance = pooled * (1 - pooled) * (1 / t.organicExposure() + 1 / t.paidExposure());
        return (t.paidOrders() / t.paidExposure() - t.organicOrders() / t.organicExposure()) / Math.sqrt(variance);
    }

    /** A boost on the evening of a day of its test. */
    record Look(SimulatedBoost boost, int day, int spent, int budget, SparkTotals totals, PaidEconomics economics) {

        static Look at(SimulatedBoost boost, List<Integer> budgets) {
            SparkTotals totals = boost.after(budgets);
            return new Look(
                    boost,
                    budgets.size(),
                    budgets.stream().mapToInt(Integer::intValue).sum(),
                    budgets.get(budgets.size() - 1),
                    totals,
                    PaidEconomics.of(PRIOR, RatioPrior.DEFAULT, totals, 1));
        }

        Move scaleAtEnd() {
            return day == TEST_DAYS ? Move.SCALE : Move.KEEP;
        }

        double logE(SparkTest test) {
            return test.logE(totals, 1);
        }

        double probabilityProfitable() {
            return economics.probabilityProfitable(new double[] {VALUE}, COST_PER_CLICK);
        }

        double profitPerClick() {
            return economics.expectedRate() * VALUE - COST_PER_CLICK;
        }

        VerdictTable.Numbers numbers() {
            double organicRate = (PRIOR.shape() + totals.organicOrders()) / (PRIOR.rate() + totals.organicExposure());
            return new VerdictTable.Numbers(
                    day,
                    spent,
                    totals.paidExposure(),
                    organicRate * totals.paidExposure(),
                    logE(DROP),
                    logE(HOLD),
                    probabilityProfitable(),
                    profitPerClick() * SimulatedBoost.clicks(budget),
                    -totals.paidExposure() * profitPerClick());
        }
    }
}
