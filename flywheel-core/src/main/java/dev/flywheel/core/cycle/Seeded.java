package dev.flywheel.core.cycle;

import dev.flywheel.core.roster.CreatorId;
import dev.flywheel.core.roster.CreatorStage;
import java.util.List;
import java.util.Map;

/**
 * Who should make videos next: the result of SEED.
 *
 * @param stages how far each known creator has come
 * @param actions what SEED proposes
 * @param report what it found out
 */
record Seeded(Map<CreatorId, CreatorStage> stages, List<Action> actions, PhaseReport report) {

    Seeded {
        actions = List.copyOf(actions);
    }
}
