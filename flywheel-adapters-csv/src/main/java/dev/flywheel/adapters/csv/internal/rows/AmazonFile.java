package dev.flywheel.adapters.csv.internal.rows;

import dev.flywheel.adapters.csv.internal.frame.ImportFrame;
import dev.flywheel.adapters.csv.internal.period.PeriodInName;
import dev.flywheel.adapters.csv.internal.table.Row;
import dev.flywheel.core.halo.Marketplace;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a report by Amazon says beside its rows: in the line above its header, and in its name, which begins with the
 * marketplace, such as {@code US_Search_Query_Performance_Brand_View_Simple_Week_2026_02_07.csv}. Immutable.
 *
 * @param line the line above the header
 * @param days which days its rows speak of
 * @param marketplace the marketplace in the name, or null
 * @param given the marketplace of files that name none, or null
 * @param nameAsin the product in the name, or null
 */
public record AmazonFile(
        AmazonLine line,
        ReportDays days,
        @Nullable Marketplace marketplace,
        @Nullable Marketplace given,
        @Nullable String nameAsin) {

    private static final Pattern PLACE = Pattern.compile("(?:rejected )?([A-Z]{2})[_ -].*");
    private static final Pattern ASIN = Pattern.compile("(?<![A-Za-z0-9])(B0[0-9A-Z]{8})(?![A-Za-z0-9])");

    public static AmazonFile of(ImportFrame frame, List<String> names, @Nullable PeriodInName named, List<Row> above) {
        AmazonLine line = AmazonLine.of(above);
        return new AmazonFile(
                line,
                ReportDays.of(line, named, frame.givenPeriod(), names),
                names.stream()
                        .map(AmazonFile::place)
                        .flatMap(Optional::stream)
                        .findFirst()
                        .orElse(null),
                frame.marketplace(),
                names.stream()
                        .map(ASIN::matcher)
                        .filter(Matcher::find)
                        .map(matcher -> matcher.group(1))
                        .findFirst()
                        .orElse(null));
    }

    private static Optional<Marketplace> place(String name) {
        Matcher matcher = PLACE.matcher(name);
        return matcher.matches() ? Marketplace.named(matcher.group(1)) : Optional.empty();
    }

    /** {@return where the whole report comes from; a report that needs it is refused earlier when nobody says so} */
    Marketplace requirePlace() {
        return place().orElseThrow(() -> new IllegalStateException("A report without a marketplace was mapped"));
    }

    /** {@return where the whole report comes from, or empty when nobody says so} */
    public Optional<Marketplace> place() {
        return Optional.ofNullable(marketplace == null ? given : marketplace);
    }
}
