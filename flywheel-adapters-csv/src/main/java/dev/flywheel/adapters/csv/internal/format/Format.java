package dev.flywheel.adapters.csv.internal.format;

import dev.flywheel.adapters.csv.internal.cell.DayOrder;
import dev.flywheel.adapters.csv.internal.cell.Texts;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One kind of file: the columns that are read, the columns it is known by, and what its cells leave open. Immutable. */
public final class Format {

    private final Kind kind;
    private final String label;
    private final boolean read;
    private final List<Column> columns;
    private final List<List<Field>> oneOf;
    private final Map<String, String> seenIn;
    private final Map<String, String> generations;
    private final DayOrder dayOrder;
    private final boolean nativeExport;
    private final Map<String, Field> byHand;
    private final Set<String> personal;

    private Format(Builder builder) {
        kind = builder.kind;
        label = builder.label;
        read = builder.read;
        columns = List.copyOf(builder.columns);
        oneOf = List.copyOf(builder.oneOf);
        seenIn = new LinkedHashMap<>(builder.seenIn);
        generations = new LinkedHashMap<>(builder.generations);
        dayOrder = builder.dayOrder;
        nativeExport = builder.nativeExport;
        byHand = Map.copyOf(builder.byHand);
        personal = Set.copyOf(builder.personal);
    }

    /** {@return which kind of file} */
    public Kind kind() {
        return kind;
    }

    /** {@return the name for people} */
    public String label() {
        return label;
    }

    /** {@return whether the import uses its rows; others are recognised so that they are not taken for something else} */
    public boolean isRead() {
        return read;
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

    /**
     * The same format with names that a person gave to columns. They win over the names that the format knows itself.
     *
     * @param names the field of each name
     * @return the format
     */
    public Format named(Map<String, Field> names) {
        Builder named = new Builder(kind);
        named.label = label;
        named.read = read;
        named.oneOf.addAll(oneOf);
        named.seenIn.putAll(seenIn);
        named.generations.putAll(generations);
        named.dayOrder = dayOrder;
        named.nativeExport = nativeExport;
        named.byHand.putAll(byHand);
        named.personal.addAll(personal);
        Map<Field, List<String>> given = new EnumMap<>(Field.class);
        names.forEach((name, field) -> {
            given.computeIfAbsent(field, any -> new ArrayList<>()).add(name);
            named.byHand.put(Texts.normal(name), field);
            named.seenIn.put(Texts.normal(name), "named by hand");
        });
        for (Column column : columns) {
            Set<String> aliases = new LinkedHashSet<>(given.getOrDefault(column.field(), List.of()));
            aliases.addAll(column.aliases());
            named.columns.add(new Column(column.field(), column.type(), column.need(), List.copyOf(aliases)));
        }
        return named.build();
    }

    boolean knows(HeaderName name) {
        return seenIn.containsKey(name.normal()) || (name.sign() != null && seenIn.containsKey(name.withoutSign()));
    }

    /** {@return whether files of this kind hold personal data, so that only cells known to be free of it may be shown} */
    public boolean holdsPersonalData() {
        return !personal.isEmpty();
    }

    boolean isPersonal(HeaderName name) {
        return personal.contains(name.normal());
    }

    boolean isNamedByHand(HeaderName name) {
        return byHand.containsKey(name.normal());
    }

    /**
     * {@return the names of a column in normal form, without those that a person gave to another column and those of
     * personal columns, which not even a map makes readable}
     */
    List<String> namesOf(Column column) {
        return column.normalAliases().stream()
                .filter(name -> byHand.getOrDefault(name, column.field()) == column.field() && !personal.contains(name))
                .toList();
    }

    /** {@return where a name was seen, such as a generation, a market or a language; empty if the format has no such name} */
    Optional<String> seenIn(HeaderName name) {
        @Nullable String exactly = seenIn.get(name.normal());
        return Optional.ofNullable(exactly == null ? seenIn.get(name.withoutSign()) : exactly);
    }

    /** {@return the format's name with the generation that the headers betray, such as {@code video performance G3}} */
    String label(Set<String> normalHeaders) {
        return generations.entrySet().stream()
                .filter(mark -> normalHeaders.contains(mark.getKey()))
                .map(mark -> label + " " + mark.getValue())
                .findFirst()
                .orElse(label);
    }

    /** Collects what a table says. Its errors name what is wrong; the table adds where. */
    static final class Builder {

        private final Kind kind;
        private final List<Column> columns = new ArrayList<>();
        private final List<List<Field>> oneOf = new ArrayList<>();
        private final Map<String, String> seenIn = new LinkedHashMap<>();
        private final Map<String, String> generations = new LinkedHashMap<>();
        private final Map<String, Field> byHand = new LinkedHashMap<>();
        private final Set<String> personal = new LinkedHashSet<>();
        private String label = "";
        private boolean read;
        private DayOrder dayOrder = DayOrder.UNDECIDED;
        private boolean nativeExport;

        Builder(Kind kind) {
            this.kind = kind;
        }

        Builder label(String name) {
            label = name;
            return this;
        }

        Builder read(boolean used) {
            read = used;
            return this;
        }

        Builder nativeExport(boolean exported) {
            nativeExport = exported;
            return this;
        }

        Builder dayOrder(DayOrder documented) {
            dayOrder = documented;
            return this;
        }

        Builder needsOneOf(List<Field> fields) {
            oneOf.add(List.copyOf(fields));
            return this;
        }

        Builder generation(String name, String mark) {
            generations.put(Texts.normal(mark), name);
            return this;
        }

        /** Adds a name that a file of this kind may have, whether or not its column is read. */
        Builder known(String name, String where) {
            String normal = Texts.normal(name);
            if (normal.isEmpty()) {
                throw new IllegalArgumentException("a column without a name");
            }
            if (seenIn.putIfAbsent(normal, where) != null) {
                throw new IllegalArgumentException("\"" + name + "\" is listed twice");
            }
            return this;
        }

        /** Adds a name of a column of personal data, which nobody reads. */
        Builder personal(String name, String where) {
            known(name, where);
            personal.add(Texts.normal(name));
            return this;
        }

        /** Adds a name of a column that is read. */
        Builder name(Field field, CellType type, Column.Need need, String name, String where) {
            known(name, where);
            for (int i = 0; i < columns.size(); i++) {
                Column column = columns.get(i);
                if (column.field() == field) {
                    columns.set(i, column.alsoNamed(type, need, name));
                    return this;
                }
            }
            columns.add(new Column(field, type, need, List.of(name)));
            return this;
        }

        Format build() {
            if (label.isEmpty()) {
                throw new IllegalArgumentException("no label");
            }
            if (columns.isEmpty()) {
                throw new IllegalArgumentException("no column that is read or known by");
            }
            Set<Field> fields =
                    new HashSet<>(columns.stream().map(Column::field).toList());
            oneOf.stream()
                    .flatMap(List::stream)
                    .forEach(field -> require(fields.contains(field), field, "needs one of"));
            generations.keySet().forEach(mark -> require(seenIn.containsKey(mark), mark, "generation"));
            return new Format(this);
        }

        private static void require(boolean known, Object name, String line) {
            if (!known) {
                throw new IllegalArgumentException("\"" + line + "\" names " + name + ", which no column has");
            }
        }
    }
}
