package dev.flywheel.adapters.csv.internal.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** What each cell style makes of a number: a plain number, a percentage or a date. */
final class XlsxStyles {

    private static final Pattern NOT_FORMAT = Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|\\[[^\\]]*\\]");
    private static final Pattern DATE_LETTERS = Pattern.compile("[dmyhs]", Pattern.CASE_INSENSITIVE);
    private static final int MAX_FORMAT = 1_024;

    private final List<CellKind> kinds;

    private XlsxStyles(List<CellKind> kinds) {
        this.kinds = kinds;
    }

    static XlsxStyles read(XlsxParts archive, @Nullable String part) throws IOException, XMLStreamException {
        List<CellKind> kinds = new ArrayList<>();
        try (@Nullable MeteredStream in = part == null ? null : archive.part(part)) {
            if (in == null) {
                return new XlsxStyles(kinds);
            }
            Map<Integer, CellKind> formats = new HashMap<>();
            boolean inCells = false;
            try (XmlPart xml = XmlPart.open(in, archive.limits())) {
                while (xml.next()) {
                    inCells = xml.starts("cellXfs") || (inCells && !xml.ends("cellXfs"));
                    if (xml.starts("numFmt")) {
                        formats.put(
                                number(xml.attribute("numFmtId")), kind(String.valueOf(xml.attribute("formatCode"))));
                    } else if (inCells && xml.starts("xf")) {
                        int format = number(xml.attribute("numFmtId"));
                        kinds.add(formats.getOrDefault(format, builtIn(format)));
                    }
                    if (Math.max(kinds.size(), formats.size())
                            > archive.limits().styles()) {
                        throw new IOException("more than " + archive.limits().styles() + " cell styles");
                    }
                }
            }
        }
        return new XlsxStyles(kinds);
    }

    CellKind of(int style) {
        return style >= 0 && style < kinds.size() ? kinds.get(style) : CellKind.NUMBER;
    }

    private static CellKind kind(String code) {
        String letters =
                code.length() > MAX_FORMAT ? "" : NOT_FORMAT.matcher(code).replaceAll("");
        if (letters.indexOf('%') >= 0) {
            return CellKind.PERCENT;
        }
        return DATE_LETTERS.matcher(letters.replace("General", "")).find() ? CellKind.DATE : CellKind.NUMBER;
    }

    /** The built-in numbers are those of ECMA-376 part 1, 18.8.30, with the East Asian dates. */
    private static CellKind builtIn(int format) {
        if (format == 9 || format == 10) {
            return CellKind.PERCENT;
        }
        boolean date = (format >= 14 && format <= 22)
                || (format >= 27 && format <= 36)
                || (format >= 45 && format <= 47)
                || (format >= 50 && format <= 58);
        return date ? CellKind.DATE : CellKind.NUMBER;
    }

    private static int number(@Nullable String text) {
        try {
            return text == null ? 0 : Integer.parseInt(text);
        } catch (NumberFormatException absurd) {
            return 0;
        }
    }
}
