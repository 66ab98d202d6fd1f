package dev.flywheel.core.money;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * An exact amount in whole minor units (cents for USD, yen for JPY). Products with a {@link Rate} round half to even;
 * everything else is exact, and an overflow is an {@link ArithmeticException}, never a wrong amount. Immutable and
 * thread-safe.
 *
 * @param minorUnits the amount in the currency's smallest unit, may be negative
 * @param currency the currency
 */
public record Money(long minorUnits, Currency currency) implements Comparable<Money> {

    /** Every decimal of so many digits survives as a double. */
    private static final int FEWEST_DIGITS = 15;

    /** So many digits tell every double from its neighbours. */
    private static final int MOST_DIGITS = 17;

    /**
     * Checks.
     *
     * @param minorUnits the amount in minor units
     * @param currency the currency
     */
    public Money {
        Objects.requireNonNull(currency, "currency");
        if (currency.getDefaultFractionDigits() < 0) {
            throw new IllegalArgumentException("Currency " + currency + " has no minor unit and cannot hold money");
        }
    }

    /**
     * An amount from a plain decimal such as {@code "12.30"}.
     *
     * @param amount the decimal; more fraction digits than the currency has are refused, not rounded
     * @param currency the currency
     * @return the amount
     */
    public static Money of(String amount, Currency currency) {
        return of(new BigDecimal(amount), currency);
    }

    /**
     * An amount from a decimal.
     *
     * @param amount the decimal; more fraction digits than the currency has are refused, not rounded
     * @param currency the currency
     * @return the amount
     */
    public static Money of(BigDecimal amount, Currency currency) {
        int digits = currency.getDefaultFractionDigits();
        BigDecimal stripped = amount.stripTrailingZeros();
        if (stripped.scale() > digits) {
            throw new IllegalArgumentException(
                    "Amount " + amount.toPlainString() + " has more than " + digits + " decimals for " + currency);
        }
        return new Money(stripped.movePointRight(digits).longValueExact(), currency);
    }

    /**
     * An amount rounded half to even to the currency's minor unit; for sources that print more digits.
     *
     * @param amount the decimal
     * @param currency the currency
     * @return the rounded amount
     */
    public static Money rounded(BigDecimal amount, Currency currency) {
        return of(amount.setScale(currency.getDefaultFractionDigits(), RoundingMode.HALF_EVEN), currency);
    }

    /**
     * An amount that a model computed, rounded half to even. The number is read as the shortest decimal that stands for
     * it, so 0.005 is a tie although its binary value lies beside it.
     *
     * @param amount a finite number of major units
     * @param currency the currency
     * @return the rounded amount
     */
    public static Money rounded(double amount, Currency currency) {
        if (!Double.isFinite(amount)) {
            throw new IllegalArgumentException("Amount must be finite, got " + amount);
        }
        BigDecimal exact = new BigDecimal(amount);
        // Not Double.toString: its digits differ between Java releases.
        BigDecimal decimal = IntStream.rangeClosed(FEWEST_DIGITS, MOST_DIGITS)
                .mapToObj(digits -> exact.round(new MathContext(digits, RoundingMode.HALF_EVEN)))
                .filter(shorter -> shorter.doubleValue() == amount)
                .findFirst()
                .orElse(exact);
        return rounded(decimal, currency);
    }

    /**
     * Nothing.
     *
     * @param currency the currency
     * @return zero
     */
    public static Money zero(Currency currency) {
        return new Money(0, currency);
    }

    /**
     * The sum.
     *
     * @param other an amount of the same currency
     * @return this plus other
     */
    public Money plus(Money other) {
        return new Money(Math.addExact(minorUnits, sameCurrency(other).minorUnits), currency);
    }

    /**
     * The difference.
     *
     * @param other an amount of the same currency
     * @return this minus other
     */
    public Money minus(Money other) {
        return new Money(Math.subtractExact(minorUnits, sameCurrency(other).minorUnits), currency);
    }

    /**
     * A multiple.
     *
     * @param factor how many times
     * @return this times factor
     */
    public Money times(long factor) {
        return new Money(Math.multiplyExact(minorUnits, factor), currency);
    }

    /**
     * A share of this amount, rounded half to even.
     *
     * @param rate the share
     * @return this times rate
     */
    public Money times(Rate rate) {
        BigDecimal product = BigDecimal.valueOf(minorUnits).multiply(rate.fraction());
        return new Money(product.setScale(0, RoundingMode.HALF_EVEN).longValueExact(), currency);
    }

    /** {@return whether the amount is below zero} */
    public boolean isNegative() {
        return minorUnits < 0;
    }

    /** {@return whether the amount is above zero} */
    public boolean isPositive() {
        return minorUnits > 0;
    }

    /** {@return the amount in major units, exact} */
    public BigDecimal amount() {
        return BigDecimal.valueOf(minorUnits, currency.getDefaultFractionDigits());
    }

    /** {@return the amount in major units as a double, for models} */
    public double asDouble() {
        return amount().doubleValue();
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(minorUnits, sameCurrency(other).minorUnits);
    }

    /** {@return the amount and the currency code, such as {@code 12.30 USD}} */
    @Override
    public String toString() {
        return amount().toPlainString() + " " + currency.getCurrencyCode();
    }

    private Money sameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("Cannot combine " + this + " with " + other + ": different currencies");
        }
        return other;
    }
}
