package dev.flywheel.core.winner;

import dev.flywheel.core.content.Video;
import java.util.List;

/**
 * Who and what earns money, best first. Immutable.
 *
 * @param videos videos
 * @param creators creators
 * @param hooks hooks
 * @param angles angles
 * @param placements placements
 */
public record Rankings(
        List<VideoStanding> videos,
        List<Standing> creators,
        List<Standing> hooks,
        List<Standing> angles,
        List<Standing> placements) {

    /** Copies. */
    public Rankings {
        videos = List.copyOf(videos);
        creators = List.copyOf(creators);
        hooks = List.copyOf(hooks);
        angles = List.copyOf(angles);
        placements = List.copyOf(placements);
    }

    /**
     * A video and its place.
     *
     * @param video the video
     * @param standing its place
     */
    public record VideoStanding(Video video, Standing standing) {}
}
