package dev.flywheel.core.cycle;

import dev.flywheel.core.learning.CellOutlook;
import dev.flywheel.core.learning.TagEffect;
import dev.flywheel.core.performance.Estimate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What hooks, angles, placements and formats do, as people say it; a claim only where the model and the creators carry it. */
final class EffectWords {

    /** What no model can part (statistics 4); it stands beside every effect. */
    static final String CONFOUNDING = "Creators choose hooks themselves and placements differ by product, so part of an"
            + " effect may be theirs. Where creators follow the lot of the briefs, it is the tag's own.";

    private EffectWords() {}

    /** One effect with its interval and counts. */
    static String text(TagEffect effect) {
        String kind = effect.factor().name().toLowerCase(Locale.ROOT);
        String who = kind + " '" + effect.level() + "'";
        String counts = Facts.number(effect.videos())
                + (effect.videos() == 1 ? " video of " : " videos of ")
                + Facts.number(effect.creators())
                + (effect.creators() == 1 ? " creator" : " creators");
        if (effect.videos() == 0) {
            return who + ": no video shows yet how it converts; " + kind + "s of the brand mostly lie between "
                    + times(effect.multiplier().low()) + " and "
                    + times(effect.multiplier().high()) + " times the average.";
        }
        if (effect.isClaim()) {
            return who + " converts " + times(effect.multiplier()) + " as well as the average " + kind + ", " + counts
                    + ".";
        }
        return who + ": " + times(effect.multiplier()) + " the average " + kind + ", " + counts + "; no claim, "
                + whyNot(effect) + ".";
    }

    private static String whyNot(TagEffect effect) {
        return effect.creators() < TagEffect.CREATORS_FOR_A_CLAIM
                ? TagEffect.CREATORS_FOR_A_CLAIM + " creators are needed"
                : "the opposite is true with probability " + Facts.percent(effect.lfsr());
    }

    /** All claims in one sentence each, or that there is none. */
    static PhaseReport.Fact claims(List<TagEffect> effects) {
        List<TagEffect> claims = effects.stream().filter(TagEffect::isClaim).toList();
        long known = effects.stream().filter(effect -> effect.videos() > 0).count();
        String sentences = claims.stream().map(EffectWords::text).collect(Collectors.joining(" "));
        return Facts.count(
                "claims",
                "of " + known + " hooks, angles, placements and formats differ surely enough from the average"
                        + (claims.isEmpty() ? "." : ": " + sentences),
                claims.size());
    }

    /** The combination that most probably converts best of those that were tried. */
    static PhaseReport.Fact best(CellOutlook best, Currency currency, boolean perView) {
        return Facts.words(
                "bestCombination",
                "Of the combinations tried, hook '" + best.cell().hook() + "', angle '"
                        + best.cell().angle() + "', placement '" + best.cell().placement()
                        + "' converts best with probability "
                        + Facts.percent(best.probabilityBest()) + ": " + times(best.multiplier())
                        + " average tags, and 1,000 " + (perView ? "views" : "clicks") + " leave "
                        + Facts.text(best.contributionPerThousand()) + " " + currency + " (" + videos(best.videos())
                        + ").");
    }

    static String videos(int count) {
        return Facts.number(count) + (count == 1 ? " video" : " videos");
    }

    /** {@code 1.40 times (1.10 to 1.80)}. */
    static String times(Estimate multiplier) {
        return times(multiplier.mean()) + " times (" + times(multiplier.low()) + " to " + times(multiplier.high())
                + ")";
    }

    private static String times(double number) {
        return String.format(Locale.ROOT, "%.2f", number);
    }
}
