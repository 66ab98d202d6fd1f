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
 * @param evidence whether any clicks or views stand behind the conversion rate; without, it is that of its likes
 * @param contributionPer1000Views expected money per 1,000 further views, or null when views are unknown
 * @param profitPerAdDollar expected money that one unit of the currency spent on ads leaves beyond itself, at what is
 *     usual for paid traffic, or null for groups and for a video whose clicks are unknown
 * @param leftPerSample net contribution per sample sent, or null for all but creators with samples on record
 * @param probabilityProfitable probability that the net contribution is above zero
 * @param qValue expected share of false winners among those that are at least as surely winners; a winner's click brings
 *     more than a click costs to buy
 * @param expectedRank the place by net contribution, with the uncertainty of its own numbers and of all others'
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
        boolean evidence,
        @Nullable Estimate contributionPer1000Views,
        @Nullable Estimate profitPerAdDollar,
        @Nullable Estimate leftPerSample,
        double probabilityProfitable,
        double qValue,
        Estimate expectedRank,
        double probabilityTop,
        boolean winner) {

    /** Checks. */
    public Standing {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(seen, "seen");
        Objects.requireNonNull(netContribution, "netContribution");
        Objects.requireNonNull(conversionRate, "conversionRate");
        Objects.requireNonNull(expectedRank, "expectedRank");
    }

    /** {@return expected money per 1,000 further views, if views are known} */
    public Optional<Estimate> perThousandViews() {
        return Optional.ofNullable(contributionPer1000Views);
    }

    /** {@return expected money that a unit of the currency spent on ads leaves beyond itself, if it can be told} */
    public Optional<Estimate> perAdDollar() {
        return Optional.ofNullable(profitPerAdDollar);
    }

    /** {@return net contribution per sample sent, for creators with samples on record} */
    public Optional<Estimate> perSample() {
        return Optional.ofNullable(leftPerSample);
    }
}
