package dev.flywheel.adapters.csv.internal.rows;

import dev.flywheel.adapters.csv.internal.format.Field;
import dev.flywheel.adapters.csv.internal.frame.ImportFrame;
import dev.flywheel.adapters.csv.internal.reading.Cells;
import dev.flywheel.adapters.csv.internal.reading.RowRejected;
import dev.flywheel.core.halo.BrandTerms;
import dev.flywheel.core.halo.Marketplace;
import dev.flywheel.core.halo.TopSearchTerm;
import dev.flywheel.core.performance.Finding;
import dev.flywheel.core.performance.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Amazon's Top Search Terms, which lists millions of terms. Every row is read, and only those with a term of the brand are
 * kept, so that memory does not grow with the file.
 */
final class TopTermRows implements StagedMapper<TopTermRows.Line> {

    private record Columns(Field asin, Field clickShare, Field conversionShare) {}

    private static final List<Columns> CLICKED = List.of(
            new Columns(Field.CLICKED_1, Field.CLICK_SHARE_1, Field.CONVERSION_SHARE_1),
            new Columns(Field.CLICKED_2, Field.CLICK_SHARE_2, Field.CONVERSION_SHARE_2),
            new Columns(Field.CLICKED_3, Field.CLICK_SHARE_3, Field.CONVERSION_SHARE_3));

    private final AmazonFile file;
    private final Marketplace place;
    private final BrandTerms terms;
    private final boolean hasTerms;
    private final List<Kept> kept = new ArrayList<>();
    private final RowPeriods periods = new RowPeriods();
    private @Nullable Period lastPeriod;
    private long read;

    TopTermRows(ImportFrame frame, AmazonFile file) {
        this.file = file;
        place = file.requirePlace();
        terms = BrandTerms.of(frame.program().brandTerms());
        hasTerms = !frame.program().brandTerms().isEmpty();
    }

    /** A row as read; what it says is left out where it has no term of the brand. */
    record Line(Period period, @Nullable Kept kept) {}

    /** A row with a term of the brand. */
    record Kept(Period period, String term, long rank, List<TopSearchTerm.Clicked> clicked) {}

    @Override
    public Line read(Cells cells) throws RowRejected {
        String term = cells.required(Field.QUERY, cells.words(Field.QUERY));
        long rank = cells.required(Field.RANK, cells.rank(Field.RANK));
        Period period = file.days().of(cells);
        return new Line(period, terms.areIn(term) ? new Kept(period, term, rank, clicked(cells)) : null);
    }

    private static List<TopSearchTerm.Clicked> clicked(Cells cells) throws RowRejected {
        List<TopSearchTerm.Clicked> clicked = new ArrayList<>();
        for (Columns columns : CLICKED) {
            String asin = cells.id(columns.asin());
            if (asin != null) {
                clicked.add(new TopSearchTerm.Clicked(
                        asin, cells.points(columns.clickShare()), cells.points(columns.conversionShare())));
            }
        }
        return clicked;
    }

    @Override
    public void take(Line row) {
        read++;
        if (!row.period().equals(lastPeriod)) {
            lastPeriod = row.period();
            periods.add(row.period());
        }
        if (row.kept() != null) {
            kept.add(row.kept());
        }
    }

    @Override
    public OptionalLong kept() {
        return OptionalLong.of(read);
    }

    @Override
    public void finish(FileSink out) {
        kept.forEach(row -> out.evidence()
                .add(new TopSearchTerm(
                        row.period(),
                        place,
                        row.term(),
                        row.rank(),
                        row.clicked(),
                        out.asOf(row.period().lastDay()))));
        periods.finish(file.days(), out);
        if (read > 0) {
            out.finding(
                    Finding.Kind.EVIDENCE_KEPT,
                    String.format(
                            Locale.ROOT, "%,d of %,d search terms have a brand term and were kept", kept.size(), read),
                    hasTerms
                            ? "nothing to do; the other terms are not the brand's"
                            : "list the words by which people search for the brand as brand_terms in program.toml");
        }
    }
}
