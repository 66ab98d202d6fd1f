package dev.flywheel.core.adtest;

import dev.flywheel.core.money.Money;
import dev.flywheel.core.performance.VideoHistory;
import dev.flywheel.core.program.Policy;
import dev.flywheel.core.winner.OrderEconomics;
import java.time.LocalDate;
import java.util.Objects;

/**
 * One boost under test: does paid traffic convert like organic traffic did and does? Its {@link AdTestPlan} is fixed when
 * it starts, which is what allows looking every day (statistics 2.2). Immutable and thread-safe.
 *
 * <p>Both arms must count the same kind of click. A history never mixes sources with different clicks, and where it
 * knows views only the test refuses; whether an ad report's clicks are the shop's product clicks is for the source to
 * know, and cannot be told here.
 */
public final class AdTest {

    private final AdTestPlan plan;
    private final AdTestStart start;
    private final OrderEconomics economics;
    private final Policy policy;
    private final double usualCostPerClick;

    /**
     * A test that runs.
     *
     * @param plan what was fixed at its start
     * @param start the boost, with its budget of today
     * @param economics what its orders leave
     * @param policy the policy of today; what the plan fixed holds before it
     * @param usualCostPerClick what a click of this brand usually costs, above zero
     * @throws IllegalArgumentException when plan and boost are of different videos
     */
    public AdTest(
            AdTestPlan plan, AdTestStart start, OrderEconomics economics, Policy policy, double usualCostPerClick) {
        if (!plan.video().equals(start.video())) {
            throw new IllegalArgumentException("start must be of video " + plan.video() + ", got " + start.video());
        }
        this.plan = plan;
        this.start = start;
        this.economics = Objects.requireNonNull(economics, "economics");
        this.policy = Objects.requireNonNull(policy, "policy");
        this.usualCostPerClick = usualCostPerClick;
    }

    /**
     * Looks at the evidence of a day.
     *
     * @param history what is known of the video
     * @param asOf the day, not before the start
     * @return what the test says
     */
    public AdTestReading read(VideoHistory history, LocalDate asOf) {
        Money spend = history.knowsSpend() ? history.spendSince(plan.startedOn()) : null;
        AdTestTerms terms =
                new AdTestTerms(start.budgetPerDay(), spend, economics, usualCostPerClick, AdTestTerms.used(policy));
        AdTestRecord record = AdTestDecision.take(plan, ArmsOfVideo.read(history, plan, asOf), terms);
        return AdTestReading.of(start, record);
    }
}
