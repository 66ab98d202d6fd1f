package dev.flywheel.core.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Data and medians: acute myelogenous leukaemia, Miller (1981), as printed by R's survival package ("aml"). */
class KaplanMeierTest {

    private static final KaplanMeier MAINTAINED = KaplanMeier.of(
            new double[] {9, 13, 13, 18, 23, 28, 31, 34, 45, 48, 161},
            new boolean[] {true, true, false, true, true, false, true, true, false, true, false});
    private static final KaplanMeier NOT_MAINTAINED = KaplanMeier.of(
            new double[] {5, 5, 8, 8, 12, 16, 23, 27, 30, 33, 43, 45},
            new boolean[] {true, true, true, true, true, false, true, true, true, true, true, true});

    @Test
    void reproduces_the_published_curve_and_medians() {
        assertEquals(0.909, MAINTAINED.survival(9), 5e-4);
        assertEquals(0.614, MAINTAINED.survival(25), 5e-4);
        assertEquals(0.184, MAINTAINED.survival(200), 5e-4);
        assertEquals(1, MAINTAINED.survival(8.99));
        assertEquals(OptionalDouble.of(31), MAINTAINED.median());
        assertEquals(OptionalDouble.of(23), NOT_MAINTAINED.median());
    }

    @Test
    void interval_of_the_median_follows_the_log_log_limits() {
        assertEquals(OptionalDouble.of(13), MAINTAINED.medianLow(0.95));
        assertEquals(OptionalDouble.empty(), MAINTAINED.medianHigh(0.95));
        assertEquals(OptionalDouble.of(5), NOT_MAINTAINED.medianLow(0.95));
        assertEquals(OptionalDouble.of(33), NOT_MAINTAINED.medianHigh(0.95));
    }

    @Test
    void the_order_in_which_items_are_given_makes_no_difference() {
        KaplanMeier shuffled = KaplanMeier.of(
                new double[] {161, 13, 48, 9, 28, 45, 13, 34, 18, 31, 23},
                new boolean[] {false, false, true, true, false, false, true, true, true, true, true});

        assertEquals(0.614, shuffled.survival(25), 5e-4);
        assertEquals(0.184, shuffled.survival(200), 5e-4);
        assertEquals(OptionalDouble.of(31), shuffled.median());
    }

    /** The limits written out: S^exp(+-z se), se^2 = sum d / (n (n - d)) / (log S)^2, for items that finish one a day. */
    @ParameterizedTest
    @ValueSource(doubles = {0.5, 0.8, 0.9, 0.95, 0.99})
    void interval_of_the_median_of_forty_items_is_where_the_limits_cross_one_half(double level) {
        int size = 40;
        double[] durations = new double[size];
        boolean[] finished = new boolean[size];
        double z = NormalDistribution.of(0, 1).inverseCumulativeProbability(0.5 + level / 2);
        double low = Double.NaN;
        double high = Double.NaN;
        double alive = 1;
        double greenwood = 0;
        for (int day = 1; day <= size; day++) {
            durations[day - 1] = day;
            finished[day - 1] = day % 3 != 0;
            int atRisk = size - day + 1;
            if (finished[day - 1] && atRisk > 1) {
                alive *= (atRisk - 1.0) / atRisk;
                greenwood += 1.0 / (atRisk * (atRisk - 1.0));
                double error = Math.sqrt(greenwood) / Math.log(alive);
                low = Double.isNaN(low) && Math.pow(alive, Math.exp(-z * error)) <= 0.5 ? day : low;
                high = Double.isNaN(high) && Math.pow(alive, Math.exp(z * error)) <= 0.5 ? day : high;
            }
        }
        KaplanMeier curve = KaplanMeier.of(durations, finished);

        assertEquals(low, curve.medianLow(level).getAsDouble());
        assertEquals(high, curve.medianHigh(level).orElse(Double.NaN));
    }

    @Test
    void a_curve_resting_on_one_half_rests_until_the_next_item_finishes() {
        KaplanMeier openBetween = KaplanMeier.of(new double[] {1, 2, 3, 9}, new boolean[] {true, true, false, true});
        assertEquals(OptionalDouble.of(5.5), openBetween.median());

        KaplanMeier openAfter = KaplanMeier.of(new double[] {1, 2, 3, 4}, new boolean[] {true, true, false, false});
        assertEquals(OptionalDouble.of(2), openAfter.median());
    }

    @Test
    void median_lies_midway_when_the_curve_rests_on_one_half() {
        KaplanMeier four = KaplanMeier.of(new double[] {1, 2, 4, 9}, new boolean[] {true, true, true, true});

        assertEquals(OptionalDouble.of(3), four.median());
    }

    @Test
    void median_is_unknown_while_most_is_open() {
        KaplanMeier open = KaplanMeier.of(new double[] {3, 8, 9}, new boolean[] {false, false, false});
        KaplanMeier few = KaplanMeier.of(new double[] {3, 8, 9}, new boolean[] {true, false, false});

        assertEquals(OptionalDouble.empty(), open.median());
        assertEquals(OptionalDouble.empty(), open.medianLow(0.8));
        assertEquals(OptionalDouble.empty(), few.median());
        assertEquals(
                OptionalDouble.empty(),
                KaplanMeier.of(new double[0], new boolean[0]).median());
    }

    @Test
    void one_finished_item_has_a_median_but_no_interval() {
        KaplanMeier one = KaplanMeier.of(new double[] {6}, new boolean[] {true});

        assertEquals(OptionalDouble.of(6), one.median());
        assertEquals(OptionalDouble.empty(), one.medianLow(0.8));
        assertEquals(OptionalDouble.empty(), one.medianHigh(0.8));
    }

    @Test
    void refuses_impossible_inputs_by_name() {
        assertEquals(
                "durations[0] must be in [0, 1e12], got -1.0",
                assertThrows(IllegalArgumentException.class, () -> KaplanMeier.of(new double[] {-1}, new boolean[1]))
                        .getMessage());
        assertEquals(
                "durations and finished must have the same length, got 2 and 1",
                assertThrows(IllegalArgumentException.class, () -> KaplanMeier.of(new double[2], new boolean[1]))
                        .getMessage());
        assertEquals(
                "level must be in (0, 1), got 1.0",
                assertThrows(IllegalArgumentException.class, () -> MAINTAINED.medianLow(1))
                        .getMessage());
    }
}
