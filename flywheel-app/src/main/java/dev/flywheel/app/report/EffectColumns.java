package dev.flywheel.app.report;

import dev.flywheel.core.learning.TagEffect;
import java.util.List;

/** The table of what hooks, angles, placements and formats do, the same in text and on the page. */
final class EffectColumns {

    /** What stands beside every such table. */
    static final String NOTE =
            "How often a click becomes an order, against the average tag of its kind; ranges hold the"
                    + " true number with 80% probability. It is said to be better or worse only where the direction is wrong with"
                    + " less than 5% probability and at least three creators stand behind it. Creators choose hooks themselves and"
                    + " placements differ by product, so part of an effect may be theirs.";

    private EffectColumns() {}

    static List<Column<TagEffect>> all() {
        return List.of(
                Column.text("Kind", effect -> Words.constant(effect.factor().name())),
                Column.text("Tag", TagEffect::level),
                Column.number("Times the average", effect -> Words.times(effect.multiplier())),
                Column.number("Better", effect -> Words.probability(effect.probabilityBetter())),
                Column.number("Videos", effect -> Words.count(effect.videos())),
                Column.number("Creators", effect -> Words.count(effect.creators())),
                Column.text("Claim", EffectColumns::claim));
    }

    private static String claim(TagEffect effect) {
        return !effect.isClaim() ? "none" : effect.probabilityBetter() > 0.5 ? "better" : "worse";
    }
}
