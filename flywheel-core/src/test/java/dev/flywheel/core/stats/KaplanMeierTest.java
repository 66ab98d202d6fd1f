package dev.flywheel.core.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

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
                "level must be in (0, 1), got 1.0",
                assertThrows(IllegalArgumentException.class, () -> MAINTAINED.medianLow(1))
                        .getMessage());
    }
}
