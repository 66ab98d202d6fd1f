package dev.flywheel.core.adtest;

import dev.flywheel.core.program.Policy;
import dev.flywheel.core.program.PolicyNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The numbers of a decision in words, most important first. */
final class AdTestWords {

    /** The logarithm of a million: larger e-values say no more to a reader. */
    private static final double LARGEST_SHOWN = Math.log(1e6);

    private final AdTestRecord record;
    private final AdTestNumbers numbers;
    private final List<String> because = new ArrayList<>();

    private AdTestWords(AdTestRecord record) {
        this.record = record;
        this.numbers = record.numbers();
    }

    static List<String> of(AdTestRecord record) {
        AdTestWords words = new AdTestWords(record);
        if (record.numbers().missing() == null) {
            words.judged();
        } else {
            words.refused(record.numbers().missing());
        }
        words.aboutTheData();
        return words.because;
    }

    private void refused(String missing) {
        because.add("Paid and organic cannot be told apart: " + missing + ".");
        because.add("Until they can, whether paid clicks convert like organic ones is not judged.");
    }

    private void judged() {
        because.add(counts());
        because.add("Evidence for a drop " + eValue(numbers.logEDrop()) + ", for a hold " + eValue(numbers.logEHold())
                + "; each counts from " + number(1 / record.plan().alpha()) + " on, however often one looks.");
        because.add("A paid click costs " + number(numbers.costPerClick()) + ", an order leaves "
                + number(numbers.valuePerOrder()) + "; it earns more than it costs with probability "
                + number(numbers.probabilityProfitable()) + ".");
        because.add("Expected profit " + number(numbers.expectedProfitPerDay().mean()) + " a day at "
                + record.terms().budgetPerDay() + " a day.");
        stillProfitable();
        numbers.comparedBy()
                .ifPresent(form -> because.add("Paid clicks are judged " + form.words()
                        + (numbers.switchedOn() == null ? "" : ", from " + numbers.switchedOn() + " on") + "."));
        if (record.verdict() instanceof AdTestVerdict.Testing) {
            because.add(numbers.outlook().words());
        }
        if (numbers.runningBroke()) {
            because.add("The intervals of earlier days and of today exclude each other, so data were restated or"
                    + " conversion changed while the test ran; today's interval is shown.");
        }
    }

    private String counts() {
        String paid = numbers.form() == AdTestForm.BLENDED
                ? numbers.paid().orders() + " orders on paid clicks and " + numbers.blendedOrders()
                        + " on blended days, with " + number(numbers.paid().maturedClicks())
                        + " matured paid clicks in all,"
                : numbers.paid().orders() + " orders on "
                        + number(numbers.paid().maturedClicks()) + " matured paid clicks";
        return "Day " + numbers.day() + ": " + paid + " against "
                + numbers.organic().orders() + " on " + number(numbers.organic().maturedClicks())
                + " matured organic clicks.";
    }

    private void stillProfitable() {
        Policy policy = record.terms().policyFor(record.plan());
        if (record.verdict() instanceof AdTestVerdict.Dropped
                && numbers.probabilityProfitable() >= policy.number(PolicyNumber.ECONOMIC_GATE)) {
            because.add("It is still profitable more likely than not: drop policy ECONOMIC keeps such a boost, STRICT"
                    + " stops it.");
        }
    }

    private void aboutTheData() {
        record.plan()
                .restarted()
                .ifPresent(restart -> because.add("The test began anew on " + restart.day() + ": " + restart.why()
                        + ". Orders from before say nothing about the new rate."));
        if (record.seen().spread()) {
            because.add("Some clicks were reported for longer periods and spread evenly over their days.");
        }
        if (numbers.paid().orders() > numbers.paid().clicks() && numbers.missing() == null) {
            because.add("More paid orders than paid clicks are reported: check whether orders after a mere view are"
                    + " counted, or clicks are missing.");
        }
    }

    private static String eValue(double logE) {
        return logE > LARGEST_SHOWN ? "above 1,000,000" : number(Math.exp(logE));
    }

    private static String number(double value) {
        // Adding zero turns what rounds to minus zero into zero.
        double shown = Math.rint(value * 100) / 100 + 0.0;
        return String.format(Locale.ROOT, Math.abs(shown) >= 100 ? "%,.0f" : "%.2f", shown);
    }
}
