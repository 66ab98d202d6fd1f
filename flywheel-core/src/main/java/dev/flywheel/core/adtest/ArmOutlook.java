package dev.flywheel.core.adtest;

import dev.flywheel.core.stats.PaidEconomics;
import dev.flywheel.core.stats.ResponseCurve;
import dev.flywheel.core.stats.ResponseExponent;
import dev.flywheel.core.stats.SeededDraws;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One boost with its posterior worked out: which budgets are open to it, what each is expected to bring, and draws. */
final class ArmOutlook {

    /** Of a boost of which nothing is known: no clicks, no orders. */
    private static final Draw NOTHING = new Draw(0, 0, 1);

    private final BudgetArm arm;
    private final BudgetRules rules;
    private final double minorPerMajor;
    private final @Nullable PaidBelief belief;
    private final @Nullable PaidEconomics posterior;
    private final ResponseExponent exponent;
    private final Draw expectation;
    private final SeededDraws stream;
    private final Draw ofTheDay;

    ArmOutlook(BudgetArm arm, BudgetRules rules, double minorPerMajor, ResponseExponent exponent, long seed) {
        this.arm = arm;
        this.rules = rules;
        this.minorPerMajor = minorPerMajor;
        this.exponent = exponent;
        belief = arm.belief();
        posterior = belief == null ? null : belief.posterior();
        expectation = belief == null || posterior == null
                ? NOTHING
                : new Draw(posterior.expectedRate(), belief.orderValue(), exponent.mean());
        // One stream for each video: another video changes nothing here.
        stream = SeededDraws.of(seed, arm.video().value());
        ofTheDay = draw(stream);
    }

    BudgetArm arm() {
        return arm;
    }

    boolean is(BudgetArm.Standing standing) {
        return arm.standing() == standing;
    }

    /** What it costs if nothing is decided: today's budget, but never above the ceiling. */
    long stay() {
        if (is(BudgetArm.Standing.UNSEEN)) {
            return arm.todayPerDay();
        }
        return arm.runs() ? Math.min(arm.todayPerDay(), rules.ceiling()) : 0;
    }

    /** The most it may rise to today. */
    long top() {
        return is(BudgetArm.Standing.RISING)
                ? Math.max(stay(), Math.min(rules.ceiling(), stay() + rules.stepUp()))
                : stay();
    }

    /** Budgets that its verdict leaves open, in increasing order; nothing is one of them where it may end. */
    NavigableSet<Long> levels(boolean capIsTooSmall) {
        NavigableSet<Long> levels = new TreeSet<>();
        levels.add(stay());
        switch (arm.standing()) {
            case NEW -> {
                if (!capIsTooSmall && expectedProfit(arm.startPerDay()) > 0) {
                    levels.add(arm.startPerDay());
                }
            }
            case UNSEEN, TESTED -> {
                if (capIsTooSmall) {
                    levels.add(0L);
                }
            }
            case SETTLED, RISING -> {
                levels.add(0L);
                levels.addAll(rules.levels(rules.floor(), capIsTooSmall ? stay() : top()));
                levels.add(capIsTooSmall ? stay() : top());
            }
            case ENDS -> {}
        }
        return levels;
    }

    double expectedProfit(long perDay) {
        return profit(expectation, perDay);
    }

    double drawnProfit(long perDay) {
        return profit(ofTheDay, perDay);
    }

    Draw ofTheDay() {
        return ofTheDay;
    }

    /** The next draw of its stream. */
    Draw nextDraw() {
        return draw(stream);
    }

    Draw draw(SeededDraws from) {
        if (belief == null || posterior == null) {
            return NOTHING;
        }
        double rate = posterior.draw(from);
        double value = belief.orderValues().get(from.index(belief.orderValues().size()));
        return new Draw(rate, value, exponent.draw(from));
    }

    double profit(Draw draw, long perDay) {
        if (belief == null || perDay == 0) {
            return 0;
        }
        return new ResponseCurve(belief.pricedAtPerDay(), belief.costPerClick(), draw.exponent)
                .profit(perDay / minorPerMajor, draw.rate * draw.orderValue);
    }

    /** What is uncertain about a boost, as if it were known. */
    record Draw(double rate, double orderValue, double exponent) {}
}
