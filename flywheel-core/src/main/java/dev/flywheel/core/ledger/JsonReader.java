package dev.flywheel.core.ledger;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one JSON object within the bounds of {@link CanonicalJson}; refusals name the place and never the content. */
final class JsonReader {

    /** Possessive, so that a long number costs no stack. */
    private static final Pattern NUMBER = Pattern.compile("-?(?:0|[1-9][0-9]*+)(?:\\.[0-9]++)?+(?:[eE][+-]?[0-9]++)?+");

    /** An exponent of more digits asks for a number that no payload needs. */
    private static final Pattern EXPONENT = Pattern.compile(".*[eE][+-]?[0-9]{4,}");

    private static final String ESCAPED = "\"\\/bfnrt";
    private static final String MEANT = "\"\\/\b\f\n\r\t";

    private final String text;
    private int at;

    JsonReader(String text) {
        if (text.length() > CanonicalJson.LONGEST) {
            throw new IllegalArgumentException(
                    "JSON must have at most " + CanonicalJson.LONGEST + " characters, got " + text.length());
        }
        this.text = text;
    }

    Map<String, Object> object() {
        space();
        Map<String, Object> object = members(1);
        space();
        if (at < text.length()) {
            throw refusal("something follows the object");
        }
        return object;
    }

    private Object value(int depth) {
        if (depth > CanonicalJson.DEEPEST) {
            throw refusal("more than " + CanonicalJson.DEEPEST + " levels");
        }
        return switch (peek()) {
            case '{' -> members(depth);
            case '[' -> items(depth);
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> throw refusal("null is not allowed; leave out what is not known");
            default -> number();
        };
    }

    private Map<String, Object> members(int depth) {
        expect('{');
        Map<String, Object> members = new TreeMap<>();
        space();
        if (takes('}')) {
            return Collections.unmodifiableMap(members);
        }
        do {
            space();
            String key = string();
            space();
            expect(':');
            space();
            if (members.put(key, value(depth + 1)) != null) {
                throw refusal("a key stands twice");
            }
            space();
        } while (takes(','));
        expect('}');
        return Collections.unmodifiableMap(members);
    }

    private List<Object> items(int depth) {
        expect('[');
        List<Object> items = new ArrayList<>();
        space();
        if (takes(']')) {
            return List.of();
        }
        do {
            space();
            items.add(value(depth + 1));
            space();
        } while (takes(','));
        expect(']');
        return List.copyOf(items);
    }

    private String string() {
        expect('"');
        StringBuilder out = new StringBuilder();
        while (peek() != '"') {
            char c = text.charAt(at++);
            if (c < ' ') {
                throw refusal("a control character in a text");
            }
            out.append(c == '\\' ? escaped() : c);
        }
        at++;
        return out.toString();
    }

    private char escaped() {
        char c = peek();
        at++;
        int known = ESCAPED.indexOf(c);
        if (known >= 0) {
            return MEANT.charAt(known);
        }
        if (c != 'u' || at + 4 > text.length()) {
            throw refusal("an unknown escape");
        }
        int value = 0;
        for (int i = 0; i < 4; i++) {
            char hex = text.charAt(at++);
            int digit = hex < 128 ? Character.digit(hex, 16) : -1;
            if (digit < 0) {
                throw refusal("an unknown escape");
            }
            value = value * 16 + digit;
        }
        return (char) value;
    }

    private Object word(String word, boolean value) {
        if (!text.startsWith(word, at)) {
            throw refusal("no value");
        }
        at += word.length();
        return value;
    }

    private BigDecimal number() {
        Matcher number = NUMBER.matcher(text).region(at, text.length());
        if (!number.lookingAt()) {
            throw refusal("no value");
        }
        String digits = number.group();
        if (digits.length() > CanonicalJson.LONGEST_NUMBER
                || EXPONENT.matcher(digits).matches()) {
            throw refusal("a number of more than " + CanonicalJson.LONGEST_NUMBER + " characters");
        }
        at = number.end();
        return new BigDecimal(digits);
    }

    private void space() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private char peek() {
        if (at >= text.length()) {
            throw refusal("it ends too early");
        }
        return text.charAt(at);
    }

    private boolean takes(char c) {
        if (peek() != c) {
            return false;
        }
        at++;
        return true;
    }

    private void expect(char c) {
        if (!takes(c)) {
            throw refusal("'" + c + "' is missing");
        }
    }

    private IllegalArgumentException refusal(String what) {
        return new IllegalArgumentException("JSON is wrong at character " + at + ": " + what);
    }
}
