package dev.flywheel.core.cycle;

import static dev.flywheel.core.Portfolio.AS_OF;
import static dev.flywheel.core.Portfolio.USD;
import static dev.flywheel.core.Portfolio.ZONE;
import static dev.flywheel.core.Portfolio.usd;
import static dev.flywheel.core.Portfolio.video;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.flywheel.core.Portfolio;
import dev.flywheel.core.performance.Funnel;
import dev.flywheel.core.performance.LagCurve;
import dev.flywheel.core.performance.Observation;
import dev.flywheel.core.performance.OrderLine;
import dev.flywheel.core.performance.Traffic;
import dev.flywheel.core.performance.VideoHistories;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ConversionLagsTest {

    /** Of 100 orders of a day these have been seen at age 0, 1, 2 and from then on. */
    private static final long[] SEEN = {40, 70, 90, 100};

    private static Instant madeAfter(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZONE).plusHours(8).toInstant();
    }

    /** The brand's funnel of the days before, dropped in on each of these days. */
    private static Evidence.Builder reports(int days, LocalDate last) {
        Evidence.Builder evidence = Evidence.builder();
        for (int report = 0; report < days; report++) {
            LocalDate made = last.minusDays(report);
            for (int age = 0; age < 12; age++) {
                Funnel funnel = Funnel.builder(USD)
                        .count(Funnel.Count.CLICKS, 3_000)
                        .count(Funnel.Count.ORDERS, SEEN[Math.min(age, 3)])
                        .build();
                evidence.add(
                        Observation.ofDay(video(1), made.minusDays(age), Traffic.ORGANIC, funnel, madeAfter(made)));
            }
        }
        return evidence;
    }

    private static VideoHistories.Lags lags(Evidence.Builder evidence) {
        return ConversionLags.of(evidence.build(), ZONE, AS_OF);
    }

    @Test
    void the_usual_curves_hold_until_thirty_days_of_reports_are_there() {
        assertEquals(VideoHistories.Lags.USUAL, lags(reports(29, AS_OF)));
        assertTrue(!lags(reports(30, AS_OF)).orders().equals(LagCurve.USUAL_ORDERS));
    }

    @Test
    void reports_of_day_after_day_teach_the_brands_own_curve_a_little_slow() {
        LagCurve learned = lags(reports(40, AS_OF)).orders();

        double[] truth = {0.4, 0.7, 0.9, 1};
        for (int age = 0; age < truth.length; age++) {
            assertTrue(learned.seenShare(age) <= truth[age], "age " + age + ": " + learned);
            assertEquals(truth[age], learned.seenShare(age), 0.03, "age " + age);
        }
        assertEquals(LagCurve.USUAL_RETURNS, lags(reports(40, AS_OF)).returns());
    }

    @Test
    void reports_made_after_the_as_of_day_do_not_teach_a_faster_one() {
        assertEquals(
                LagCurve.USUAL_ORDERS, lags(reports(29 + 5, AS_OF.plusDays(5))).orders());
    }

    @Test
    void histories_are_matured_by_the_learned_curve() {
        Evidence evidence = reports(40, AS_OF).build();
        Measured measured = Measure.measure(evidence, new Portfolio().program(), AS_OF);

        assertEquals(
                ConversionLags.of(evidence, ZONE, AS_OF).orders(),
                measured.histories().values().iterator().next().orderLag());
    }

    @Test
    void order_exports_of_day_after_day_teach_when_returns_are_seen() {
        Evidence.Builder evidence = Evidence.builder();
        for (int report = 0; report < 45; report++) {
            LocalDate made = AS_OF.minusDays(report);
            for (int age = 0; age < 45; age++) {
                for (int order = 0; order < 30; order++) {
                    LocalDate day = made.minusDays(age);
                    evidence.add(
                            OrderLine.builder(
                                            day + "-" + order,
                                            "sku",
                                            day.atStartOfDay(ZONE).plusHours(12).toInstant())
                                    .paid(usd("30"))
                                    .refunded(order < (age < 10 ? 3 : 6))
                                    .build(),
                            madeAfter(made));
                }
            }
        }
        LagCurve learned = lags(evidence).returns();

        assertTrue(learned.seenShare(9) <= 0.5 && learned.seenShare(9) > 0.4, learned.toString());
        assertTrue(learned.seenShare(10) > 0.9, learned.toString());
    }
}
