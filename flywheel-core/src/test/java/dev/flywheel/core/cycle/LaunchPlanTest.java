package dev.flywheel.core.cycle;

import static dev.flywheel.core.cycle.Scene.number;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.flywheel.core.content.CreativeTags;
import dev.flywheel.core.program.PolicyNumber;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LaunchPlanTest {

    private static final long SEED = 11;

    private static boolean launches(Scene scene) {
        return scene.seed(SEED).report().facts().stream()
                .anyMatch(fact -> fact.name().equals("launchCost"));
    }

    @ParameterizedTest(name = "chance {0}, confidence {1}: {2} samples")
    @CsvSource({"0.10, 0.90, 22", "0.10, 0.95, 29", "0.08, 0.90, 28", "0.08, 0.95, 36", "0.5, 0.5, 1", "0.9, 0.5, 1"})
    void finds_the_smallest_number_of_samples(double chance, double confidence, int samples) {
        assertEquals(samples, LaunchPlan.samplesFor(chance, confidence));
        assertTrue(1 - Math.pow(1 - chance, samples) >= confidence);
        assertTrue(1 - Math.pow(1 - chance, samples - 1) < confidence);
    }

    @Test
    void plans_from_the_policy_when_nothing_is_known() {
        PhaseReport report = new Scene().seed(SEED).report();
        assertAll(
                () -> assertEquals(0.08, number(report, "launchSellerRate"), 1e-12),
                () -> assertEquals(28, number(report, "samplesForFirstSeller90")),
                () -> assertEquals(36, number(report, "samplesForFirstSeller95")),
                () -> assertEquals(28 * 15, number(report, "launchSampleCost")),
                () -> assertEquals(150, number(report, "launchTestCost")),
                () -> assertEquals(570, number(report, "launchCost")),
                () -> assertEquals(690, number(report, "launchCost95")),
                () -> assertEquals(22, number(report, "daysToFirstAnswer")),
                () -> assertEquals(
                        "There is no history to learn from yet. About 28 samples and 570.00 USD find at least one seller"
                                + " with 90% probability; the first answer comes about 22 days after the samples are"
                                + " approved.",
                        report.headline()));
    }

    @Test
    void plans_22_and_29_samples_at_one_in_ten() {
        PhaseReport report = new Scene()
                .policy(PolicyNumber.SAMPLE_TO_POST_RATE, "0.50")
                .seed(SEED)
                .report();
        assertEquals(22, number(report, "samplesForFirstSeller90"));
        assertEquals(29, number(report, "samplesForFirstSeller95"));
    }

    @Test
    void budgets_no_test_where_the_daily_cap_forbids_boosts() {
        PhaseReport report = new Scene().dailyAdCap("49").seed(SEED).report();
        assertAll(
                () -> assertEquals(0, number(report, "launchTestCost")),
                () -> assertEquals(28 * 15, number(report, "launchCost")),
                () -> assertEquals(19, number(report, "daysToFirstAnswer")));
    }

    @Test
    void ends_with_the_first_order() {
        assertAll(
                () -> assertTrue(launches(new Scene().video(1, "a", 5, 0))),
                () -> assertFalse(launches(new Scene().video(1, "a", 5, 1))),
                () -> assertTrue(launches(new Scene().orderLine("o", "a", null, 3, 30))),
                () -> assertFalse(launches(new Scene().video(1, "a", 5, 0).orderLine("o", "live", null, 3, 30))));
    }

    @Test
    void learns_from_samples_and_posts_that_brought_nothing() {
        Scene scene = new Scene();
        for (int i = 0; i < 10; i++) {
            scene.delivered("silent" + i, 30);
        }
        scene.delivered("poster", 40).video(1, "poster", 30, 0);
        double expected = (4 + 1) / 21.0 * 2 / 11.0;
        assertEquals(expected, number(scene.seed(SEED).report(), "launchSellerRate"), 1e-12);
    }

    @Test
    void does_not_take_uncounted_or_young_posts_for_failures() {
        Scene uncounted = new Scene().listed(1, "a", 40, CreativeTags.UNKNOWN);
        Scene young = new Scene().video(1, "a", 14, 0);
        assertEquals(0.08, number(uncounted.seed(SEED).report(), "launchSellerRate"), 1e-12);
        assertEquals(0.08, number(young.seed(SEED).report(), "launchSellerRate"), 1e-12);
    }

    @Test
    void counts_what_is_under_way() {
        PhaseReport report = new Scene()
                .delivered("a", 3)
                .sample("b", Scene.SERUM, 5, 2, null, "10.00")
                .requested("c", 1)
                .seed(SEED)
                .report();
        assertEquals(2, number(report, "samplesUndecided"));
        assertEquals(26, number(report, "samplesStillToSend"));
    }

    @Test
    void takes_one_first_step_with_the_oldest_request() {
        List<Action> actions = new Scene()
                .requested("late", 1)
                .requested("early", 4)
                .prospect("cold")
                .seed(SEED)
                .actions();
        assertEquals(List.of("SendSample"), actions.stream().map(Action::kind).toList());
        Explanation why = actions.get(0).explanation();
        assertAll(
                () -> assertEquals("Approve the sample of Serum for early, then the 1 other requests.", why.text()),
                () -> assertEquals("10.00 USD", why.cost().toString()),
                () -> assertTrue(why.expectedValue().isEmpty()),
                () -> assertTrue(why.needsApproval()),
                () -> assertTrue(
                        why.because().get(2).endsWith("28 samples are still to be sent."), why.because()::toString));
    }

    @Test
    void invites_a_prospect_if_nobody_asked_and_names_nobody_if_nobody_is_known() {
        List<Action> invited =
                new Scene().prospect("zoe").prospect("amy").seed(SEED).actions();
        assertEquals(List.of("amy"), invited.stream().map(Action::subject).toList());
        assertEquals("InviteCreator", invited.get(0).kind());
        assertEquals(List.of(), new Scene().seed(SEED).actions());
    }

    @Test
    void proposes_no_more_samples_once_enough_are_under_way() {
        Scene scene = new Scene().requested("more", 1);
        for (int i = 0; i < 28; i++) {
            scene.delivered("c" + i, 2);
        }
        assertEquals(List.of(), scene.seed(SEED).actions());
    }

    @Test
    void gives_the_same_plan_whatever_the_order_of_the_evidence() {
        Scene scene = new Scene()
                .requested("b", 1)
                .requested("a", 1)
                .delivered("c", 6)
                .prospect("d");
        assertEquals(scene.seed(SEED), Seed.seed(scene.shuffled(5), scene.selected(), SEED));
    }
}
