package dev.flywheel.adapters.csv.internal.format;

import dev.flywheel.adapters.csv.internal.cell.DayOrder;
import dev.flywheel.adapters.csv.internal.cell.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One kind of file: the columns that are read, the columns it is known by, and what its cells leave open. Immutable. */
public final class Format {

    private final Kind kind;
    private final List<Column> columns;
    private final List<List<Field>> oneOf;
    private final Set<String> known;
    private final Map<String, String> generations;
    private final DayOrder dayOrder;
    private final boolean nativeExport;

    private Format(Builder builder) {
        kind = builder.kind;
        columns = List.copyOf(builder.columns);
        oneOf = List.copyOf(builder.oneOf);
        generations = builder.generations;
        dayOrder = builder.dayOrder;
        nativeExport = builder.nativeExport;
        Set<String> names = new LinkedHashSet<>(builder.alsoKnown);
        columns.forEach(column -> names.addAll(column.normalAliases()));
        known = names;
    }

    static Builder of(Kind kind) {
        return new Builder(kind);
    }

    /** {@return which kind of file} */
    public Kind kind() {
        return kind;
    }

    /** {@return the columns that are read} */
    public List<Column> columns() {
        return columns;
    }

    /** {@return the documented order of day and month} */
    public DayOrder dayOrder() {
        return dayOrder;
    }

    /** {@return whether a platform exports it, with that platform's limits on rows} */
    public boolean isNativeExport() {
        return nativeExport;
    }

    /** {@return groups of fields of which a file needs at least one} */
    public List<List<Field>> oneOf() {
        return oneOf;
    }

    /**
     * A column by its meaning.
     *
     * @param field the meaning
     * @return the column
     */
    public Optional<Column> column(Field field) {
        return columns.stream().filter(column -> column.field() == field).findFirst();
    }

    boolean knows(String normalHeader) {
        return known.contains(normalHeader);
    }

    /** {@return the kind's name with the generation that the headers betray, such as {@code video performance G3}} */
    String label(Set<String> normalHeaders) {
        return generations.entrySet().stream()
                .filter(mark -> normalHeaders.contains(mark.getKey()))
                .map(mark -> kind.label() + " " + mark.getValue())
                .findFirst()
                .orElse(kind.label());
    }

    /** Collects a format. */
    static final class Builder {

        private final Kind kind;
        private final List<Column> columns = new ArrayList<>();
        private final List<List<Field>> oneOf = new ArrayList<>();
        private final Set<String> alsoKnown = new LinkedHashSet<>();
        private final Map<String, String> generations = new LinkedHashMap<>();
        private DayOrder dayOrder = DayOrder.UNDECIDED;
        private boolean nativeExport;

        private Builder(Kind kind) {
            this.kind = kind;
        }

        Builder required(Field field, CellType type, String... names) {
            columns.add(new Column(field, type, Column.Need.REQUIRED, Arrays.asList(names)));
            return this;
        }

        Builder optional(Field field, CellType type, String... names) {
            columns.add(new Column(field, type, Column.Need.EXPECTED, Arrays.asList(names)));
            return this;
        }

        Builder sometimes(Field field, CellType type, String... names) {
            columns.add(new Column(field, type, Column.Need.SOMETIMES, Arrays.asList(names)));
            return this;
        }

        Builder needsOneOf(Field... fields) {
            oneOf.add(Arrays.asList(fields));
            return this;
        }

        Builder alsoHas(String... names) {
            Arrays.stream(names).map(Texts::normal).forEach(alsoKnown::add);
            return this;
        }

        Builder generation(String name, String... marks) {
            Arrays.stream(marks).map(Texts::normal).forEach(mark -> generations.put(mark, name));
            return this;
        }

        Builder exportedWith(DayOrder order) {
            dayOrder = order;
            nativeExport = true;
            return this;
        }

        Format build() {
            return new Format(this);
        }
    }
}
