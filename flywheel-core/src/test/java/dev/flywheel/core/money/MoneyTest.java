package dev.flywheel.core.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {

    private static final Currency USD = Currency.getInstance("USD");
    private static final Currency JPY = Currency.getInstance("JPY");

    @ParameterizedTest
    @CsvSource({
        "12.30, USD, 1230, 12.30 USD",
        "12.3, USD, 1230, 12.30 USD",
        "12.3000, USD, 1230, 12.30 USD",
        "-0.05, USD, -5, -0.05 USD",
        "1E+3, USD, 100000, 1000.00 USD",
        "500, JPY, 500, 500 JPY",
        "500.00, JPY, 500, 500 JPY",
        "1.234, KWD, 1234, 1.234 KWD"
    })
    void keeps_an_amount_in_whole_minor_units(String amount, String currency, long minorUnits, String text) {
        Money money = Money.of(amount, Currency.getInstance(currency));

        assertEquals(minorUnits, money.minorUnits());
        assertEquals(text, money.toString());
        assertEquals(0, new BigDecimal(amount).compareTo(money.amount()));
    }

    @Test
    void refuses_what_the_minor_unit_cannot_hold_instead_of_rounding() {
        IllegalArgumentException cents = assertThrows(IllegalArgumentException.class, () -> Money.of("1.005", USD));
        IllegalArgumentException yen = assertThrows(IllegalArgumentException.class, () -> Money.of("1.5", JPY));

        assertEquals("Amount 1.005 has more than 2 decimals for USD", cents.getMessage());
        assertEquals("Amount 1.5 has more than 0 decimals for JPY", yen.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"0.005, 0", "0.015, 2", "0.025, 2", "-0.005, 0", "-0.015, -2", "0.0250001, 3"})
    void rounds_half_to_even_where_a_source_prints_more_digits(String amount, long cents) {
        assertEquals(cents, Money.rounded(new BigDecimal(amount), USD).minorUnits());
        assertEquals(cents, Money.rounded(Double.parseDouble(amount), USD).minorUnits());
    }

    @Test
    void reads_a_double_as_the_decimal_it_was_written_as_seed_20261125() {
        SplittableRandom random = new SplittableRandom(20261125);
        for (int i = 0; i < 20_000; i++) {
            BigDecimal written = BigDecimal.valueOf(random.nextLong(1_000_000_000_000_000L), random.nextInt(2, 9));
            assertEquals(Money.rounded(written, USD), Money.rounded(written.doubleValue(), USD), written.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void refuses_an_amount_that_is_not_finite(double amount) {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> Money.rounded(amount, USD));

        assertEquals("Amount must be finite, got " + amount, refused.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"10, 0.05, 0", "30, 0.05, 2", "50, 0.05, 2", "-10, 0.05, 0", "999, 0.15, 150"})
    void takes_a_share_rounded_half_to_even(long cents, String rate, long expected) {
        assertEquals(new Money(expected, USD), new Money(cents, USD).times(Rate.ofFraction(rate)));
    }

    @Test
    void never_wraps_around() {
        Money most = new Money(Long.MAX_VALUE, USD);
        Money least = new Money(Long.MIN_VALUE, USD);
        Money cent = new Money(1, USD);

        assertThrows(ArithmeticException.class, () -> most.plus(cent));
        assertThrows(ArithmeticException.class, () -> least.minus(cent));
        assertThrows(ArithmeticException.class, () -> most.times(2));
        assertThrows(ArithmeticException.class, () -> most.times(Rate.ofFraction("1.5")));
        assertThrows(ArithmeticException.class, () -> Money.of("92233720368547758.08", USD));
        assertEquals(most, Money.of("92233720368547758.07", USD));
        assertEquals(least, least.times(1));
    }

    @Test
    void refuses_to_mix_currencies() {
        Money dollars = Money.of("1.00", USD);
        Money yen = Money.of("1", JPY);
        String expected = "Cannot combine 1.00 USD with 1 JPY: different currencies";

        assertEquals(
                expected,
                assertThrows(IllegalArgumentException.class, () -> dollars.plus(yen))
                        .getMessage());
        assertEquals(
                expected,
                assertThrows(IllegalArgumentException.class, () -> dollars.minus(yen))
                        .getMessage());
        assertEquals(
                expected,
                assertThrows(IllegalArgumentException.class, () -> dollars.compareTo(yen))
                        .getMessage());
    }

    @Test
    void refuses_a_currency_without_a_minor_unit() {
        Currency none = Currency.getInstance("XXX");

        assertEquals(
                "Currency XXX has no minor unit and cannot hold money",
                assertThrows(IllegalArgumentException.class, () -> Money.zero(none))
                        .getMessage());
        assertEquals(
                "currency",
                assertThrows(NullPointerException.class, () -> new Money(1, null))
                        .getMessage());
    }

    @Test
    void knows_its_sign() {
        assertTrue(new Money(1, USD).isPositive());
        assertFalse(new Money(1, USD).isNegative());
        assertTrue(new Money(-1, USD).isNegative());
        assertFalse(new Money(-1, USD).isPositive());
        assertFalse(Money.zero(USD).isPositive() || Money.zero(USD).isNegative());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void adds_exactly_whatever_the_order(long seed) {
        Random random = new Random(seed);
        Money left = new Money(random.nextInt(), USD);
        Money middle = new Money(random.nextInt(), USD);
        Money right = new Money(random.nextInt(), USD);

        assertEquals(left.plus(middle).plus(right), right.plus(middle).plus(left));
        assertEquals(left, left.plus(middle).minus(middle));
        assertEquals(left.plus(left).plus(left), left.times(3));
        assertEquals(left.amount().add(right.amount()), left.plus(right).amount());
        assertEquals(Long.signum(left.minus(right).minorUnits()), Integer.signum(left.compareTo(right)));
        assertEquals(left, Money.rounded(left.asDouble(), USD));
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 50);
    }
}
