package dev.flywheel.adapters.csv.internal.cell;

import java.util.Locale;
import java.util.Set;

/** Text as people and spreadsheets leave it in cells. */
public final class Texts {

    private static final String INVISIBLE = "\u00A0\u200B\u200E\u200F\u202F\uFEFF";
    private static final int LONGEST_MISSING = 5;
    private static final Set<String> MISSING = Set.of("", "-", "--", "---", "\u2013", "\u2014", "n/a", "null", "#n/a");

    private static final int ASCII_END = 0x80;
    private static final int FULL_WIDTH = 0xFF00;

    private Texts() {}

    /**
     * A cell without the blanks, TABs and invisible marks around it and without the apostrophe that keeps a spreadsheet
     * from reading it as a number or formula.
     *
     * @param raw the cell as stored
     * @return the bare text
     */
    public static String bare(String raw) {
        String text = strip(raw);
        if (text.startsWith("=\"") && text.endsWith("\"") && text.length() > 2) {
            return strip(text.substring(2, text.length() - 1));
        }
        return text.startsWith("'") ? strip(text.substring(1)) : text;
    }

    private static String strip(String raw) {
        int from = 0;
        int to = raw.length();
        while (from < to && isBlank(raw.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(raw.charAt(to - 1))) {
            to--;
        }
        return raw.substring(from, to);
    }

    static boolean isBlank(char c) {
        return c <= ' ' || (c > '~' && (Character.isWhitespace(c) || INVISIBLE.indexOf(c) >= 0));
    }

    /**
     * Whether a cell says that its value is not known. Unknown is not zero.
     *
     * @param raw the cell as stored
     * @return true for an empty cell, dashes and N/A
     */
    public static boolean isMissing(String raw) {
        String text = bare(raw);
        return text.length() <= LONGEST_MISSING && MISSING.contains(text.toLowerCase(Locale.ROOT));
    }

    /**
     * Numbers as the other half of the world types them: digits of every script and full-width marks as ASCII ones, blanks of
     * every width as one blank, apostrophes and minus signs of every shape as the plain ones.
     *
     * @param text the text
     * @return the same in ASCII where it can be; letters and currency signs stay
     */
    public static String ascii(String text) {
        if (text.chars().allMatch(c -> c < ASCII_END)) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints().forEach(c -> plain.append(ascii(c)));
        return plain.toString();
    }

    private static String ascii(int c) {
        if (Character.isDigit(c)) {
            return String.valueOf(Character.digit(c, 10));
        }
        if (Character.isSpaceChar(c)) {
            return " ";
        }
        if (c > FULL_WIDTH && c < FULL_WIDTH + ASCII_END - 1) {
            return Character.toString(c - FULL_WIDTH + ' ');
        }
        return switch (c) {
            case '\u2019', '\u2018', '\u02BC', '\u2032' -> "'";
            case '\u2212', '\u2010', '\u2011', '\u2012', '\u2013' -> "-";
            case '\uFFE5' -> "\u00A5";
            case '\uFFE1' -> "\u00A3";
            case '\uFFE6' -> "\u20A9";
            case '\u20A8' -> "Rs";
            case '\u066B' -> ".";
            case '\u066C' -> ",";
            case '\u200B', '\u200E', '\u200F' -> "";
            default -> Character.toString(c);
        };
    }

    /**
     * The form in which headers and key words are compared: lower case, without any white space.
     *
     * @param raw the text
     * @return its normal form
     */
    public static String normal(String raw) {
        StringBuilder kept = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            if (!isBlank(raw.charAt(i))) {
                kept.append(raw.charAt(i));
            }
        }
        return kept.toString().toLowerCase(Locale.ROOT);
    }
}
