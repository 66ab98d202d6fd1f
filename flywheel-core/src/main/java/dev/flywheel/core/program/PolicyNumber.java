package dev.flywheel.core.program;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Every number of the policy with its default, unit, allowed range and source. This table is the one place where the
 * defaults live; a brand overrides them by {@link #key()} in the {@code [policy]} section of {@code program.toml}.
 */
public enum PolicyNumber {
    WAVE_SIZE("28", "samples", "1", "10000", "practice 2.6: 25-30 samples per angle set"),
    SAMPLE_EXPLORATION_SHARE("0.20", "fraction", "0", "1", "practice 2.6: 15-20 % exploration"),
    REMIND_AFTER_DAYS("5", "days after delivery", "1", "365", "practice 2.1"),
    CLOSE_AFTER_DAYS("21", "days after delivery", "1", "365", "practice 2.1"),
    DORMANT_AFTER_DAYS("30", "days without a post", "1", "3650", "practice 1: active creator rate"),
    SAMPLE_COST("15.00", "money per sample", "0", "100000", "assumed until samples carry their cost"),
    SAMPLE_TO_POST_RATE("0.40", "fraction", "0.001", "0.999", "practice 2.1: Beta(4, 6)"),
    POST_TO_SELLER_RATE("0.20", "fraction", "0.001", "0.999", "practice 2.1: Beta(2, 8)"),
    CATEGORY_CONVERSION_RATE("0.03", "orders per click", "0.000001", "1", "statistics 2.8; practice 2.2"),
    CATEGORY_CLICK_RATE("0.02", "clicks per view", "0.000001", "1", "practice 2.2: 0.7-3 %"),
    CATEGORY_RETURN_RATE("0.10", "fraction of orders", "0", "1", "practice 2.2"),
    WINNER_FALSE_DISCOVERY_RATE("0.10", "fraction", "0.001", "0.5", "statistics 1.4"),
    RETAINER_FALSE_DISCOVERY_RATE("0.05", "fraction", "0.001", "0.5", "statistics 1.4"),
    TOP_K("20", "units", "1", "1000", "statistics 1.2"),
    SAMPLE_DRAWS("4000", "draws of what a sample may bring", "100", "100000", "statistics 1.3"),
    CANDIDATE_MINIMUM_HOURS("72", "hours since posting", "0", "8760", "practice 2.4"),
    CANDIDATE_MINIMUM_ORDERS("10", "orders", "0", "100000", "practice 2.6"),
    CANDIDATE_PROBABILITY("0.80", "fraction", "0", "1", "practice 2.6"),
    BOOST_FLOOR_PER_DAY("50", "money per day", "1", "100000", "seed: $50-150 a day"),
    BOOST_STEP_PER_DAY("50", "money per day", "1", "100000", "statistics 2.7: 50 -> 100 -> 150"),
    BOOST_CEILING_PER_DAY("150", "money per day", "1", "100000", "seed: $50-150 a day"),
    BUDGET_LEVEL_STEP("10", "money per day", "1", "100000", "statistics 3: levels 0, 50, 60 .. 150"),
    BUDGET_EXPLORATION_SHARE("0.20", "fraction of the daily cap", "0", "1", "statistics 3: top-two sampling"),
    BUDGET_HYSTERESIS("5", "money per day", "0", "100000", "statistics 3: smaller gains change no running budget"),
    RESPONSE_EXPONENT("0.85", "power of the budget", "0.5", "1", "statistics 3, until three budgets were seen"),
    RESPONSE_EXPONENT_SD("0.10", "power of the budget", "0.01", "1", "statistics 3"),
    COST_PER_CLICK("0.67", "money per paid click", "0.01", "1000", "statistics 2.7, until own spend is known"),
    ALPHA("0.10", "fraction", "0.001", "0.5", "statistics 2.7, one-sided, for stop and for hold"),
    MARGIN("0.20", "fraction", "0.01", "0.9", "statistics 2.7"),
    MINIMUM_TEST_DAYS("3", "days", "0", "365", "statistics 2.7"),
    MINIMUM_MATURED_PAID_CLICKS("100", "clicks", "0", "1000000", "statistics 2.7"),
    MINIMUM_EXPECTED_PAID_ORDERS("3", "orders", "0", "10000", "statistics 2.7"),
    HORIZON_DAYS("14", "days", "1", "365", "statistics 2.7"),
    HORIZON_SPEND("1400", "money", "1", "10000000", "statistics 2.7"),
    LOSS_CAP("300", "money", "1", "10000000", "statistics 2.7"),
    SCALE_PROBABILITY("0.80", "fraction", "0", "1", "statistics 2.7"),
    SLIPPED_SCALE_PROBABILITY("0.90", "fraction", "0", "1", "statistics 2.7"),
    UNPROFITABLE_PROBABILITY("0.05", "fraction", "0", "1", "statistics 2.7"),
    ECONOMIC_GATE("0.50", "fraction", "0", "1", "statistics 2.7"),
    DAY_NOISE("1.3", "variance ratio", "1", "5", "statistics 2.4"),
    RENEW_BEFORE_DAYS("14", "days before expiry", "1", "365", "practice 2.6"),
    BRIEFS("5", "briefs per rotation", "0", "100", "practice 4 A: one angle set a rotation"),
    BRIEF_EXPLORATION_SHARE("0.20", "fraction", "0", "1", "statistics 4"),
    BRIEF_HOOK_SHARE("0.40", "fraction", "0.01", "1", "statistics 4: diversity limit"),
    RETAINER_PER_WEEK("250", "money per week", "0", "100000", "practice 2.3: retainers by tier; assumed"),
    COMMISSION_STEP("0.03", "fraction", "0", "0.5", "practice 2.3: target offers 5-10 points above open; assumed"),
    ROTATION_DAYS("28", "days", "1", "365", "practice 4 A: a wave of samples gives its first read after four weeks"),
    ACTIONS("10", "actions shown first", "1", "1000", "practice 4 A");

    private final BigDecimal byDefault;
    private final String unit;
    private final BigDecimal lowest;
    private final BigDecimal highest;
    private final String source;

    PolicyNumber(String byDefault, String unit, String lowest, String highest, String source) {
        this.byDefault = new BigDecimal(byDefault);
        this.unit = unit;
        this.lowest = new BigDecimal(lowest);
        this.highest = new BigDecimal(highest);
        this.source = source;
    }

    /** {@return the name in {@code program.toml}, such as {@code horizon_days}} */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** {@return the default} */
    public BigDecimal byDefault() {
        return byDefault;
    }

    /** {@return the unit in words} */
    public String unit() {
        return unit;
    }

    /** {@return where the default comes from} */
    public String source() {
        return source;
    }

    /**
     * Finds a number by its key.
     *
     * @param key the name in {@code program.toml}
     * @return the number, or empty when there is none of that name
     */
    public static Optional<PolicyNumber> named(String key) {
        return Arrays.stream(values())
                .filter(number -> number.key().equals(key))
                .findFirst();
    }

    BigDecimal require(BigDecimal value) {
        if (value.compareTo(lowest) < 0 || value.compareTo(highest) > 0) {
            throw new IllegalArgumentException("Policy " + key() + " must be from " + lowest.toPlainString() + " to "
                    + highest.toPlainString() + " (" + unit + "), got " + value.toPlainString());
        }
        return value;
    }
}
