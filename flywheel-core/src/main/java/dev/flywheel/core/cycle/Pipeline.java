package dev.flywheel.core.cycle;

import dev.flywheel.core.program.PolicyNumber;
import dev.flywheel.core.roster.CreatorId;
import dev.flywheel.core.roster.CreatorStage;
import dev.flywheel.core.roster.Sample;
import dev.flywheel.core.winner.Standing;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How far each creator has come. The furthest stage holds, with one exception: who has posted, but not lately, is
 * dormant whatever the earlier posts sold, because somebody must win the creator back.
 */
final class Pipeline {

    /** One good video can be luck; a partner has shown it twice. */
    private static final int PARTNER_VIDEOS = 2;

    private Pipeline() {}

    static Map<CreatorId, CreatorStage> stages(Measured measured, Selected selected, Posts posts) {
        Set<String> partners = partners(measured, selected);
        Set<CreatorId> sampled = new TreeSet<>();
        Set<CreatorId> asked = new TreeSet<>();
        for (Sample sample : measured.samples()) {
            asked.add(sample.creator());
            if (sample.sentBy(measured.asOf())) {
                sampled.add(sample.creator());
            }
        }
        Map<CreatorId, CreatorStage> stages = new TreeMap<>();
        for (CreatorId creator : measured.creators()) {
            CreatorStage stage;
            if (isDormant(measured, posts, creator)) {
                stage = CreatorStage.DORMANT;
            } else if (partners.contains(creator.value())) {
                stage = CreatorStage.PARTNER;
            } else if (posts.sells(creator)) {
                stage = CreatorStage.SELLING;
            } else if (!posts.of(creator).isEmpty()) {
                stage = CreatorStage.POSTED;
            } else if (sampled.contains(creator)) {
                stage = CreatorStage.SAMPLED;
            } else {
                stage = asked.contains(creator) ? CreatorStage.INVITED : CreatorStage.PROSPECT;
            }
            stages.put(creator, stage);
        }
        return Collections.unmodifiableMap(stages);
    }

    /** A post on the last day of the window still counts as recent. */
    private static boolean isDormant(Measured measured, Posts posts, CreatorId creator) {
        int window = measured.program().policy().count(PolicyNumber.DORMANT_AFTER_DAYS);
        return posts.last(creator)
                .filter(last -> ChronoUnit.DAYS.between(last, measured.asOf()) > window)
                .isPresent();
    }

    private static Set<String> partners(Measured measured, Selected selected) {
        double limit = measured.program().policy().number(PolicyNumber.RETAINER_FALSE_DISCOVERY_RATE);
        Set<String> partners = new TreeSet<>();
        for (Standing creator : selected.rankings().creators()) {
            if (creator.winner() && creator.qValue() <= limit && creator.videos() >= PARTNER_VIDEOS) {
                partners.add(creator.name());
            }
        }
        return partners;
    }
}
