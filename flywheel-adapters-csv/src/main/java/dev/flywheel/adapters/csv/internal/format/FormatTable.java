package dev.flywheel.adapters.csv.internal.format;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.flywheel.adapters.csv.internal.cell.DayOrder;
import java.io.Reader;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Reads the table of a format. Its first lines say what holds for the whole file; below the line
 * {@code field,holds,need,name,seen in} stands one line for every name that a column has had, the name to prefer first.
 * {@code seen in} is a note for people: a generation, a market or a language. What a table gets wrong is an error of the
 * programme, named with its line.
 */
final class FormatTable {

    private static final List<String> HEADINGS = List.of("field", "holds", "need", "name", "seen in");
    private static final String KNOWN = "known";
    private static final String PERSONAL = "personal";

    private final Format.Builder format;
    private long line;
    private boolean inColumns;

    private FormatTable(Kind kind) {
        format = new Format.Builder(kind);
    }

    /**
     * Reads a table.
     *
     * @throws IllegalStateException if it is wrong, with the file and the line
     */
    static Format read(Kind kind, String file, Reader table) {
        FormatTable reading = new FormatTable(kind);
        try {
            return reading.read(table);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalStateException(file + " line " + reading.line + ": " + wrong.getMessage(), wrong);
        }
    }

    private Format read(Reader table) {
        CsvReader<CsvRecord> records = CsvReader.builder()
                .commentStrategy(CommentStrategy.SKIP)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(table);
        for (CsvRecord record : records) {
            line = record.getStartingLineNumber();
            List<String> cells = record.getFields();
            if (inColumns) {
                column(cells);
            } else if (cells.equals(HEADINGS)) {
                inColumns = true;
            } else {
                property(cells.get(0), cells.subList(1, cells.size()));
            }
        }
        return format.build();
    }

    private void property(String name, List<String> values) {
        switch (name) {
            case "label" -> format.label(only(name, values));
            case "rows" -> format.read(choice(name, only(name, values), "read", "not read") == 0);
            case "exported by" -> format.nativeExport(choice(name, only(name, values), "a platform", "nobody") == 0);
            case "dates" -> format.dayOrder(constant(DayOrder.class, name, only(name, values)));
            case "needs one of" ->
                format.needsOneOf(values.stream()
                        .map(value -> constant(Field.class, name, value))
                        .toList());
            case "generation" -> {
                requireCells(values, 2, "generation,name,column name");
                format.generation(values.get(0), values.get(1));
            }
            default ->
                throw new IllegalArgumentException(
                        "\"" + name + "\" is nothing that a table says of a file; above the line " + HEADINGS
                                + " may stand label, rows, exported by, dates, needs one of and generation");
        }
    }

    private void column(List<String> cells) {
        requireCells(cells, HEADINGS.size(), String.join(",", HEADINGS));
        String name = cells.get(3);
        String where = cells.get(4);
        switch (cells.get(2)) {
            case KNOWN -> {
                requireUnread(cells);
                format.known(name, where);
            }
            case PERSONAL -> {
                requireUnread(cells);
                format.personal(name, where);
            }
            default ->
                format.name(
                        constant(Field.class, "field", cells.get(0)),
                        constant(CellType.class, "holds", cells.get(1)),
                        constant(Column.Need.class, "need", cells.get(2)),
                        name,
                        where);
        }
    }

    private static void requireUnread(List<String> cells) {
        if (!cells.get(0).isEmpty() || !cells.get(1).isEmpty()) {
            throw new IllegalArgumentException("a column that is only known has no field and holds nothing");
        }
    }

    private static String only(String name, List<String> values) {
        requireCells(values, 1, name + ",value");
        return values.get(0);
    }

    private static void requireCells(List<String> cells, int count, String form) {
        if (cells.size() != count) {
            throw new IllegalArgumentException("expected " + form);
        }
    }

    private static int choice(String name, String value, String... allowed) {
        int at = Arrays.asList(allowed).indexOf(value);
        if (at < 0) {
            throw new IllegalArgumentException(
                    name + " must be " + String.join(" or ", allowed) + ", got \"" + value + "\"");
        }
        return at;
    }

    /** Constants are written in lower case, fields with underscores as in the brand's own small files. */
    private static <E extends Enum<E>> E constant(Class<E> type, String name, String value) {
        for (E constant : type.getEnumConstants()) {
            String written = constant.name().toLowerCase(Locale.ROOT);
            if (value.equals(written) || value.equals(written.replace('_', ' '))) {
                return constant;
            }
        }
        throw new IllegalArgumentException("there is no " + name + " \"" + value + "\"; known are "
                + Arrays.stream(type.getEnumConstants())
                        .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", ")));
    }
}
