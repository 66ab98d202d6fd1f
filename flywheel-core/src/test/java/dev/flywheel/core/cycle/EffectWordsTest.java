package dev.flywheel.core.cycle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.flywheel.core.content.CreativeTags.Factor;
import dev.flywheel.core.learning.BriefCell;
import dev.flywheel.core.learning.CellOutlook;
import dev.flywheel.core.learning.TagEffect;
import dev.flywheel.core.performance.Estimate;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

final class EffectWordsTest {

    private static TagEffect hook(double lfsr, int videos, int creators) {
        return new TagEffect(Factor.HOOK, "proof", new Estimate(1.4, 1.1, 1.8, 0.8), 1 - lfsr, lfsr, videos, creators);
    }

    @Test
    void claims_with_interval_and_counts() {
        assertEquals(
                "hook 'proof' converts 1.40 times (1.10 to 1.80) as well as the average hook, 23 videos of 9 creators.",
                EffectWords.text(hook(0.049, 23, 9)));
        assertEquals(
                "hook 'proof' converts 1.40 times (1.10 to 1.80) as well as the average hook, 3 videos of 3 creators.",
                EffectWords.text(hook(0.001, 3, 3)));
    }

    @Test
    void claims_nothing_for_fewer_than_three_creators_however_sure() {
        assertEquals(
                "hook 'proof': 1.40 times (1.10 to 1.80) the average hook, 40 videos of 2 creators; no claim, 3 creators"
                        + " are needed.",
                EffectWords.text(hook(0.0001, 40, 2)));
        assertEquals(
                "hook 'proof': 1.40 times (1.10 to 1.80) the average hook, 1 video of 1 creator; no claim, 3 creators are"
                        + " needed.",
                EffectWords.text(hook(0.2, 1, 1)));
    }

    @Test
    void claims_nothing_while_the_direction_is_doubtful() {
        assertEquals(
                "hook 'proof': 1.40 times (1.10 to 1.80) the average hook, 23 videos of 9 creators; no claim, the opposite"
                        + " is true with probability 5.0%.",
                EffectWords.text(hook(0.05, 23, 9)));
    }

    @Test
    void says_what_is_usual_of_a_tag_that_no_video_shows() {
        assertEquals(
                "hook 'proof': no video shows yet how it converts; hooks of the brand mostly lie between 1.10 and 1.80"
                        + " times the average.",
                EffectWords.text(hook(0.5, 0, 0)));
    }

    @Test
    void names_the_combination_that_is_most_probably_best() {
        CellOutlook best = new CellOutlook(
                new BriefCell("proof", "price", "first-3s"),
                12,
                new Estimate(1.8, 1.3, 2.4, 0.8),
                new Estimate(420, 300, 540, 0.8),
                0.31);

        assertEquals(
                "Of the combinations tried, hook 'proof', angle 'price', placement 'first-3s' converts best with"
                        + " probability 31.0%: 1.80 times (1.30 to 2.40) average tags, and 1,000 clicks leave 420"
                        + " [300, 540] USD (12 videos).",
                EffectWords.best(best, Currency.getInstance("USD"), false).text());
    }

    @Test
    void counts_the_claims() {
        PhaseReport.Fact none = EffectWords.claims(List.of(hook(0.2, 5, 5), hook(0.01, 0, 0)));
        assertEquals(
                "0 of 1 hooks, angles, placements and formats differ surely enough from the average.", none.text());
        PhaseReport.Fact one = EffectWords.claims(List.of(hook(0.2, 5, 5), hook(0.01, 23, 9)));
        assertEquals(
                "1 of 2 hooks, angles, placements and formats differ surely enough from the average: hook 'proof' converts 1.40"
                        + " times (1.10 to 1.80) as well as the average hook, 23 videos of 9 creators.",
                one.text());
        assertEquals(1, one.estimate().orElseThrow().mean());
    }
}
