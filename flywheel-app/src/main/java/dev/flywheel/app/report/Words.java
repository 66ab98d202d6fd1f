package dev.flywheel.app.report;

import dev.flywheel.core.adtest.AdTestReading;
import dev.flywheel.core.cycle.Action;
import dev.flywheel.core.cycle.Explanation;
import dev.flywheel.core.cycle.Momentum;
import dev.flywheel.core.money.Money;
import dev.flywheel.core.performance.Estimate;
import dev.flywheel.core.performance.Funnel;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** Numbers as people read them, the same on every machine: English grouping, a dash for what is unknown. */
final class Words {
    static final String UNKNOWN = "-";

    private static final double WHOLE_FROM = 100;

    private Words() {}

    static String count(OptionalLong count) {
        return count.isPresent() ? count(count.getAsLong()) : UNKNOWN;
    }

    static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    static String count(Funnel funnel, Funnel.Count what) {
        return count(funnel.get(what));
    }

    static String money(Optional<Money> money) {
        return money.map(Words::money).orElse(UNKNOWN);
    }

    static String money(Money money) {
        int decimals = Math.max(0, money.currency().getDefaultFractionDigits());
        return String.format(Locale.ROOT, "%,." + decimals + "f %s", money.amount(), money.currency());
    }

    /** Expected money with its interval, in whole units once it is large. */
    static String money(Estimate estimate, Currency currency) {
        return amounts(estimate, currency, " " + currency) + level(estimate);
    }

    /** The same for a cell of a table whose heading names currency and level. */
    static String amounts(Estimate estimate, Currency currency) {
        return amounts(estimate, currency, "");
    }

    static String rates(Estimate estimate) {
        return percent(estimate.mean()) + interval(percent(estimate.low()), percent(estimate.high()), estimate);
    }

    static String times(Estimate estimate) {
        return figure(estimate.mean()) + interval(figure(estimate.low()), figure(estimate.high()), estimate);
    }

    static String plain(Estimate estimate) {
        return times(estimate) + level(estimate);
    }

    /** What the ranges of a table are. */
    static String ranges(Estimate example) {
        return "Ranges in brackets hold the true number with " + percentage(example.level()) + " probability.";
    }

    private static String amounts(Estimate estimate, Currency currency, String unit) {
        double largest = Math.max(Math.abs(estimate.low()), Math.abs(estimate.high()));
        int decimals = largest >= WHOLE_FROM ? 0 : Math.max(0, currency.getDefaultFractionDigits());
        String interval = interval(decimal(estimate.low(), decimals), decimal(estimate.high(), decimals), estimate);
        return decimal(estimate.mean(), decimals) + unit + interval;
    }

    /** A share of one with two decimals below ten per cent and one above. */
    static String percent(double fraction) {
        return decimal(fraction * 100, Math.abs(fraction) < 0.1 ? 2 : 1) + "%";
    }

    /** A probability without false certainty at its ends. */
    static String probability(double probability) {
        if (!Double.isFinite(probability)) {
            return UNKNOWN;
        }
        if (probability > 0.99) {
            return "over 99%";
        }
        return probability < 0.01 ? "under 1%" : percentage(probability);
    }

    /** Where a measure goes, such as {@code improving (better with 94%), 8.1% (2.0 to 14.3) a rotation over 5 rotations}. */
    static String trend(Momentum.Trend trend) {
        double sure = Math.max(trend.improving(), trend.worsening());
        Estimate change = trend.changePerRotation();
        return constant(trend.direction().name()) + " ("
                + (trend.improving() >= trend.worsening() ? "better" : "worse") + " with " + probability(sure)
                + "), " + decimal(change.mean(), 1) + "%"
                + interval(decimal(change.low(), 1), decimal(change.high(), 1), change) + " a rotation over "
                + trend.rotations() + " rotations";
    }

    /** What a measure was in earlier whole rotations, newest first, by their own numbers. */
    static String earlier(Momentum.Indicator indicator) {
        return indicator.earlier().isEmpty()
                ? UNKNOWN
                : indicator.earlier().stream()
                        .map(rotation -> rotation.known()
                                .map(value -> figure(value.mean()))
                                .orElse(UNKNOWN))
                        .collect(Collectors.joining(", "));
    }

    static String figure(double value) {
        return decimal(value, Math.abs(value) >= WHOLE_FROM ? 0 : 2);
    }

    /** What an action brings and costs. */
    static String stakes(Explanation why) {
        String value = why.expectedValue()
                .map(estimate -> money(estimate, why.cost().currency()))
                .orElse("cannot be put in money");
        return "Expected value: " + value + ". Cost: " + money(why.cost()) + "."
                + (why.needsApproval() ? " Needs your approval." : "");
    }

    /** The kind of an action in words: {@code StartBoost} is {@code start boost}. */
    static String kind(Action action) {
        return action.kind().replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }

    /** A constant in words: {@code SLIPPED_WITHIN_MARGIN} is {@code slipped within margin}. */
    static String constant(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** A name in lowerCamelCase in words: {@code cycleTime} is {@code cycle time}. */
    static String name(String camelCase) {
        return camelCase
                .replaceAll("(?<=[a-z])(?=[A-Z0-9])|(?<=[0-9])(?=[A-Z])", " ")
                .toLowerCase(Locale.ROOT);
    }

    /** How a test compared its arms. */
    static String form(AdTestReading reading) {
        return reading.recorded()
                .flatMap(record -> record.numbers().comparedBy())
                .map(form -> constant(form.name()))
                .orElse(UNKNOWN);
    }

    /** Paid to organic, narrowed by every day since the test started. */
    static String runningRatio(AdTestReading reading) {
        return reading.recorded()
                .flatMap(record -> record.numbers().runningRatio())
                .map(Words::plain)
                .orElse(UNKNOWN);
    }

    /** How a test compared its arms and what all its days say, to stand after what today says. */
    static String compared(AdTestReading reading) {
        return reading.recorded()
                .flatMap(record -> record.numbers().comparedBy())
                .map(form -> "; over all days " + runningRatio(reading) + "; compared: " + form(reading))
                .orElse("");
    }

    private static String interval(String low, String high, Estimate estimate) {
        return estimate.low() == estimate.high() ? "" : " (" + low + " to " + high + ")";
    }

    private static String level(Estimate estimate) {
        return estimate.low() == estimate.high() ? "" : " with " + percentage(estimate.level()) + " probability";
    }

    private static String percentage(double share) {
        return decimal(share * 100, 0) + "%";
    }

    private static String decimal(double value, int decimals) {
        BigDecimal exact = new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN);
        return String.format(Locale.ROOT, "%,." + decimals + "f", exact);
    }
}
