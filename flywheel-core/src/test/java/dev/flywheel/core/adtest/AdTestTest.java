package dev.flywheel.core.adtest;

import static dev.flywheel.core.Portfolio.AS_OF;
import static dev.flywheel.core.Portfolio.LONG_AGO;
import static dev.flywheel.core.Portfolio.USD;
import static dev.flywheel.core.Portfolio.ZONE;
import static dev.flywheel.core.Portfolio.usd;
import static dev.flywheel.core.Portfolio.video;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.flywheel.core.Faults;
import dev.flywheel.core.Portfolio;
import dev.flywheel.core.adtest.AdTestReading.Move;
import dev.flywheel.core.content.VideoId;
import dev.flywheel.core.performance.Funnel;
import dev.flywheel.core.performance.Observation;
import dev.flywheel.core.performance.PerformanceBook;
import dev.flywheel.core.performance.Period;
import dev.flywheel.core.performance.Source;
import dev.flywheel.core.performance.Subject;
import dev.flywheel.core.performance.Traffic;
import dev.flywheel.core.performance.VideoHistories;
import dev.flywheel.core.performance.VideoHistory;
import dev.flywheel.core.program.DropPolicy;
import dev.flywheel.core.program.Policy;
import dev.flywheel.core.stats.GammaPrior;
import dev.flywheel.core.stats.SparkTest;
import dev.flywheel.core.stats.SparkTotals;
import dev.flywheel.core.winner.OrderEconomics;
import dev.flywheel.core.winner.RateBelief;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdTestTest {

    private static final VideoId VIDEO = video(1);
    private static final RateBelief PRIOR = new RateBelief(4, 80);
    private static final GammaPrior PRIOR_LAW = new GammaPrior(4, 80);
    private static final LocalDate START = AS_OF.minusDays(9);

    /** An order of 30 of which 21 % or 16 % go away, a tenth comes back, and that costs 11 to make. */
    private static final OrderEconomics ECONOMICS = new OrderEconomics(Math.log(30), 0.05, 2, 18, 0.79, 0.84, 11, 2);

    private static VideoHistory history(Portfolio portfolio) {
        PerformanceBook.Builder book = PerformanceBook.builder();
        portfolio.evidence.build().observations().forEach(book::record);
        return Objects.requireNonNull(VideoHistories.of(book.build(), List.of(), Map.of(VIDEO, START), USD, ZONE)
                .get(VIDEO));
    }

    private static AdTest test(String budget, double dayNoise) {
        return test(budget, dayNoise, Policy.defaults());
    }

    private static AdTest test(String budget, double dayNoise, Policy policy) {
        AdTestStart start = new AdTestStart(VIDEO, START, usd(budget), AdTestStart.Kind.SPARK_AD);
        AdTestPlan plan = AdTestPlan.of(
                start, PRIOR, policy, PastTests.NONE, new DayNoiseBelief(dayNoise, 0), AdTestOffer.UNKNOWN, null);
        return new AdTest(plan, start, ECONOMICS, policy, 0.67);
    }

    private static AdTestReading read(Portfolio portfolio) {
        return test("50", 1).read(history(portfolio), AS_OF);
    }

    /** 2,000 organic clicks with 100 orders long ago. */
    private static Portfolio baseline() {
        return new Portfolio().organic(VIDEO, 80_000L, 2_000L, 100);
    }

    @Test
    void e_values_are_those_of_the_totals_worked_out_by_hand() {
        AdTestReading reading = read(baseline()
                .organic(VIDEO, AS_OF, AS_OF, 400, 10, 1)
                .paid(VIDEO, AS_OF.minusDays(9), AS_OF.minusDays(7), 100, 4, "50")
                .paid(VIDEO, AS_OF.minusDays(2), AS_OF.minusDays(2), 100, 2, "50")
                .paid(VIDEO, AS_OF, AS_OF, 100, 1, "50"));

        // Ages 9, 8, 7 are complete; at age 2 .85 of the orders have been seen, on the day itself .60.
        SparkTotals totals = new SparkTotals(101, 2_000 + 10 * 0.60, 15, 300 + 85 + 60);
        assertEquals(10, reading.day());
        assertEquals(new Arm(500, 445, 15), reading.paid());
        assertEquals(new Arm(2_010, 2_006, 101), reading.organic());
        assertEquals(SparkTest.drop(1, PRIOR_LAW).logE(totals, 1), reading.logEDrop(), 1e-12);
        assertEquals(SparkTest.hold(0.8, PRIOR_LAW).logE(totals, 1), reading.logEHold(), 1e-12);
        assertEquals(Optional.of(usd("250")), reading.spent());
        assertEquals(List.of(), Faults.in(reading));
    }

    @Test
    void young_clicks_count_by_the_orders_that_can_have_been_seen() {
        AdTestReading reading = test("50", 1)
                .read(history(baseline().paid(VIDEO, START, START.plusDays(2), 400, 12, "50")), START.plusDays(2));

        double matured = 400 * (0.85 + 0.75 + 0.60);
        assertEquals(matured, reading.paid().maturedClicks(), 1e-9);
        double naive = SparkTest.drop(1, PRIOR_LAW).logE(new SparkTotals(100, 2_000, 36, 1_200), 1);
        double honest = SparkTest.drop(1, PRIOR_LAW).logE(new SparkTotals(100, 2_000, 36, matured), 1);
        assertEquals(honest, reading.logEDrop(), 1e-12);
        assertTrue(naive > Math.log(10) && honest < Math.log(10), naive + " would have stopped, " + honest + " waits");
        assertEquals("TESTING", reading.verdict().name());
    }

    @Test
    void wild_days_weigh_less() {
        Portfolio portfolio = baseline().paid(VIDEO, START, AS_OF.minusDays(7), 300, 4, "50");
        SparkTotals totals = new SparkTotals(100, 2_000, 12, 900);

        AdTestReading reading = test("50", 2).read(history(portfolio), AS_OF);

        assertEquals(SparkTest.drop(1, PRIOR_LAW).logE(totals, 0.5), reading.logEDrop(), 1e-12);
        assertTrue(reading.logEDrop() < SparkTest.drop(1, PRIOR_LAW).logE(totals, 1));
    }

    @Test
    void a_drop_stops_the_boost_and_says_why_with_its_counts() {
        AdTestReading reading = read(baseline().paid(VIDEO, START, AS_OF.minusDays(7), 400, 6, "50"));

        assertEquals("DROPPED", reading.verdict().name());
        assertEquals(Move.STOP, reading.move());
        assertEquals(usd("0"), reading.budgetPerDay());
        assertEquals(
                "Day 10: 18 orders on 1,200 matured paid clicks against 100 on 2,000 matured organic clicks.",
                reading.because().get(0));
        assertTrue(reading.paidToOrganic().orElseThrow().high() < 1, reading.ratio() + "");
        assertEquals(List.of(), Faults.in(reading));
    }

    @Test
    void clicks_that_were_reported_for_longer_periods_are_said_to_be_spread() {
        String note = "Some clicks were reported for longer periods and spread evenly over their days.";
        Portfolio byDay = baseline().paid(VIDEO, START, AS_OF.minusDays(7), 400, 28, "50");
        assertTrue(!read(byDay).because().contains(note));

        byDay.evidence.add(new Observation(
                Subject.of(VIDEO),
                new Period(AS_OF.minusDays(5), AS_OF.minusDays(4)),
                Traffic.ORGANIC,
                Funnel.builder(USD)
                        .count(Funnel.Count.CLICKS, 20)
                        .count(Funnel.Count.ORDERS, 1)
                        .build(),
                Source.FUNNEL_DAILY,
                Instant.EPOCH));
        assertTrue(read(byDay).because().contains(note));
    }

    @Test
    void conversion_that_holds_and_pays_is_scaled_by_a_step() {
        AdTestReading reading = read(baseline().paid(VIDEO, START, AS_OF.minusDays(7), 400, 28, "50"));

        assertEquals("HOLDS", reading.verdict().name());
        assertEquals(Move.SCALE, reading.move());
        assertEquals(usd("100"), reading.budgetPerDay());
        assertTrue(reading.expectedProfitPerDay().low() > 0);
    }

    @Test
    void orders_that_ads_deliver_leave_less_or_more_by_the_shop_ads_commission() {
        AdTestReading reading = read(baseline().paid(VIDEO, START, AS_OF.minusDays(7), 100, 5, "67"));

        double leaves = ECONOMICS.expectedPerOrder(true);
        assertEquals(Math.exp(Math.log(30) + 0.05 * 0.05 / 2) * 0.84 * 0.9 - 11 - 0.2, leaves, 1e-12);
        assertEquals(
                "A paid click costs 0.67, an order leaves " + String.format(Locale.ROOT, "%.2f", leaves),
                reading.because().get(2).substring(0, reading.because().get(2).indexOf(';')));
    }

    @Test
    void a_boost_learns_its_own_price_of_a_click() {
        AdTestReading cheap = read(baseline().paid(VIDEO, START, AS_OF.minusDays(7), 400, 20, "80"));
        AdTestReading dear = read(baseline().paid(VIDEO, START, AS_OF.minusDays(7), 400, 20, "600"));

        // (240 + 20 x .67) / (1,200 + 20) and (1,800 + 20 x .67) / (1,200 + 20).
        assertTrue(
                cheap.because().get(2).startsWith("A paid click costs 0.21,"),
                cheap.because().get(2));
        assertTrue(
                dear.because().get(2).startsWith("A paid click costs 1.49,"),
                dear.because().get(2));
        assertTrue(cheap.probabilityProfitable() > 0.99 && dear.probabilityProfitable() < 0.01);
        assertEquals("UNPROFITABLE", dear.verdict().name());
    }

    @Test
    void an_unknown_spend_is_not_zero_and_leaves_the_usual_price() {
        AdTestReading reading = read(baseline().paid(VIDEO, START, AS_OF.minusDays(7), 400, 20, null));

        assertEquals(Optional.empty(), reading.spent());
        assertTrue(
                reading.because().get(2).startsWith("A paid click costs 0.67,"),
                reading.because().get(2));
    }

    @Test
    void spend_before_the_first_clicks_are_reported_does_not_make_a_click_dear() {
        AdTestReading reading =
                test("50", 1).read(history(baseline().row(VIDEO, Traffic.PAID, START, null, null, null, "50")), START);

        assertEquals("TESTING", reading.verdict().name());
        assertEquals(Optional.of(usd("50")), reading.spent());
        assertTrue(
                reading.because().get(2).startsWith("A paid click costs 0.67,"),
                reading.because().get(2));
        assertEquals(0.0, reading.logEDrop());
        assertEquals(0.0, reading.logEHold());
    }

    @Test
    void orders_reported_together_cannot_be_judged() {
        AdTestReading reading = read(baseline()
                .paid(VIDEO, START, START.plusDays(3), 100, 1, "50")
                .row(VIDEO, Traffic.BLENDED, START.plusDays(5), 900L, 100L, 2L, null));

        assertRefused(reading, "orders of 1 days since " + START + " are reported for organic and paid together");
    }

    @Test
    void a_fifth_of_blended_days_is_left_out_of_both_sides() {
        AdTestReading reading = read(baseline()
                .paid(VIDEO, START, START.plusDays(4), 100, 4, "50")
                .row(VIDEO, Traffic.BLENDED, START.plusDays(5), 900L, 100L, 2L, null));

        assertEquals("TESTING", reading.verdict().name());
        assertEquals(100, reading.organic().orders());
        assertEquals(20, reading.paid().orders());
    }

    @Test
    void paid_days_without_an_order_are_paid_days_all_the_same() {
        AdTestReading reading = read(baseline()
                .paid(VIDEO, START, AS_OF.minusDays(1), 100, 0, "50")
                .row(VIDEO, Traffic.BLENDED, AS_OF, 900L, 100L, 2L, null));

        assertEquals("DROPPED", reading.verdict().name(), "nine days without an order are an answer");
    }

    @Test
    void a_boost_from_before_says_nothing_about_this_one() {
        AdTestReading reading = read(baseline()
                .paid(VIDEO, LONG_AGO.minusDays(4), LONG_AGO.minusDays(1), 100, 0, "50")
                .row(VIDEO, Traffic.BLENDED, LONG_AGO.minusDays(5), 900L, 100L, 2L, null)
                .paid(VIDEO, START, START.plusDays(4), 100, 5, "50"));

        assertEquals(500, reading.paid().clicks());
        assertEquals(Optional.of(usd("250")), reading.spent());
    }

    @Test
    void without_clicks_nothing_can_be_judged() {
        AdTestReading reading = read(
                new Portfolio().organic(VIDEO, 80_000L, null, 100).paid(VIDEO, START, START.plusDays(4), 100, 1, "50"));

        assertRefused(reading, "no report knows the clicks of this video");
    }

    @ParameterizedTest
    @CsvSource({"2, TESTING", "3, INSUFFICIENT_ATTRIBUTION"})
    void a_boost_without_any_paid_report_is_waited_for_three_days(int daysSince, String verdict) {
        AdTestReading reading = test("50", 1).read(history(baseline()), START.plusDays(daysSince));

        assertEquals(verdict, reading.verdict().name());
        if (daysSince == 3) {
            assertRefused(reading, "no report gives paid clicks and paid orders since " + START);
        }
    }

    private static void assertRefused(AdTestReading reading, String missing) {
        assertEquals(new AdTestVerdict.InsufficientAttribution(missing), reading.verdict());
        assertEquals(Move.KEEP, reading.move());
        assertEquals(usd("50"), reading.budgetPerDay());
        assertEquals(Optional.empty(), reading.paidToOrganic());
        assertEquals(0.0, reading.logEDrop(), "no evidence either way");
        assertEquals(0.0, reading.logEHold(), "no evidence either way");
        assertEquals(
                "Paid and organic cannot be told apart: " + missing + ".",
                reading.because().get(0));
        assertTrue(reading.because().stream().noneMatch(why -> why.contains("Expected profit")), "nothing is claimed");
        assertEquals(List.of(), Faults.in(reading));
    }

    @Test
    void overwhelming_evidence_is_not_spelled_out() {
        AdTestReading reading = read(new Portfolio()
                .organic(VIDEO, 800_000L, 20_000L, 2_000)
                .paid(VIDEO, START, AS_OF.minusDays(7), 1_000, 5, "50"));

        assertTrue(reading.because().get(1).startsWith("Evidence for a drop above 1,000,000, for a hold 0.0"));
    }

    @Test
    void more_evidence_about_the_video_before_the_start_narrows_the_ratio() {
        AdTestReading vague = read(
                new Portfolio().organic(VIDEO, 800L, 20L, 1).paid(VIDEO, START, AS_OF.minusDays(7), 200, 10, "50"));
        AdTestReading sharp = read(new Portfolio()
                .organic(VIDEO, 800_000L, 20_000L, 1_000)
                .paid(VIDEO, START, AS_OF.minusDays(7), 200, 10, "50"));

        assertTrue(sharp.paidToOrganic().orElseThrow().high()
                < vague.paidToOrganic().orElseThrow().high());
        assertEquals(0.9, sharp.paidToOrganic().orElseThrow().level());
    }

    @Test
    void an_economic_brand_keeps_what_dropped_and_still_pays() {
        Portfolio portfolio = new Portfolio()
                .organic(VIDEO, 80_000L, 2_000L, 400)
                .paid(VIDEO, START, AS_OF.minusDays(7), 400, 48, "50");

        AdTestReading strict = read(portfolio);
        AdTestReading economic =
                test("50", 1, Policy.defaults().with(DropPolicy.ECONOMIC)).read(history(portfolio), AS_OF);

        assertEquals("DROPPED", strict.verdict().name());
        assertEquals(Move.STOP, strict.move());
        assertEquals("DROPPED", economic.verdict().name());
        assertEquals(Move.KEEP, economic.move());
        assertTrue(economic.probabilityProfitable() > 0.99);
        String flag = "It is still profitable more likely than not: drop policy ECONOMIC keeps such a boost, STRICT"
                + " stops it.";
        assertTrue(strict.because().contains(flag), strict.because()::toString);
    }

    @Test
    void refuses_a_budget_below_zero() {
        assertEquals(
                "budgetPerDay must not be negative, got -0.01 USD",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> new AdTestStart(VIDEO, START, usd("-0.01"), AdTestStart.Kind.SPARK_AD))
                        .getMessage());
    }
}
