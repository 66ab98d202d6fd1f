package dev.flywheel.adapters.csv.internal.cell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.flywheel.adapters.csv.internal.table.CellKind;
import dev.flywheel.core.money.Rate;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

    private static String money(String raw, CellKind kind, String currency) throws CellFault {
        return String.valueOf(Numbers.money(raw, kind, Currency.getInstance(currency)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "$1,234.56|USD|1234.56 USD",
                "US$ 1,234.56|USD|1234.56 USD",
                "USD 12|USD|12.00 USD",
                "12.5 USD|USD|12.50 USD",
                "-$12.00|USD|-12.00 USD",
                "$-12.00|USD|-12.00 USD",
                "($12.00)|USD|-12.00 USD",
                "$0|USD|0.00 USD",
                "0.125|USD|0.12 USD",
                "4788.0000001|USD|4788.00 USD",
                "1,23,456.78|INR|123456.78 INR",
                "1.234,56 \u20AC|EUR|1234.56 EUR",
                "\u20AC1,234.56|EUR|1234.56 EUR",
                "R$ 1.234,56|BRL|1234.56 BRL",
                "1 234,56|EUR|1234.56 EUR",
                "1.234|IDR|1234.00 IDR",
                "1,234|IDR|1234.00 IDR",
                "1,234|USD|1234.00 USD",
                "1234,5|EUR|1234.50 EUR",
                "\u0E3F99.50|THB|99.50 THB",
                "2,281,428\u5186|JPY|2281428 JPY",
                "-$1.00|USD|-1.00 USD",
                "$-1.00|USD|-1.00 USD",
                "($1.00)|USD|-1.00 USD",
                "$(1.00)|USD|-1.00 USD",
                "1.00-|USD|-1.00 USD",
                "- $1.00|USD|-1.00 USD",
                "\u2212$1.00|USD|-1.00 USD",
                "1.234,50- |EUR|-1234.50 EUR",
                "250K|USD|250000.00 USD",
                "$2.1K|USD|2100.00 USD",
                "1.5M|USD|1500000.00 USD",
                "1,5 jt|IDR|1500000.00 IDR",
                "3.4\u4E07|CNY|34000.00 CNY",
                "1.2\u4E07\u5143|CNY|12000.00 CNY",
                "12 MYR|MYR|12.00 MYR"
            })
    void reads_money(String raw, String currency, String expected) throws CellFault {
        assertEquals(expected, money(raw, CellKind.TEXT, currency));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\u00A312.00|USD|an amount in \"\u00A3\" in a programme that counts in USD",
                "RM12|USD|an amount in \"RM\" in a programme that counts in USD",
                "$12|EUR|an amount in \"$\" in a programme that counts in EUR",
                "1.234|USD|\"1.234\" can mean thousands or decimals",
                "1,234|EUR|\"1,234\" can mean thousands or decimals",
                "12,34,5.0|USD|\"12,34,5.0\" has misplaced separators",
                "1,23,45|USD|\"1,23,45\" has misplaced separators",
                "abc|USD|not an amount of money",
                "1-2|USD|a range or a tier, not one amount",
                "$100-$1K|USD|a range or a tier, not one amount",
                "$50K+|USD|a range or a tier, not one amount",
                ">100|USD|a range or a tier, not one amount",
                "(1.00|USD|not an amount of money",
                "(-1.00)|USD|not an amount of money",
                "-1.00-|USD|not an amount of money",
                "1.00)|USD|not an amount of money",
                "--1|USD|not an amount of money",
                "99999999999999999999|USD|an amount too large to be true"
            })
    void refuses_what_is_no_money_of_the_programme(String raw, String currency, String reason) {
        assertEquals(
                reason,
                assertThrows(CellFault.class, () -> money(raw, CellKind.TEXT, currency))
                        .reason());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.234|EUR|COMMA|1234.00 EUR",
                "1.234|EUR|POINT|1.23 EUR",
                "1,234|EUR|COMMA|1.23 EUR",
                "1,234|USD|COMMA|1.23 USD",
                "1.234|USD|POINT|1.23 USD",
                "1.234|IDR|POINT|1.23 IDR",
                "1.234|IDR|UNKNOWN|1234.00 IDR"
            })
    void what_the_column_shows_goes_before_the_habit_of_the_market(
            String raw, String currency, DecimalMark mark, String expected) throws CellFault {
        assertEquals(expected, String.valueOf(Numbers.money(raw, CellKind.TEXT, Currency.getInstance(currency), mark)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12.50|POINT", "12,50|COMMA", "1,234,567|POINT", "1.234.567|COMMA", "1.234,56|COMMA", "$1,234.56|POINT",
                "1.234|UNKNOWN", "1,234|UNKNOWN", "0.123|POINT", "Rs.201|UNKNOWN", "Rs.201.68|POINT", "1234|UNKNOWN",
                "\uFF11\uFF12\uFF0C\uFF15\uFF10|COMMA"
            })
    void a_cell_shows_which_mark_parts_decimals(String raw, DecimalMark expected) {
        DecimalMarks marks = new DecimalMarks();
        marks.see(raw);
        assertEquals(expected, marks.mark());
    }

    @Test
    void marks_that_contradict_each_other_show_nothing() {
        DecimalMarks marks = new DecimalMarks();
        marks.see("12.50");
        DecimalMarks others = new DecimalMarks();
        others.see("12,50");
        marks.add(others);
        assertEquals(DecimalMark.UNKNOWN, marks.mark());
    }

    @Test
    void a_numeric_cell_is_taken_as_it_is() throws CellFault {
        assertEquals("7988.80 USD", money("7988.8", CellKind.NUMBER, "USD"));
        assertEquals("1.23 USD", money("1.234", CellKind.NUMBER, "USD"));
        assertEquals("-5.00 USD", money("-5", CellKind.NUMBER, "USD"));
        assertEquals(
                "not an amount of money",
                assertThrows(CellFault.class, () -> money("0.5", CellKind.PERCENT, "USD"))
                        .reason());
        assertEquals(
                "not a number",
                assertThrows(CellFault.class, () -> money("NaN", CellKind.NUMBER, "USD"))
                        .reason());
        assertEquals("null", money(" -- ", CellKind.TEXT, "USD"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|0",
                "1,234|1234",
                "12,345,678|12345678",
                "1 234|1234",
                "40.0|40",
                "1.234E3|1234",
                "1.234.567|1234567",
                "12K|12000",
                "3.4\u4E07|34000",
                "1.5M|1500000",
                "\uFF11\uFF0C\uFF12\uFF13\uFF14|1234",
                "1\u2009234\u00A0567|1234567"
            })
    void reads_counts(String raw, long expected) throws CellFault {
        assertEquals(expected, Numbers.count(raw, CellKind.TEXT, NumberHabit.POINT_DECIMAL));
    }

    @Test
    void a_dot_groups_thousands_where_the_market_writes_so() throws CellFault {
        assertEquals(1234, Numbers.count("1.234", CellKind.TEXT, NumberHabit.WHOLE));
        assertEquals(1234, Numbers.count("1.234", CellKind.TEXT, NumberHabit.COMMA_DECIMAL));
        assertEquals(1234, Numbers.count("1,234", CellKind.TEXT, NumberHabit.COMMA_DECIMAL));
        assertNull(Numbers.count("N/A", CellKind.TEXT, NumberHabit.WHOLE));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-1|not a count",
                "2.71|not a whole number",
                "1.234|not a whole number",
                "3w+|a range or a tier, not one count",
                "1K-5K|a range or a tier, not one count",
                "12 USD|not a count",
                "1a|not a count",
                "99999999999999999999|not a whole number",
                "many|not a count"
            })
    void refuses_what_is_no_count(String raw, String reason) {
        assertEquals(
                reason,
                assertThrows(CellFault.class, () -> Numbers.count(raw, CellKind.TEXT, NumberHabit.POINT_DECIMAL))
                        .reason());
    }

    @ParameterizedTest
    @CsvSource({
        "5.93%,TEXT,true,0.0593",
        "5.93%,TEXT,false,0.0593",
        "200%,TEXT,true,2",
        "'5,93%',TEXT,true,0.0593",
        "5.93,TEXT,true,0.0593",
        "0.0176,NUMBER,false,0.0176",
        "0.0593,PERCENT,true,0.0593",
        "5.93,NUMBER,true,0.0593",
        "0.97%,TEXT,false,0.0097",
        "0.97,TEXT,true,0.0097",
        "0.0097,TEXT,false,0.0097",
        "0.0097,TEXT,true,0.000097",
        "34.21,TEXT,true,0.3421",
        "34.21,TEXT,false,34.21",
        "106.67%,TEXT,true,1.0667"
    })
    void reads_rates_by_format_and_sign_and_never_by_size(
            String raw, CellKind kind, boolean bareIsPoints, String fraction) throws CellFault {
        assertEquals(Rate.ofFraction(fraction), Numbers.rate(raw, kind, bareIsPoints));
    }

    @Test
    void refuses_what_is_no_rate() throws CellFault {
        for (String raw : new String[] {"-1%", "high", "%", "1%%"}) {
            CellFault fault = assertThrows(CellFault.class, () -> Numbers.rate(raw, CellKind.TEXT, true));
            assertEquals("not a rate", fault.reason());
            assertTrue(fault.remedy().contains("5.93%"));
        }
        assertThrows(CellFault.class, () -> Numbers.rate("1", CellKind.DATE, true));
        assertNull(Numbers.rate("-", CellKind.TEXT, true));
    }
}
