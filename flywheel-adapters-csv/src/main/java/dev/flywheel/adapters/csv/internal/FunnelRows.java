package dev.flywheel.adapters.csv.internal;

import dev.flywheel.adapters.csv.internal.format.Field;
import dev.flywheel.core.content.Video;
import dev.flywheel.core.content.VideoId;
import dev.flywheel.core.performance.Funnel;
import dev.flywheel.core.performance.Funnel.Amount;
import dev.flywheel.core.performance.Funnel.Count;
import dev.flywheel.core.performance.Observation;
import dev.flywheel.core.performance.Period;
import dev.flywheel.core.performance.Source;
import dev.flywheel.core.performance.Subject;
import dev.flywheel.core.performance.Traffic;
import dev.flywheel.core.program.ProductId;
import dev.flywheel.core.roster.CreatorId;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The brand's own daily funnel. */
final class FunnelRows implements StagedMapper<FunnelRows.Line> {

    private record Key(LocalDate date, Subject subject, Traffic traffic) {
        @Override
        public String toString() {
            return date + " " + subject + " " + traffic;
        }
    }

    private final ImportFrame frame;
    private final Parts<Key> parts = new Parts<>();
    private final Set<Video> videos = new LinkedHashSet<>();
    private final Set<CreatorId> creators = new LinkedHashSet<>();
    private final TreeSet<LocalDate> days = new TreeSet<>();

    FunnelRows(ImportFrame frame) {
        this.frame = frame;
    }

    /** A row as read. */
    record Line(
            long line,
            LocalDate day,
            @Nullable VideoId video,
            @Nullable CreatorId creator,
            List<ProductId> products,
            Traffic traffic,
            Funnel funnel) {}

    @Override
    public Line read(Cells cells) throws RowRejected {
        LocalDate day = cells.required(Field.DATE, cells.day(Field.DATE));
        cells.knows(day);
        VideoId video = cells.video(Field.VIDEO_ID);
        CreatorId creator = cells.creator(Field.CREATOR);
        List<ProductId> products = cells.product(Field.PRODUCT);
        if (video == null && creator == null) {
            throw cells.rejected(Field.VIDEO_ID, "neither a video nor a creator", "fill in video_id or creator");
        }
        Traffic traffic = cells.traffic(Field.TRAFFIC);
        return new Line(cells.line(), day, video, creator, products, traffic, funnel(cells));
    }

    @Override
    public void take(Line row) {
        days.add(row.day());
        if (row.creator() != null) {
            creators.add(row.creator());
        }
        Subject subject = subject(row.video(), row.creator(), row.products());
        parts.add(new Key(row.day(), subject, row.traffic()), row.line(), row.products(), row.funnel());
    }

    private Subject subject(@Nullable VideoId video, @Nullable CreatorId creator, List<ProductId> products) {
        if (video != null) {
            Video.Builder listed = Video.builder(video).products(products);
            if (creator != null) {
                listed.creator(creator);
            }
            videos.add(listed.build());
            return new Subject.OfVideo(video, null);
        }
        return new Subject.OfCreator(Objects.requireNonNull(creator));
    }

    private Funnel funnel(Cells cells) throws RowRejected {
        Funnel.Builder funnel = Funnels.shop(cells, frame);
        cells.count(funnel, Count.ADD_TO_CARTS, Field.ADD_TO_CARTS);
        cells.amount(funnel, Amount.SPEND, Field.SPEND);
        return funnel.build();
    }

    @Override
    public void finish(FileSink out) {
        if (days.isEmpty()) {
            return;
        }
        out.covers(new Period(days.first(), days.last()));
        videos.forEach(out.evidence()::add);
        creators.forEach(out.evidence()::add);
        parts.finish(
                out,
                (key, funnel) -> out.evidence()
                        .add(new Observation(
                                key.subject(),
                                Period.of(key.date()),
                                key.traffic(),
                                funnel,
                                Source.FUNNEL_DAILY,
                                out.asOf(days.last()))));
    }
}
