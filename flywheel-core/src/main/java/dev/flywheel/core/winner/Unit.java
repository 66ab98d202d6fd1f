package dev.flywheel.core.winner;

import dev.flywheel.core.performance.Funnel;
import java.util.List;

/** A video, or several videos that share a creator or tag, with everything a standing needs. */
record Unit(
        String name,
        List<VideoOutlook> outlooks,
        Funnel seen,
        RateBelief rate,
        OrderEconomics economics,
        ConversionModel.Tally tally,
        double clicksOfSeenViews,
        double viewsOfSeenClicks,
        double fixedCost,
        double samples,
        boolean boostable) {

    Unit partOf(String group, double itsSamples) {
        return new Unit(
                group,
                outlooks,
                seen,
                rate,
                economics,
                tally,
                clicksOfSeenViews,
                viewsOfSeenClicks,
                fixedCost,
                itsSamples,
                boostable);
    }

    Unit believed(RateBelief other) {
        return new Unit(
                name,
                outlooks,
                seen,
                other,
                economics,
                tally,
                clicksOfSeenViews,
                viewsOfSeenClicks,
                fixedCost,
                samples,
                boostable);
    }
}
