package dev.flywheel.adapters.csv.internal.rows;

import dev.flywheel.adapters.csv.internal.format.Field;
import dev.flywheel.adapters.csv.internal.reading.Cells;
import dev.flywheel.adapters.csv.internal.reading.RowRejected;
import dev.flywheel.core.halo.BrandedSearch;
import dev.flywheel.core.performance.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Branded search volumes. */
final class SearchRows implements RowMapper {

    private final List<BrandedSearch> searches = new ArrayList<>();

    @Override
    public void map(Cells cells) throws RowRejected {
        LocalDate start = cells.required(Field.PERIOD_START, cells.day(Field.PERIOD_START));
        LocalDate end = cells.required(Field.PERIOD_END, cells.day(Field.PERIOD_END));
        if (end.isBefore(start)) {
            throw cells.rejected(Field.PERIOD_END, "the period ends before it starts on " + start, "swap the dates");
        }
        searches.add(new BrandedSearch(
                new Period(start, end),
                cells.required(Field.MARKETPLACE, cells.text(Field.MARKETPLACE)),
                cells.required(Field.QUERY, cells.text(Field.QUERY)),
                cells.required(Field.VOLUME, cells.count(Field.VOLUME))));
    }

    @Override
    public OptionalLong kept() {
        return OptionalLong.of(searches.size());
    }

    @Override
    public void finish(FileSink out) {
        searches.forEach(out.evidence()::add);
    }
}
