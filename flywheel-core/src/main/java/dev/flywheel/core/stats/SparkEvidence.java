package dev.flywheel.core.stats;

import java.util.List;
import java.util.Objects;

/**
 * What a {@link SparkTest} judges, for every form of the test at once. Immutable.
 *
 * <p>The log likelihood ratio of c against the margin is {@code side by side + (so far and mixed) - (at the switch)}: days
 * before the switch split each day's orders between the arms (2.3), what came after it counts with the organic rate
 * integrated out given everything up to the switch (2.2), and days whose orders are blended count by 2.6. Each term
 * turns one non-negative supermartingale into the next, so any switch that looks at clicks and dates alone keeps the
 * guarantee of both forms.
 *
 * @param sideBySide days of the concurrent form
 * @param atSwitch totals up to the last of these days, the organic baseline included; for a test that is not concurrent
 *     at first, totals without paid exposure
 * @param soFar all totals
 * @param mixed days whose orders are blended
 */
public record SparkEvidence(List<SparkDay> sideBySide, SparkTotals atSwitch, SparkTotals soFar, List<SparkMix> mixed) {

    private static final SparkTotals NOTHING = new SparkTotals(0, 0, 0, 0);

    /**
     * Copies the lists.
     *
     * @param sideBySide days of the concurrent form
     * @param atSwitch totals up to the last of these days
     * @param soFar all totals
     * @param mixed days whose orders are blended
     */
    public SparkEvidence {
        sideBySide = List.copyOf(sideBySide);
        mixed = List.copyOf(mixed);
        Objects.requireNonNull(atSwitch, "atSwitch");
        Objects.requireNonNull(soFar, "soFar");
    }

    /**
     * Totals with a baseline that is fixed or grows (2.2).
     *
     * @param totals all totals
     * @return the evidence
     */
    public static SparkEvidence of(SparkTotals totals) {
        return new SparkEvidence(List.of(), NOTHING, totals, List.of());
    }

    /**
     * Days side by side only (2.3).
     *
     * @param days the days since launch
     * @return the evidence
     */
    public static SparkEvidence concurrent(List<SparkDay> days) {
        return new SparkEvidence(days, NOTHING, NOTHING, List.of());
    }

    /**
     * Side by side up to a switch, totals from there on.
     *
     * @param days the days up to the switch
     * @param atSwitch totals up to the switch
     * @param soFar all totals
     * @return the evidence
     */
    public static SparkEvidence spliced(List<SparkDay> days, SparkTotals atSwitch, SparkTotals soFar) {
        return new SparkEvidence(days, atSwitch, soFar, List.of());
    }

    /**
     * Days whose orders are blended (2.6), and what could be told apart beside them.
     *
     * @param toldApart totals that are told apart, at least the organic ones from before launch
     * @param mixed the blended days
     * @return the evidence
     */
    public static SparkEvidence blended(SparkTotals toldApart, List<SparkMix> mixed) {
        return new SparkEvidence(List.of(), NOTHING, toldApart, mixed);
    }

    SparkEvidence tempered(double eta) {
        List<SparkDay> days = sideBySide.stream()
                .map(day -> new SparkDay(
                        eta * day.organicOrders(), day.organicClicks(), eta * day.paidOrders(), day.paidClicks()))
                .toList();
        return new SparkEvidence(
                days,
                atSwitch.tempered(eta),
                soFar.tempered(eta),
                mixed.stream().map(day -> day.tempered(eta)).toList());
    }

    /** {@return whether anything compares the arms} */
    boolean compares() {
        return sideBySide.stream().anyMatch(SparkDay::compares)
                || soFar.paidExposure() > atSwitch.paidExposure()
                || mixed.stream().anyMatch(day -> day.paidClicks() > 0);
    }
}
