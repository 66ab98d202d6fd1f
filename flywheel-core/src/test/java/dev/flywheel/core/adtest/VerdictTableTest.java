package dev.flywheel.core.adtest;

import static dev.flywheel.core.Portfolio.usd;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.flywheel.core.adtest.AdTestReading.Move;
import dev.flywheel.core.adtest.VerdictTable.Numbers;
import dev.flywheel.core.money.Money;
import dev.flywheel.core.program.DropPolicy;
import dev.flywheel.core.program.Policy;
import dev.flywheel.core.program.PolicyNumber;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class VerdictTableTest {

    /** An e-value of 10 is what alpha = .10 asks for. */
    private static final double ENOUGH = Math.log(10);

    private static final Money FLOOR = usd("50");

    private static VerdictTable table(DropPolicy rule) {
        return new VerdictTable(Policy.defaults().with(rule));
    }

    /** Day 5, 300 spent, enough clicks and orders, and these e-values and chances. */
    private static Numbers numbers(double eDrop, double eHold, double profitable) {
        return new Numbers(5, 300, 500, 20, Math.log(eDrop), Math.log(eHold), profitable, 5, 0);
    }

    @ParameterizedTest
    @CsvSource({
        // e drop, e hold, P(profit), rule, verdict, move
        "1, 1, 0.50, STRICT, TESTING, KEEP",
        "9.99, 9.99, 0.99, STRICT, TESTING, KEEP",
        "1, 10.01, 0.80, STRICT, HOLDS, SCALE",
        "1, 10.01, 0.79, STRICT, HOLDS, KEEP",
        "1, 10.01, 0.80, ECONOMIC, HOLDS, SCALE",
        "10.01, 1, 0.99, STRICT, DROPPED, STOP",
        "10.01, 1, 0.01, STRICT, DROPPED, STOP",
        "10.01, 1, 0.50, ECONOMIC, DROPPED, KEEP",
        "10.01, 1, 0.49, ECONOMIC, DROPPED, STOP",
        "10.01, 10.01, 0.90, STRICT, SLIPPED_WITHIN_MARGIN, SCALE",
        "10.01, 10.01, 0.89, STRICT, SLIPPED_WITHIN_MARGIN, STOP",
        "10.01, 10.01, 0.90, ECONOMIC, SLIPPED_WITHIN_MARGIN, SCALE",
        "1, 1, 0.049, STRICT, UNPROFITABLE, STOP",
        "1, 10.01, 0.049, STRICT, UNPROFITABLE, STOP",
        "10.01, 10.01, 0.049, ECONOMIC, UNPROFITABLE, STOP",
        "1, 1, 0.05, STRICT, TESTING, KEEP",
    })
    void follows_the_table(double eDrop, double eHold, double profitable, DropPolicy rule, String verdict, Move move) {
        Numbers seen = numbers(eDrop, eHold, profitable);

        AdTestVerdict reached = table(rule).verdict(seen);

        assertEquals(verdict, reached.name());
        assertEquals(move, table(rule).move(reached, seen, FLOOR));
    }

    @ParameterizedTest
    @CsvSource({
        "2, 100, 3, TESTING",
        "3, 99.9, 3, TESTING",
        "3, 100, 2.9, TESTING",
        "3, 100, 3, DROPPED",
    })
    void says_dropped_only_on_three_days_a_hundred_clicks_and_three_expected_orders(
            long day, double clicks, double orders, String verdict) {
        Numbers seen = new Numbers(day, 60, clicks, orders, 9, -1, 0.5, 5, 0);

        assertEquals(verdict, table(DropPolicy.STRICT).verdict(seen).name());
    }

    @ParameterizedTest
    @CsvSource({"2, 100, 3, TESTING", "3, 100, 3, UNPROFITABLE"})
    void says_unprofitable_by_probability_only_on_the_same_data(
            long day, double clicks, double orders, String verdict) {
        Numbers seen = new Numbers(day, 60, clicks, orders, 0, 0, 0.01, -30, 0);

        assertEquals(verdict, table(DropPolicy.STRICT).verdict(seen).name());
    }

    @ParameterizedTest
    @CsvSource({"300.00, TESTING, KEEP", "300.01, UNPROFITABLE, STOP"})
    void stops_at_once_when_the_expected_loss_passes_the_cap(double loss, String verdict, Move move) {
        Numbers seen = new Numbers(1, 320, 2, 0.1, 0, 0, 0.3, -20, loss);

        AdTestVerdict reached = table(DropPolicy.STRICT).verdict(seen);

        assertEquals(verdict, reached.name());
        assertEquals(move, table(DropPolicy.STRICT).move(reached, seen, FLOOR));
    }

    @Test
    void an_economic_drop_does_not_outlive_the_loss_cap() {
        Numbers seen = new Numbers(8, 900, 900, 40, 9, -3, 0.6, 2, 301);
        VerdictTable table = table(DropPolicy.ECONOMIC);

        AdTestVerdict verdict = table.verdict(seen);

        assertEquals("DROPPED", verdict.name());
        assertEquals(Move.STOP, table.move(verdict, seen, FLOOR));
    }

    @ParameterizedTest
    @CsvSource({
        "13, 1399.99, 5, TESTING, KEEP",
        "14, 100, 5, INCONCLUSIVE, KEEP",
        "14, 100, 0, INCONCLUSIVE, STOP",
        "14, 100, -5, INCONCLUSIVE, STOP",
        "5, 1400, 5, INCONCLUSIVE, KEEP",
        "5, 1400, -1, INCONCLUSIVE, STOP",
    })
    void at_the_horizon_expected_profit_decides(long day, double spend, double profit, String verdict, Move move) {
        Numbers seen = new Numbers(day, spend, 500, 20, 1, 1, 0.5, profit, 0);

        AdTestVerdict reached = table(DropPolicy.STRICT).verdict(seen);

        assertEquals(verdict, reached.name());
        assertEquals(move, table(DropPolicy.STRICT).move(reached, seen, FLOOR));
    }

    @Test
    void what_cannot_be_told_apart_waits() {
        Numbers seen = numbers(1, 1, 0.01);

        assertEquals(
                Move.KEEP,
                table(DropPolicy.STRICT).move(new AdTestVerdict.InsufficientAttribution("clicks"), seen, FLOOR));
    }

    @ParameterizedTest
    @CsvSource({
        // today, move that the numbers want, move, next
        "50, SCALE, SCALE, 100",
        "100, SCALE, SCALE, 150",
        "120, SCALE, SCALE, 150",
        "149.99, SCALE, SCALE, 150",
        "150, SCALE, KEEP, 150",
        "200, SCALE, LOWER, 150",
        "200, KEEP, LOWER, 150",
        "200, STOP, STOP, 0",
        "50, KEEP, KEEP, 50",
        "20, KEEP, KEEP, 20",
        "20, SCALE, SCALE, 70",
        "50, STOP, STOP, 0",
    })
    void rises_one_step_and_never_above_the_ceiling(String today, Move wanted, Move move, String next) {
        VerdictTable table = table(DropPolicy.STRICT);
        Numbers seen =
                numbers(wanted == Move.STOP ? 11 : 1, wanted == Move.SCALE ? 11 : 1, wanted == Move.SCALE ? 0.95 : 0.5);

        Move reached = table.move(table.verdict(seen), seen, usd(today));

        assertEquals(move, reached);
        assertEquals(usd(next), table.budget(reached, usd(today)));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13})
    void no_numbers_whatever_make_a_budget_jump(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            VerdictTable table = table(random.nextBoolean() ? DropPolicy.STRICT : DropPolicy.ECONOMIC);
            Numbers seen = new Numbers(
                    1 + random.nextInt(20),
                    1_600 * random.nextDouble(),
                    400 * random.nextDouble(),
                    10 * random.nextDouble(),
                    4 * random.nextDouble(),
                    4 * random.nextDouble(),
                    random.nextDouble(),
                    random.nextGaussian(),
                    400 * random.nextGaussian());
            Money today = usd(String.valueOf(random.nextInt(220)));
            Money next = table.budget(table.move(table.verdict(seen), seen, today), today);
            assertTrue(next.compareTo(today.plus(usd("50"))) <= 0, () -> today + " -> " + next + " on " + seen);
            assertTrue(next.compareTo(usd("150")) <= 0, () -> today + " -> " + next + " on " + seen);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_stricter_alpha_asks_for_a_larger_e_value(DropPolicy rule) {
        Policy policy = Policy.defaults().with(rule).with(PolicyNumber.ALPHA, "0.01");
        Numbers seen = numbers(50, 1, 0.2);

        assertEquals("TESTING", new VerdictTable(policy).verdict(seen).name());
        assertEquals("DROPPED", table(rule).verdict(seen).name());
        assertEquals(
                "DROPPED",
                table(rule).verdict(numbers(Math.exp(ENOUGH), 1, 0.2)).name());
    }
}
