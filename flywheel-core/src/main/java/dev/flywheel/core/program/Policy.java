package dev.flywheel.core.program;

import dev.flywheel.core.money.Money;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Currency;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * The numbers and rules that decisions use. Start from {@link #defaults()} and replace what differs. Immutable and
 * thread-safe; see {@link PolicyNumber} for defaults, units, ranges and sources.
 */
public final class Policy {

    private static final Policy DEFAULTS = new Policy(Map.of(), DropPolicy.STRICT);

    private final Map<PolicyNumber, BigDecimal> overrides;
    private final DropPolicy dropPolicy;

    private Policy(Map<PolicyNumber, BigDecimal> overrides, DropPolicy dropPolicy) {
        Map<PolicyNumber, BigDecimal> copy = new EnumMap<>(PolicyNumber.class);
        copy.putAll(overrides);
        this.overrides = Collections.unmodifiableMap(copy);
        this.dropPolicy = dropPolicy;
    }

    /** {@return the default policy} */
    public static Policy defaults() {
        return DEFAULTS;
    }

    /**
     * This policy with one number replaced.
     *
     * @param number which
     * @param value its value, within the number's range
     * @return the new policy
     */
    public Policy with(PolicyNumber number, BigDecimal value) {
        Map<PolicyNumber, BigDecimal> changed = new EnumMap<>(PolicyNumber.class);
        changed.putAll(overrides);
        BigDecimal allowed = number.require(Objects.requireNonNull(value, "value"));
        if (allowed.compareTo(number.byDefault()) == 0) {
            changed.remove(number);
        } else {
            changed.put(number, new BigDecimal(allowed.stripTrailingZeros().toPlainString()));
        }
        return new Policy(changed, dropPolicy);
    }

    /**
     * This policy with one number replaced.
     *
     * @param number which
     * @param value a plain decimal within the number's range
     * @return the new policy
     */
    public Policy with(PolicyNumber number, String value) {
        return with(number, new BigDecimal(value));
    }

    /**
     * This policy with another rule for drops.
     *
     * @param rule the rule
     * @return the new policy
     */
    public Policy with(DropPolicy rule) {
        return new Policy(overrides, Objects.requireNonNull(rule, "rule"));
    }

    /** {@return what to do with a boost whose conversion dropped} */
    public DropPolicy dropPolicy() {
        return dropPolicy;
    }

    /**
     * A number, exact.
     *
     * @param number which
     * @return its value
     */
    public BigDecimal exact(PolicyNumber number) {
        BigDecimal override = overrides.get(number);
        return override == null ? number.byDefault() : override;
    }

    /**
     * A number for a model.
     *
     * @param number which
     * @return its value
     */
    public double number(PolicyNumber number) {
        return exact(number).doubleValue();
    }

    /**
     * A whole number, rounded down.
     *
     * @param number which
     * @return its value
     */
    public int count(PolicyNumber number) {
        return exact(number).intValue();
    }

    /**
     * A number that is an amount of money.
     *
     * @param number which
     * @param currency the programme's currency
     * @return its value
     */
    public Money money(PolicyNumber number, Currency currency) {
        return Money.rounded(exact(number), currency);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Policy policy && policy.overrides.equals(overrides) && policy.dropPolicy == dropPolicy;
    }

    @Override
    public int hashCode() {
        return Objects.hash(overrides, dropPolicy);
    }

    /** {@return the rule and the numbers that differ from their defaults} */
    @Override
    public String toString() {
        return dropPolicy + " " + overrides;
    }
}
