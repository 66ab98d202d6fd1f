package dev.flywheel.core.cycle;

import dev.flywheel.core.content.VideoId;
import dev.flywheel.core.winner.Rankings;
import dev.flywheel.core.winner.SelectionRecord;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who and what pays: the result of SELECT.
 *
 * @param rankings everything ranked
 * @param selections how the winners among videos and among creators were chosen
 * @param actions what SELECT proposes
 * @param report what it found out
 */
record Selected(Rankings rankings, List<SelectionRecord> selections, List<Action> actions, PhaseReport report) {

    Selected {
        selections = List.copyOf(selections);
        actions = List.copyOf(actions);
    }

    /** {@return videos selected as winners} */
    Set<VideoId> winners() {
        Set<VideoId> winners = new TreeSet<>();
        for (Rankings.VideoStanding video : rankings.videos()) {
            if (video.standing().winner()) {
                winners.add(video.video().id());
            }
        }
        return winners;
    }
}
