package dev.flywheel.adapters.csv.internal.format;

import dev.flywheel.adapters.csv.internal.cell.Numbers;
import dev.flywheel.adapters.csv.internal.cell.Texts;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A column's name in the form in which names are compared. Some exports put the currency behind it, as in
 * {@code GMV ($)}; such a name is also compared without it.
 *
 * @param normal lower case, without white space
 * @param withoutSign the same without the currency behind it
 * @param sign the currency behind it as it is written, or null
 */
record HeaderName(
        String normal, String withoutSign, @Nullable String sign) {

    private static final Pattern SIGNED = Pattern.compile("(.+)[(\uFF08]([^()\uFF08\uFF09]{1,4})[)\uFF09]");

    static HeaderName of(String cell) {
        String normal = Texts.normal(cell);
        Matcher matcher = SIGNED.matcher(normal);
        boolean bracketed = normal.endsWith(")") || normal.endsWith("\uFF09");
        if (!bracketed || !matcher.matches() || !Numbers.isCurrencySign(matcher.group(2))) {
            return new HeaderName(normal, normal, null);
        }
        String bare = Texts.bare(cell);
        String sign =
                bare.substring(Math.max(bare.lastIndexOf('('), bare.lastIndexOf('\uFF08')) + 1, bare.length() - 1);
        return new HeaderName(normal, matcher.group(1), Texts.bare(sign));
    }

    boolean isEmpty() {
        return normal.isEmpty();
    }
}
