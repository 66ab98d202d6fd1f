package dev.flywheel.core.adtest;

import dev.flywheel.core.content.VideoId;
import dev.flywheel.core.program.DropPolicy;
import dev.flywheel.core.program.Policy;
import dev.flywheel.core.program.PolicyNumber;
import dev.flywheel.core.stats.GammaPrior;
import dev.flywheel.core.stats.RatioConfidenceSequence;
import dev.flywheel.core.stats.RatioPrior;
import dev.flywheel.core.stats.SparkTest;
import dev.flywheel.core.winner.RateBelief;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is fixed when an ad test starts and never moves while it runs: that predictability is what makes daily looks
 * harmless (statistics 2.2 and 8). All of it comes from evidence dated before the start. Immutable.
 *
 * <p>The lag curve of orders is not part of it. It is no assumption that a result could bend but an estimate of how much
 * of the evidence has been seen; today's estimate replaces yesterday's for old days and new ones alike, and it errs on
 * the slow side.
 *
 * @param video the boosted video
 * @param startedOn the first day of the test
 * @param kind how the boost is delivered
 * @param organicPrior what was believed of the organic rate of such a video, without its own orders
 * @param past what past tests said of the ratio
 * @param grid the name of the grid of ratios, fixed by the engine
 * @param alpha the accepted probability of a false stop, and of a false hold
 * @param margin the loss of conversion that still counts as holding
 * @param dayNoise how much wilder days are than chance alone
 * @param dropPolicy whether a drop stops a boost that pays
 * @param offer what was sold when the test started
 * @param restart why this test took the place of an earlier one, or null
 */
public record AdTestPlan(
        VideoId video,
        LocalDate startedOn,
        AdTestStart.Kind kind,
        RateBelief organicPrior,
        PastTests past,
        String grid,
        double alpha,
        double margin,
        DayNoiseBelief dayNoise,
        DropPolicy dropPolicy,
        AdTestOffer offer,
        @Nullable Restart restart) {

    /** The grids of {@link SparkTest} and {@link RatioConfidenceSequence}. */
    public static final String GRID = "drop 64 from .05r to r, hold 64 from r to 5r, interval 129 from .05 to 5";

    /** Checks. */
    public AdTestPlan {
        Objects.requireNonNull(video, "video");
        Objects.requireNonNull(startedOn, "startedOn");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(organicPrior, "organicPrior");
        Objects.requireNonNull(past, "past");
        Objects.requireNonNull(dayNoise, "dayNoise");
        Objects.requireNonNull(dropPolicy, "dropPolicy");
        Objects.requireNonNull(offer, "offer");
    }

    /**
     * Fixes a plan with the policy of today.
     *
     * @param start the boost
     * @param organicPrior what was believed of the organic rate the day before the start
     * @param policy the policy
     * @param past what tests that ended before the start said
     * @param dayNoise the noise of days before the start
     * @param offer what is sold
     * @param restart why an earlier test ended, or null
     * @return the plan
     */
    public static AdTestPlan of(
            AdTestStart start,
            RateBelief organicPrior,
            Policy policy,
            PastTests past,
            DayNoiseBelief dayNoise,
            AdTestOffer offer,
            @Nullable Restart restart) {
        return new AdTestPlan(
                start.video(),
                restart == null ? start.startedOn() : restart.day(),
                start.kind(),
                organicPrior,
                past,
                GRID,
                policy.number(PolicyNumber.ALPHA),
                policy.number(PolicyNumber.MARGIN),
                dayNoise,
                policy.dropPolicy(),
                offer,
                restart);
    }

    /**
     * A test that began anew because what is sold changed.
     *
     * @param day the first day of the new offer; organic orders before it say nothing about the new rate
     * @param why what changed, in words
     */
    public record Restart(LocalDate day, String why) {

        /** Checks. */
        public Restart {
            Objects.requireNonNull(day, "day");
            Objects.requireNonNull(why, "why");
        }
    }

    /** {@return why this test took the place of an earlier one, if it did} */
    public Optional<Restart> restarted() {
        return Optional.ofNullable(restart);
    }

    /** {@return the first day of organic evidence that is comparable} */
    LocalDate baselineSince() {
        return restart == null ? LocalDate.MIN : restart.day();
    }

    /** The policy of today with what this plan froze. */
    Policy frozenInto(Policy policy) {
        return policy.with(PolicyNumber.ALPHA, BigDecimal.valueOf(alpha))
                .with(PolicyNumber.MARGIN, BigDecimal.valueOf(margin))
                .with(dropPolicy);
    }

    double eta() {
        return dayNoise.eta();
    }

    GammaPrior prior() {
        return new GammaPrior(organicPrior.shape(), organicPrior.rate());
    }

    SparkTest dropTest() {
        SparkTest test = SparkTest.drop(1, prior());
        return past.learned() ? test.withAlternative(ratioPrior()) : test;
    }

    SparkTest holdTest() {
        SparkTest test = SparkTest.hold(1 - margin, prior());
        return past.learned() ? test.withAlternative(ratioPrior()) : test;
    }

    RatioPrior ratioPrior() {
        return new RatioPrior(past.centre(), past.sd());
    }

    RatioConfidenceSequence interval() {
        return new RatioConfidenceSequence(prior());
    }
}
