package dev.flywheel.core.cycle;

import dev.flywheel.core.adtest.AdTestReading;
import dev.flywheel.core.adtest.BoostAllocation;
import java.util.List;

/**
 * Which posts deserve ad money and whether it holds: the result of AMPLIFY.
 *
 * @param readings what each running test says, in order of video
 * @param actions what AMPLIFY proposes
 * @param report what it found out
 * @param allocation how the daily ad money is divided, with everything that led to it
 */
record Amplified(List<AdTestReading> readings, List<Action> actions, PhaseReport report, BoostAllocation allocation) {

    Amplified {
        readings = List.copyOf(readings);
        actions = List.copyOf(actions);
    }
}
