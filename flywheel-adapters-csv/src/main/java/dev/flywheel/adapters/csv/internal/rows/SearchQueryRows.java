package dev.flywheel.adapters.csv.internal.rows;

import dev.flywheel.adapters.csv.internal.cell.Texts;
import dev.flywheel.adapters.csv.internal.format.Field;
import dev.flywheel.adapters.csv.internal.format.Header;
import dev.flywheel.adapters.csv.internal.frame.ImportFrame;
import dev.flywheel.adapters.csv.internal.reading.Cells;
import dev.flywheel.adapters.csv.internal.reading.RowRejected;
import dev.flywheel.core.halo.Marketplace;
import dev.flywheel.core.halo.SearchFunnel;
import dev.flywheel.core.halo.SearchQuery;
import dev.flywheel.core.performance.Finding;
import dev.flywheel.core.performance.Period;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Amazon's Search Query Performance, of a brand or of one product. The totals are the market's, and only what the view's own
 * columns count is the brand's. A query that is not listed is unknown: nothing is made of its absence.
 */
final class SearchQueryRows implements RowMapper {

    private static final List<Field> OWN =
            List.of(Field.OWN_IMPRESSIONS, Field.OWN_CLICKS, Field.OWN_ADD_TO_CARTS, Field.OWN_ORDERS);

    private record Key(Period period, String query) {}

    private record Line(@Nullable Long score, @Nullable Long volume, SearchFunnel total, SearchFunnel own) {}

    private final ImportFrame frame;
    private final AmazonFile file;
    private final Marketplace place;
    private final EachOnce<Key, Line> lines =
            new EachOnce<>(Field.QUERY, "query", "the same query of the same days is");
    private final RowPeriods periods = new RowPeriods();
    private boolean ofOneProduct;

    SearchQueryRows(ImportFrame frame, AmazonFile file) {
        this.frame = frame;
        this.file = file;
        place = file.requirePlace();
    }

    @Override
    public void map(Cells cells) throws RowRejected {
        ofOneProduct = isOfOneProduct(cells.header())
                || (file.line().asin().isPresent() && file.line().brand().isEmpty());
        Key key = new Key(file.days().of(cells), cells.required(Field.QUERY, cells.words(Field.QUERY)));
        Line line = new Line(
                cells.rank(Field.RANK),
                cells.count(Field.VOLUME),
                Funnels.search(cells),
                new SearchFunnel(
                        cells.count(Field.OWN_IMPRESSIONS),
                        cells.count(Field.OWN_CLICKS),
                        cells.count(Field.OWN_ADD_TO_CARTS),
                        cells.count(Field.OWN_ORDERS)));
        lines.add(cells, key, line);
        periods.add(key.period());
    }

    /** The view's own columns are called after the brand or after the ASIN. */
    private static boolean isOfOneProduct(Header header) {
        return OWN.stream()
                .filter(field -> header.position(field).isPresent())
                .anyMatch(field ->
                        Texts.normal(header.row().text(header.column(field))).contains("asin"));
    }

    @Override
    public OptionalLong kept() {
        return lines.kept();
    }

    @Override
    public void finish(FileSink out) {
        String viewOf = viewOf(out);
        SearchQuery.View view = ofOneProduct ? SearchQuery.View.ASIN : SearchQuery.View.BRAND;
        lines.forEach((key, line) -> out.evidence()
                .add(new SearchQuery(
                        key.period(),
                        place,
                        view,
                        viewOf,
                        key.query(),
                        line.score(),
                        line.volume(),
                        line.total(),
                        line.own(),
                        out.asOf(key.period().lastDay()))));
        periods.finish(file.days(), out);
    }

    private String viewOf(FileSink out) {
        Optional<String> said = ofOneProduct
                ? file.line().asin().or(() -> Optional.ofNullable(file.nameAsin()))
                : file.line().brand();
        return said.orElseGet(() -> {
            String fallback = ofOneProduct
                    ? "unknown product of " + out.subject()
                    : frame.program().brand();
            out.finding(
                    Finding.Kind.VIEW_UNKNOWN,
                    ofOneProduct
                            ? "nothing says of which product this report is; its own numbers belong to no known product"
                            : "nothing says of which brand this report is; it was taken for " + fallback,
                    "download the report again and keep its first line, which names it");
            return fallback;
        });
    }
}
