package dev.flywheel.adapters.csv.internal.cell;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What stands behind the digits of a number: a power of ten, a currency, or both.
 *
 * @param power the power of ten that the digits count in, 0 for one
 * @param currency the rest, as it is written
 */
record NumberTail(int power, String currency) {

    /** Short for a power of ten behind a number, as people and dashboards print it; the longest first. */
    private static final Map<String, Integer> POWERS =
            new TreeMap<>(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));

    static {
        List.of("k", "rb", "\u5343").forEach(thousand -> POWERS.put(thousand, 3));
        List.of("w", "\u4E07", "\u842C", "\uB9CC").forEach(tenThousand -> POWERS.put(tenThousand, 4));
        List.of("m", "jt", "tr").forEach(million -> POWERS.put(million, 6));
        List.of("\u4EBF", "\u5104", "\uC5B5").forEach(hundredMillion -> POWERS.put(hundredMillion, 8));
        POWERS.put("b", 9);
    }

    static NumberTail of(String after) {
        String normal = Texts.normal(after);
        if (!normal.isEmpty() && !Numbers.isCurrencySign(normal)) {
            for (Map.Entry<String, Integer> power : POWERS.entrySet()) {
                String rest = normal.startsWith(power.getKey())
                        ? normal.substring(power.getKey().length())
                        : "?";
                if (rest.isEmpty() || Numbers.isCurrencySign(rest)) {
                    return new NumberTail(power.getValue(), rest);
                }
            }
        }
        return new NumberTail(0, after);
    }
}
