package dev.flywheel.core.performance;

import dev.flywheel.core.money.Money;
import java.util.Arrays;
import java.util.Currency;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Counts and amounts from view to order. Every one of them may be unknown, and unknown is not zero. Immutable and
 * thread-safe.
 *
 * <p>{@link #plus} adds disjoint parts: it is associative and commutative, {@link #nothing} is its identity, and a part
 * whose number is unknown makes the sum unknown.
 */
@SuppressWarnings("EnumOrdinal") // one array holds all numbers, because books hold millions of funnels
public final class Funnel {

    /** What is counted. */
    public enum Count {
        VIEWS,
        PRODUCT_IMPRESSIONS,
        CLICKS,
        ADD_TO_CARTS,
        ORDERS,
        ITEMS,
        REFUNDED_ITEMS
    }

    /** What is measured in money. Orders' value is before refunds; refunds are by refund date. */
    public enum Amount {
        GMV,
        /** The part of a creator's GMV that videos account for; only creator reports know it. */
        VIDEO_GMV,
        REFUNDS,
        COMMISSION,
        SPEND
    }

    private static final Count[] COUNTS = Count.values();
    private static final Amount[] AMOUNTS = Amount.values();
    private static final int SIZE = COUNTS.length + AMOUNTS.length;
    private static final int ALL_KNOWN = (1 << SIZE) - 1;

    private final Currency currency;

    /** The counts and then the amounts in minor units, each at its place even if unknown, and then zero. */
    private final long[] values;

    /** A bit for each value that is known. */
    private final int known;

    private Funnel(Currency currency, long[] values, int known) {
        this.currency = currency;
        this.values = values;
        this.known = known;
    }

    /**
     * The sum of no parts: everything is known to be zero.
     *
     * @param currency the currency of its amounts
     * @return the identity of {@link #plus}
     */
    public static Funnel nothing(Currency currency) {
        return new Funnel(currency, new long[SIZE], ALL_KNOWN);
    }

    private static int place(Count what) {
        return what.ordinal();
    }

    private static int place(Amount what) {
        return COUNTS.length + what.ordinal();
    }

    private boolean isKnown(int place) {
        return (known & (1 << place)) != 0;
    }

    /**
     * Starts a funnel of which nothing is known yet.
     *
     * @param currency the currency of its amounts
     * @return a builder
     */
    public static Builder builder(Currency currency) {
        return new Builder(currency);
    }

    /** {@return the currency of its amounts} */
    public Currency currency() {
        return currency;
    }

    /**
     * A count.
     *
     * @param what which
     * @return its value, or empty when unknown
     */
    public OptionalLong get(Count what) {
        return isKnown(place(what)) ? OptionalLong.of(values[place(what)]) : OptionalLong.empty();
    }

    /**
     * An amount.
     *
     * @param what which
     * @return its value, or empty when unknown
     */
    public Optional<Money> get(Amount what) {
        return isKnown(place(what)) ? Optional.of(new Money(values[place(what)], currency)) : Optional.empty();
    }

    /**
     * The sum of two disjoint parts.
     *
     * @param other the other part, in the same currency
     * @return the sum; unknown where either part is unknown
     */
    public Funnel plus(Funnel other) {
        requireSameCurrency(other);
        int both = known & other.known;
        long[] sums = new long[SIZE];
        for (int place = 0; place < SIZE; place++) {
            sums[place] = (both & (1 << place)) == 0 ? 0 : Math.addExact(values[place], other.values[place]);
        }
        return new Funnel(currency, sums, both);
    }

    /**
     * This report with its gaps filled from another report of the same thing.
     *
     * @param other the other report, in the same currency
     * @return the values of this funnel, and the other's where this one does not know
     */
    public Funnel orElse(Funnel other) {
        requireSameCurrency(other);
        long[] filled = new long[SIZE];
        for (int place = 0; place < SIZE; place++) {
            filled[place] = isKnown(place) ? values[place] : other.values[place];
        }
        return new Funnel(currency, filled, known | other.known);
    }

    private void requireSameCurrency(Funnel other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException(
                    "Cannot combine funnels in " + currency + " and " + other.currency + ": convert one first");
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Funnel funnel
                && funnel.currency.equals(currency)
                && funnel.known == known
                && Arrays.equals(funnel.values, values);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * currency.hashCode() + known) + Arrays.hashCode(values);
    }

    /** {@return what is known, such as {@code views=100 orders=2 gmv=60.00 USD}} */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Count what : COUNTS) {
            get(what)
                    .ifPresent(
                            value -> text.append(what).append('=').append(value).append(' '));
        }
        for (Amount what : AMOUNTS) {
            get(what)
                    .ifPresent(
                            value -> text.append(what).append('=').append(value).append(' '));
        }
        return text.toString().strip();
    }

    /** Collects a funnel; what is not set stays unknown. Not thread-safe. */
    public static final class Builder {

        private final Currency currency;
        private long[] values = new long[SIZE];
        private int known;
        private boolean handedOver;

        private Builder(Currency currency) {
            this.currency = Objects.requireNonNull(currency, "currency");
        }

        /**
         * Sets a count.
         *
         * @param what which
         * @param value how many, not negative
         * @return this
         */
        public Builder count(Count what, long value) {
            if (value < 0) {
                throw new IllegalArgumentException(what + " must not be negative, got " + value);
            }
            set(place(what), value);
            return this;
        }

        /**
         * Sets an amount.
         *
         * @param what which
         * @param value how much, in the funnel's currency; may be negative where a source restates
         * @return this
         */
        public Builder amount(Amount what, Money value) {
            if (!value.currency().equals(currency)) {
                throw new IllegalArgumentException(what + " must be in " + currency + ", got " + value);
            }
            set(place(what), value.minorUnits());
            return this;
        }

        private void set(int place, long value) {
            if (handedOver) {
                values = values.clone();
                handedOver = false;
            }
            values[place] = value;
            known |= 1 << place;
        }

        /** {@return the funnel} */
        public Funnel build() {
            handedOver = true;
            return new Funnel(currency, values, known);
        }
    }
}
