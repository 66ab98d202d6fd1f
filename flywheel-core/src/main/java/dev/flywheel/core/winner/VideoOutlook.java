package dev.flywheel.core.winner;

import dev.flywheel.core.content.Video;
import java.util.Objects;

/**
 * What is believed of one video's future. Immutable.
 *
 * @param video the video
 * @param counted organic totals behind the belief
 * @param prior the belief about its organic rate that its likes give; its own orders are among theirs
 * @param organicRate the belief after them, in orders per click, or per view where no clicks are known
 * @param economics what its orders leave
 */
public record VideoOutlook(
        Video video,
        ConversionModel.Tally counted,
        RateBelief prior,
        RateBelief organicRate,
        OrderEconomics economics) {

    /** Checks. */
    public VideoOutlook {
        Objects.requireNonNull(video, "video");
        Objects.requireNonNull(counted, "counted");
        Objects.requireNonNull(prior, "prior");
        Objects.requireNonNull(organicRate, "organicRate");
        Objects.requireNonNull(economics, "economics");
    }
}
