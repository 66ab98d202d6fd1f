package dev.flywheel.app.report;

import dev.flywheel.core.performance.Estimate;
import dev.flywheel.core.performance.Funnel;
import dev.flywheel.core.roster.CreatorId;
import dev.flywheel.core.winner.Rankings;
import dev.flywheel.core.winner.Standing;
import java.util.Currency;
import java.util.List;
import java.util.function.Function;

/**
 * One column of a table for people.
 *
 * @param heading its heading
 * @param number whether it is aligned as a number
 * @param cell the text of a row
 * @param <T> what a row shows
 */
record Column<T>(String heading, boolean number, Function<T, String> cell) {
    static <T> Column<T> text(String heading, Function<T, String> cell) {
        return new Column<>(heading, false, cell);
    }

    static <T> Column<T> number(String heading, Function<T, String> cell) {
        return new Column<>(heading, true, cell);
    }

    /** The columns of the ranking of videos. */
    static List<Column<Rankings.VideoStanding>> ofVideos(Currency currency) {
        return List.of(
                number("Rank", place -> rank(place.standing())),
                text("Video", place -> place.video().id().value()),
                text(
                        "Creator",
                        place -> place.video().creator().map(CreatorId::value).orElse(Words.UNKNOWN)),
                number("Views", place -> Words.count(place.standing().seen(), Funnel.Count.VIEWS)),
                number("Clicks", place -> Words.count(place.standing().seen(), Funnel.Count.CLICKS)),
                number("Orders", place -> Words.count(place.standing().seen(), Funnel.Count.ORDERS)),
                number("GMV", place -> Words.money(place.standing().seen().get(Funnel.Amount.GMV))),
                number("Conversion", place -> conversion(place.standing())),
                number(
                        "Net contribution, " + currency,
                        place -> Words.amounts(place.standing().netContribution(), currency)),
                number(
                        "Per 1,000 views, " + currency,
                        place -> place.standing()
                                .perThousandViews()
                                .map(estimate -> Words.amounts(estimate, currency))
                                .orElse(Words.UNKNOWN)),
                number("Profitable", place -> Words.probability(place.standing().probabilityProfitable())),
                text("Winner", place -> winner(place.standing())));
    }

    /** The columns of the ranking of creators, hooks, angles or placements. */
    static List<Column<Standing>> ofGroup(String name, Currency currency) {
        return List.of(
                number("Rank", Column::rank),
                text(name, Standing::name),
                number("Videos", standing -> Words.count(standing.videos())),
                number("Views", standing -> Words.count(standing.seen(), Funnel.Count.VIEWS)),
                number("Orders", standing -> Words.count(standing.seen(), Funnel.Count.ORDERS)),
                number("Conversion", Column::conversion),
                number(
                        "Net contribution, " + currency,
                        standing -> Words.amounts(standing.netContribution(), currency)),
                number("Profitable", standing -> Words.probability(standing.probabilityProfitable())),
                text("Winner", Column::winner));
    }

    /** The place, and in brackets the places that it may well have in truth. */
    private static String rank(Standing standing) {
        Estimate expected = standing.expectedRank();
        String place = Words.count(standing.rank());
        return expected.low() == expected.high()
                ? place
                : place + " (" + Words.count(Math.round(expected.low())) + " to "
                        + Words.count(Math.round(expected.high())) + ")";
    }

    private static String conversion(Standing standing) {
        return standing.evidence() ? Words.rates(standing.conversionRate()) : "no evidence";
    }

    private static String winner(Standing standing) {
        return standing.winner() ? "winner" : "";
    }
}
