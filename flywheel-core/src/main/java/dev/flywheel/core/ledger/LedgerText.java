package dev.flywheel.core.ledger;

import java.util.Objects;

/** The short texts of a ledger: names, keys and handles, which every engine must be able to keep as they are. */
public final class LedgerText {

    private static final int LONGEST = 200;

    private LedgerText() {}

    /**
     * Checks a short text: not blank, at most 200 characters, no control character, no half of a surrogate pair.
     *
     * @param name what it is, for the refusal
     * @param text the text
     * @return the text
     */
    public static String require(String name, String text) {
        Objects.requireNonNull(text, name);
        if (text.isBlank() || text.length() > LONGEST) {
            throw new IllegalArgumentException(
                    name + " must have 1 to " + LONGEST + " characters and not be blank, got " + text.length());
        }
        if (text.codePoints().anyMatch(LedgerText::isUnfit)) {
            throw new IllegalArgumentException(name + " must not hold control characters or half of a surrogate pair");
        }
        return text;
    }

    private static boolean isUnfit(int point) {
        return Character.isISOControl(point) || isHalfOfPair(point);
    }

    static boolean isHalfOfPair(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }
}
