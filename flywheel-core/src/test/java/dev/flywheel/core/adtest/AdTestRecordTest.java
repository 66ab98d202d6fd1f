package dev.flywheel.core.adtest;

import static dev.flywheel.core.Portfolio.AS_OF;
import static dev.flywheel.core.Portfolio.LONG_AGO;
import static dev.flywheel.core.Portfolio.USD;
import static dev.flywheel.core.Portfolio.ZONE;
import static dev.flywheel.core.Portfolio.usd;
import static dev.flywheel.core.Portfolio.video;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.flywheel.core.Faults;
import dev.flywheel.core.Portfolio;
import dev.flywheel.core.adtest.AdTestReading.Move;
import dev.flywheel.core.content.VideoId;
import dev.flywheel.core.performance.Estimate;
import dev.flywheel.core.performance.PerformanceBook;
import dev.flywheel.core.performance.Traffic;
import dev.flywheel.core.performance.VideoHistories;
import dev.flywheel.core.performance.VideoHistory;
import dev.flywheel.core.program.DropPolicy;
import dev.flywheel.core.program.Policy;
import dev.flywheel.core.program.PolicyNumber;
import dev.flywheel.core.winner.OrderEconomics;
import dev.flywheel.core.winner.RateBelief;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AdTestRecordTest {

    private static final VideoId VIDEO = video(1);
    private static final LocalDate START = AS_OF.minusDays(9);
    private static final OrderEconomics ECONOMICS = new OrderEconomics(Math.log(30), 0.05, 2, 18, 0.79, 0.84, 11, 2);
    private static final AdTestStart BOOST = new AdTestStart(VIDEO, START, usd("50"), AdTestStart.Kind.GMV_MAX_BOOST);

    private static AdTestPlan plan(Policy policy, PastTests past, AdTestPlan.@Nullable Restart restart) {
        return AdTestPlan.of(
                BOOST, new RateBelief(4, 80), policy, past, new DayNoiseBelief(1.3, 0), AdTestOffer.UNKNOWN, restart);
    }

    private static AdTestPlan plan() {
        return plan(Policy.defaults(), PastTests.NONE, null);
    }

    private static AdTestReading read(AdTestPlan plan, Policy policy, Portfolio portfolio) {
        PerformanceBook.Builder book = PerformanceBook.builder();
        portfolio.evidence.build().observations().forEach(book::record);
        VideoHistory history =
                Objects.requireNonNull(VideoHistories.of(book.build(), List.of(), Map.of(VIDEO, START), USD, ZONE)
                        .get(VIDEO));
        return new AdTest(plan, BOOST, ECONOMICS, policy, 0.67).read(history, AS_OF);
    }

    private static AdTestRecord record(Portfolio portfolio) {
        return read(plan(), Policy.defaults(), portfolio).recorded().orElseThrow();
    }

    private static Portfolio falling() {
        return new Portfolio()
                .organic(VIDEO, 80_000L, 2_000L, 100)
                .organic(VIDEO, START, START.plusDays(4), 400, 90, 4)
                .paid(VIDEO, START, AS_OF, 120, 2, "60");
    }

    @Test
    void every_form_can_be_decided_again_from_its_record() {
        List<AdTestRecord> records = List.of(
                record(falling()),
                record(new Portfolio().organic(VIDEO, 80_000L, 2_000L, 100).paid(VIDEO, START, AS_OF, 120, 6, "60")),
                record(blended(4)),
                record(new Portfolio().organic(VIDEO, 80_000L, null, 100)));

        List<AdTestForm> forms = new ArrayList<>();
        for (AdTestRecord record : records) {
            assertEquals(record, record.again());
            assertEquals(List.of(), Faults.in(record));
            record.numbers().comparedBy().ifPresent(forms::add);
        }
        assertEquals(
                List.of(AdTestForm.CONCURRENT_THEN_GROWING, AdTestForm.GROWING_BASELINE, AdTestForm.BLENDED), forms);
    }

    @Test
    void a_changed_input_gives_another_decision() {
        AdTestRecord record = record(falling());
        AdTestTerms dearer = new AdTestTerms(
                record.terms().budgetPerDay(),
                usd("900"),
                record.terms().economics(),
                record.terms().usualCostPerClick(),
                record.terms().policy());
        AdTestRecord changed = new AdTestRecord(
                record.plan(),
                record.seen(),
                dearer,
                record.numbers(),
                record.verdict(),
                record.move(),
                record.budgetPerDay(),
                record.basis());
        assertNotEquals(changed, changed.again());
        assertTrue(changed.again().numbers().costPerClick() > record.numbers().costPerClick());
    }

    @Test
    void a_stop_says_what_keeping_would_have_been_worth() {
        AdTestRecord record = record(falling());

        assertEquals("DROPPED", record.basis().rule());
        assertEquals(Move.STOP, record.move());
        assertEquals(0, record.basis().seed());
        assertEquals("KEEP", record.basis().notTaken().choice());
        Estimate perDay = record.numbers().expectedProfitPerDay();
        assertEquals(
                14 * perDay.mean(),
                record.basis().notTaken().expectedValue().orElseThrow().mean(),
                1e-9);
    }

    @Test
    void what_the_plan_froze_outlives_a_changed_policy() {
        Policy frozen = Policy.defaults().with(PolicyNumber.ALPHA, "0.2").with(DropPolicy.ECONOMIC);
        AdTestReading reading = read(plan(frozen, PastTests.NONE, null), Policy.defaults(), falling());

        assertEquals(0.8, reading.paidToOrganic().orElseThrow().level(), 1e-12);
        assertTrue(reading.because().get(1).contains("each counts from 5.00 on"), reading.because()::toString);
    }

    @Test
    void the_current_evidence_decides_and_the_largest_is_only_recorded() {
        Portfolio recovering = new Portfolio()
                .organic(VIDEO, 80_000L, 2_000L, 100)
                .paid(VIDEO, START, START.plusDays(2), 120, 0, "60")
                .paid(VIDEO, START.plusDays(3), AS_OF, 120, 12, "60");
        AdTestNumbers numbers = record(recovering).numbers();

        assertTrue(numbers.largestLogEDrop() > numbers.logEDrop() + 1, numbers.toString());
        assertNotEquals("DROPPED", record(recovering).verdict().name());
    }

    @Test
    void the_running_interval_is_never_wider_than_that_of_today() {
        AdTestNumbers numbers = record(falling()).numbers();
        Estimate running = numbers.runningRatio().orElseThrow();
        Estimate today = Objects.requireNonNull(numbers.ratio());

        assertTrue(running.low() >= today.low() && running.high() <= today.high(), running + " in " + today);
        assertTrue(running.mean() >= running.low() && running.mean() <= running.high());
    }

    @Test
    void days_that_exclude_each_other_are_said_to_and_today_stands() {
        Portfolio turned = new Portfolio()
                .organic(VIDEO, 800_000L, 20_000L, 1_000)
                .paid(VIDEO, START, START.plusDays(2), 400, 0, "60")
                .paid(VIDEO, START.plusDays(3), AS_OF, 400, 60, "60");
        AdTestReading reading = read(plan(), Policy.defaults(), turned);
        AdTestNumbers numbers = reading.recorded().orElseThrow().numbers();

        assertTrue(numbers.runningBroke());
        assertEquals(
                Objects.requireNonNull(numbers.ratio()).low(),
                numbers.runningRatio().orElseThrow().low());
        assertTrue(reading.because().stream().anyMatch(why -> why.contains("exclude each other")));
    }

    /** Orders of both arms together, the clicks of each known. */
    private static Portfolio blended(long ordersPerDay) {
        Portfolio portfolio = new Portfolio().organic(VIDEO, 80_000L, 2_000L, 100);
        START.datesUntil(AS_OF.plusDays(1))
                .forEach(day -> portfolio
                        .row(VIDEO, Traffic.BLENDED, day, 900L, 200L, ordersPerDay, null)
                        .row(VIDEO, Traffic.PAID, day, null, 150L, null, "60"));
        return portfolio;
    }

    @Test
    void blended_orders_with_known_clicks_get_a_verdict_that_says_so() {
        AdTestReading few = read(plan(), Policy.defaults(), blended(4));
        AdTestReading many = read(plan(), Policy.defaults(), blended(11));

        assertEquals("DROPPED", few.verdict().name(), few.because()::toString);
        assertTrue(few.because().get(0).contains("on blended days"), few.because()::toString);
        assertTrue(few.because().stream().anyMatch(why -> why.contains("together (blended)")));
        assertEquals(1_500, few.paid().clicks());
        assertNotEquals("DROPPED", many.verdict().name());
        assertTrue(few.logEDrop() > many.logEDrop() && few.logEHold() < many.logEHold());
    }

    @Test
    void more_paid_orders_than_clicks_are_counted_and_pointed_at() {
        AdTestReading reading = read(
                plan(),
                Policy.defaults(),
                new Portfolio().organic(VIDEO, 80_000L, 2_000L, 100).paid(VIDEO, START, AS_OF, 2, 3, "60"));

        assertEquals(30, reading.paid().orders());
        assertTrue(reading.because().stream().anyMatch(why -> why.startsWith("More paid orders than paid clicks")));
        assertEquals(List.of(), Faults.in(reading));
    }

    @Test
    void a_test_that_began_anew_forgets_orders_of_the_old_offer() {
        AdTestPlan anew = plan(
                Policy.defaults(),
                PastTests.NONE,
                new AdTestPlan.Restart(START.plusDays(5), "the price of a unit went from 30.00 to 24.00"));
        AdTestReading reading = read(anew, Policy.defaults(), falling().organic(VIDEO, AS_OF, AS_OF, 400, 50, 3));

        assertEquals(5, reading.day());
        assertEquals(3, reading.organic().orders());
        assertEquals(10, reading.paid().orders());
        assertTrue(reading.because()
                .contains("The test began anew on " + START.plusDays(5)
                        + ": the price of a unit went from 30.00 to 24.00."
                        + " Orders from before say nothing about the new rate."));
    }

    @Test
    void thirty_past_tests_place_the_weights_and_fewer_do_not() {
        List<PastTests.Ended> ended = new ArrayList<>();
        for (int i = 0; i < 29; i++) {
            ended.add(new PastTests.Ended(-0.9 + 0.01 * (i % 3), 0.1));
        }
        assertEquals(PastTests.tooFew(29), PastTests.of(ended));
        ended.add(new PastTests.Ended(-0.9, 0.1));
        PastTests past = PastTests.of(ended);

        assertEquals(-0.89, past.centre(), 0.01);
        AdTestReading usual = read(plan(), Policy.defaults(), falling());
        AdTestReading learned = read(plan(Policy.defaults(), past, null), Policy.defaults(), falling());
        assertTrue(learned.logEDrop() > usual.logEDrop(), learned.logEDrop() + " beside " + usual.logEDrop());
    }

    @Test
    void a_test_that_still_looks_says_when_an_answer_is_likely() {
        AdTestReading reading = read(
                plan(),
                Policy.defaults(),
                new Portfolio()
                        .organic(VIDEO, LONG_AGO, LONG_AGO, 80_000, 2_000, 100)
                        .paid(VIDEO, AS_OF, AS_OF, 60, 2, "40"));

        assertEquals("TESTING", reading.verdict().name());
        assertTrue(
                reading.because().stream().anyMatch(why -> why.startsWith("An answer is likely by day ")),
                reading.because()::toString);
    }

    @Test
    void refuses_a_plan_of_another_video() {
        AdTestStart other = new AdTestStart(video(2), START, usd("50"), AdTestStart.Kind.SPARK_AD);
        assertEquals(
                "start must be of video " + VIDEO + ", got " + video(2),
                assertThrows(
                                IllegalArgumentException.class,
                                () -> new AdTest(plan(), other, ECONOMICS, Policy.defaults(), 0.67))
                        .getMessage());
    }
}
