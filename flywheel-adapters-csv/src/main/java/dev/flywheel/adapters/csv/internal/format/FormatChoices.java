package dev.flywheel.adapters.csv.internal.format;

import dev.flywheel.adapters.csv.internal.cell.Texts;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a person has said about files: of which kind they are, and which column holds what. Immutable.
 *
 * @param lines what was said, line by line
 */
public record FormatChoices(List<Line> lines) {

    /** Nothing was said. */
    public static final FormatChoices NONE = new FormatChoices(List.of());

    /** Copies. */
    public FormatChoices {
        lines = List.copyOf(lines);
    }

    /**
     * One thing that was said.
     *
     * @param file the file's name, or empty for every file
     * @param kind which kind of file
     * @param field what the column means, or null when only the kind was said
     * @param name the column's name, or empty when only the kind was said
     * @param zone the zone in which its times are written, or null when nothing was said of it
     */
    public record Line(
            String file,
            Kind kind,
            @Nullable Field field,
            String name,
            @Nullable ZoneId zone) {

        private boolean isOf(List<String> fileNames) {
            return file.isEmpty() || fileNames.stream().anyMatch(name -> RejectedName.isOf(name, file));
        }
    }

    /**
     * What a file may be.
     *
     * @param formats the formats that it may have, with the names given by hand
     * @param decided whether a person has said which one it is; then there is only one
     * @param zones the zones in which the times of each kind are written, where a person has said so
     */
    public record Choice(List<Format> formats, boolean decided, Map<Kind, ZoneId> zones) {}

    /**
     * What a file may be.
     *
     * @param fileNames the names under which it was found
     * @return every format, or the one that was said
     */
    public Choice of(List<String> fileNames) {
        List<Line> said = lines.stream().filter(line -> line.isOf(fileNames)).toList();
        Map<Kind, Map<String, Field>> names = new EnumMap<>(Kind.class);
        for (Line line : said) {
            if (line.field() != null) {
                names.computeIfAbsent(line.kind(), any -> new LinkedHashMap<>()).put(line.name(), line.field());
            }
        }
        Optional<Kind> decided = said.stream()
                .filter(line -> !line.file().isEmpty())
                .map(Line::kind)
                .findFirst();
        List<Format> formats = Formats.all().stream()
                .filter(format -> decided.isEmpty() || decided.get() == format.kind())
                .map(format -> names.containsKey(format.kind()) ? format.named(names.get(format.kind())) : format)
                .toList();
        Map<Kind, ZoneId> zones = new EnumMap<>(Kind.class);
        for (Line line : said) {
            boolean ofTheFile = !line.file().isEmpty();
            if (line.zone() != null && (ofTheFile || !zones.containsKey(line.kind()))) {
                zones.put(line.kind(), line.zone());
            }
        }
        return new Choice(formats, decided.isPresent(), Collections.unmodifiableMap(zones));
    }

    /**
     * A kind by the name that people write: its label, or its constant in any spelling.
     *
     * @param text what was written
     * @return the kind
     * @throws IllegalArgumentException if there is none, with those that there are
     */
    public static Kind kind(String text) {
        return Formats.all().stream()
                .filter(format -> bare(format.label()).equals(bare(text))
                        || bare(format.kind().name()).equals(bare(text)))
                .findFirst()
                .map(Format::kind)
                .orElseThrow(() -> new IllegalArgumentException("no kind of file; write one of "
                        + Formats.all().stream().map(Format::label).collect(Collectors.joining(", "))));
    }

    /**
     * A field of a kind by its name.
     *
     * @param kind the kind
     * @param text what was written
     * @return the field
     * @throws IllegalArgumentException if files of this kind have none, with those that they have
     */
    public static Field field(Kind kind, String text) {
        Format format = Formats.of(kind);
        return Arrays.stream(Field.values())
                .filter(field -> bare(field.name()).equals(bare(text)))
                .filter(field -> format.column(field).isPresent())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no field of " + format.label() + "; write one of "
                        + format.columns().stream()
                                .map(column -> column.field().name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", "))));
    }

    /**
     * What two lines say that cannot both be true.
     *
     * @return a sentence for each line that contradicts an earlier one, by its place in {@link #lines}
     */
    public Map<Integer, String> contradictions() {
        Map<Integer, String> found = new LinkedHashMap<>();
        List<Line> earlier = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            for (Line other : earlier) {
                if (other.file().equals(line.file())) {
                    contradiction(other, line).ifPresent(said -> found.put(earlier.size(), said));
                }
            }
            earlier.add(line);
        }
        return found;
    }

    private static Optional<String> contradiction(Line first, Line second) {
        if (!first.file().isEmpty() && first.kind() != second.kind()) {
            return Optional.of("an earlier line says that this file is "
                    + Formats.of(first.kind()).label());
        }
        if (first.kind() == second.kind()
                && first.zone() != null
                && second.zone() != null
                && !first.zone().equals(second.zone())) {
            return Optional.of("an earlier line says that these times are of " + first.zone());
        }
        boolean sameName = first.field() != null
                && second.field() != null
                && first.kind() == second.kind()
                && Texts.normal(first.name()).equals(Texts.normal(second.name()));
        return sameName && first.field() != second.field()
                ? Optional.of("an earlier line says that this column is "
                        + String.valueOf(first.field()).toLowerCase(Locale.ROOT))
                : Optional.empty();
    }

    private static String bare(String name) {
        return Texts.normal(name).replaceAll("[_-]", "");
    }
}
