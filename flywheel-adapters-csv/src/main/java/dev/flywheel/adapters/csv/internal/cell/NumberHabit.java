package dev.flywheel.adapters.csv.internal.cell;

import java.util.Currency;
import java.util.Set;

/** How amounts are written where a currency is at home; decides what one separator before three digits means. */
public enum NumberHabit {
    /** {@code 1,234.56}. */
    POINT_DECIMAL,
    /** {@code 1.234,56} and {@code 1,234.56} both occur. */
    COMMA_DECIMAL,
    /** No decimals in practice: {@code 1.234.567} and {@code 1,234,567} are both whole. */
    WHOLE;

    private static final Set<String> COMMA = Set.of("EUR", "BRL", "PLN", "TRY", "SEK", "DKK", "NOK", "CZK", "HUF");
    private static final Set<String> WHOLES = Set.of("IDR", "VND", "CLP", "COP");

    /**
     * The habit of a currency.
     *
     * @param currency the currency
     * @return its habit
     */
    public static NumberHabit of(Currency currency) {
        if (WHOLES.contains(currency.getCurrencyCode())) {
            return WHOLE;
        }
        return COMMA.contains(currency.getCurrencyCode()) ? COMMA_DECIMAL : POINT_DECIMAL;
    }
}
