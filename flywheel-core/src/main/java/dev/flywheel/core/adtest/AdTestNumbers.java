package dev.flywheel.core.adtest;

import dev.flywheel.core.performance.Estimate;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What came out of one look at a test. Immutable.
 *
 * @param day days since the start, the first is 1
 * @param form how the arms were compared, or null when they cannot be
 * @param switchedOn the first day that is not side by side any more, or null
 * @param missing what is missing to tell the arms apart, or null
 * @param paid the paid arm; clicks of blended days included, their orders not
 * @param organic the organic arm: before the start and since
 * @param blendedOrders orders of days that are blended
 * @param expectedPaidOrders paid orders by now if paid clicks converted like organic ones
 * @param logEDrop log e-value for a drop today; it decides
 * @param logEHold log e-value for a hold today; it decides
 * @param largestLogEDrop the largest since the start, on the data as known today
 * @param largestLogEHold the largest since the start, on the data as known today
 * @param ratio paid rate / organic rate with its always-valid interval of today, or null
 * @param running the same, narrowed by the intervals of all days since the start, or null
 * @param runningBroke whether the days' intervals exclude each other: then {@code running} is that of today
 * @param probabilityProfitable probability that a paid click earns more than it costs
 * @param costPerClick what a paid click costs
 * @param valuePerOrder what an order that ads deliver leaves
 * @param expectedProfitPerDay expected profit a day at today's budget
 * @param expectedLossToDate expected loss on the clicks so far
 * @param outlook when an answer is likely
 */
public record AdTestNumbers(
        long day,
        @Nullable AdTestForm form,
        @Nullable LocalDate switchedOn,
        @Nullable String missing,
        Arm paid,
        Arm organic,
        long blendedOrders,
        double expectedPaidOrders,
        double logEDrop,
        double logEHold,
        double largestLogEDrop,
        double largestLogEHold,
        @Nullable Estimate ratio,
        @Nullable Estimate running,
        boolean runningBroke,
        double probabilityProfitable,
        double costPerClick,
        double valuePerOrder,
        Estimate expectedProfitPerDay,
        double expectedLossToDate,
        TestOutlook outlook) {

    /** {@return how the arms were compared, if they can be} */
    public Optional<AdTestForm> comparedBy() {
        return Optional.ofNullable(form);
    }

    /** {@return the running interval of paid rate / organic rate, if the arms can be compared} */
    public Optional<Estimate> runningRatio() {
        return Optional.ofNullable(running);
    }
}
