package dev.flywheel.adapters.csv.internal.rows;

import dev.flywheel.adapters.csv.internal.format.Field;
import dev.flywheel.adapters.csv.internal.frame.ImportFrame;
import dev.flywheel.adapters.csv.internal.reading.Cells;
import dev.flywheel.adapters.csv.internal.reading.RowRejected;
import dev.flywheel.core.performance.Source;
import dev.flywheel.core.performance.Subject;
import dev.flywheel.core.performance.Traffic;
import dev.flywheel.core.program.ProductId;
import java.util.List;
import java.util.OptionalLong;

/** Product performance of every generation. */
final class ProductRows implements RowMapper {

    private final ImportFrame frame;
    private final Parts<ProductId> parts = new Parts<>((product, slot) -> product.value());

    ProductRows(ImportFrame frame) {
        this.frame = frame;
    }

    @Override
    public void map(Cells cells) throws RowRejected {
        ProductId product = new ProductId(cells.required(Field.PRODUCT, cells.id(Field.PRODUCT)));
        parts.add(
                product, 0, cells.line(), List.of(), Funnels.shop(cells, frame).build());
    }

    @Override
    public OptionalLong kept() {
        return OptionalLong.of(parts.rows());
    }

    @Override
    public void finish(FileSink out) {
        parts.finish(
                out,
                (product, slot, funnel) -> out.observe(
                        new Subject.OfProduct(product), Traffic.BLENDED, funnel, Source.PRODUCT_PERFORMANCE));
    }
}
