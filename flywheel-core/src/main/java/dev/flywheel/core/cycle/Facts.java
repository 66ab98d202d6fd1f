package dev.flywheel.core.cycle;

import dev.flywheel.core.money.Money;
import dev.flywheel.core.performance.Estimate;
import java.util.Locale;

/** Builds the facts of phase reports and writes numbers the way people read them. */
final class Facts {

    private Facts() {}

    static PhaseReport.Fact count(String name, String what, long count) {
        return new PhaseReport.Fact(name, count + " " + what, Estimate.exactly((double) count));
    }

    static PhaseReport.Fact money(String name, String what, Money amount) {
        return new PhaseReport.Fact(name, amount + " " + what, Estimate.exactly(amount.asDouble()));
    }

    static PhaseReport.Fact estimate(String name, String what, Estimate estimate) {
        return new PhaseReport.Fact(name, what + " " + text(estimate), estimate);
    }

    static PhaseReport.Fact words(String name, String sentence) {
        return new PhaseReport.Fact(name, sentence, null);
    }

    /** A number with its interval, such as {@code 12.3 [8.1, 17.0]}. */
    static String text(Estimate estimate) {
        return estimate.low() == estimate.high()
                ? number(estimate.mean())
                : number(estimate.mean()) + " [" + number(estimate.low()) + ", " + number(estimate.high()) + "]";
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f%%", 100 * share);
    }

    static String days(long count) {
        return count == 1 ? "1 day" : number(count) + " days";
    }

    static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    static String number(double value) {
        double size = Math.abs(value);
        String text = size >= 100 || value == Math.rint(value)
                ? String.format(Locale.ROOT, "%,.0f", value)
                : String.format(Locale.ROOT, size >= 1 ? "%.2f" : "%.4f", value);
        return isMinusZero(text) ? text.substring(1) : text;
    }

    private static boolean isMinusZero(String text) {
        return text.startsWith("-") && text.chars().noneMatch(digit -> digit >= '1' && digit <= '9');
    }
}
