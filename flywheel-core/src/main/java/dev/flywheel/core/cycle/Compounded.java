package dev.flywheel.core.cycle;

import dev.flywheel.core.content.Brief;
import dev.flywheel.core.learning.BriefRecord;
import dev.flywheel.core.learning.TagEffect;
import java.util.List;

/**
 * What the round taught: the result of COMPOUND.
 *
 * @param momentum whether the wheel turns faster
 * @param effects what hooks, angles, placements and formats do
 * @param briefs what to try next
 * @param choice how the briefs were chosen and who is asked, with everything behind it
 * @param halo what can be said about branded search
 * @param actions what COMPOUND proposes
 * @param report what it found out
 */
record Compounded(
        Momentum momentum,
        List<TagEffect> effects,
        List<Brief> briefs,
        BriefRecord choice,
        String halo,
        List<Action> actions,
        PhaseReport report) {

    Compounded {
        effects = List.copyOf(effects);
        briefs = List.copyOf(briefs);
        actions = List.copyOf(actions);
    }
}
