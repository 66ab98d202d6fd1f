package dev.flywheel.core.halo;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * The words by which people search for the brand. Immutable and thread-safe.
 *
 * <p>A term is in a query if it stands there as words of its own, whatever the case and whatever is between the words:
 * {@code north peak} is in {@code North-Peak's serum}, {@code northpeak} is not in {@code northpeaks}. Scripts that put no
 * blanks between words, such as Japanese, end a word too.
 */
public final class BrandTerms {

    private final List<String> terms;

    private BrandTerms(List<String> terms) {
        this.terms = terms;
    }

    /**
     * The brand's terms.
     *
     * @param terms the terms as the programme lists them; blank ones are left out
     * @return the terms
     */
    public static BrandTerms of(Collection<String> terms) {
        return new BrandTerms(terms.stream()
                .map(BrandTerms::words)
                .filter(words -> !words.isEmpty())
                .distinct()
                .sorted()
                .toList());
    }

    /**
     * Whether a query asks for the brand.
     *
     * @param query what was searched
     * @return true if a term is in it
     */
    public boolean areIn(String query) {
        String words = words(query);
        return terms.stream().anyMatch(term -> isIn(words, term));
    }

    /** {@return a query without what does not matter: one blank between words, lower case} */
    static String words(String query) {
        StringBuilder words = new StringBuilder();
        query.toLowerCase(Locale.ROOT).codePoints().forEach(point -> {
            if (Character.isLetterOrDigit(point) || isMark(point)) {
                words.appendCodePoint(point);
            } else if (words.length() > 0 && words.charAt(words.length() - 1) != ' ') {
                words.append(' ');
            }
        });
        return words.toString().strip();
    }

    private static boolean isIn(String words, String term) {
        for (int at = words.indexOf(term); at >= 0; at = words.indexOf(term, at + 1)) {
            int end = at + term.length();
            boolean starts = at == 0 || endsWord(words.codePointBefore(at), term.codePointAt(0));
            boolean ends =
                    end == words.length() || endsWord(words.codePointAt(end), term.codePointBefore(term.length()));
            if (starts && ends) {
                return true;
            }
        }
        return false;
    }

    private static boolean endsWord(int neighbour, int own) {
        return neighbour == ' ' || putsNoBlanks(neighbour) || putsNoBlanks(own);
    }

    private static boolean isMark(int point) {
        int type = Character.getType(point);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    private static boolean putsNoBlanks(int point) {
        Character.UnicodeScript script = Character.UnicodeScript.of(point);
        return script == Character.UnicodeScript.HAN
                || script == Character.UnicodeScript.HIRAGANA
                || script == Character.UnicodeScript.KATAKANA
                || script == Character.UnicodeScript.THAI
                || script == Character.UnicodeScript.LAO
                || script == Character.UnicodeScript.KHMER
                || script == Character.UnicodeScript.MYANMAR;
    }
}
