package dev.flywheel.core.ledger;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The one way in which a ledger writes a JSON object, so that the same content has the same bytes and the same hash.
 *
 * <ul>
 *   <li>Keys are in order of their UTF-16 code units, as in RFC 8785, and each stands once.
 *   <li>There is no space outside of strings.
 *   <li>Strings escape what must be escaped and nothing else: {@code \" \\ \b \f \n \r \t}, and other characters below
 *       U+0020 as {@code \\u00xx} in small letters; half of a surrogate pair is refused.
 *   <li>Numbers are exact decimals without an exponent, a plus sign, leading zeros, trailing zeros of a fraction or a
 *       minus before zero; at most 400 characters, enough for every {@code double}. RFC 8785 differs here: it writes
 *       every number as a double, and amounts of money are not.
 *   <li>{@code null} is refused: what is not known is left out.
 *   <li>At most 64 levels deep and 16,777,216 characters long.
 * </ul>
 *
 * <p>In Java an object is a {@code Map} with text keys, an array a {@code List}, and the rest {@code String},
 * {@code Boolean} and {@code BigDecimal}; {@code Integer} and {@code Long} may be written too. Stateless.
 */
public final class CanonicalJson {

    static final int DEEPEST = 64;
    static final int LONGEST = 1 << 24;
    static final int LONGEST_NUMBER = 400;

    private CanonicalJson() {}

    /**
     * Writes an object.
     *
     * @param object its members in any order
     * @return the text
     */
    public static String write(Map<String, ?> object) {
        StringBuilder out = new StringBuilder();
        value(object, 1, out);
        if (out.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "JSON must have at most " + LONGEST + " characters, got " + out.length());
        }
        return out.toString();
    }

    /**
     * Reads an object. The text need not be canonical in its order of keys, its spaces, escapes and zeros.
     *
     * @param text a JSON object
     * @return its members in order of key
     */
    public static Map<String, Object> read(String text) {
        return new JsonReader(text).object();
    }

    /**
     * Checks that a text is canonical.
     *
     * @param text the text
     * @return the text
     */
    public static String require(String text) {
        String canonical = write(read(text));
        if (!canonical.equals(text)) {
            int at = 0;
            while (at < Math.min(canonical.length(), text.length()) && canonical.charAt(at) == text.charAt(at)) {
                at++;
            }
            throw new IllegalArgumentException("JSON is not canonical at character " + at);
        }
        return text;
    }

    private static void value(Object value, int depth, StringBuilder out) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("JSON must be at most " + DEEPEST + " levels deep");
        }
        if (value instanceof Map<?, ?> members) {
            members(members, depth, out);
        } else if (value instanceof List<?> items) {
            char before = '[';
            for (Object item : items) {
                out.append(before);
                value(item, depth + 1, out);
                before = ',';
            }
            out.append(items.isEmpty() ? "[]" : "]");
        } else if (value instanceof String text) {
            string(text, out);
        } else if (value instanceof Boolean) {
            out.append(value);
        } else if (value instanceof Integer || value instanceof Long) {
            out.append(value);
        } else if (value instanceof BigDecimal number) {
            out.append(number(number));
        } else {
            throw new IllegalArgumentException(
                    "JSON must hold maps with text keys, lists, texts, booleans and exact numbers, got "
                            + (value == null ? "null" : value.getClass().getName()));
        }
    }

    private static void members(Map<?, ?> members, int depth, StringBuilder out) {
        Map<String, Object> sorted = new TreeMap<>();
        members.forEach((key, value) -> {
            if (!(key instanceof String name) || value == null) {
                throw new IllegalArgumentException("JSON must have text keys and no null, got " + key);
            }
            sorted.put(name, value);
        });
        char before = '{';
        for (Map.Entry<String, Object> member : sorted.entrySet()) {
            out.append(before);
            string(member.getKey(), out);
            out.append(':');
            value(member.getValue(), depth + 1, out);
            before = ',';
        }
        out.append(sorted.isEmpty() ? "{}" : "}");
    }

    private static String number(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        // Decided before it is written: 1E+999999999 would fill the memory.
        long digits = (long) stripped.precision() + Math.abs((long) stripped.scale());
        if (digits > LONGEST_NUMBER) {
            throw new IllegalArgumentException("JSON number must have at most " + LONGEST_NUMBER + " digits");
        }
        return stripped.toPlainString();
    }

    private static void string(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (pair) {
                out.append(c).append(text.charAt(++i));
            } else if (LedgerText.isHalfOfPair(c)) {
                throw new IllegalArgumentException("JSON text must not hold half of a surrogate pair");
            } else {
                character(c, out);
            }
        }
        out.append('"');
    }

    private static void character(char c, StringBuilder out) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\b' -> out.append("\\b");
            case '\f' -> out.append("\\f");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
                if (c < ' ') {
                    out.append("\\u00").append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
                } else {
                    out.append(c);
                }
            }
        }
    }
}
