package dev.flywheel.core.cycle;

import dev.flywheel.core.content.Brief;
import java.util.List;

/**
 * What the round taught: the result of COMPOUND.
 *
 * @param momentum whether the wheel turns faster
 * @param briefs what to try next
 * @param halo what can be said about branded search
 * @param actions what COMPOUND proposes
 * @param report what it found out
 */
record Compounded(Momentum momentum, List<Brief> briefs, String halo, List<Action> actions, PhaseReport report) {

    Compounded {
        briefs = List.copyOf(briefs);
        actions = List.copyOf(actions);
    }
}
