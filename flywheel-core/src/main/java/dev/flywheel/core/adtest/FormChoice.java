package dev.flywheel.core.adtest;

import dev.flywheel.core.adtest.AdTestEvidence.Day;
import dev.flywheel.core.adtest.AdTestEvidence.Mixed;
import dev.flywheel.core.adtest.AdTestEvidence.Side;
import dev.flywheel.core.stats.SparkDay;
import dev.flywheel.core.stats.SparkEvidence;
import dev.flywheel.core.stats.SparkMix;
import dev.flywheel.core.stats.SparkTotals;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Chooses how a test compares its arms. The rule looks at clicks, dates and at what reports tell apart, never at how
 * many orders came, so the choice cannot favour an answer:
 *
 * <ol>
 *   <li>more than a fifth of the paid days cannot be told apart: BLENDED if the clicks of each arm are known, else no test;
 *   <li>organic clicks since the start cannot be told apart, paid ones can: FIXED_BASELINE;
 *   <li>organic clicks were at least half the paid ones, over each day and the two before it: CONCURRENT;
 *   <li>else GROWING_BASELINE.
 * </ol>
 *
 * <p>When organic clicks fall below half while a test runs, the days so far stay side by side and later ones are judged
 * against all organic clicks, given everything up to the switch ({@link SparkEvidence}). It never switches back. Where
 * orders are booked on the click's day, an early cohort's late orders stay with their cohort; that is exact but for the
 * few orders that arrive after the switch, and was simulated. Clicks that were spread over longer periods are no days
 * to be set side by side: such a test is GROWING from the start.
 *
 * @param form the form, or null when the question cannot be asked
 * @param switchedOn the first day that is not side by side any more, or null
 * @param missing what is missing to tell the arms apart, or null
 */
record FormChoice(
        @Nullable AdTestForm form,
        @Nullable LocalDate switchedOn,
        @Nullable String missing) {

    private static final double BLENDED_SHARE = 0.2;
    private static final double ENOUGH_ORGANIC = 0.5;
    private static final int DAYS_TOGETHER = 3;

    static FormChoice of(AdTestPlan plan, AdTestEvidence seen, int minimumDays) {
        if (seen.clicksUnknown()) {
            return refused("no report knows the clicks of this video");
        }
        long paidDays = seen.count(Day::paidRuns);
        long unclear = seen.count(day -> day.blended() && !day.paidRuns());
        if (unclear > BLENDED_SHARE * paidDays) {
            long mixed = seen.count(day -> day.blended() && !day.paidRuns() && day.mixed() != null);
            return unclear - mixed <= BLENDED_SHARE * (paidDays + mixed)
                    ? chosen(AdTestForm.BLENDED)
                    : refused("orders of " + unclear + " days since " + plan.startedOn()
                            + " are reported for organic and paid together");
        }
        boolean noPaidClicks =
                seen.days().stream().noneMatch(day -> day.paidOrNothing().clicks() > 0);
        if (noPaidClicks && seen.dayNumber(plan.startedOn()) > minimumDays) {
            return refused("no report gives paid clicks and paid orders since " + plan.startedOn());
        }
        long organicUnclear = seen.count(day -> day.paidRuns() && day.blended() && day.organic() == null);
        if (organicUnclear > BLENDED_SHARE * paidDays) {
            return chosen(AdTestForm.FIXED_BASELINE);
        }
        return seen.spread() || noPaidClicks ? chosen(AdTestForm.GROWING_BASELINE) : sideBySideWhilePossible(seen);
    }

    private static FormChoice sideBySideWhilePossible(AdTestEvidence seen) {
        boolean ran = false;
        for (int i = 0; i < seen.days().size(); i++) {
            double organic = 0;
            double paid = 0;
            for (Day day : seen.days().subList(Math.max(0, i + 1 - DAYS_TOGETHER), i + 1)) {
                organic += day.organicOrNothing().clicks();
                paid += day.paidOrNothing().clicks();
            }
            if (organic < ENOUGH_ORGANIC * paid) {
                return ran
                        ? new FormChoice(
                                AdTestForm.CONCURRENT_THEN_GROWING,
                                seen.days().get(i).day(),
                                null)
                        : chosen(AdTestForm.GROWING_BASELINE);
            }
            ran |= paid > 0;
        }
        return chosen(AdTestForm.CONCURRENT);
    }

    private static FormChoice chosen(AdTestForm form) {
        return new FormChoice(form, null, null);
    }

    private static FormChoice refused(String missing) {
        return new FormChoice(null, null, missing);
    }

    /** What the test judges of the evidence up to a day. */
    SparkEvidence evidence(AdTestPlan plan, AdTestEvidence seen, LocalDate through) {
        List<Day> days =
                seen.days().stream().filter(day -> !day.day().isAfter(through)).toList();
        if (form == AdTestForm.CONCURRENT) {
            return SparkEvidence.concurrent(sideBySide(days));
        }
        if (form == AdTestForm.CONCURRENT_THEN_GROWING) {
            List<Day> before = days.stream().filter(this::beforeSwitch).toList();
            return SparkEvidence.spliced(sideBySide(before), totals(plan, seen, before), totals(plan, seen, days));
        }
        return SparkEvidence.blended(totals(plan, seen, days), mixed(plan, seen, days));
    }

    private boolean beforeSwitch(Day day) {
        return switchedOn == null || day.day().isBefore(switchedOn);
    }

    /**
     * Everything that is told apart, as totals; none of the paid side when the question cannot be asked. A day counts the
     * less the more orders were to be expected of it, since nothing in a total went through the same payday; what is
     * expected follows from its clicks and from what days before the start say of the rate.
     */
    SparkTotals totals(AdTestPlan plan, AdTestEvidence seen, List<Day> days) {
        double rate = rateBefore(plan, seen);
        Side organic = seen.baseline()
                .times(plan.dayNoise().weight(seen.baseline().orders() / Math.max(1, seen.baselineDays())));
        Side paid = Side.NOTHING;
        for (Day day : days) {
            organic = form == AdTestForm.FIXED_BASELINE
                    ? organic
                    : organic.plus(weighed(plan, rate, day.organicOrNothing()));
            paid = form == null ? paid : paid.plus(weighed(plan, rate, day.paidOrNothing()));
        }
        return new SparkTotals(organic.orders(), organic.exposure(), paid.orders(), paid.exposure());
    }

    /** The blended days, where they are judged. */
    List<SparkMix> mixed(AdTestPlan plan, AdTestEvidence seen, List<Day> days) {
        double rate = rateBefore(plan, seen);
        List<SparkMix> mixes = new ArrayList<>();
        for (Day day : days) {
            Mixed mixed = day.mixed();
            if (form == AdTestForm.BLENDED && mixed != null) {
                double weight = plan.dayNoise().weight(rate * (mixed.organicExposure() + mixed.paidExposure()));
                mixes.add(new SparkMix(
                        weight * mixed.orders(), weight * mixed.organicExposure(), weight * mixed.paidExposure()));
            }
        }
        return mixes;
    }

    private static double rateBefore(AdTestPlan plan, AdTestEvidence seen) {
        Side baseline = seen.baseline();
        return plan.prior().posterior(baseline.orders(), baseline.exposure()).mean();
    }

    private static Side weighed(AdTestPlan plan, double rate, Side side) {
        return side.times(plan.dayNoise().weight(rate * side.exposure()));
    }

    private static List<SparkDay> sideBySide(List<Day> days) {
        return days.stream()
                .map(day -> new SparkDay(
                        day.organicOrNothing().orders(),
                        day.organicOrNothing().exposure(),
                        day.paidOrNothing().orders(),
                        day.paidOrNothing().exposure()))
                .toList();
    }
}
