package dev.flywheel.core.adtest;

import dev.flywheel.core.stats.GammaPrior;
import dev.flywheel.core.stats.TestPlanner;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * When a test is likely to answer, counted from its first day (statistics 2.8). A plan, no promise. Immutable.
 *
 * @param half if paid clicks convert half as well as organic ones
 * @param sixTenths if they convert six tenths as well
 * @param hold if they convert as well
 */
public record TestOutlook(Answer half, Answer sixTenths, Answer hold) {

    private static final double HALF = 0.5;
    private static final double SIX_TENTHS = 0.6;

    /**
     * What it takes.
     *
     * @param orders orders that the paid clicks would bring at the organic rate, if that rate were known
     * @param days days until then, or null when no answer is expected on this plan
     */
    public record Answer(double orders, @Nullable Double days) {

        /** {@return days until then, if an answer is expected at all} */
        public OptionalDouble daysNeeded() {
            return days == null ? OptionalDouble.empty() : OptionalDouble.of(days);
        }
    }

    static TestOutlook of(
            double alpha, double margin, GammaPrior organic, double paidClicksPerDay, double organicClicksPerDay) {
        TestPlanner drop = new TestPlanner(1, alpha);
        TestPlanner hold = new TestPlanner(1 - margin, alpha);
        return new TestOutlook(
                answer(drop, HALF, organic, paidClicksPerDay, organicClicksPerDay),
                answer(drop, SIX_TENTHS, organic, paidClicksPerDay, organicClicksPerDay),
                answer(hold, 1, organic, paidClicksPerDay, organicClicksPerDay));
    }

    private static Answer answer(
            TestPlanner planner, double truth, GammaPrior organic, double paidClicks, double organicClicks) {
        OptionalDouble days = planner.daysNeeded(truth, organic, paidClicks, organicClicks);
        return new Answer(planner.ordersNeeded(truth).orElseThrow(), days.isPresent() ? days.getAsDouble() : null);
    }

    /** {@return in words, for a fall to half and to six tenths, and for holding} */
    String words() {
        return "An answer is likely " + words(half) + " if conversion falls to half, " + words(sixTenths)
                + " at six tenths, " + words(hold) + " if it holds; these take about " + Math.round(half.orders) + ", "
                + Math.round(sixTenths.orders) + " and " + Math.round(hold.orders) + " orders at the organic rate.";
    }

    private static String words(Answer answer) {
        OptionalDouble days = answer.daysNeeded();
        if (days.isEmpty() || days.getAsDouble() > 365) {
            return "not within a year";
        }
        return "by day " + Math.max(1, Math.round(Math.ceil(days.getAsDouble())));
    }
}
