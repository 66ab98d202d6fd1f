package dev.flywheel.adapters.csv.internal.rows;

import dev.flywheel.adapters.csv.internal.format.Field;
import dev.flywheel.adapters.csv.internal.frame.ImportFrame;
import dev.flywheel.adapters.csv.internal.reading.Cells;
import dev.flywheel.adapters.csv.internal.reading.RowRejected;
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
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The brand's own daily funnel. */
@SuppressWarnings("EnumOrdinal") // a slot numbers the days and traffics of one import; no number is kept
final class FunnelRows implements StagedMapper<FunnelRows.Line> {

    private static final Traffic[] TRAFFICS = Traffic.values();

    private final ImportFrame frame;
    private final Parts<Subject> parts = new Parts<>(FunnelRows::name);
    private final Set<Video> videos = new LinkedHashSet<>();
    private final Map<VideoId, Listed> lastListed = new HashMap<>();
    private final Set<CreatorId> creators = new LinkedHashSet<>();
    private @Nullable LocalDate firstDay;
    private @Nullable LocalDate lastDay;

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

    /** What the last row of a video said of it. */
    private record Listed(Subject subject, @Nullable CreatorId creator, List<ProductId> products) {}

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
        LocalDate day = row.day();
        firstDay = firstDay == null || day.isBefore(firstDay) ? day : firstDay;
        lastDay = lastDay == null || day.isAfter(lastDay) ? day : lastDay;
        parts.add(subject(row), slot(day, row.traffic()), row.line(), row.products(), row.funnel());
    }

    @Override
    public Optional<Object> about(Cells cells) throws RowRejected {
        LocalDate day = cells.required(Field.DATE, cells.day(Field.DATE));
        VideoId video = cells.video(Field.VIDEO_ID);
        CreatorId creator = video == null ? cells.creator(Field.CREATOR) : null;
        Traffic traffic = cells.traffic(Field.TRAFFIC);
        Subject subject = video != null
                ? new Subject.OfVideo(video, null)
                : creator == null ? null : new Subject.OfCreator(creator);
        return subject == null ? Optional.empty() : Optional.of(new Parts.Slot(subject, slot(day, traffic)));
    }

    @Override
    public void refuse(Object about, long line) {
        parts.refuse(about, line);
    }

    @Override
    public OptionalLong kept() {
        return OptionalLong.of(parts.rows());
    }

    private Subject subject(Line row) {
        if (row.video() == null) {
            CreatorId creator = Objects.requireNonNull(row.creator());
            creators.add(creator);
            return new Subject.OfCreator(creator);
        }
        return list(row.video(), row.creator(), row.products());
    }

    private static long slot(LocalDate day, Traffic traffic) {
        return day.toEpochDay() * TRAFFICS.length + traffic.ordinal();
    }

    private static LocalDate day(long slot) {
        return LocalDate.ofEpochDay(Math.floorDiv(slot, TRAFFICS.length));
    }

    private static Traffic traffic(long slot) {
        return TRAFFICS[Math.floorMod(slot, TRAFFICS.length)];
    }

    private static String name(Subject subject, long slot) {
        return day(slot) + " " + subject + " " + traffic(slot);
    }

    /** Lists a video anew only when the row says something else of it than the row before. */
    private Subject list(VideoId id, @Nullable CreatorId creator, List<ProductId> products) {
        Listed last = lastListed.get(id);
        if (last != null && Objects.equals(last.creator, creator) && last.products.equals(products)) {
            return last.subject;
        }
        Video.Builder listed = Video.builder(id).products(products);
        if (creator != null) {
            listed.creator(creator);
            creators.add(creator);
        }
        videos.add(listed.build());
        Subject subject = last == null ? new Subject.OfVideo(id, null) : last.subject;
        lastListed.put(id, new Listed(subject, creator, products));
        return subject;
    }

    private Funnel funnel(Cells cells) throws RowRejected {
        Funnel.Builder funnel = Funnels.shop(cells, frame);
        cells.count(funnel, Count.ADD_TO_CARTS, Field.ADD_TO_CARTS);
        cells.amount(funnel, Amount.SPEND, Field.SPEND);
        return funnel.build();
    }

    @Override
    public void finish(FileSink out) {
        if (firstDay == null || lastDay == null) {
            return;
        }
        out.covers(new Period(firstDay, lastDay));
        videos.forEach(out.evidence()::add);
        creators.forEach(out.evidence()::add);
        Instant asOf = out.asOf(lastDay);
        Map<Long, Period> periods = new HashMap<>();
        parts.finish(
                out,
                (subject, slot, funnel) -> out.evidence()
                        .add(new Observation(
                                subject,
                                periods.computeIfAbsent(slot, any -> Period.of(day(slot))),
                                traffic(slot),
                                funnel,
                                Source.FUNNEL_DAILY,
                                asOf)));
    }
}
