package dev.flywheel.app.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Lines of a plain text report. Control characters become a question mark: names in exports are other people's text, and
 * a terminal obeys escape sequences.
 */
final class TextPage {
    private static final int WIDTH = 100;

    private final StringBuilder text = new StringBuilder();

    TextPage heading(String heading) {
        String clean = clean(heading);
        text.append('\n')
                .append(clean)
                .append('\n')
                .append("=".repeat(clean.length()))
                .append('\n');
        return this;
    }

    TextPage line(String line) {
        return wrapped(0, "", line);
    }

    /** A paragraph whose later lines are indented like the text after its lead. */
    TextPage wrapped(int indent, String lead, String paragraph) {
        String hanging = " ".repeat(indent + lead.length());
        StringBuilder line = new StringBuilder(" ".repeat(indent)).append(lead);
        boolean empty = true;
        for (String word : clean(paragraph).split(" ", -1)) {
            if (!empty && line.length() + 1 + word.length() > WIDTH) {
                append(line);
                line = new StringBuilder(hanging);
                empty = true;
            }
            line.append(empty ? "" : " ").append(word);
            empty = false;
        }
        append(line);
        return this;
    }

    <T> TextPage table(List<Column<T>> columns, List<T> rows) {
        List<List<String>> cells = new ArrayList<>();
        cells.add(columns.stream().map(Column::heading).toList());
        for (T row : rows) {
            cells.add(columns.stream()
                    .map(column -> clean(column.cell().apply(row)))
                    .toList());
        }
        int[] widths = new int[columns.size()];
        for (List<String> row : cells) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], length(row.get(i)));
            }
        }
        for (List<String> row : cells) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                String padding = " ".repeat(widths[i] - length(row.get(i)));
                line.append(i == 0 ? "" : "  ")
                        .append(columns.get(i).number() ? padding + row.get(i) : row.get(i) + padding);
            }
            append(line);
        }
        return this;
    }

    private void append(CharSequence line) {
        text.append(line.toString().stripTrailing()).append('\n');
    }

    private static int length(String cell) {
        return cell.codePointCount(0, cell.length());
    }

    /** The text without anything that a terminal would obey. */
    static String clean(String text) {
        StringBuilder clean = new StringBuilder();
        text.codePoints().forEach(point -> clean.appendCodePoint(isControl(point) ? '?' : point));
        return clean.toString();
    }

    private static boolean isControl(int point) {
        int type = Character.getType(point);
        return Character.isISOControl(point)
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.SURROGATE;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
