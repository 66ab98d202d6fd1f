package dev.flywheel.core.cycle;

import dev.flywheel.core.adtest.AdTestStart;
import dev.flywheel.core.content.Authorization;
import dev.flywheel.core.content.Video;
import dev.flywheel.core.content.VideoId;
import dev.flywheel.core.halo.BrandedWeek;
import dev.flywheel.core.performance.Coverage;
import dev.flywheel.core.performance.Finding;
import dev.flywheel.core.performance.PerformanceBook;
import dev.flywheel.core.performance.VideoHistory;
import dev.flywheel.core.program.Program;
import dev.flywheel.core.roster.CreatorId;
import dev.flywheel.core.roster.Sample;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is really known on the as-of day: the result of MEASURE and the ground that the other phases stand on.
 *
 * @param program the brand's programme
 * @param asOf the last day that was looked at
 * @param book everything observed
 * @param coverage days for which a source lists every event
 * @param videos every known video once, in order of id
 * @param histories what is known of each video, day by day
 * @param prospects creators known by name
 * @param samples every sample once, in order of first day and creator; those without any day come first
 * @param authorizations permissions granted so far
 * @param adTests boosts started so far, in order of video
 * @param brandedWeeks how often the brand was searched, by marketplace and week
 * @param findings what is wrong with the data, most severe first
 */
record Measured(
        Program program,
        LocalDate asOf,
        PerformanceBook book,
        List<Coverage> coverage,
        Map<VideoId, Video> videos,
        Map<VideoId, VideoHistory> histories,
        Set<CreatorId> prospects,
        List<Sample> samples,
        List<Authorization> authorizations,
        List<AdTestStart> adTests,
        List<BrandedWeek> brandedWeeks,
        List<Finding> findings) {

    /** {@return every creator that is known from anywhere} */
    Set<CreatorId> creators() {
        Set<CreatorId> all = new TreeSet<>(prospects);
        samples.forEach(sample -> all.add(sample.creator()));
        videos.values().forEach(video -> video.creator().ifPresent(all::add));
        return all;
    }

    /**
     * The day on which a video went up.
     *
     * @param video the video
     * @return the day in the brand's zone
     */
    LocalDate postedOn(Video video) {
        return video.postedAt().atZone(program.zone()).toLocalDate();
    }
}
