package dev.flywheel.core.adtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.flywheel.core.Faults;
import dev.flywheel.core.adtest.BudgetArm.Standing;
import dev.flywheel.core.adtest.BudgetShare.Why;
import dev.flywheel.core.content.VideoId;
import dev.flywheel.core.decision.Engine;
import dev.flywheel.core.money.Money;
import dev.flywheel.core.program.Policy;
import dev.flywheel.core.program.PolicyNumber;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class BoostAllocationTest {

    private static final Currency USD = Currency.getInstance("USD");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 16);
    private static final BudgetRules RULES = BudgetRules.of(Policy.defaults(), USD);
    private static final BoostAllocation.Exponent USUAL = new BoostAllocation.Exponent(0.85, 0.1);

    /** A belief that is almost knowledge: a paid click brings this much on average and costs .67 at 100 a day. */
    private static PaidBelief sure(double perClick) {
        return belief(perClick, 1e7);
    }

    private static PaidBelief belief(double perClick, double clicks) {
        double rate = perClick / 10;
        return new PaidBelief(
                5 * 0.78,
                100,
                -0.25,
                0.4,
                0,
                0,
                rate * clicks,
                clicks,
                1,
                10,
                List.of(9.0, 10.0, 11.0),
                0.67,
                100,
                List.of());
    }

    private static VideoId video(int number) {
        return new VideoId(String.valueOf(1000 + number));
    }

    private static BudgetArm runs(int number, Standing standing, String today, PaidBelief belief) {
        return new BudgetArm(video(number), standing, Money.of(today, USD).minorUnits(), 0, belief);
    }

    private static BudgetArm candidate(int number, String start, PaidBelief belief) {
        return new BudgetArm(
                video(number), Standing.NEW, 0, Money.of(start, USD).minorUnits(), belief);
    }

    private static BudgetArm unseen(int number, String today) {
        return new BudgetArm(
                video(number), Standing.UNSEEN, Money.of(today, USD).minorUnits(), 0, null);
    }

    private static BoostAllocation divide(String cap, long seed, List<BudgetArm> arms) {
        return BoostAllocation.of("Northpeak", DAY, Money.of(cap, USD), RULES, USUAL, arms, seed);
    }

    private static BoostAllocation divide(String cap, BudgetArm... arms) {
        return divide(cap, 7, List.of(arms));
    }

    private static String dollars(BoostAllocation allocation, int number) {
        return allocation
                .money(allocation.share(video(number)).budgetPerDay())
                .amount()
                .toPlainString();
    }

    private static Why why(BoostAllocation allocation, int number) {
        return allocation.share(video(number)).why();
    }

    @Test
    void without_boosts_nothing_is_spent() {
        BoostAllocation nothing = divide("500");

        assertEquals(List.of(), nothing.shares());
        assertEquals(0, nothing.spendPerDay().minorUnits());
        assertEquals(0, nothing.expectedPerDay().mean());
    }

    @ParameterizedTest
    @CsvSource({"0, 0.00", "49.99, 0.00", "50, 50.00", "99.99, 50.00", "1000, 50.00"})
    void a_cap_below_the_floor_starts_nothing(String cap, String spent) {
        BoostAllocation one = divide(cap, candidate(1, "50", sure(2)));

        assertEquals(spent, dollars(one, 1));
        assertEquals(
                spent.equals("0.00") ? Why.NO_ROOM : one.share(video(1)).why(),
                one.share(video(1)).why());
    }

    @Test
    void where_every_boost_loses_nothing_is_spent() {
        List<BudgetArm> arms = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            arms.add(candidate(i, "50", sure(0.3)));
            arms.add(runs(10 + i, Standing.SETTLED, "100", sure(0.2)));
            arms.add(runs(20 + i, Standing.RISING, "100", sure(0.2)));
        }

        BoostAllocation allocation = divide("5000", 3, arms);

        assertEquals(0, allocation.spendPerDay().minorUnits());
        assertEquals(Why.RELEASED, why(allocation, 10));
        assertEquals(Why.NO_GAIN, why(allocation, 0));
        assertTrue(allocation.basis().notTaken().expectedValue().orElseThrow().mean() < 0);
    }

    @Test
    void with_enough_for_all_every_boost_reaches_its_own_best_level_in_steps() {
        // Best level of v K(b) - b: b = 100 (rho v / CPC)^(1 / (1 - rho)), with rho known to be .7.
        BoostAllocation.Exponent known = new BoostAllocation.Exponent(0.7, 1e-6);
        double[] perClick = {0.70, 0.95, 1.0, 1.2};
        long[] best = {50, 50, 60, 110};
        for (int i = 0; i < best.length; i++) {
            best[i] = bestLevel(perClick[i], 0.7);
        }
        long[] today = {50, 50, 50, 50};
        BudgetRules calm = new BudgetRules(5_000, 15_000, 5_000, 1_000, 1, 0.2);
        for (int day = 0; day < 3; day++) {
            List<BudgetArm> arms = new ArrayList<>();
            for (int i = 0; i < best.length; i++) {
                arms.add(runs(i, Standing.RISING, String.valueOf(today[i]), sure(perClick[i])));
            }
            BoostAllocation allocation =
                    BoostAllocation.of("Northpeak", DAY.plusDays(day), Money.of("600.01", USD), calm, known, arms, 1);
            for (int i = 0; i < best.length; i++) {
                long next = allocation.share(video(i)).budgetPerDay() / 100;
                assertTrue(next <= today[i] + 50, "one step a day");
                today[i] = next;
            }
        }
        for (int i = 0; i < best.length; i++) {
            assertEquals(best[i], today[i], "per click " + perClick[i]);
        }
        assertTrue(best[0] < best[3], "the levels differ");
    }

    private static long bestLevel(double perClick, double rho) {
        long best = 50;
        double most = Double.NEGATIVE_INFINITY;
        for (long b = 50; b <= 150; b += 10) {
            double profit = perClick * 100 / 0.67 * Math.pow(b / 100.0, rho) - b;
            if (profit > most) {
                most = profit;
                best = b;
            }
        }
        return best;
    }

    @Test
    void a_gain_of_five_a_day_or_less_changes_no_running_budget() {
        int kept = 0;
        int changed = 0;
        for (double perClick = 0.4; perClick < 1.6; perClick += 0.01) {
            for (Standing standing : List.of(Standing.SETTLED, Standing.RISING)) {
                BoostAllocation allocation = divide("1000", runs(1, standing, "100", sure(perClick)));
                BudgetShare share = allocation.share(video(1));
                if (share.budgetPerDay() == 10_000) {
                    kept++;
                } else {
                    changed++;
                    assertTrue(share.expectedGain() > 5, perClick + " " + share);
                }
            }
        }
        assertTrue(kept > 40 && changed > 40, kept + " kept, " + changed + " changed");
    }

    @Test
    void a_boost_under_test_stays_where_it_is_whatever_the_draw() {
        for (long seed = 0; seed < 200; seed++) {
            BoostAllocation allocation = divide(
                    "800",
                    seed,
                    List.of(
                            runs(1, Standing.TESTED, "50", belief(0.2, 50)),
                            runs(2, Standing.TESTED, "100", belief(3, 50)),
                            runs(3, Standing.TESTED, "63.40", belief(1, 50))));
            assertEquals("50.00", dollars(allocation, 1));
            assertEquals("100.00", dollars(allocation, 2));
            assertEquals("63.40", dollars(allocation, 3));
        }
    }

    @Test
    void settled_boosts_never_rise_and_ended_ones_get_nothing() {
        for (long seed = 0; seed < 100; seed++) {
            BoostAllocation allocation = divide(
                    "800",
                    seed,
                    List.of(
                            runs(1, Standing.SETTLED, "50", belief(3, 200)),
                            runs(2, Standing.ENDS, "100", belief(3, 200))));
            assertEquals("50.00", dollars(allocation, 1));
            assertEquals("0.00", dollars(allocation, 2));
        }
    }

    @Test
    void a_boost_above_the_ceiling_comes_down_to_it_and_one_below_the_floor_may_rise_to_it() {
        BoostAllocation allocation = divide(
                "800",
                runs(1, Standing.TESTED, "240", sure(2)),
                runs(2, Standing.RISING, "200", sure(3)),
                runs(3, Standing.RISING, "20", sure(3)));

        assertEquals("150.00", dollars(allocation, 1));
        assertEquals(Why.LOWERED_TO_CEILING, why(allocation, 1));
        assertEquals("150.00", dollars(allocation, 2));
        assertEquals("70.00", dollars(allocation, 3));
    }

    @Test
    void when_the_cap_is_too_small_the_best_that_fits_stays_and_nothing_rises_or_starts() {
        // By expected profit alone the first would stay, and then only one of the others would fit.
        BoostAllocation allocation = divide(
                "120",
                runs(1, Standing.TESTED, "100", sure(1.0)),
                runs(2, Standing.TESTED, "60", sure(1.1)),
                runs(3, Standing.TESTED, "60", sure(1.1)),
                candidate(4, "50", sure(9)));

        assertEquals("0.00", dollars(allocation, 1));
        assertEquals(Why.GAVE_WAY, why(allocation, 1));
        assertEquals("60.00", dollars(allocation, 2));
        assertEquals("60.00", dollars(allocation, 3));
        assertEquals("0.00", dollars(allocation, 4));
        assertEquals(BoostAllocation.ABOVE_CAP, allocation.basis().rule());
        assertEquals(
                "Leave every budget as it is, above the cap",
                allocation.basis().notTaken().choice());
    }

    @Test
    void what_no_report_knows_counts_and_gives_way_before_a_test_that_looks_bad() {
        BoostAllocation within =
                divide("100", unseen(1, "50"), runs(2, Standing.TESTED, "50", sure(0.1)), candidate(3, "50", sure(9)));
        assertEquals("50.00", dollars(within, 1));
        assertEquals("50.00", dollars(within, 2));
        assertEquals(Why.NO_ROOM, why(within, 3));

        BoostAllocation above = divide("99.99", unseen(1, "50"), runs(2, Standing.TESTED, "50", sure(0.1)));
        assertEquals("0.00", dollars(above, 1));
        assertEquals("50.00", dollars(above, 2));
    }

    @Test
    void equal_boosts_are_told_apart_by_id() {
        BoostAllocation allocation =
                divide("50", runs(2, Standing.TESTED, "50", sure(1)), runs(1, Standing.TESTED, "50", sure(1)));

        assertEquals("50.00", dollars(allocation, 1));
        assertEquals("0.00", dollars(allocation, 2));
    }

    @Test
    void another_video_changes_no_other_draw() {
        BudgetShare alone = divide("500", candidate(2, "50", belief(1, 50))).share(video(2));
        BudgetShare among = divide(
                        "500",
                        candidate(1, "50", belief(1, 50)),
                        candidate(2, "50", belief(1, 50)),
                        runs(3, Standing.RISING, "50", belief(1, 50)))
                .share(video(2));

        assertEquals(alone.drawnRate(), among.drawnRate());
        assertEquals(alone.drawnOrderValue(), among.drawnOrderValue());
        assertEquals(alone.drawnExponent(), among.drawnExponent());
    }

    @Test
    void draws_differ_by_day_by_brand_by_seed_and_by_video() {
        List<BudgetArm> arms = List.of(candidate(1, "50", belief(1, 50)), candidate(2, "50", belief(1, 50)));
        Money cap = Money.of("500", USD);
        double base = drawnRate(BoostAllocation.of("Northpeak", DAY, cap, RULES, USUAL, arms, 1), 1);

        assertNotEquals(base, drawnRate(BoostAllocation.of("Northpeak", DAY, cap, RULES, USUAL, arms, 1), 2));
        assertNotEquals(base, drawnRate(BoostAllocation.of("Northpeak", DAY, cap, RULES, USUAL, arms, 2), 1));
        assertNotEquals(base, drawnRate(BoostAllocation.of("Southpeak", DAY, cap, RULES, USUAL, arms, 1), 1));
        assertNotEquals(
                base, drawnRate(BoostAllocation.of("Northpeak", DAY.plusDays(1), cap, RULES, USUAL, arms, 1), 1));
    }

    private static double drawnRate(BoostAllocation allocation, int number) {
        return allocation.share(video(number)).drawnRate();
    }

    @Test
    void draws_follow_the_posterior() {
        PaidBelief belief = belief(1, 100);
        double sum = 0;
        double values = 0;
        for (int seed = 0; seed < 1_000; seed++) {
            BudgetShare share =
                    divide("50", seed, List.of(candidate(1, "50", belief))).share(video(1));
            sum += share.drawnRate();
            values += share.drawnOrderValue();
        }
        double mean = belief.posterior().expectedRate();
        assertEquals(mean, sum / 1_000, 0.04 * mean);
        assertEquals(10, values / 1_000, 0.1);
    }

    @Test
    void from_one_hundred_and_fifty_on_a_slot_is_kept_to_learn() {
        // The sure one earns more in almost every draw; only top-two sampling ever starts the unsure one.
        List<BudgetArm> arms = List.of(
                candidate(1, "150", sure(2)),
                candidate(2, "50", belief(1.4, 100)),
                candidate(3, "50", belief(1.4, 100)));
        int learnt = 0;
        int without = 0;
        BudgetRules none = new BudgetRules(5_000, 15_000, 5_000, 1_000, 500, 0);
        for (int seed = 0; seed < 200; seed++) {
            BoostAllocation with = divide("150", seed, arms);
            learnt += why(with, 2) == Why.STARTED_TO_LEARN || why(with, 3) == Why.STARTED_TO_LEARN ? 1 : 0;
            BoostAllocation plain = BoostAllocation.of("Northpeak", DAY, Money.of("150", USD), none, USUAL, arms, seed);
            without += plain.shares().stream().anyMatch(share -> share.why() == Why.STARTED_TO_LEARN) ? 1 : 0;
        }
        assertEquals(0, without);
        assertTrue(learnt > 60 && learnt < 140, "about every second slot is the challenger's, got " + learnt);
        assertEquals(0, RULES.slots(14_999));
        assertEquals(1, RULES.slots(15_000));
        assertEquals(1, RULES.slots(49_999));
        assertEquals(2, RULES.slots(50_000));
    }

    @Test
    void the_cap_holds_to_the_cent_and_no_boost_rises_by_more_than_a_step_in_thousands_of_random_states() {
        Random random = new Random(11);
        int cut = 0;
        int full = 0;
        for (int round = 0; round < 2_000; round++) {
            List<BudgetArm> arms = new ArrayList<>();
            int count = random.nextInt(9);
            for (int i = 0; i < count; i++) {
                arms.add(anyArm(i, random));
            }
            Collections.shuffle(arms, random);
            long capMinor = random.nextInt(90_000);
            BoostAllocation allocation =
                    BoostAllocation.of("Northpeak", DAY, new Money(capMinor, USD), RULES, USUAL, arms, round);

            long spent = 0;
            for (BudgetArm arm : allocation.arms()) {
                long budget = allocation.share(arm.video()).budgetPerDay();
                holdsItsBounds(arm, budget, allocation);
                spent += budget;
            }
            assertTrue(spent <= capMinor, () -> allocation + "");
            cut += allocation.basis().rule().equals(BoostAllocation.ABOVE_CAP) ? 1 : 0;
            full += capMinor - spent < 1_000 ? 1 : 0;
        }
        assertTrue(cut > 200 && full > 200, cut + " cut, " + full + " full");
    }

    private static void holdsItsBounds(BudgetArm arm, long budget, BoostAllocation allocation) {
        switch (arm.standing()) {
            case ENDS -> assertEquals(0, budget);
            case NEW -> assertTrue(budget == 0 || budget == arm.startPerDay());
            case UNSEEN -> assertTrue(budget == 0 || budget == arm.todayPerDay());
            case TESTED -> assertTrue(budget == 0 || budget == Math.min(15_000, arm.todayPerDay()));
            case SETTLED -> assertTrue(budget <= arm.todayPerDay());
            case RISING -> assertTrue(budget <= Math.max(arm.todayPerDay(), 0) + 5_000);
            default -> throw new AssertionError(arm);
        }
        assertTrue(budget <= 15_000 || arm.standing() == Standing.UNSEEN, () -> arm + " " + budget);
        boolean withinCap = allocation.basis().rule().equals(BoostAllocation.WITHIN_CAP);
        if (withinCap && (arm.standing() == Standing.TESTED || arm.standing() == Standing.UNSEEN)) {
            assertTrue(budget > 0, "nothing undecided ends while the cap carries it");
        }
        assertTrue(budget == 0 || budget >= Math.min(5_000, Math.max(arm.todayPerDay(), arm.startPerDay())));
    }

    private static BudgetArm anyArm(int number, Random random) {
        Standing standing = Standing.values()[random.nextInt(6)];
        String amount = List.of("20", "50", "50", "63.40", "77.77", "100", "120", "150", "240")
                .get(random.nextInt(9));
        PaidBelief belief = belief(0.3 + 2 * random.nextDouble(), random.nextInt(3_000));
        if (standing == Standing.UNSEEN) {
            return unseen(number, amount);
        }
        if (standing == Standing.NEW) {
            return candidate(number, List.of("50", "63.40", "150").get(random.nextInt(3)), belief);
        }
        return runs(number, standing, amount, belief);
    }

    @ParameterizedTest
    @CsvSource({"JPY, 20000", "KWD, 500000", "USD, 30000"})
    void a_currency_of_any_minor_unit_is_divided_exactly(String code, long cap) {
        Currency currency = Currency.getInstance(code);
        Policy policy = Policy.defaults();
        if (code.equals("JPY")) {
            policy = policy.with(PolicyNumber.BOOST_FLOOR_PER_DAY, "7500")
                    .with(PolicyNumber.BOOST_CEILING_PER_DAY, "22500")
                    .with(PolicyNumber.BOOST_STEP_PER_DAY, "7500");
        }
        BudgetRules rules = BudgetRules.of(policy, currency);
        List<BudgetArm> arms = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            arms.add(new BudgetArm(
                    video(i),
                    i < 6 ? Standing.NEW : Standing.RISING,
                    i < 6 ? 0 : rules.floor(),
                    i < 6 ? rules.floor() : 0,
                    belief(1 + 0.1 * i, 500)));
        }

        BoostAllocation allocation =
                BoostAllocation.of("Northpeak", DAY, new Money(cap, currency), rules, USUAL, arms, 5);

        assertTrue(allocation.spendPerDay().minorUnits() <= cap);
        assertTrue(allocation.spendPerDay().isPositive());
        assertEquals(allocation, allocation.again());
    }

    @Test
    void a_record_is_recomputed_from_itself_alone_and_differs_when_an_input_differs() {
        Random random = new Random(13);
        for (int round = 0; round < 50; round++) {
            List<BudgetArm> arms = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                arms.add(anyArm(i, random));
            }
            BoostAllocation record = divide("400", round, arms);
            assertEquals(record, record.again());
            assertEquals(List.of(), Faults.in(record));
            assertEquals(Engine.VERSION, record.basis().engine());
            assertEquals(round, record.basis().seed());
        }
        BoostAllocation record = divide("100", candidate(1, "50", sure(2)), candidate(2, "50", sure(3)));
        BoostAllocation poorer = new BoostAllocation(
                record.portfolio(),
                record.day(),
                record.currency(),
                5_000,
                record.rules(),
                record.exponentCentre(),
                record.exponentSd(),
                record.arms(),
                record.shares(),
                record.expectedPerDay(),
                record.basis());
        assertNotEquals(poorer, poorer.again());
        assertFalse(poorer.again().spendPerDay().compareTo(Money.of("50", USD)) > 0);
    }

    @Test
    void the_order_in_which_boosts_are_given_is_irrelevant() {
        List<BudgetArm> arms = new ArrayList<>();
        Random random = new Random(17);
        for (int i = 0; i < 8; i++) {
            arms.add(anyArm(i, random));
        }
        BoostAllocation forward = divide("500", 1, arms);
        Collections.reverse(arms);

        assertEquals(forward, divide("500", 1, arms));
    }

    @ParameterizedTest
    @EnumSource(
            names = {"NEW", "ENDS", "UNSEEN"},
            mode = EnumSource.Mode.EXCLUDE)
    void refuses_a_boost_of_which_nothing_is_believed(Standing standing) {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> new BudgetArm(video(1), standing, 5_000, 0, null));
        assertEquals("A boost that is " + standing + " needs a belief, video 1001", refused.getMessage());
    }

    @Test
    void refuses_what_makes_no_sense() {
        assertEquals(
                "cap must be at least 0, got -1.00 USD",
                assertThrows(IllegalArgumentException.class, () -> divide("-1")).getMessage());
        assertEquals(
                "Video 1001 is given twice",
                assertThrows(IllegalArgumentException.class, () -> divide("100", unseen(1, "50"), unseen(1, "60")))
                        .getMessage());
        assertEquals(
                "A boost runs on more than 0 or is NEW and starts on more than 0, got 0, 0 for UNSEEN video 1001",
                assertThrows(IllegalArgumentException.class, () -> unseen(1, "0"))
                        .getMessage());
        assertEquals(
                "explorationShare must be in [0, 1], got NaN",
                assertThrows(IllegalArgumentException.class, () -> new BudgetRules(1, 1, 1, 1, 0, Double.NaN))
                        .getMessage());
        assertEquals(
                "floor, stepUp and levelStep must be at least 1 and hysteresis at least 0, got 0, 1, 1, 0",
                assertThrows(IllegalArgumentException.class, () -> new BudgetRules(0, 1, 1, 1, 0, 0))
                        .getMessage());
        assertEquals(
                "Video 1002 is not among the boosts",
                assertThrows(IllegalArgumentException.class, () -> divide("100").share(video(2)))
                        .getMessage());
    }
}
