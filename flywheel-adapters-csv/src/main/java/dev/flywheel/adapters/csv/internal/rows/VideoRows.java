package dev.flywheel.adapters.csv.internal.rows;

import dev.flywheel.adapters.csv.internal.cell.Moment;
import dev.flywheel.adapters.csv.internal.format.Field;
import dev.flywheel.adapters.csv.internal.frame.ImportFrame;
import dev.flywheel.adapters.csv.internal.reading.Cells;
import dev.flywheel.adapters.csv.internal.reading.RowRejected;
import dev.flywheel.core.content.Video;
import dev.flywheel.core.content.VideoId;
import dev.flywheel.core.performance.Finding;
import dev.flywheel.core.performance.Funnel;
import dev.flywheel.core.performance.Source;
import dev.flywheel.core.performance.Subject;
import dev.flywheel.core.performance.Traffic;
import dev.flywheel.core.program.ProductId;
import dev.flywheel.core.roster.CreatorId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Video performance of every generation. */
final class VideoRows implements StagedMapper<VideoRows.Line> {

    private final ImportFrame frame;
    private final Parts<VideoId> parts = new Parts<>((subject, slot) -> subject.value());
    private final List<Video> videos = new ArrayList<>();
    private final PostTimes postTimes = new PostTimes();
    private boolean derivedClicks;

    VideoRows(ImportFrame frame) {
        this.frame = frame;
    }

    /** A row as read. */
    record Line(long line, Video video, List<ProductId> products, Funnel funnel, boolean hasDerivedClicks) {}

    @Override
    public Line read(Cells cells) throws RowRejected {
        boolean derived = false;
        VideoId id = id(cells);
        CreatorId creator = cells.creator(Field.CREATOR);
        List<ProductId> products = cells.products(Field.PRODUCT);
        Moment posted = cells.moment(Field.POSTED_AT);
        Funnel.Builder funnel = Funnels.shop(cells, frame);
        if (!cells.has(Field.CLICKS)) {
            Funnels.deriveClicks(cells, funnel);
            derived = cells.has(Field.SHOPPABLE_IMPRESSIONS) && cells.has(Field.CTR);
        }
        Video.Builder video = Video.builder(id).products(products);
        if (creator != null) {
            video.creator(creator);
        }
        if (posted != null && !saysTheSame(posted, id)) {
            video.postedAt(posted.instant(frame.zone()));
        }
        return new Line(cells.line(), video.build(), products, funnel.build(), derived);
    }

    @Override
    public void take(Line row) {
        derivedClicks |= row.hasDerivedClicks();
        videos.add(row.video());
        if (!row.video().postedAt().equals(row.video().id().createdAt())) {
            postTimes.see(row.video());
        }
        parts.add(row.video().id(), 0, row.line(), row.products(), row.funnel());
    }

    @Override
    public Optional<Object> about(Cells cells) throws RowRejected {
        return Optional.of(new Parts.Slot(id(cells), 0));
    }

    @Override
    public void refuse(Object about, long line) {
        parts.refuse(about, line);
    }

    @Override
    public OptionalLong kept() {
        return OptionalLong.of(parts.rows());
    }

    /** A date without a time adds nothing to the second in the id when both name the same day or its neighbour. */
    private boolean saysTheSame(Moment posted, VideoId id) {
        LocalDate issued = LocalDate.ofInstant(id.createdAt(), frame.zone());
        return posted.time() == null
                && !posted.date().isAfter(issued.plusDays(1))
                && !posted.date().isBefore(issued.minusDays(1));
    }

    private static VideoId id(Cells cells) throws RowRejected {
        @Nullable VideoId id = cells.video(Field.VIDEO_ID);
        if (id == null) {
            id = cells.videoInLink(Field.VIDEO_LINK);
        }
        if (id == null) {
            throw cells.rejected(
                    cells.has(Field.VIDEO_ID) ? Field.VIDEO_ID : Field.VIDEO_LINK,
                    "no video id, and none in the link",
                    "add the id; links to downloads and short links do not carry it");
        }
        return id;
    }

    @Override
    public void finish(FileSink out) {
        videos.forEach(video -> {
            out.evidence().add(video);
            video.creator().ifPresent(out.evidence()::add);
        });
        parts.finish(
                out,
                (video, slot, funnel) -> out.observe(
                        new Subject.OfVideo(video, null), Traffic.BLENDED, funnel, Source.VIDEO_PERFORMANCE));
        postTimes
                .doubt()
                .ifPresent(doubt -> out.finding(
                        Finding.Kind.ZONE_DOUBTFUL,
                        doubt + " than " + frame.fileZone(),
                        "check the zone of the programme, or name the zone of this file with --map"));
        if (derivedClicks) {
            out.finding(
                    Finding.Kind.NUMBERS_DERIVED,
                    "no column of clicks: they are derived as impressions times click rate, rounded",
                    "export the newer video report to have them counted");
        }
    }
}
