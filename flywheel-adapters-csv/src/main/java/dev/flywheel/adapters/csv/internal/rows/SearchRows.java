package dev.flywheel.adapters.csv.internal.rows;

import dev.flywheel.adapters.csv.internal.format.Field;
import dev.flywheel.adapters.csv.internal.reading.Cells;
import dev.flywheel.adapters.csv.internal.reading.RowRejected;
import dev.flywheel.core.halo.BrandedSearch;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Branded search volumes. */
final class SearchRows implements RowMapper {

    private final List<BrandedSearch> searches = new ArrayList<>();

    @Override
    public void map(Cells cells) throws RowRejected {
        searches.add(new BrandedSearch(
                RowPeriods.named(cells),
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
