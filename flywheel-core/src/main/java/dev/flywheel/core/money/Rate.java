package dev.flywheel.core.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;

/**
 * An exact ratio such as a commission or fee rate; the factory names the unit. Immutable and thread-safe.
 *
 * <p>A rate may exceed one: click rates above 100 % occur in genuine exports.
 *
 * @param fraction the ratio, 0.15 for 15 %; trailing zeros are stripped, so equal rates are equal objects
 */
public record Rate(BigDecimal fraction) implements Comparable<Rate> {

    /** The rate of nothing. */
    public static final Rate ZERO = new Rate(BigDecimal.ZERO);

    private static final BigDecimal HUNDRED = new BigDecimal("100");

    /**
     * Checks and normalises.
     *
     * @param fraction the ratio, not negative
     */
    public Rate {
        Objects.requireNonNull(fraction, "fraction");
        if (fraction.signum() < 0) {
            throw new IllegalArgumentException(
                    "Rate must not be negative, got fraction " + fraction.toPlainString() + "; write 15 % as 0.15");
        }
        fraction = fraction.signum() == 0 ? BigDecimal.ZERO : fraction.stripTrailingZeros();
    }

    /**
     * A rate from a fraction, such as {@code "0.15"}.
     *
     * @param fraction a plain decimal
     * @return the rate
     */
    public static Rate ofFraction(String fraction) {
        return new Rate(new BigDecimal(fraction));
    }

    /**
     * A rate from percentage points, such as {@code "15"}.
     *
     * @param percent a plain decimal
     * @return the rate
     */
    public static Rate ofPercent(String percent) {
        return new Rate(new BigDecimal(percent).divide(HUNDRED));
    }

    /**
     * A rate from basis points; 1,500 is 15 %.
     *
     * @param basisPoints hundredths of a percent
     * @return the rate
     */
    public static Rate ofBasisPoints(long basisPoints) {
        return new Rate(BigDecimal.valueOf(basisPoints, 4));
    }

    /**
     * This rate and another, added.
     *
     * @param other the rate to add
     * @return the sum
     */
    public Rate plus(Rate other) {
        return new Rate(fraction.add(other.fraction));
    }

    /** {@return the ratio as a double, for models} */
    public double asDouble() {
        return fraction.doubleValue();
    }

    /** {@return the rate for people, such as {@code 15%} or {@code 5.93%}} */
    public String toPercentText() {
        BigDecimal percent = fraction.multiply(HUNDRED).setScale(2, RoundingMode.HALF_EVEN);
        return percent.stripTrailingZeros().toPlainString() + "%";
    }

    @Override
    public int compareTo(Rate other) {
        return fraction.compareTo(other.fraction);
    }
}
