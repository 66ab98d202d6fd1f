package dev.flywheel.core.cycle;

import static dev.flywheel.core.Portfolio.USD;
import static dev.flywheel.core.Portfolio.usd;
import static dev.flywheel.core.Portfolio.video;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.flywheel.core.Portfolio;
import dev.flywheel.core.adtest.BoostAllocation;
import dev.flywheel.core.adtest.BudgetArm;
import dev.flywheel.core.adtest.BudgetArm.Standing;
import dev.flywheel.core.adtest.BudgetRules;
import dev.flywheel.core.adtest.PaidBelief;
import dev.flywheel.core.program.Policy;
import java.util.List;
import org.junit.jupiter.api.Test;

class BudgetWordsTest {

    private static final List<String> EVIDENCE = List.of("Evidence.");

    /** Ten million paid clicks leave no doubt of what one brings. */
    private static BudgetArm arm(int number, Standing standing, String perDay, double perClick) {
        PaidBelief belief = new PaidBelief(
                4, 100, -0.25, 0.4, 0, 0, perClick * 1e6, 1e7, 1, 10, List.of(10.0), 0.67, 100, List.of());
        long minor = usd(perDay).minorUnits();
        boolean starts = standing == Standing.NEW;
        return new BudgetArm(video(number), standing, starts ? 0 : minor, starts ? minor : 0, belief);
    }

    private static BoostAllocation divide(String cap, BudgetArm... arms) {
        return BoostAllocation.of(
                "Northpeak",
                Portfolio.AS_OF,
                usd(cap),
                BudgetRules.of(Policy.defaults(), USD),
                new BoostAllocation.Exponent(0.85, 1e-6),
                List.of(arms),
                1);
    }

    private static Amplify.Stop stop(BoostAllocation allocation, int number) {
        return new BudgetWords(allocation).stop(allocation.share(video(number)));
    }

    private static String added(BoostAllocation allocation, int number) {
        List<String> because = new BudgetWords(allocation).because(allocation.share(video(number)), EVIDENCE);
        return because.stream()
                .filter(line -> !line.equals("Evidence."))
                .findFirst()
                .orElse("");
    }

    @Test
    void a_boost_that_loses_on_any_budget_ends_unless_more_is_expected() {
        Amplify.Stop stop = stop(divide("500", arm(1, Standing.SETTLED, "100", 0.335)), 1);

        assertEquals("it is expected to lose on any budget", stop.reason());
        assertEquals("Keep it if you expect 50 a day more of it than the data do.", stop.unless());
    }

    @Test
    void a_boost_whose_money_earns_more_elsewhere_ends_unless_the_cap_rises() {
        BoostAllocation allocation =
                divide("100", arm(1, Standing.SETTLED, "50", 0.67), arm(2, Standing.RISING, "50", 3));

        assertEquals(0, allocation.share(video(1)).budgetPerDay());
        assertEquals(10_000, allocation.share(video(2)).budgetPerDay());
        Amplify.Stop stop = stop(allocation, 1);
        assertEquals("its money is expected to earn more in other boosts", stop.reason());
        assertEquals(
                "Keep it if the daily cap of 100.00 USD is raised: it is expected to earn 5.48 a day.", stop.unless());
    }

    @Test
    void a_boost_above_the_cap_gives_way_with_what_runs_named() {
        Amplify.Stop stop = stop(divide("60", arm(1, Standing.TESTED, "50", 1), arm(2, Standing.TESTED, "50", 2)), 1);

        assertEquals("running boosts cost 100.00 USD a day, above the cap of 60.00 USD", stop.reason());
    }

    @Test
    void a_raise_that_waits_says_what_it_waits_for() {
        assertEquals(
                "The daily cap of 55.00 USD leaves no room for a raise.",
                added(divide("55", arm(1, Standing.RISING, "50", 3)), 1));
        assertEquals(
                "A raise waits: today's draw did not put the money here, or the raise is not expected to gain more than"
                        + " 5.00 USD a day.",
                added(divide("500", arm(1, Standing.RISING, "50", 0.7)), 1));
        assertEquals("", added(divide("500", arm(1, Standing.TESTED, "50", 3)), 1), "nothing to add to a test");
    }

    @Test
    void what_grows_says_whether_to_earn_or_to_learn() {
        assertTrue(added(divide("149", arm(1, Standing.NEW, "50", 3)), 1)
                .startsWith("Divided by today's draw, the daily cap of 149.00 USD puts 50.00 USD here, to gain "));
        String toLearn = added(divide("500", arm(1, Standing.RISING, "50", 3), arm(2, Standing.RISING, "50", 3)), 1);
        assertTrue(
                toLearn.startsWith("It takes one of the slots that 20.0% of the daily cap of 500.00 USD is kept for, to"
                        + " learn which boost is best; expected gain "),
                toLearn);
    }
}
