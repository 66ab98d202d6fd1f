package dev.flywheel.adapters.csv.internal.rows;

import dev.flywheel.adapters.csv.internal.format.Field;
import dev.flywheel.adapters.csv.internal.reading.Cells;
import dev.flywheel.adapters.csv.internal.reading.RowRejected;
import dev.flywheel.core.halo.CatalogProduct;
import dev.flywheel.core.halo.Marketplace;
import dev.flywheel.core.halo.SearchFunnel;
import dev.flywheel.core.money.Money;
import dev.flywheel.core.performance.Period;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Amazon's Search Catalog Performance. Its amounts are in the marketplace's currency, whatever the programme counts in. */
final class CatalogRows implements RowMapper {

    private record Key(Period period, String asin) {}

    private record Line(SearchFunnel funnel, @Nullable Money sales) {}

    private final AmazonFile file;
    private final Marketplace place;
    private final EachOnce<Key, Line> lines = new EachOnce<>(Field.ASIN, "product", "the same product and days are");
    private final RowPeriods periods = new RowPeriods();

    CatalogRows(AmazonFile file) {
        this.file = file;
        place = file.requirePlace();
    }

    @Override
    public void map(Cells cells) throws RowRejected {
        Key key = new Key(file.days().of(cells), cells.required(Field.ASIN, cells.id(Field.ASIN)));
        Line line = new Line(Funnels.search(cells), cells.notNegative(Field.GMV, place.currency()));
        lines.add(cells, key, line);
        periods.add(key.period());
    }

    @Override
    public OptionalLong kept() {
        return lines.kept();
    }

    @Override
    public void finish(FileSink out) {
        lines.forEach((key, line) -> out.evidence()
                .add(new CatalogProduct(
                        key.period(),
                        place,
                        key.asin(),
                        line.funnel(),
                        line.sales(),
                        out.asOf(key.period().lastDay()))));
        periods.finish(file.days(), out);
    }
}
