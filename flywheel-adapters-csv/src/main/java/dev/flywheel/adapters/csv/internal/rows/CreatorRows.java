package dev.flywheel.adapters.csv.internal.rows;

import dev.flywheel.adapters.csv.internal.format.Field;
import dev.flywheel.adapters.csv.internal.frame.ImportFrame;
import dev.flywheel.adapters.csv.internal.reading.Cells;
import dev.flywheel.adapters.csv.internal.reading.RowRejected;
import dev.flywheel.core.performance.Funnel;
import dev.flywheel.core.performance.Source;
import dev.flywheel.core.performance.Subject;
import dev.flywheel.core.performance.Traffic;
import dev.flywheel.core.roster.CreatorId;
import java.util.List;
import java.util.OptionalLong;

/** Creator performance of every generation. */
final class CreatorRows implements RowMapper {

    private final ImportFrame frame;
    private final Parts<CreatorId> parts = new Parts<>((subject, slot) -> subject.value());

    CreatorRows(ImportFrame frame) {
        this.frame = frame;
    }

    @Override
    public void map(Cells cells) throws RowRejected {
        CreatorId creator = cells.required(Field.CREATOR, cells.creator(Field.CREATOR));
        Funnel.Builder funnel = Funnels.shop(cells, frame);
        cells.amount(funnel, Funnel.Amount.VIDEO_GMV, Field.VIDEO_GMV);
        parts.add(creator, 0, cells.line(), List.of(), funnel.build());
    }

    @Override
    public OptionalLong kept() {
        return OptionalLong.of(parts.rows());
    }

    @Override
    public void finish(FileSink out) {
        parts.finish(out, (creator, slot, funnel) -> {
            out.evidence().add(creator);
            out.observe(new Subject.OfCreator(creator), Traffic.BLENDED, funnel, Source.CREATOR_PERFORMANCE);
        });
    }
}
