package dev.flywheel.adapters.csv.internal.format;

import dev.flywheel.adapters.csv.internal.table.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which format a file's first rows belong to, by its headers alone.
 *
 * @param candidates the equally good readings; none when the file is not recognised, one when it is clear
 * @param considered the best reading of every format that knows any of the names, the best first
 */
public record Recognition(List<Header> candidates, List<Header> considered) {

    /** How many rows from the top may hold the header. */
    public static final int SEARCHED_ROWS = 10;

    private static final Comparator<Header> BETTER = Comparator.comparing(Header::score, Score.BETTER);

    /** A row as names, made once for all formats: above the header of some file may stand rows of long captions. */
    private record NamedRow(Row row, List<HeaderName> names) {
        private static NamedRow of(Row row) {
            return new NamedRow(row, row.texts().stream().map(HeaderName::of).toList());
        }
    }

    /** Copies. */
    public Recognition {
        candidates = List.copyOf(candidates);
        considered = List.copyOf(considered);
    }

    /**
     * Recognises a table.
     *
     * @param firstRows its first rows
     * @param formats the formats that it may have
     * @return the readings
     */
    public static Recognition of(List<Row> firstRows, List<Format> formats) {
        List<NamedRow> rows = firstRows.stream().map(NamedRow::of).toList();
        List<Header> considered = new ArrayList<>();
        List<Header> best = new ArrayList<>();
        for (Format format : formats) {
            List<Header> readings = readings(rows, format);
            earliestBest(readings).ifPresent(considered::add);
            earliestBest(readings.stream().filter(Header::isPlausible).toList()).ifPresent(best::add);
        }
        considered.sort(BETTER.reversed());
        return new Recognition(best(best), considered);
    }

    /**
     * Recognises a table of which a person has said what it is: any row that has a name of this format will do.
     *
     * @param firstRows its first rows
     * @param format the format that it has
     * @return the reading
     */
    public static Recognition as(List<Row> firstRows, Format format) {
        List<Header> reading = earliestBest(
                        readings(firstRows.stream().map(NamedRow::of).toList(), format))
                .stream()
                .toList();
        return new Recognition(reading, reading);
    }

    private static List<Header> readings(List<NamedRow> firstRows, Format format) {
        return firstRows.stream()
                .map(row -> new Header(format, row.row(), row.names()))
                .filter(header -> header.score().known() > 0)
                .toList();
    }

    private static Optional<Header> earliestBest(List<Header> readings) {
        return readings.stream().reduce((first, next) -> BETTER.compare(next, first) > 0 ? next : first);
    }

    /** The best of each format; of equally good rows the uppermost counts, and only formats that it fits are a question. */
    private static List<Header> best(List<Header> ofFormats) {
        Optional<Header> best = ofFormats.stream().reduce((first, next) -> isBetter(next, first) ? next : first);
        return best.map(chosen -> ofFormats.stream()
                        .filter(header -> BETTER.compare(header, chosen) == 0
                                && header.row().line() == chosen.row().line())
                        .toList())
                .orElse(List.of());
    }

    private static boolean isBetter(Header next, Header first) {
        int better = BETTER.compare(next, first);
        return better > 0 || (better == 0 && next.row().line() < first.row().line());
    }
}
