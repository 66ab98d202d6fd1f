package dev.flywheel.core.cycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.flywheel.core.content.CreativeTags;
import dev.flywheel.core.performance.Period;
import dev.flywheel.core.program.PolicyNumber;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RotationWindowTest {

    @ParameterizedTest(name = "first evidence {0} days ago: rotation {1}")
    @CsvSource({"0, 1", "27, 1", "28, 2", "55, 2", "56, 3", "111, 4", "112, 5"})
    void counts_rotations_from_the_first_day_of_evidence(int daysAgo, int number) {
        Scene scene = new Scene().sample("a", Scene.SERUM, daysAgo, null, null, null);
        assertEquals(number, RotationWindow.of(scene.measured()).number());
    }

    @Test
    void follows_the_policy() {
        Scene scene =
                new Scene().policy(PolicyNumber.ROTATION_DAYS, "7").sample("a", Scene.SERUM, 21, null, null, null);
        RotationWindow window = RotationWindow.of(scene.measured());
        assertEquals(4, window.number());
        assertEquals(new Period(Scene.ago(6), Scene.ago(0)), window.thisRotation());
        assertEquals(Optional.of(new Period(Scene.ago(13), Scene.ago(7))), window.before());
        assertEquals(new Period(Scene.ago(20), Scene.ago(14)), window.all().get(2));
    }

    @Test
    void offers_an_earlier_window_only_if_evidence_covers_all_of_it() {
        Scene half = new Scene().sample("a", Scene.SERUM, 54, null, null, null);
        Scene whole = new Scene().sample("a", Scene.SERUM, 55, null, null, null);
        assertTrue(RotationWindow.of(half.measured()).before().isEmpty());
        assertEquals(
                Optional.of(new Period(Scene.ago(55), Scene.ago(28))),
                RotationWindow.of(whole.measured()).before());
    }

    @Test
    void starts_with_the_earliest_of_reports_orders_and_samples() {
        assertEquals(
                2, number(new Scene().listed(1, "a", 9, CreativeTags.UNKNOWN).funnel(1, 30, 1)));
        assertEquals(2, number(new Scene().orderLine("o", "a", null, 30, 30).requested("a", 3)));
        assertEquals(3, number(new Scene().orderLine("o", "a", null, 30, 30).requested("a", 60)));
    }

    @Test
    void dates_the_programme_by_old_posts_only_if_nothing_else_is_dated() {
        Scene listed = new Scene().listed(1, "a", 300, CreativeTags.UNKNOWN);
        assertEquals(11, number(listed));
        assertEquals(1, number(listed.requested("a", 3)));
    }

    @Test
    void is_the_first_rotation_without_any_evidence() {
        assertEquals(1, number(new Scene()));
    }

    private static int number(Scene scene) {
        return RotationWindow.of(scene.measured()).number();
    }
}
