package dev.flywheel.core.winner;

import dev.flywheel.core.performance.Estimate;
import dev.flywheel.core.performance.Funnel;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The place of a video, creator, hook, angle or placement in its ranking, and what stands behind it. Immutable.
 *
 * @param rank the place, from 1
 * @param name the id of the video or the name of the creator or tag
 * @param videos how many videos stand behind it
 * @param creators how many creators stand behind it
 * @param seen the totals that were observed
 * @param netContribution expected money left by what it has done so far, in the programme's currency: value of orders
 *     net of returns, commission, fee, goods and shipping, less ad spend and samples
 * @param conversionRate orders per click, or per view where clicks are unknown
 * @param contributionPer1000Views expected money per 1,000 further views, or null when views are unknown
 * @param probabilityProfitable probability that the net contribution is above zero
 * @param qValue expected share of false winners among those that are at least as surely winners; a winner's click brings
 *     more than a click costs to buy
 * @param probabilityTop probability of being among the policy's top k by net contribution
 * @param winner whether it is selected as a winner at the policy's false-discovery rate
 */
public record Standing(
        int rank,
        String name,
        int videos,
        int creators,
        Funnel seen,
        Estimate netContribution,
        Estimate conversionRate,
        @Nullable Estimate contributionPer1000Views,
        double probabilityProfitable,
        double qValue,
        double probabilityTop,
        boolean winner) {

    /** Checks. */
    public Standing {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(seen, "seen");
        Objects.requireNonNull(netContribution, "netContribution");
        Objects.requireNonNull(conversionRate, "conversionRate");
    }

    /** {@return expected money per 1,000 further views, if views are known} */
    public Optional<Estimate> perThousandViews() {
        return Optional.ofNullable(contributionPer1000Views);
    }
}
