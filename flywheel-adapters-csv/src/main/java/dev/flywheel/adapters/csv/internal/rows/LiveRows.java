package dev.flywheel.adapters.csv.internal.rows;

import dev.flywheel.adapters.csv.internal.cell.Moment;
import dev.flywheel.adapters.csv.internal.format.Field;
import dev.flywheel.adapters.csv.internal.frame.ImportFrame;
import dev.flywheel.adapters.csv.internal.reading.Cells;
import dev.flywheel.adapters.csv.internal.reading.RowRejected;
import dev.flywheel.core.content.Live;
import dev.flywheel.core.content.LiveId;
import dev.flywheel.core.performance.Finding;
import dev.flywheel.core.performance.Funnel;
import dev.flywheel.core.performance.Source;
import dev.flywheel.core.performance.Subject;
import dev.flywheel.core.performance.Traffic;
import dev.flywheel.core.program.ProductId;
import dev.flywheel.core.roster.CreatorId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * LIVEs. The list of the Affiliate Center names each by its id, once for each product. The analysis of the Data Compass has
 * no ids: there a LIVE is its creator and the moment it was launched, and since no id is ever made up, a creator's LIVEs are
 * kept as one total of the file's period.
 */
final class LiveRows implements RowMapper {

    private final ImportFrame frame;
    private final Parts<Subject.OfLive> named = new Parts<>((live, slot) -> live.toString());
    private final Parts<CreatorId> launched = new Parts<>((creator, slot) -> creator.value(), Funnel::plus);
    private final Set<Live> lives = new LinkedHashSet<>();
    private final Set<CreatorId> creators = new LinkedHashSet<>();

    LiveRows(ImportFrame frame) {
        this.frame = frame;
    }

    @Override
    public void map(Cells cells) throws RowRejected {
        CreatorId creator = cells.creator(Field.CREATOR);
        Instant startedAt = instant(cells.moment(Field.STARTED_AT));
        Instant endedAt = instant(cells.moment(Field.ENDED_AT));
        Funnel funnel = Funnels.shop(cells, frame).build();
        if (cells.has(Field.CONTENT_ID)) {
            Live live = live(cells, creator, startedAt, endedAt);
            List<ProductId> products = cells.products(Field.PRODUCT);
            ProductId only = products.size() == 1 ? products.get(0) : null;
            named.add(new Subject.OfLive(live.id(), only), 0, cells.line(), List.of(), funnel);
            lives.add(live);
        } else {
            launched.add(
                    cells.required(Field.CREATOR, creator),
                    0,
                    cells.line(),
                    List.of(cells.required(Field.STARTED_AT, startedAt)),
                    funnel);
        }
        if (creator != null) {
            creators.add(creator);
        }
    }

    /** LIVEs without ids add up to their creator's total. */
    @Override
    public Optional<Object> about(Cells cells) throws RowRejected {
        return cells.has(Field.CONTENT_ID)
                ? Optional.empty()
                : Optional.ofNullable(cells.creator(Field.CREATOR)).map(creator -> new Parts.Slot(creator, 0));
    }

    @Override
    public void refuse(Object about, long line) {
        launched.refuse(about, line);
    }

    private @Nullable Instant instant(@Nullable Moment moment) {
        return moment == null ? null : moment.instant(frame.zone());
    }

    private static Live live(
            Cells cells, @Nullable CreatorId creator, @Nullable Instant startedAt, @Nullable Instant endedAt)
            throws RowRejected {
        String id = cells.required(Field.CONTENT_ID, cells.id(Field.CONTENT_ID));
        LiveId live;
        try {
            live = new LiveId(id);
        } catch (IllegalArgumentException notDigits) {
            throw cells.rejected(Field.CONTENT_ID, "not a LIVE's id", "put the id as the export shows it, digits only");
        }
        if (startedAt != null && endedAt != null && endedAt.isBefore(startedAt)) {
            throw cells.rejected(Field.ENDED_AT, "a LIVE that ends before it starts", "correct one of the two times");
        }
        return new Live(live, creator, startedAt, endedAt);
    }

    @Override
    public OptionalLong kept() {
        return OptionalLong.of(named.rows() + launched.rows());
    }

    @Override
    public void finish(FileSink out) {
        lives.forEach(out.evidence()::add);
        creators.forEach(out.evidence()::add);
        named.finish(out, (live, slot, funnel) -> observe(out, live, funnel));
        List<CreatorId> inTotal = new ArrayList<>();
        launched.finish(out, (creator, slot, total) -> {
            observe(out, new Subject.OfCreator(creator), total);
            inTotal.add(creator);
        });
        if (!inTotal.isEmpty()) {
            out.finding(
                    Finding.Kind.NUMBERS_DERIVED,
                    "no ids of LIVEs: each is known by its creator and launch, and kept in one total for each of "
                            + inTotal.size() + " creators",
                    "export the LIVE list of the Affiliate Center to know each LIVE");
        }
    }

    private static void observe(FileSink out, Subject subject, Funnel funnel) {
        out.observe(subject, Traffic.BLENDED, funnel, Source.LIVE_PERFORMANCE);
    }
}
