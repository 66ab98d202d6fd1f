package dev.flywheel.adapters.csv.internal.format;

import dev.flywheel.adapters.csv.internal.cell.Texts;
import dev.flywheel.adapters.csv.internal.table.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Which format a file's first rows belong to, by its headers alone.
 *
 * @param candidates the equally good readings; none when the file is not recognised, one when it is clear
 */
public record Recognition(List<Header> candidates) {

    /** How many rows from the top may hold the header. */
    public static final int SEARCHED_ROWS = 10;

    private static final int ENOUGH = 3;
    private static final Comparator<Header> BETTER = Comparator.comparingInt(Header::knownCells)
            .thenComparing(Header::missingColumns, Comparator.reverseOrder());

    /** Copies. */
    public Recognition {
        candidates = List.copyOf(candidates);
    }

    /**
     * Recognises a table.
     *
     * @param firstRows its first rows
     * @return the readings
     */
    public static Recognition of(List<Row> firstRows) {
        List<Header> best = new ArrayList<>();
        for (Row row : firstRows) {
            List<Header> ofRow = best(row);
            if (!ofRow.isEmpty() && (best.isEmpty() || BETTER.compare(ofRow.get(0), best.get(0)) > 0)) {
                best = ofRow;
            }
        }
        return new Recognition(best);
    }

    private static List<Header> best(Row row) {
        List<Header> best = new ArrayList<>();
        List<String> names = row.texts().stream().map(Texts::normal).toList();
        for (Format format : Formats.all()) {
            if (!isPlausible(format, names)) {
                continue;
            }
            Header header = new Header(format, row);
            int better = best.isEmpty() ? 0 : BETTER.compare(header, best.get(0));
            if (better > 0) {
                best.clear();
            }
            if (better >= 0) {
                best.add(header);
            }
        }
        return best;
    }

    /** At least half of the named cells are the format's own, so that owner-added columns do not hide a file. */
    private static boolean isPlausible(Format format, List<String> names) {
        int named = Header.namedCells(names);
        int known = Header.countKnown(format, names);
        int enough = Math.min(ENOUGH, format.columns().size());
        return known >= Math.max(2, Math.min(enough, named)) && known * 2 >= named;
    }
}
