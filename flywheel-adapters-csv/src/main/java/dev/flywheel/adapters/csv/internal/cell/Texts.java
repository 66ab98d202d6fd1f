package dev.flywheel.adapters.csv.internal.cell;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Text as people and spreadsheets leave it in cells. */
public final class Texts {

    private static final Pattern EDGES = Pattern.compile(
            "^[\\s\\u00A0\\u200B\\u200E\\u200F\\u202F\\uFEFF]+|[\\s\\u00A0\\u200B\\u200E\\u200F\\u202F\\uFEFF]+$");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00A0\\u200B\\u200E\\u200F\\u202F\\uFEFF]+");
    private static final Set<String> MISSING = Set.of("", "-", "--", "---", "\u2013", "\u2014", "n/a", "null", "#n/a");

    private Texts() {}

    /**
     * A cell without the blanks, TABs and invisible marks around it and without the apostrophe that keeps a spreadsheet
     * from reading it as a number or formula.
     *
     * @param raw the cell as stored
     * @return the bare text
     */
    public static String bare(String raw) {
        String text = EDGES.matcher(raw).replaceAll("");
        if (text.startsWith("=\"") && text.endsWith("\"") && text.length() > 2) {
            return EDGES.matcher(text.substring(2, text.length() - 1)).replaceAll("");
        }
        return text.startsWith("'") ? EDGES.matcher(text.substring(1)).replaceAll("") : text;
    }

    /**
     * Whether a cell says that its value is not known. Unknown is not zero.
     *
     * @param raw the cell as stored
     * @return true for an empty cell, dashes and N/A
     */
    public static boolean isMissing(String raw) {
        return MISSING.contains(bare(raw).toLowerCase(Locale.ROOT));
    }

    /**
     * The form in which headers and key words are compared: lower case, without any white space.
     *
     * @param raw the text
     * @return its normal form
     */
    public static String normal(String raw) {
        return BLANKS.matcher(raw).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
