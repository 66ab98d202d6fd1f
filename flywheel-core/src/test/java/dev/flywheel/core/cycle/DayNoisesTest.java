package dev.flywheel.core.cycle;

import static dev.flywheel.core.Portfolio.AS_OF;
import static dev.flywheel.core.Portfolio.LONG_AGO;
import static dev.flywheel.core.Portfolio.video;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.flywheel.core.Portfolio;
import dev.flywheel.core.adtest.DayNoiseBelief;
import dev.flywheel.core.performance.Traffic;
import dev.flywheel.core.program.PolicyNumber;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DayNoisesTest {

    private static DayNoiseBelief belief(Portfolio portfolio, LocalDate before) {
        return DayNoises.before(Measure.measure(portfolio.evidence.build(), portfolio.program(), AS_OF), before);
    }

    private static double noise(Portfolio portfolio, LocalDate before) {
        return belief(portfolio, before).ratio();
    }

    private static double noise(Portfolio portfolio) {
        return noise(portfolio, AS_OF);
    }

    /** Days that alternate between few and many orders on 100 clicks each. */
    private static Portfolio days(int videos, int days, long few, long many) {
        Portfolio portfolio = new Portfolio();
        LocalDate first = LONG_AGO.minusDays(days);
        for (int i = 1; i <= videos; i++) {
            for (int day = 0; day < days; day++) {
                portfolio.row(
                        video(i), Traffic.ORGANIC, first.plusDays(day), 4_000L, 100L, day % 2 == 0 ? few : many, null);
            }
        }
        return portfolio;
    }

    @Test
    void the_policys_noise_stands_until_two_hundred_days_are_known() {
        assertEquals(1.3, noise(days(10, 19, 0, 8)));
        assertEquals(2.2, noise(days(10, 19, 0, 8).policy(PolicyNumber.DAY_NOISE, "2.2")));
        assertTrue(noise(days(10, 20, 0, 8)) > 3);
    }

    @Test
    void a_test_is_fixed_with_the_noise_of_days_before_it_only() {
        Portfolio portfolio = days(10, 40, 0, 8);
        assertTrue(noise(portfolio, LONG_AGO) > 3);
        assertEquals(1.3, noise(portfolio, LONG_AGO.minusDays(21)), "too few days had passed");
    }

    @Test
    void days_that_shake_every_video_alike_swing_the_more_the_more_orders_a_video_has() {
        Portfolio portfolio = new Portfolio();
        for (int i = 1; i <= 20; i++) {
            for (int day = 0; day < 20; day++) {
                long orders = day % 2 == 0 ? i : 3L * i;
                portfolio.row(video(i), Traffic.ORGANIC, LONG_AGO.minusDays(20 - day), 4_000L, 100L, orders, null);
            }
        }
        // Half of the days at half the mean, half at one and a half: a squared coefficient of variation of 1/4,
        // times 20/19 for the mean that the same days gave.
        assertEquals(0.25 * 20 / 19, belief(portfolio, AS_OF).swing(), 0.06);
        assertEquals(
                new DayNoiseBelief(1.3, 0), belief(days(10, 19, 0, 8), AS_OF), "no swing until enough days are known");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 4, 2.105", // squares of 2 over 2, each of 20 days a video, 19 of them free
        "2, 4, 1", // steadier than chance: never below one
        "0, 40, 5", // never above five
    })
    void days_that_differ_more_than_chance_are_noisy(long few, long many, double phi) {
        assertEquals(phi, noise(days(10, 20, few, many)), 0.001);
    }
}
