package dev.flywheel.adapters.csv;

import static dev.flywheel.adapters.csv.Folder.row;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.flywheel.adapters.csv.Folder.Container;
import dev.flywheel.core.cycle.Evidence;
import dev.flywheel.core.performance.Finding;
import dev.flywheel.core.performance.Funnel.Amount;
import dev.flywheel.core.performance.Funnel.Count;
import dev.flywheel.core.performance.RejectedRow;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Traps about money, by their number on the formats page. */
class MoneyTrapsTest extends TrapsFixture {

    private Evidence creators(String currency, String... amounts) {
        List<List<String>> table = new ArrayList<>();
        table.add(row("Creator name", "Creator-attributed GMV", "Attributed orders"));
        for (String amount : amounts) {
            table.add(row("creator" + table.size(), amount, "1"));
        }
        return folder().currency(currency)
                .tableOf(Container.CSV, "Creator_List_20260709-20260715", table)
                .read();
    }

    private static String gmv(Evidence evidence, int creator) {
        return Folder.funnel(evidence, "creator" + creator)
                .get(Amount.GMV)
                .orElseThrow()
                .toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "USD|US$1,234.56|1234.56 USD",
                "USD|1234.56 USD|1234.56 USD",
                "SGD|S$12.30|12.30 SGD",
                "THB|\u0E3F99.50|99.50 THB",
                "THB|\u0E51\u0E52.\u0E55\u0E50|12.50 THB",
                "BRL|R$ 1.234,56|1234.56 BRL",
                "IDR|Rp 1.234.567,00|1234567.00 IDR",
                "JPY|\uFFE5\uFF12\uFF0C\uFF12\uFF18\uFF11|2281 JPY",
                "EUR|1\u202F234,56\u00A0\u20AC|1234.56 EUR",
                "EUR|1\u2009234,56 \u20AC|1234.56 EUR",
                "CHF|CHF 1\u2019234.50|1234.50 CHF",
                "INR|\u20B91,23,456.78|123456.78 INR",
                "PLN|12,50 z\u0142|12.50 PLN"
            })
    void trap_20_money_of_every_market_is_read(String currency, String text, String expected) {
        assertEquals(expected, gmv(creators(currency, text), 1));
    }

    @ParameterizedTest
    @CsvSource({
        "USD,250K,250000.00 USD",
        "USD,$2.1K,2100.00 USD",
        "USD,1.5M,1500000.00 USD",
        "CNY,3.4\u4E07,34000.00 CNY",
        "IDR,'Rp1,5jt',1500000.00 IDR"
    })
    void trap_20_a_rounded_amount_is_read_as_it_stands_and_said_to_be_rounded(
            String currency, String text, String expected) {
        Evidence evidence = creators(currency, text, "12");
        assertEquals(expected, gmv(evidence, 1));
        assertEquals(
                List.of("creator performance G3, column \"Creator-attributed GMV\": rounded numbers such as \"" + text
                        + "\" are read as they stand"),
                Folder.findings(evidence, Finding.Kind.NUMBERS_ROUNDED));
        assertEquals(List.of(), Folder.findings(creators(currency, "12"), Finding.Kind.NUMBERS_ROUNDED));
    }

    @ParameterizedTest
    @CsvSource({
        "EUR,1.234,'12,50',1234.00 EUR",
        "EUR,1.234,12.50,1.23 EUR",
        "EUR,'1,234',12.50,1234.00 EUR",
        "EUR,'1,234','1.234.567,80',1.23 EUR",
        "EUR,1.234,1.234.567,1234.00 EUR",
        "USD,1.234,12.50,1.23 USD",
        "USD,'1,234','12,50',1.23 USD",
        "USD,'1,234',12.50,1234.00 USD",
        "IDR,1.234,12.50,1.23 IDR",
        "IDR,1.234,12,1234.00 IDR"
    })
    void trap_20_a_mark_before_three_digits_is_decided_by_the_other_amounts_of_the_column(
            String currency, String open, String shows, String expected) {
        assertEquals(expected, gmv(creators(currency, open, shows), 1));
        assertEquals(expected, gmv(creators(currency, "7", open, shows, "8"), 2));
    }

    @Test
    void trap_20_an_amount_that_nothing_decides_is_set_aside() {
        assertEquals(
                "\"1.234\" can mean thousands or decimals",
                Folder.onlyRejected(creators("EUR", "1.234", "12")).reason());
        assertEquals(
                "\"1.234\" can mean thousands or decimals",
                Folder.onlyRejected(creators("EUR", "1.234", "12,50", "12.50")).reason());
    }

    /** Each column has its own mark, as where a sheet was put together by hand. */
    @Test
    void trap_20_columns_of_one_file_may_have_different_marks() {
        Evidence evidence = folder().currency("EUR")
                .table(
                        Container.CSV,
                        "Creator_List_20260709-20260715",
                        row("Creator name", "Creator-attributed GMV", "Attributed orders", "Refunds"),
                        row("jo", "1.234", "1", "1.234"),
                        row("kim", "12,50", "1", "12.50"))
                .read();
        assertEquals(
                "1234.00 EUR",
                Folder.funnel(evidence, "jo").get(Amount.GMV).orElseThrow().toString());
        assertEquals(
                "1.23 EUR",
                Folder.funnel(evidence, "jo").get(Amount.REFUNDS).orElseThrow().toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\u00A312.00", "RM12", "S$12", "12 EUR", "2,281,428\u5186", "CN\u00A512", "1.2\u4E07\u5143"})
    void trap_20_an_amount_in_another_currency_is_never_taken_as_it_stands(String text) {
        Evidence evidence = creators("USD", text, "$1.00");
        RejectedRow rejected = Folder.onlyRejected(evidence);
        assertEquals(text, rejected.value());
        assertEquals(
                true,
                rejected.reason().matches("an amount in \".+\" in a programme that counts in USD"),
                rejected.reason());
        assertEquals(1, evidence.observations().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"$100-$1K", "$50K+", "<$100", "$1K ~ $5K", "100 - 1000"})
    void trap_33_a_tier_is_no_figure_and_its_creator_is_set_aside_where_everyone_sees_it(String tier) {
        Evidence evidence = creators("USD", tier, "$1.00");
        RejectedRow rejected = Folder.onlyRejected(evidence);
        assertEquals("a range or a tier, not one amount", rejected.reason());
        assertEquals(tier, rejected.value());
        assertEquals(2, rejected.line());
    }

    @Test
    void trap_33_a_count_may_be_a_tier_too() {
        Evidence evidence = video("Video views", "10K-50K");
        assertEquals(
                "a range or a tier, not one count",
                Folder.onlyRejected(evidence).reason());
        assertEquals(
                OptionalLong.of(250_000),
                Folder.funnel(video("Video views", "250K"), Exports.VIDEO).get(Count.VIEWS));
    }
}
