package dev.flywheel.adapters.csv.internal.rows;

import dev.flywheel.adapters.csv.internal.format.Field;
import dev.flywheel.adapters.csv.internal.frame.ImportFrame;
import dev.flywheel.adapters.csv.internal.reading.Cells;
import dev.flywheel.adapters.csv.internal.reading.RowRejected;
import dev.flywheel.core.performance.Observation;
import dev.flywheel.core.performance.Period;
import dev.flywheel.core.performance.Source;
import dev.flywheel.core.performance.Subject;
import dev.flywheel.core.performance.Traffic;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeSet;

/** The whole shop, day by day. */
final class ShopDayRows implements RowMapper {

    private final ImportFrame frame;
    private final Parts<LocalDate> days = new Parts<>((day, slot) -> day.toString());
    private final TreeSet<LocalDate> seen = new TreeSet<>();

    ShopDayRows(ImportFrame frame) {
        this.frame = frame;
    }

    @Override
    public void map(Cells cells) throws RowRejected {
        LocalDate day = cells.required(Field.DATE, cells.day(Field.DATE));
        days.add(day, 0, cells.line(), List.of(), Funnels.shop(cells, frame).build());
        seen.add(day);
    }

    @Override
    public OptionalLong kept() {
        return OptionalLong.of(days.rows());
    }

    @Override
    public void finish(FileSink out) {
        if (seen.isEmpty()) {
            return;
        }
        out.covers(new Period(seen.first(), seen.last()));
        Instant asOf = out.asOf(seen.last());
        days.finish(
                out,
                (day, slot, funnel) -> out.evidence()
                        .add(new Observation(
                                new Subject.OfShop(),
                                Period.of(day),
                                Traffic.BLENDED,
                                funnel,
                                Source.SHOP_DAILY,
                                asOf)));
    }
}
