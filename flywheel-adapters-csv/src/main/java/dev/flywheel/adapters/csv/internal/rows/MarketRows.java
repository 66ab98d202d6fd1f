package dev.flywheel.adapters.csv.internal.rows;

import dev.flywheel.adapters.csv.internal.format.Field;
import dev.flywheel.adapters.csv.internal.period.PeriodInName;
import dev.flywheel.adapters.csv.internal.reading.Cells;
import dev.flywheel.adapters.csv.internal.reading.RowRejected;
import dev.flywheel.core.money.Money;
import dev.flywheel.core.money.Rate;
import dev.flywheel.core.performance.MarketProduct;
import dev.flywheel.core.performance.Period;
import dev.flywheel.core.program.ProductId;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Kalodata's list of products. Its rows have no column of ids: they stand only inside the two links. */
final class MarketRows implements RowMapper {

    private static final String SOURCE = "Kalodata";
    private static final Pattern ID_IN_LINK =
            Pattern.compile("(?:/product/|[?&](?:id|product_id)=)([0-9]{6,20})(?![0-9])");

    private record Key(Period period, ProductId product) {}

    private record Line(
            String name,
            @Nullable Money price,
            @Nullable Rate commissionRate,
            @Nullable Long items,
            @Nullable Money revenue,
            @Nullable Long creators) {}

    private final EachOnce<Key, Line> lines =
            new EachOnce<>(Field.TIKTOK_LINK, "product", "the same product and days are");
    private final RowPeriods periods = new RowPeriods();

    @Override
    public void map(Cells cells) throws RowRejected {
        String name = cells.text(Field.TITLE);
        Key key = new Key(period(cells), product(cells));
        Line line = new Line(
                name == null ? "" : name,
                cells.notNegative(Field.PRICE),
                cells.points(Field.COMMISSION_RATE),
                cells.count(Field.ITEMS),
                cells.notNegative(Field.GMV),
                cells.count(Field.CREATORS));
        lines.add(cells, key, line);
        periods.add(key.period());
    }

    private static Period period(Cells cells) throws RowRejected {
        String range = cells.required(Field.DATE_RANGE, cells.text(Field.DATE_RANGE));
        return PeriodInName.find(range)
                .filter(found -> !found.assumed())
                .map(PeriodInName::period)
                .orElseThrow(() ->
                        cells.rejected(Field.DATE_RANGE, "not a range of dates", "write it as 2026-08-09~2026-09-07"));
    }

    private static ProductId product(Cells cells) throws RowRejected {
        Optional<String> theirs = id(cells.raw(Field.KALODATA_LINK));
        String id = id(cells.raw(Field.TIKTOK_LINK))
                .or(() -> theirs)
                .orElseThrow(() -> cells.rejected(
                        cells.has(Field.TIKTOK_LINK) ? Field.TIKTOK_LINK : Field.KALODATA_LINK,
                        "no product id in the links",
                        "export the list again with its links"));
        if (theirs.isPresent() && !theirs.get().equals(id)) {
            throw cells.rejected(
                    Field.KALODATA_LINK,
                    "its links name two products, " + theirs.get() + " and " + id,
                    "export the list again; a spreadsheet may have moved cells");
        }
        return new ProductId(id);
    }

    private static Optional<String> id(String link) {
        Matcher matcher = ID_IN_LINK.matcher(link);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    @Override
    public OptionalLong kept() {
        return lines.kept();
    }

    @Override
    public void finish(FileSink out) {
        lines.forEach((key, line) -> out.evidence()
                .add(new MarketProduct(
                        SOURCE,
                        key.period(),
                        key.product(),
                        line.name(),
                        line.price(),
                        line.commissionRate(),
                        line.items(),
                        line.revenue(),
                        line.creators(),
                        out.asOf(key.period().lastDay()))));
        periods.cover(out);
    }
}
