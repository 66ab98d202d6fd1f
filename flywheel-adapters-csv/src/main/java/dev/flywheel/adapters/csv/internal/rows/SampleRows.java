package dev.flywheel.adapters.csv.internal.rows;

import dev.flywheel.adapters.csv.internal.format.Field;
import dev.flywheel.adapters.csv.internal.reading.Cells;
import dev.flywheel.adapters.csv.internal.reading.RowRejected;
import dev.flywheel.core.program.ProductId;
import dev.flywheel.core.roster.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** The brand's list of samples. */
final class SampleRows implements RowMapper {

    private final List<Sample> samples = new ArrayList<>();

    @Override
    public void map(Cells cells) throws RowRejected {
        Sample sample = new Sample(
                cells.required(Field.CREATOR, cells.creator(Field.CREATOR)),
                new ProductId(cells.required(Field.PRODUCT, cells.id(Field.PRODUCT))),
                cells.day(Field.REQUESTED_AT),
                cells.day(Field.APPROVED_AT),
                cells.day(Field.SHIPPED_AT),
                cells.day(Field.DELIVERED_AT),
                cells.notNegative(Field.COST));
        samples.add(sample);
    }

    @Override
    public OptionalLong kept() {
        return OptionalLong.of(samples.size());
    }

    @Override
    public void finish(FileSink out) {
        samples.forEach(sample -> out.evidence().add(sample).add(sample.creator()));
    }
}
