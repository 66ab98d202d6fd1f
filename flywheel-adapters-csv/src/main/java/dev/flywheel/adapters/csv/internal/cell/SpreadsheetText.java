package dev.flywheel.adapters.csv.internal.cell;

import java.util.regex.Pattern;

/**
 * Text of a cell that a person may open in a spreadsheet, which would run what looks like a formula. An apostrophe keeps it
 * from doing so. It is put wherever a cell may begin: at the start, and behind what another locale takes for the end of a
 * cell (semicolon, TAB, line break), since there quotation marks do not protect.
 *
 * <p>Dangerous are {@code = + - @}, their full-width forms, TAB and line breaks, also behind blanks, quotation marks and
 * apostrophes (OWASP, "CSV Injection"). Plain negative numbers stay numbers.
 */
public final class SpreadsheetText {

    private static final String BREAKS = ";\t\r\n";
    private static final String LEADING = "\"'";
    private static final String DANGEROUS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";
    private static final Pattern NEGATIVE = Pattern.compile("-[0-9]{1,40}(\\.[0-9]{1,40})?");

    private SpreadsheetText() {}

    /**
     * Makes a cell safe.
     *
     * @param cell the text
     * @return the text that a spreadsheet shows and does not run
     */
    public static String safe(String cell) {
        if (NEGATIVE.matcher(cell).matches()) {
            return cell;
        }
        StringBuilder safe = null;
        int copied = 0;
        for (int i = 0; i < cell.length(); i++) {
            if (isStart(cell, i) && isDangerous(cell, i)) {
                safe = safe == null ? new StringBuilder(cell.length() + 8) : safe;
                safe.append(cell, copied, i).append('\'');
                copied = i;
            }
        }
        return safe == null ? cell : safe.append(cell, copied, cell.length()).toString();
    }

    /**
     * Takes back what {@link #safe} did.
     *
     * @param safe a cell that was made safe
     * @return the text as it was
     */
    public static String plain(String safe) {
        StringBuilder plain = null;
        int copied = 0;
        for (int i = 0; i < safe.length(); i++) {
            if (safe.charAt(i) == '\'' && isStart(safe, i) && isDangerous(safe, i + 1)) {
                plain = plain == null ? new StringBuilder(safe.length()) : plain;
                plain.append(safe, copied, i);
                copied = i + 1;
            }
        }
        return plain == null ? safe : plain.append(safe, copied, safe.length()).toString();
    }

    private static boolean isStart(String text, int at) {
        return at == 0 || BREAKS.indexOf(text.charAt(at - 1)) >= 0;
    }

    private static boolean isDangerous(String text, int from) {
        int at = from;
        while (at < text.length() && isSkipped(text.charAt(at))) {
            at++;
        }
        return at < text.length() && DANGEROUS.indexOf(text.charAt(at)) >= 0;
    }

    private static boolean isSkipped(char c) {
        return LEADING.indexOf(c) >= 0 || (DANGEROUS.indexOf(c) < 0 && Texts.isBlank(c));
    }
}
