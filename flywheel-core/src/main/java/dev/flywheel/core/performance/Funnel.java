package dev.flywheel.core.performance;

import dev.flywheel.core.money.Money;
import java.util.Currency;
import java.util.EnumMap;
import java.util.Map;
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

    private final Currency currency;
    private final Map<Count, Long> counts;
    private final Map<Amount, Long> minorUnits;

    private Funnel(Currency currency, Map<Count, Long> counts, Map<Amount, Long> minorUnits) {
        this.currency = currency;
        this.counts = counts;
        this.minorUnits = minorUnits;
    }

    /**
     * The sum of no parts: everything is known to be zero.
     *
     * @param currency the currency of its amounts
     * @return the identity of {@link #plus}
     */
    public static Funnel nothing(Currency currency) {
        Map<Count, Long> counts = new EnumMap<>(Count.class);
        Map<Amount, Long> amounts = new EnumMap<>(Amount.class);
        for (Count what : Count.values()) {
            counts.put(what, 0L);
        }
        for (Amount what : Amount.values()) {
            amounts.put(what, 0L);
        }
        return new Funnel(currency, counts, amounts);
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
        Long value = counts.get(what);
        return value == null ? OptionalLong.empty() : OptionalLong.of(value);
    }

    /**
     * An amount.
     *
     * @param what which
     * @return its value, or empty when unknown
     */
    public Optional<Money> get(Amount what) {
        Long value = minorUnits.get(what);
        return value == null ? Optional.empty() : Optional.of(new Money(value, currency));
    }

    /**
     * The sum of two disjoint parts.
     *
     * @param other the other part, in the same currency
     * @return the sum; unknown where either part is unknown
     */
    public Funnel plus(Funnel other) {
        requireSameCurrency(other);
        Map<Count, Long> sumCounts = new EnumMap<>(Count.class);
        Map<Amount, Long> sumAmounts = new EnumMap<>(Amount.class);
        addKnown(counts, other.counts, sumCounts);
        addKnown(minorUnits, other.minorUnits, sumAmounts);
        return new Funnel(currency, sumCounts, sumAmounts);
    }

    /**
     * This report with its gaps filled from another report of the same thing.
     *
     * @param other the other report, in the same currency
     * @return the values of this funnel, and the other's where this one does not know
     */
    public Funnel orElse(Funnel other) {
        requireSameCurrency(other);
        Map<Count, Long> filledCounts = new EnumMap<>(Count.class);
        Map<Amount, Long> filledAmounts = new EnumMap<>(Amount.class);
        filledCounts.putAll(other.counts);
        filledCounts.putAll(counts);
        filledAmounts.putAll(other.minorUnits);
        filledAmounts.putAll(minorUnits);
        return new Funnel(currency, filledCounts, filledAmounts);
    }

    private void requireSameCurrency(Funnel other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException(
                    "Cannot combine funnels in " + currency + " and " + other.currency + ": convert one first");
        }
    }

    private static <K> void addKnown(Map<K, Long> left, Map<K, Long> right, Map<K, Long> sums) {
        left.forEach((what, value) -> {
            Long other = right.get(what);
            if (other != null) {
                sums.put(what, Math.addExact(value, other));
            }
        });
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Funnel funnel
                && funnel.currency.equals(currency)
                && funnel.counts.equals(counts)
                && funnel.minorUnits.equals(minorUnits);
    }

    @Override
    public int hashCode() {
        return Objects.hash(currency, counts, minorUnits);
    }

    /** {@return what is known, such as {@code views=100 orders=2 gmv=60.00 USD}} */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Count what : Count.values()) {
            get(what)
                    .ifPresent(
                            value -> text.append(what).append('=').append(value).append(' '));
        }
        for (Amount what : Amount.values()) {
            get(what)
                    .ifPresent(
                            value -> text.append(what).append('=').append(value).append(' '));
        }
        return text.toString().strip();
    }

    /** Collects a funnel; what is not set stays unknown. Not thread-safe. */
    public static final class Builder {

        private final Currency currency;
        private final Map<Count, Long> counts = new EnumMap<>(Count.class);
        private final Map<Amount, Long> minorUnits = new EnumMap<>(Amount.class);

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
            counts.put(what, value);
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
            minorUnits.put(what, value.minorUnits());
            return this;
        }

        /** {@return the funnel} */
        public Funnel build() {
            return new Funnel(currency, new EnumMap<>(counts), new EnumMap<>(minorUnits));
        }
    }
}
