package dev.flywheel.adapters.csv.internal.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** Reads the rows of one sheet: inline, shared and formula strings, numbers, percentages, dates. */
final class XlsxSheet {

    /** What a double is written as (XML Schema 1.1 part 2, 3.3.5), without the infinities that no spreadsheet has. */
    private static final Pattern NUMBER = Pattern.compile("[-+]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][-+]?[0-9]{1,3})?");

    private static final int LONGEST_NUMBER = 400;
    private static final int PLAIN = 20;

    private final XlsxStrings strings;
    private final XlsxStyles styles;
    private final boolean since1904;

    XlsxSheet(XlsxStrings strings, XlsxStyles styles, boolean since1904) {
        this.strings = strings;
        this.styles = styles;
        this.since1904 = since1904;
    }

    /** {@return whether it was read to its end} */
    boolean read(XmlPart xml, TableLimits limits, RowSink sink) throws FileRefused, IOException, XMLStreamException {
        long line = 0;
        int rows = 0;
        while (xml.next()) {
            if (xml.starts("row")) {
                limits.requireRows(++rows);
                line = line(xml.attribute("r"), line, limits);
                if (!sink.accept(row(xml, line, limits))) {
                    return false;
                }
            } else if (xml.ends("sheetData")) {
                return true;
            }
        }
        return true;
    }

    private static long line(@Nullable String reference, long previous, TableLimits limits) throws IOException {
        long line = reference == null ? previous + 1 : digits(reference);
        if (line <= previous || line > limits.rows()) {
            throw new IOException("row number " + reference + " after row " + previous);
        }
        return line;
    }

    private Row row(XmlPart xml, long line, TableLimits limits) throws FileRefused, IOException, XMLStreamException {
        List<String> texts = new ArrayList<>();
        List<CellKind> kinds = new ArrayList<>();
        long chars = 0;
        while (xml.next() && !xml.ends("row")) {
            if (xml.starts("c")) {
                int column = column(xml.attribute("r"), texts.size(), limits);
                while (texts.size() < column) {
                    texts.add("");
                    kinds.add(CellKind.TEXT);
                }
                cell(xml, texts, kinds, limits);
                chars += texts.get(column).length();
                limits.requireRow(line, chars);
            }
        }
        return Row.of(line, texts, kinds);
    }

    private static int column(@Nullable String reference, int next, TableLimits limits) throws IOException {
        int column = next;
        if (reference != null) {
            column = 0;
            for (int i = 0; i < reference.length() && reference.charAt(i) >= 'A' && reference.charAt(i) <= 'Z'; i++) {
                column = Math.min(column * 26 + (reference.charAt(i) - 'A' + 1), limits.columns() + 1);
            }
            column--;
        }
        if (column < next || column >= limits.columns()) {
            throw new IOException("cell " + reference + " out of order or beyond column " + limits.columns());
        }
        return column;
    }

    private void cell(XmlPart xml, List<String> texts, List<CellKind> kinds, TableLimits limits)
            throws IOException, XMLStreamException {
        String type = Optional.ofNullable(xml.attribute("t")).orElse("n");
        String style = xml.attribute("s");
        StringBuilder value = new StringBuilder();
        String inline = null;
        boolean inValue = false;
        while (xml.next() && !xml.ends("c")) {
            if (xml.starts("is")) {
                inline = XlsxStrings.richText(xml, "is", limits.cellChars());
            } else if (xml.isText()) {
                if (inValue) {
                    xml.appendText(value, limits.cellChars());
                }
            } else {
                inValue = xml.starts("v") || (inValue && !xml.ends("v"));
            }
        }
        String stored = value.toString();
        switch (type) {
            case "inlineStr" -> add(texts, kinds, inline == null ? "" : inline, CellKind.TEXT);
            case "s" -> add(texts, kinds, stored.isEmpty() ? "" : strings.get(stored), CellKind.TEXT);
            case "str" -> add(texts, kinds, XlsxStrings.unescape(stored), CellKind.TEXT);
            case "b" -> add(texts, kinds, stored.equals("1") ? "TRUE" : "FALSE", CellKind.TEXT);
            case "e" -> add(texts, kinds, stored, CellKind.ERROR);
            case "d" -> add(texts, kinds, stored, CellKind.DATE);
            default -> number(texts, kinds, stored, style == null ? 0 : (int) digits(style));
        }
    }

    private void number(List<String> texts, List<CellKind> kinds, String stored, int style) throws IOException {
        if (stored.isBlank()) {
            add(texts, kinds, "", CellKind.TEXT);
            return;
        }
        String digits = stored.strip();
        if (!isPlain(digits)
                && (digits.length() > LONGEST_NUMBER || !NUMBER.matcher(digits).matches())) {
            throw new IOException("a numeric cell that holds \"" + stored + "\"");
        }
        CellKind kind = styles.of(style);
        Optional<String> date = kind == CellKind.DATE
                ? XlsxDates.toDateTime(Double.parseDouble(digits), since1904).map(time -> time.toString())
                : Optional.empty();
        add(texts, kinds, date.orElse(digits), kind == CellKind.DATE && date.isEmpty() ? CellKind.NUMBER : kind);
    }

    /** The commonest numbers, which need no pattern. */
    private static boolean isPlain(String digits) {
        if (digits.length() > PLAIN) {
            return false;
        }
        for (int i = 0; i < digits.length(); i++) {
            if (digits.charAt(i) < '0' || digits.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static void add(List<String> texts, List<CellKind> kinds, String text, CellKind kind) {
        texts.add(text);
        kinds.add(kind);
    }

    private static long digits(String text) throws IOException {
        try {
            return Long.parseLong(text.strip());
        } catch (NumberFormatException notNumeric) {
            throw new IOException("\"" + text + "\" where a number belongs");
        }
    }
}
