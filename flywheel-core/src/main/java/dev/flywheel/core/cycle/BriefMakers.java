package dev.flywheel.core.cycle;

import dev.flywheel.core.content.CreativeTags.Factor;
import dev.flywheel.core.content.Video;
import dev.flywheel.core.learning.BriefInputs.Available;
import dev.flywheel.core.program.PolicyNumber;
import dev.flywheel.core.program.ProductId;
import dev.flywheel.core.roster.CreatorId;
import dev.flywheel.core.roster.CreatorStage;
import dev.flywheel.core.roster.Sample;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Who can be asked for a video now, and for which placements: the feasible sets of the lottery of briefs.
 *
 * <p>A creator can make a video who has posted within the policy's dormancy window, or holds a delivered sample that is
 * not given up yet. A placement fits a creator unless it is known not to: it has only been shown with products of which
 * the creator neither has a sample nor has made a video.
 */
final class BriefMakers {

    private final Measured measured;
    private final Map<CreatorId, Set<ProductId>> holds = new TreeMap<>();
    private final Set<CreatorId> holders = new TreeSet<>();
    private final Map<String, Set<ProductId>> shown = new TreeMap<>();

    private BriefMakers(Measured measured) {
        this.measured = measured;
        for (Sample sample : measured.samples()) {
            if (sample.deliveredBy(measured.asOf())) {
                holds(sample.creator()).add(sample.product());
                if (isFresh(sample)) {
                    holders.add(sample.creator());
                }
            }
        }
        for (Video video : measured.videos().values()) {
            video.creator().ifPresent(creator -> holds(creator).addAll(video.products()));
            video.tags()
                    .get(Factor.PLACEMENT)
                    .ifPresent(placement -> shown.computeIfAbsent(placement, any -> new TreeSet<>())
                            .addAll(video.products()));
        }
    }

    /** Creators who can make a video now, each with the placements that fit, in order of name. */
    static List<Available> of(Measured measured, Map<CreatorId, CreatorStage> stages, List<String> placements) {
        BriefMakers makers = new BriefMakers(measured);
        List<Available> available = new ArrayList<>();
        for (Map.Entry<CreatorId, CreatorStage> entry : new TreeMap<>(stages).entrySet()) {
            if (makers.canMakeOne(entry.getKey(), entry.getValue())) {
                available.add(new Available(
                        entry.getKey(),
                        placements.stream()
                                .filter(placement -> makers.fits(placement, entry.getKey()))
                                .toList()));
            }
        }
        return available;
    }

    private Set<ProductId> holds(CreatorId creator) {
        return holds.computeIfAbsent(creator, any -> new TreeSet<>());
    }

    private boolean isFresh(Sample sample) {
        int closeAfter = measured.program().policy().count(PolicyNumber.CLOSE_AFTER_DAYS);
        return !sample.deliveredBy(measured.asOf().minusDays(closeAfter));
    }

    private boolean canMakeOne(CreatorId creator, CreatorStage stage) {
        return switch (stage) {
            case POSTED, SELLING, PARTNER -> true;
            case SAMPLED -> holders.contains(creator);
            case PROSPECT, INVITED, DORMANT -> false;
        };
    }

    private boolean fits(String placement, CreatorId creator) {
        Set<ProductId> ofPlacement = shown.getOrDefault(placement, Collections.emptySet());
        Set<ProductId> ofCreator = holds.getOrDefault(creator, Collections.emptySet());
        return ofPlacement.isEmpty() || ofCreator.isEmpty() || !Collections.disjoint(ofPlacement, ofCreator);
    }
}
