package dev.flywheel.adapters.csv;

import dev.flywheel.adapters.csv.internal.cell.Texts;
import dev.flywheel.adapters.csv.internal.format.Field;
import dev.flywheel.adapters.csv.internal.format.FormatChoices;
import dev.flywheel.adapters.csv.internal.format.Kind;
import dev.flywheel.adapters.csv.internal.table.FileRefused;
import dev.flywheel.adapters.csv.internal.table.Row;
import dev.flywheel.adapters.csv.internal.table.TableReader;
import dev.flywheel.adapters.csv.internal.table.TableSource;
import dev.flywheel.core.port.out.FlywheelException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a person says about files that the import does not know by itself: of which kind a file is, which column holds
 * what, and in which zone its times are written. It answers the question that {@code FILE_AMBIGUOUS} asks, and reads
 * exports whose columns have new names until their format's table has them. Immutable and thread-safe.
 *
 * <p>Names given here win over the built-in ones. A line with a file name also says of which kind that file is.
 */
public final class ColumnMap {

    /** Nothing is said; the built-in names decide. */
    public static final ColumnMap EMPTY = new ColumnMap(FormatChoices.NONE);

    private static final List<String> HEADINGS = List.of("file", "kind", "field", "name");
    private static final String ZONE = "zone";
    private static final String FORM = "write file,kind,field,name on the first line and one column on each line below";

    private final FormatChoices choices;

    private ColumnMap(FormatChoices choices) {
        this.choices = choices;
    }

    /**
     * One line of a map.
     *
     * @param file the exact name of the file, or empty for every file
     * @param kind which kind of file, such as {@code video performance}
     * @param field what the column means, such as {@code gmv}; empty, together with the name, to say only the kind
     * @param name the column's name in the file
     * @param zone the zone in which the times of the file, or of every file of this kind, are written, such as {@code UTC} or
     *     {@code Asia/Seoul}; empty where they are the programme's own
     */
    public record Line(String file, String kind, String field, String name, String zone) {

        /** A line that says nothing of a zone. */
        public Line(String file, String kind, String field, String name) {
            this(file, kind, field, name, "");
        }
    }

    /**
     * A map of given lines.
     *
     * @param lines the lines
     * @return the map
     * @throws IllegalArgumentException if a line names what there is not, or contradicts another; with line, from 1,
     *     column, value, reason and what to do
     */
    public static ColumnMap of(List<Line> lines) {
        List<Numbered> numbered = new ArrayList<>();
        for (Line line : lines) {
            numbered.add(new Numbered(numbered.size() + 1L, line));
        }
        List<String> problems = new ArrayList<>();
        ColumnMap map = read(numbered, problems);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
        return map;
    }

    /**
     * Reads a map from a small file, CSV or XLSX, with the columns {@code file,kind,field,name} and, where times are to be
     * converted, {@code zone}.
     *
     * @param file the file
     * @return the map
     * @throws FlywheelException.SourceFailed if it cannot be read or used; the message says where and what to do
     */
    public static ColumnMap read(Path file) {
        List<Numbered> lines = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        try (TableSource source = TableReader.open(file)) {
            List<Row> rows = new ArrayList<>();
            source.read(0, row -> row.isBlank() || rows.add(row));
            lines(rows, lines, problems);
        } catch (FileRefused refused) {
            throw failed(file, List.of(refused.reason() + "; " + refused.remedy()), refused);
        } catch (IOException unreadable) {
            throw failed(
                    file, List.of("it cannot be read (" + unreadable.getClass().getSimpleName() + ")"), unreadable);
        }
        ColumnMap map = problems.isEmpty() ? read(lines, problems) : EMPTY;
        if (!problems.isEmpty()) {
            throw failed(file, problems, new IllegalArgumentException(String.join("; ", problems)));
        }
        return map;
    }

    /** What the map says, in the terms of the formats. */
    FormatChoices choices() {
        return choices;
    }

    private record Numbered(long number, Line line) {}

    private static void lines(List<Row> rows, List<Numbered> lines, List<String> problems) {
        if (rows.isEmpty()) {
            problems.add("it is empty; " + FORM);
            return;
        }
        List<String> headings = rows.get(0).texts().stream().map(Texts::normal).toList();
        for (String heading : HEADINGS) {
            if (!headings.contains(heading)) {
                problems.add("line " + rows.get(0).line() + ": no column \"" + heading + "\"; " + FORM);
            }
        }
        if (problems.isEmpty()) {
            for (Row row : rows.subList(1, rows.size())) {
                List<String> cells = HEADINGS.stream()
                        .map(heading -> row.text(headings.indexOf(heading)).strip())
                        .toList();
                int zone = headings.indexOf(ZONE);
                lines.add(new Numbered(
                        row.line(),
                        new Line(
                                cells.get(0),
                                cells.get(1),
                                cells.get(2),
                                cells.get(3),
                                zone < 0 ? "" : row.text(zone).strip())));
            }
        }
    }

    private static ColumnMap read(List<Numbered> lines, List<String> problems) {
        List<FormatChoices.Line> said = new ArrayList<>();
        for (Numbered line : lines) {
            line(line, problems).ifPresent(said::add);
        }
        FormatChoices choices = new FormatChoices(said);
        if (problems.isEmpty()) {
            choices.contradictions().forEach((at, what) -> {
                Numbered line = lines.get(at);
                problems.add(problem(line, "name", line.line().name(), what, "keep one of the two lines"));
            });
        }
        return new ColumnMap(choices);
    }

    private static Optional<FormatChoices.Line> line(Numbered numbered, List<String> problems) {
        Line line = numbered.line();
        String column = "kind";
        String value = line.kind();
        try {
            Kind kind = FormatChoices.kind(value);
            column = ZONE;
            value = line.zone();
            ZoneId zone = zone(value);
            column = "field";
            value = line.field();
            if (value.isEmpty() && line.name().isEmpty()) {
                if (line.file().isEmpty() && zone == null) {
                    problems.add(problem(
                            numbered,
                            "file",
                            "",
                            "no file is named",
                            "name the file that is of this kind, a column or a zone"));
                }
                return Optional.of(new FormatChoices.Line(line.file(), kind, null, "", zone));
            }
            Field field = FormatChoices.field(kind, value);
            if (Texts.normal(line.name()).isEmpty()) {
                problems.add(
                        problem(numbered, "name", "", "empty", "write the column's name as it stands in the file"));
            }
            return Optional.of(new FormatChoices.Line(line.file(), kind, field, line.name(), zone));
        } catch (IllegalArgumentException unknown) {
            String[] parts = String.valueOf(unknown.getMessage()).split("; ", 2);
            problems.add(problem(numbered, column, value, parts[0], parts[1]));
            return Optional.empty();
        }
    }

    private static @Nullable ZoneId zone(String text) {
        try {
            return text.isEmpty() ? null : ZoneId.of(text);
        } catch (DateTimeException unknown) {
            throw new IllegalArgumentException(
                    "no time zone; write one such as UTC, Asia/Seoul or America/Los_Angeles", unknown);
        }
    }

    private static String problem(Numbered line, String column, String value, String reason, String remedy) {
        return "line " + line.number() + ", column " + column + ", \"" + value + "\": " + reason + "; " + remedy;
    }

    private static FlywheelException.SourceFailed failed(Path file, List<String> problems, Exception cause) {
        String name = String.valueOf(file.getFileName());
        return new FlywheelException.SourceFailed(
                file.toString(), "The map " + name + " cannot be used:\n  " + String.join("\n  ", problems), cause);
    }
}
