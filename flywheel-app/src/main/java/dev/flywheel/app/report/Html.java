package dev.flywheel.app.report;

import java.util.List;
import java.util.function.Function;

/** Writes HTML in which every text is escaped; only tags and attributes written here are markup. */
final class Html {
    private final StringBuilder out = new StringBuilder();

    /** Markup that holds no outside text. */
    Html raw(String markup) {
        out.append(markup);
        return this;
    }

    Html text(String text) {
        out.append(escaped(text));
        return this;
    }

    Html element(String tag, String text) {
        return raw("<" + tag + ">").text(text).raw("</" + tag + ">\n");
    }

    /** A list, or nothing when it would be empty. */
    Html list(List<String> items) {
        if (items.isEmpty()) {
            return this;
        }
        raw("<ul>\n");
        items.forEach(item -> element("li", item));
        return raw("</ul>\n");
    }

    /** A table that scrolls on its own on a narrow screen and says what it shows. */
    <T> Html table(String caption, List<Column<T>> columns, List<T> rows) {
        return table(caption, columns, rows, row -> "");
    }

    /** A table whose last column is a picture made of markup without outside text. */
    <T> Html table(String caption, List<Column<T>> columns, List<T> rows, Function<T, String> picture) {
        raw("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"")
                .text(caption)
                .raw("\">\n<table>\n");
        element("caption", caption);
        raw("<thead><tr>");
        columns.forEach(column -> raw("<th scope=\"col\"" + align(column) + ">")
                .text(column.heading())
                .raw("</th>"));
        raw("</tr></thead>\n<tbody>\n");
        for (T row : rows) {
            raw("<tr>");
            for (int i = 0; i < columns.size(); i++) {
                Column<T> column = columns.get(i);
                // The second column names the row; the first is its rank.
                String tag = i == Math.min(1, columns.size() - 1) ? "th scope=\"row\"" : "td";
                String drawn = i == columns.size() - 1 ? picture.apply(row) : "";
                raw("<" + tag + (drawn.isEmpty() ? align(column) : " class=\"drawn\"") + ">");
                text(column.cell().apply(row)).raw(drawn);
                raw("</" + tag.substring(0, 2) + ">");
            }
            raw("</tr>\n");
        }
        return raw("</tbody>\n</table>\n</div>\n");
    }

    private static String align(Column<?> column) {
        return column.number() ? " class=\"number\"" : "";
    }

    static String escaped(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        TextPage.clean(text).codePoints().forEach(point -> {
            switch (point) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.appendCodePoint(point);
            }
        });
        return safe.toString();
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
