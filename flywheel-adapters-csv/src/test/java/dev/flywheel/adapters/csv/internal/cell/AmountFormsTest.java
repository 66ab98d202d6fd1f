package dev.flywheel.adapters.csv.internal.cell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.flywheel.adapters.csv.internal.table.CellKind;
import dev.flywheel.core.money.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Amounts written in the way of a market are read back to the cent. */
class AmountFormsTest {

    private static final int AMOUNTS = 2_000;

    /** {@code #} stands for the amount; behind it the marks of thousands and of decimals, none for no decimals. */
    @ParameterizedTest(name = "{0} {1} seed 20")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "USD;$#;,;.",
                "USD;US$ #;,;.",
                "USD;# USD;none;.",
                "USD;USD #;,;.",
                "GBP;\u00A3#;,;.",
                "MYR;RM#;,;.",
                "MYR;#;none;.",
                "SGD;S$#;,;.",
                "THB;\u0E3F#;,;.",
                "PHP;\u20B1#;,;.",
                "INR;Rs.#;,;.",
                "INR;\u20A8 #;,;.",
                "CHF;CHF #;';.",
                "CHF;CHF #;\u2019;.",
                "EUR;# \u20AC;.;,",
                "EUR;#\u00A0\u20AC;\u00A0;,",
                "EUR;#\u202F\u20AC;\u202F;,",
                "EUR;\u20AC#;\u2009;,",
                "EUR;\u20AC#;,;.",
                "BRL;R$ #;.;,",
                "PLN;# z\u0142;\u00A0;,",
                "MXN;MX$#;,;.",
                "IDR;Rp#;.;none",
                "IDR;Rp #;.;,",
                "IDR;Rp#;,;none",
                "VND;#\u20AB;.;none",
                "VND;# \u0111;.;none",
                "JPY;#\u5186;,;none",
                "JPY;\uFFE5#;,;none",
                "JPY;\u00A5#;\uFF0C;none",
                "KRW;\u20A9#;,;none"
            })
    void an_amount_in_the_form_of_a_market_is_read_back(String code, String form, String group, String point)
            throws CellFault {
        Currency currency = Currency.getInstance(code);
        SplittableRandom random = new SplittableRandom(20);
        for (int i = 0; i < AMOUNTS; i++) {
            long units = random.nextLong(1L << random.nextInt(1, 44));
            boolean whole = point.equals("none");
            int decimals = currency.getDefaultFractionDigits();
            Money money = new Money(whole && decimals > 0 ? units / 100 * 100 : units, currency);
            String amount = written(money.amount(), group.equals("none") ? "" : group, whole ? "" : point);
            boolean negative = random.nextInt(4) == 0;
            String text = negative ? negative(form, amount, random.nextInt(4)) : form.replace("#", amount);
            Money expected = negative ? new Money(-money.minorUnits(), currency) : money;
            assertEquals(expected, Numbers.money(text, CellKind.TEXT, currency), text);
            assertEquals(
                    expected, Numbers.money(fullWidth(text), CellKind.TEXT, currency), "in full-width digits " + text);
        }
    }

    private static String negative(String form, String amount, int how) {
        return switch (how) {
            case 0 -> "-" + form.replace("#", amount);
            case 1 -> "(" + form.replace("#", amount) + ")";
            case 2 -> form.replace("#", "-" + amount);
            default -> "\u2212" + form.replace("#", amount);
        };
    }

    private static String written(BigDecimal amount, String group, String point) {
        String plain = amount.toPlainString();
        int dot = plain.indexOf('.');
        String whole = dot < 0 ? plain : plain.substring(0, dot);
        StringBuilder grouped = new StringBuilder();
        for (int i = 0; i < whole.length(); i++) {
            if (i > 0 && (whole.length() - i) % 3 == 0) {
                grouped.append(group);
            }
            grouped.append(whole.charAt(i));
        }
        return grouped + (dot < 0 || point.isEmpty() ? "" : point + plain.substring(dot + 1));
    }

    private static String fullWidth(String text) {
        StringBuilder wide = new StringBuilder();
        text.chars().forEach(c -> wide.append((char) (c >= '0' && c <= '9' ? c - '0' + 0xFF10 : c)));
        return wide.toString();
    }
}
