package dev.flywheel.adapters.csv.internal.rows;

import dev.flywheel.adapters.csv.internal.format.Field;
import dev.flywheel.adapters.csv.internal.reading.Cells;
import dev.flywheel.adapters.csv.internal.reading.RowRejected;
import dev.flywheel.core.halo.CatalogProduct;
import dev.flywheel.core.halo.Marketplace;
import dev.flywheel.core.halo.SearchFunnel;
import dev.flywheel.core.money.Money;
import dev.flywheel.core.performance.Period;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Amazon's Search Catalog Performance. Its amounts are in the marketplace's currency, whatever the programme counts in. */
final class CatalogRows implements RowMapper {

    private record Key(Period period, String asin) {}

    private record Line(
            long line, SearchFunnel funnel, @Nullable Money sales) {}

    private final AmazonFile file;
    private final Marketplace place;
    private final Map<Key, Line> lines = new LinkedHashMap<>();
    private final RowPeriods periods = new RowPeriods();

    CatalogRows(AmazonFile file) {
        this.file = file;
        place = file.requirePlace();
    }

    @Override
    public void map(Cells cells) throws RowRejected {
        Key key = new Key(file.days().of(cells), cells.required(Field.ASIN, cells.id(Field.ASIN)));
        Line line = new Line(
                cells.line(),
                new SearchFunnel(
                        cells.count(Field.IMPRESSIONS),
                        cells.count(Field.CLICKS),
                        cells.count(Field.ADD_TO_CARTS),
                        cells.count(Field.ORDERS)),
                cells.notNegative(Field.GMV, place.currency()));
        Line before = lines.putIfAbsent(key, line);
        if (before != null) {
            throw cells.rejected(
                    Field.ASIN,
                    "the same product and days are listed on line " + before.line(),
                    "keep one row for each product; the first one was used");
        }
        periods.add(key.period());
    }

    @Override
    public OptionalLong kept() {
        return OptionalLong.of(lines.size());
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
