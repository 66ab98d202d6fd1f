package dev.flywheel.adapters.csv.internal.rows;

import dev.flywheel.adapters.csv.internal.cell.Texts;
import dev.flywheel.adapters.csv.internal.period.PeriodInName;
import dev.flywheel.adapters.csv.internal.period.ReportLength;
import dev.flywheel.adapters.csv.internal.table.Row;
import dev.flywheel.core.performance.Period;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Amazon writes above the header of a Brand Analytics report, such as {@code Brand=["Mott & Bow"],Reporting
 * Range=["Weekly"]}, in the native form and as a spreadsheet saves it again. Immutable.
 *
 * @param values what stands between the brackets, by its name in normal form
 */
record AmazonLine(Map<String, String> values) {

    private static final Pattern ENTRY = Pattern.compile("([^=,\\[\\]]{1,40})=\\[\"(.*?)\"\\](?=\\s*[,;]|\\s*$)");
    private static final Pattern YEAR = Pattern.compile("20[0-9]{2}");
    private static final Pattern QUARTER = Pattern.compile("Q?([1-4])(?![0-9]).*", Pattern.CASE_INSENSITIVE);

    /** Reads the rows above the header; a spreadsheet leaves the entries in cells, and pads the row with empty ones. */
    static AmazonLine of(List<Row> above) {
        Map<String, String> values = new LinkedHashMap<>();
        for (Row row : above) {
            Matcher entry = ENTRY.matcher(String.join(",", row.texts()).strip());
            while (entry.find()) {
                values.putIfAbsent(Texts.normal(entry.group(1)), entry.group(2).strip());
            }
        }
        return new AmazonLine(values);
    }

    Optional<String> brand() {
        return value("Brand");
    }

    Optional<String> asin() {
        return value("ASIN or Product").or(() -> value("ASIN"));
    }

    /** {@return how long its periods are, where it says so} */
    Optional<ReportLength> length() {
        return value("Reporting Range").flatMap(ReportLength::named);
    }

    /** {@return the days it speaks of, where it names both ends or a quarter of a year} */
    Optional<Period> period() {
        Optional<Period> range = List.of("Select week", "Select month", "Select quarter").stream()
                .map(this::value)
                .flatMap(Optional::stream)
                .map(PeriodInName::find)
                .flatMap(Optional::stream)
                .filter(found -> !found.assumed())
                .map(PeriodInName::period)
                .findFirst();
        return range.or(this::quarter);
    }

    private Optional<Period> quarter() {
        String year = value("Select year").orElse("");
        Matcher quarter = QUARTER.matcher(value("Select quarter").orElse(""));
        if (!YEAR.matcher(year).matches() || !quarter.matches()) {
            return Optional.empty();
        }
        LocalDate first = LocalDate.of(Integer.parseInt(year), Integer.parseInt(quarter.group(1)) * 3 - 2, 1);
        return Optional.of(new Period(first, first.plusMonths(3).minusDays(1)));
    }

    private Optional<String> value(String name) {
        return Optional.ofNullable(values.get(Texts.normal(name))).filter(value -> !value.isEmpty());
    }
}
