package dev.flywheel.adapters.csv.internal.format;

import dev.flywheel.adapters.csv.internal.cell.Texts;
import dev.flywheel.adapters.csv.internal.table.Row;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A header row understood as that of a format: which column holds which field. Immutable. */
@SuppressWarnings("EnumOrdinal") // an array by field, because it is asked for every cell of every row
public final class Header {

    /** What the import itself appends to rows that it sets aside; no reason not to recognise them once mended. */
    public static final List<String> REJECTION_COLUMNS = List.of(
            "rejected file", "rejected line", "rejected column", "rejected value", "rejected because", "what to do");

    private static final Set<String> NORMAL_REJECTION_COLUMNS =
            REJECTION_COLUMNS.stream().map(Texts::normal).collect(Collectors.toUnmodifiableSet());

    private static final Pattern DIGITS = Pattern.compile("[0-9]{6,20}");
    private static final int NO_COLUMN = Integer.MAX_VALUE;

    private final Format format;
    private final Row row;
    private final List<HeaderName> names;
    private final Map<Field, Integer> positions;
    private final int[] columns = new int[Field.values().length];
    private final List<Column> idColumns;
    private final Score score;

    Header(Format format, Row row, List<HeaderName> names) {
        this.format = format;
        this.row = row;
        this.names = names;
        Map<Field, Integer> found = new EnumMap<>(Field.class);
        for (Column column : format.columns()) {
            int position = find(column);
            if (position >= 0) {
                found.put(column.field(), position);
            }
        }
        positions = Collections.unmodifiableMap(found);
        Arrays.fill(columns, NO_COLUMN);
        found.forEach((field, position) -> columns[field.ordinal()] = position);
        idColumns = format.columns().stream()
                .filter(column -> column.type() == CellType.ID || column.type() == CellType.VIDEO_ID)
                .filter(column -> found.containsKey(column.field()))
                .toList();
        score = new Score(
                (int) names.stream().distinct().filter(format::knows).count(),
                (int) names.stream().filter(Header::isNamed).count(),
                missing().size());
    }

    /** An amount's name may have the currency behind it, but the name without one goes first. */
    private int find(Column column) {
        for (String name : format.namesOf(column)) {
            for (int i = 0; i < names.size(); i++) {
                if (names.get(i).normal().equals(name)) {
                    return i;
                }
            }
        }
        if (column.type() == CellType.MONEY) {
            for (String name : format.namesOf(column)) {
                for (int i = 0; i < names.size(); i++) {
                    if (names.get(i).sign() != null
                            && names.get(i).withoutSign().equals(name)) {
                        return i;
                    }
                }
            }
        }
        return -1;
    }

    private static boolean isNamed(HeaderName name) {
        return !name.isEmpty() && !NORMAL_REJECTION_COLUMNS.contains(name.normal());
    }

    /**
     * Whether the import itself has added a column, when it set the row aside before.
     *
     * @param position its place, from 0
     * @return true if it is none of the export's own
     */
    public boolean isOfRejection(int position) {
        return NORMAL_REJECTION_COLUMNS.contains(Texts.normal(row.text(position)));
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
        return format.label(names.stream().map(HeaderName::normal).collect(Collectors.toSet()));
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

    /**
     * Whether a row's cells stand under their names. In files with personal data a broken quote could move an address
     * under a harmless name, so nothing of a row without its first id, or with too many cells, is looked at.
     *
     * @param candidate the row
     * @return true if its cells may be read; always true where there is no personal data
     */
    public boolean isInPlace(Row candidate) {
        return !format.holdsPersonalData()
                || (candidate.size() <= names.size()
                        && !idColumns.isEmpty()
                        && DIGITS.matcher(Texts.bare(
                                        candidate.text(column(idColumns.get(0).field()))))
                                .matches());
    }

    /**
     * A cell as it may leave the import, in a message or a quarantine file.
     *
     * @param candidate the row
     * @param position the cell's place, from 0
     * @return the cell; empty where it is or could be personal data
     */
    public String shown(Row candidate, int position) {
        String text = candidate.text(position);
        if (!format.holdsPersonalData()) {
            return text;
        }
        boolean harmless = position < names.size()
                && format.knows(names.get(position))
                && !format.isPersonal(names.get(position))
                && isInPlace(candidate);
        return harmless && text.indexOf('\n') < 0 && text.indexOf('\r') < 0 ? text : "";
    }

    /** {@return the columns of ids that the file has} */
    public List<Column> idColumns() {
        return idColumns;
    }

    /** {@return what the file lacks, each as a sentence that names the headers that were looked for} */
    public List<String> missing() {
        Set<String> sentences = format.columns().stream()
                .filter(column -> column.isRequired() && !positions.containsKey(column.field()))
                .map(column -> "no column " + quoted(column.aliases()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        for (List<Field> group : format.oneOf()) {
            if (Collections.disjoint(group, positions.keySet())) {
                List<String> aliases = group.stream()
                        .map(format::column)
                        .flatMap(Optional::stream)
                        .flatMap(column -> column.aliases().stream())
                        .toList();
                sentences.add("no column " + quoted(aliases));
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
                        .allMatch(position -> Texts.normal(candidate.text(position))
                                .equals(names.get(position).normal()));
    }

    /**
     * What the column at a place is read as.
     *
     * @param position its place, from 0
     * @return the column of the format, or empty when it is not read
     */
    public Optional<Column> columnAt(int position) {
        return format.columns().stream()
                .filter(column -> column(column.field()) == position)
                .findFirst();
    }

    /**
     * Where the name of a column was seen.
     *
     * @param position its place, from 0
     * @return a generation, a market or a language, or empty when the format does not know the name
     */
    public Optional<String> seenIn(int position) {
        return format.seenIn(names.get(position));
    }

    /**
     * Why a column is not read.
     *
     * @param cell its name
     * @return why
     */
    public String whyUnused(String cell) {
        HeaderName name = HeaderName.of(cell);
        if (name.isEmpty()) {
            return "has no name";
        }
        if (NORMAL_REJECTION_COLUMNS.contains(name.normal())) {
            return "was added to rejected rows by the import";
        }
        if (format.isPersonal(name)) {
            return "personal data, which is never looked at";
        }
        return format.columns().stream()
                .filter(column -> positions.containsKey(column.field()))
                .filter(column -> format.namesOf(column).contains(name.normal()))
                .findFirst()
                .map(column -> "another column is preferred: \"" + Texts.bare(row.text(column(column.field()))) + "\"")
                .orElse(format.knows(name) ? "known, but nothing is read from it" : "not known to this format");
    }

    /** {@return how well it fits the format} */
    public Score score() {
        return score;
    }

    /**
     * Whether a file with this header may be of this format. Names given by hand need no others beside them, as long as
     * nothing is missing.
     */
    public boolean isPlausible() {
        return score.isPlausible(format)
                || (score.missing() == 0 && names.stream().anyMatch(format::isNamedByHand));
    }

    /**
     * The currency that a column's name has behind it, as in {@code GMV ($)}.
     *
     * @param field the field
     * @return the currency as it is written there
     */
    public Optional<String> currencySign(Field field) {
        Integer position = positions.get(field);
        return position == null
                ? Optional.empty()
                : Optional.ofNullable(names.get(position).sign());
    }

    private static String quoted(List<String> aliases) {
        return aliases.stream().map(alias -> "\"" + alias + "\"").collect(Collectors.joining(" or "));
    }
}
