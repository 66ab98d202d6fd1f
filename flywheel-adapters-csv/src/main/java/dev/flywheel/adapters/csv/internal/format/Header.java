package dev.flywheel.adapters.csv.internal.format;

import dev.flywheel.adapters.csv.internal.cell.Texts;
import dev.flywheel.adapters.csv.internal.table.Row;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** A header row understood as that of a format: which column holds which field. Immutable. */
@SuppressWarnings("EnumOrdinal") // an array by field, because it is asked for every cell of every row
public final class Header {

    /** What the import itself appends to rows that it sets aside; no reason not to recognise them once mended. */
    public static final List<String> REJECTION_COLUMNS = List.of(
            "rejected file", "rejected line", "rejected column", "rejected value", "rejected because", "what to do");

    private static final Set<String> NORMAL_REJECTION_COLUMNS =
            REJECTION_COLUMNS.stream().map(Texts::normal).collect(Collectors.toUnmodifiableSet());

    private static final int NO_COLUMN = Integer.MAX_VALUE;

    private final Format format;
    private final Row row;
    private final List<String> normal;
    private final Map<Field, Integer> positions;
    private final int[] columns = new int[Field.values().length];
    private final List<Column> idColumns;

    Header(Format format, Row row) {
        this.format = format;
        this.row = row;
        normal = row.texts().stream().map(Texts::normal).toList();
        Map<Field, Integer> found = new EnumMap<>(Field.class);
        for (Column column : format.columns()) {
            column.normalAliases().stream()
                    .mapToInt(normal::indexOf)
                    .filter(position -> position >= 0)
                    .findFirst()
                    .ifPresent(position -> found.put(column.field(), position));
        }
        positions = Collections.unmodifiableMap(found);
        Arrays.fill(columns, NO_COLUMN);
        found.forEach((field, position) -> columns[field.ordinal()] = position);
        idColumns = format.columns().stream()
                .filter(column -> column.type() == CellType.ID || column.type() == CellType.VIDEO_ID)
                .filter(column -> found.containsKey(column.field()))
                .toList();
    }

    /** {@return the format} */
    public Format format() {
        return format;
    }

    /** {@return the row it stands on} */
    public Row row() {
        return row;
    }

    /** {@return the format's name with the generation of its headers} */
    public String label() {
        return format.label(new HashSet<>(normal));
    }

    /**
     * Where a field stands.
     *
     * @param field the field
     * @return its column, from 0, or empty when the file has none
     */
    public OptionalInt position(Field field) {
        Integer position = positions.get(field);
        return position == null ? OptionalInt.empty() : OptionalInt.of(position);
    }

    /**
     * Where a field stands, for the reading of many rows.
     *
     * @param field the field
     * @return its column, from 0; if the file has none, a column behind the last, where every row is empty
     */
    public int column(Field field) {
        return columns[field.ordinal()];
    }

    /** {@return the columns of ids that the file has} */
    public List<Column> idColumns() {
        return idColumns;
    }

    /** {@return what the file lacks, each as a sentence that names the headers that were looked for} */
    public List<String> missing() {
        Set<String> sentences = format.columns().stream()
                .filter(column -> column.isRequired() && !positions.containsKey(column.field()))
                .map(column -> "no column " + names(column.aliases()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        for (List<Field> group : format.oneOf()) {
            if (Collections.disjoint(group, positions.keySet())) {
                List<String> aliases = group.stream()
                        .map(format::column)
                        .flatMap(Optional::stream)
                        .flatMap(column -> column.aliases().stream())
                        .toList();
                sentences.add("no column " + names(aliases));
            }
        }
        return List.copyOf(sentences);
    }

    /** {@return the optional columns that the file lacks, by their preferred names} */
    public List<String> absentOptionals() {
        Set<Field> grouped = format.oneOf().stream().flatMap(List::stream).collect(Collectors.toSet());
        return format.columns().stream()
                .filter(column -> column.need() == Column.Need.EXPECTED
                        && !grouped.contains(column.field())
                        && !positions.containsKey(column.field()))
                .map(column -> column.aliases().get(0))
                .toList();
    }

    /**
     * Whether a row repeats this header, as it happens where files were glued together.
     *
     * @param candidate the row
     * @return true if every named column holds its own name
     */
    public boolean isRepeatedBy(Row candidate) {
        return positions.size() > 1
                && positions.values().stream()
                        .allMatch(position ->
                                Texts.normal(candidate.text(position)).equals(normal.get(position)));
    }

    int knownCells() {
        return countKnown(format, normal);
    }

    static int countKnown(Format format, List<String> names) {
        return (int) names.stream().distinct().filter(format::knows).count();
    }

    static int namedCells(List<String> names) {
        return (int) names.stream()
                .filter(name -> !name.isEmpty() && !NORMAL_REJECTION_COLUMNS.contains(name))
                .count();
    }

    int missingColumns() {
        return missing().size();
    }

    private static String names(List<String> aliases) {
        return aliases.stream().map(alias -> "\"" + alias + "\"").collect(Collectors.joining(" or "));
    }
}
