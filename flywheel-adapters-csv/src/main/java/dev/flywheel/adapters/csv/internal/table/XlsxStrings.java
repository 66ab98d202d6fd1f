package dev.flywheel.adapters.csv.internal.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** The shared strings of a workbook; native TikTok workbooks have none. */
final class XlsxStrings {

    private static final int OVERHEAD = 56;

    private final List<String> strings;

    private XlsxStrings(List<String> strings) {
        this.strings = strings;
    }

    static XlsxStrings read(XlsxParts archive, @Nullable String part, TableLimits limits)
            throws IOException, XMLStreamException {
        List<String> strings = new ArrayList<>();
        try (@Nullable MeteredStream in = part == null ? null : archive.part(part)) {
            if (in == null) {
                return new XlsxStrings(strings);
            }
            long weight = 0;
            try (XmlPart xml = XmlPart.open(in, archive.limits())) {
                while (xml.next()) {
                    if (xml.starts("si")) {
                        String text = richText(xml, "si", limits.cellChars());
                        weight += OVERHEAD + 2L * text.length();
                        if (weight > limits.archive().sharedStringBytes()) {
                            throw new IOException("shared strings of more than "
                                    + limits.archive().sharedStringBytes() + " bytes");
                        }
                        strings.add(text);
                    }
                }
            }
        }
        return new XlsxStrings(strings);
    }

    String get(String index) throws IOException {
        try {
            return strings.get(Integer.parseInt(index.strip()));
        } catch (NumberFormatException | IndexOutOfBoundsException absent) {
            throw new IOException("shared string " + index + " does not exist, there are " + strings.size());
        }
    }

    /** The runs of a rich text put together; the phonetic guide beside Japanese text is not part of the value. */
    static String richText(XmlPart xml, String end, int limit) throws IOException, XMLStreamException {
        StringBuilder text = new StringBuilder();
        boolean inText = false;
        boolean inPhonetic = false;
        while (xml.next() && !xml.ends(end)) {
            if (xml.isText()) {
                if (inText && !inPhonetic) {
                    xml.appendText(text, limit);
                }
            } else {
                inText = xml.starts("t") || (inText && !xml.ends("t"));
                inPhonetic = xml.starts("rPh") || (inPhonetic && !xml.ends("rPh"));
            }
        }
        return unescape(text.toString());
    }

    /** {@code _x000D_} is how a workbook writes a character that XML cannot hold (ECMA-376 part 1, 22.9.2.19). */
    static String unescape(String text) {
        int at = text.indexOf("_x");
        if (at < 0) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        int from = 0;
        while (at >= 0) {
            if (isEscape(text, at)) {
                plain.append(text, from, at).append((char) Integer.parseInt(text.substring(at + 2, at + 6), 16));
                from = at + 7;
                at = text.indexOf("_x", from);
            } else {
                at = text.indexOf("_x", at + 1);
            }
        }
        return plain.append(text, from, text.length()).toString();
    }

    private static boolean isEscape(String text, int at) {
        if (at + 7 > text.length() || text.charAt(at + 6) != '_') {
            return false;
        }
        for (int i = at + 2; i < at + 6; i++) {
            char c = text.charAt(i);
            boolean hex = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
            if (!hex) {
                return false;
            }
        }
        return true;
    }
}
