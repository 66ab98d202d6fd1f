package dev.flywheel.core.cycle;

import static dev.flywheel.core.cycle.Scene.number;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.flywheel.core.content.CreativeTags;
import dev.flywheel.core.performance.Estimate;
import dev.flywheel.core.program.PolicyNumber;
import dev.flywheel.core.roster.CreatorId;
import dev.flywheel.core.roster.CreatorStage;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SeedTest {

    private static final long SEED = 7;

    private static CreatorStage stage(Scene scene, String creator) {
        return scene.seed(SEED).stages().get(new CreatorId(creator));
    }

    private static <A extends Action> List<A> actions(Scene scene, Class<A> kind) {
        return scene.seed(SEED).actions().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    private static List<String> subjects(Scene scene, Class<? extends Action> kind) {
        return actions(scene, kind).stream().map(Action::subject).toList();
    }

    /** Sellers whose videos earn, newcomers whose videos earn nothing much, all with matured samples. */
    private static Scene history(int sellers, double earned) {
        Scene scene = new Scene();
        for (int i = 0; i < sellers; i++) {
            String creator = "seller" + i;
            scene.delivered(creator, 60).delivered(creator, 35);
            scene.video(100 + i, creator, 50, 5).earned(100 + i, earned);
            scene.video(200 + i, creator, 30, 5).earned(200 + i, earned);
            scene.video(300 + i, creator, 10, 5).earned(300 + i, earned);
        }
        return scene;
    }

    @Nested
    final class Pipelines {

        @Test
        void knows_every_stage_from_first_contact_to_partnership() {
            Scene scene = new Scene()
                    .prospect("name")
                    .requested("asker", 3)
                    .sample("onway", Scene.SERUM, 9, 5, null, null)
                    .video(1, "poster", 10, 0)
                    .video(2, "seller", 10, 3)
                    .video(3, "partner", 10, 3)
                    .video(4, "partner", 12, 3)
                    .creatorStanding("partner", 2, 0.04, true)
                    .video(5, "gone", 31, 9);
            assertAll(
                    () -> assertEquals(CreatorStage.PROSPECT, stage(scene, "name")),
                    () -> assertEquals(CreatorStage.INVITED, stage(scene, "asker")),
                    () -> assertEquals(CreatorStage.SAMPLED, stage(scene, "onway")),
                    () -> assertEquals(CreatorStage.POSTED, stage(scene, "poster")),
                    () -> assertEquals(CreatorStage.SELLING, stage(scene, "seller")),
                    () -> assertEquals(CreatorStage.PARTNER, stage(scene, "partner")),
                    () -> assertEquals(CreatorStage.DORMANT, stage(scene, "gone")));
        }

        @Test
        void counts_every_stage_as_a_fact_with_a_stable_name() {
            PhaseReport report = new Scene()
                    .prospect("a")
                    .prospect("b")
                    .video(1, "c", 10, 1)
                    .seed(SEED)
                    .report();
            assertAll(
                    () -> assertEquals(2, number(report, "pipelineProspect")),
                    () -> assertEquals(0, number(report, "pipelineInvited")),
                    () -> assertEquals(0, number(report, "pipelineSampled")),
                    () -> assertEquals(0, number(report, "pipelinePosted")),
                    () -> assertEquals(1, number(report, "pipelineSelling")),
                    () -> assertEquals(0, number(report, "pipelinePartner")),
                    () -> assertEquals(0, number(report, "pipelineDormant")));
        }

        @ParameterizedTest(name = "last post {0} days ago: {1}")
        @CsvSource({"30, POSTED", "31, DORMANT"})
        void is_dormant_after_the_window_and_not_on_its_last_day(int daysAgo, CreatorStage expected) {
            assertEquals(expected, stage(new Scene().video(1, "c", daysAgo, 0).video(2, "c", 90, 0), "c"));
        }

        @ParameterizedTest(name = "{0} videos, q {1}, winner {2}: {3}")
        @CsvSource({
            "2, 0.05, true, PARTNER",
            "1, 0.01, true, SELLING",
            "2, 0.051, true, SELLING",
            "2, 0.01, false, SELLING"
        })
        void is_a_partner_only_with_two_videos_and_enough_certainty(
                int videos, double qValue, boolean winner, CreatorStage expected) {
            Scene scene = new Scene().video(1, "c", 5, 3).creatorStanding("c", videos, qValue, winner);
            assertEquals(expected, stage(scene, "c"));
        }

        @Test
        void sells_by_an_order_line_without_a_video_too() {
            Scene scene = new Scene().video(1, "live", 5, 0).orderLine("o1", "live", null, 4, 30);
            assertEquals(CreatorStage.SELLING, stage(scene, "live"));
        }

        @Test
        void is_invited_while_the_approval_lies_in_the_future() {
            Scene scene = new Scene().sample("early", Scene.SERUM, 3, -2, null, null);
            assertEquals(CreatorStage.INVITED, stage(scene, "early"));
        }
    }

    @Nested
    final class Clock {

        @ParameterizedTest(name = "{0} days after delivery: {1} reminders, {2} closings")
        @CsvSource({"4, 0, 0", "5, 1, 0", "20, 1, 0", "21, 0, 1", "90, 0, 1"})
        void reminds_from_day_5_and_closes_from_day_21_but_never_both(int daysAgo, int reminders, int closings) {
            Scene scene = new Scene().delivered("c", daysAgo);
            assertAll(
                    () -> assertEquals(
                            reminders,
                            actions(scene, Action.RemindCreator.class).size()),
                    () -> assertEquals(
                            closings, actions(scene, Action.CloseSample.class).size()));
        }

        @Test
        void follows_the_policy() {
            Scene scene = new Scene()
                    .policy(PolicyNumber.REMIND_AFTER_DAYS, "10")
                    .policy(PolicyNumber.CLOSE_AFTER_DAYS, "14")
                    .delivered("young", 9)
                    .delivered("due", 10)
                    .delivered("late", 14);
            assertEquals(List.of("due"), subjects(scene, Action.RemindCreator.class));
            assertEquals(List.of("late"), subjects(scene, Action.CloseSample.class));
        }

        @Test
        void is_quiet_once_a_post_followed_even_on_the_day_of_delivery() {
            Scene scene = new Scene().delivered("c", 10).video(1, "c", 10, 0);
            assertTrue(actions(scene, Action.RemindCreator.class).isEmpty());
        }

        @Test
        void does_not_take_an_earlier_post_or_one_of_another_product_for_an_answer() {
            Scene scene = new Scene()
                    .delivered("before", 10)
                    .video(1, "before", 11, 0)
                    .delivered("other", 10)
                    .listed(2, "other", 5, CreativeTags.UNKNOWN, Scene.CREAM);
            assertEquals(List.of("before", "other"), subjects(scene, Action.RemindCreator.class));
        }

        @Test
        void takes_a_post_without_known_products_for_an_answer() {
            Scene scene = new Scene().delivered("c", 10).listed(2, "c", 5, CreativeTags.UNKNOWN);
            assertTrue(actions(scene, Action.RemindCreator.class).isEmpty());
        }

        @Test
        void starts_again_when_a_unit_is_sent_again() {
            Scene scene = new Scene().delivered("c", 40).delivered("c", 6);
            assertEquals(List.of("c"), subjects(scene, Action.RemindCreator.class));
            assertTrue(actions(scene, Action.CloseSample.class).isEmpty());
        }

        @Test
        void reminds_a_creator_once_about_the_oldest_of_several_products() {
            Scene scene =
                    new Scene().sample("c", Scene.SERUM, 20, 18, 8, null).sample("c", Scene.CREAM, 20, 18, 12, null);
            List<Action.RemindCreator> reminders = actions(scene, Action.RemindCreator.class);
            assertEquals(
                    List.of(Scene.CREAM),
                    reminders.stream().map(Action.RemindCreator::product).toList());
        }

        @Test
        void does_not_start_before_the_day_of_delivery() {
            Scene scene =
                    new Scene().sample("c", Scene.SERUM, 40, 38, null, null).sample("d", Scene.SERUM, 9, 8, -1, null);
            assertTrue(scene.seed(SEED).actions().stream().noneMatch(action -> action instanceof Action.RemindCreator));
            assertTrue(actions(scene, Action.CloseSample.class).isEmpty());
        }

        @Test
        void asks_before_a_person_is_contacted_and_not_before_a_sample_is_closed() {
            Scene scene = new Scene().delivered("due", 6).delivered("late", 30);
            Explanation remind =
                    actions(scene, Action.RemindCreator.class).get(0).explanation();
            Explanation close = actions(scene, Action.CloseSample.class).get(0).explanation();
            assertAll(
                    () -> assertTrue(remind.needsApproval()),
                    () -> assertFalse(close.needsApproval()),
                    () -> assertEquals(
                            "It arrived on 2026-11-10, 6 days ago, and no post has followed.",
                            remind.because().get(0)),
                    () -> assertEquals(
                            "0 of 1 samples were answered within 21 days.",
                            remind.because().get(1)),
                    () -> assertEquals("Stop waiting for a post of late about Serum.", close.text()));
        }

        @Test
        void says_when_no_sample_is_old_enough_to_learn_from() {
            Explanation remind = actions(new Scene().delivered("due", 6), Action.RemindCreator.class)
                    .get(0)
                    .explanation();
            assertEquals(
                    "No sample of the brand is older than 21 days yet.",
                    remind.because().get(1));
        }
    }

    @Nested
    final class NextSamples {

        @Test
        void leaves_young_samples_out_of_the_answer_rate_whether_answered_or_not() {
            Scene scene = new Scene()
                    .delivered("old", 21)
                    .video(1, "old", 20, 1)
                    .delivered("silent", 30)
                    .delivered("young", 20)
                    .delivered("early", 8)
                    .video(2, "early", 6, 1);
            PhaseReport report = scene.seed(SEED).report();
            assertEquals(2, number(report, "samplesMatured"));
            assertEquals(5 / 12.0, number(report, "sampleToPostRate"), 1e-12);
        }

        @Test
        void does_not_count_a_post_after_the_window_as_an_answer_in_time() {
            Scene scene = new Scene().delivered("late", 50).video(1, "late", 28, 1);
            assertEquals(4 / 11.0, number(scene.seed(SEED).report(), "sampleToPostRate"), 1e-12);
        }

        @Test
        void multiplies_answer_rate_videos_and_contribution_and_takes_the_sample_off() {
            Scene scene = history(40, 100);
            double value = number(scene.seed(SEED).report(), "nextSampleContributionSeller");
            double rate = (4 + 40.0) / (10 + 40.0);
            double videos = (5 + 40.0) / (2 + 40.0);
            double contribution = 100 + 20 / 3.0;
            assertEquals(rate * videos * contribution - 10, value, 0.05 * rate * videos * contribution);
        }

        @Test
        void is_surer_the_more_creators_stand_behind_it() {
            assertTrue(width(history(40, 100)) < 0.7 * width(history(4, 100)));
        }

        private double width(Scene scene) {
            Estimate value = scene.seed(SEED).report().facts().stream()
                    .filter(fact -> fact.name().equals("nextSampleContribution"))
                    .findFirst()
                    .orElseThrow()
                    .estimate()
                    .orElseThrow();
            return value.high() - value.low();
        }

        @Test
        void approves_by_expected_contribution_and_states_its_counts() {
            Scene scene = history(10, 100)
                    .video(1, "star", 5, 9)
                    .earned(1, 2000)
                    .video(2, "weak", 5, 1)
                    .earned(2, -900)
                    .requested("weak", 9)
                    .requested("star", 1)
                    .requested("seller3", 2);
            List<Action.SendSample> sent = actions(scene, Action.SendSample.class);
            Explanation star = sent.get(0).explanation();
            assertAll(
                    () -> assertEquals(
                            List.of("star", "seller3"),
                            sent.stream().map(Action::subject).toList()),
                    () -> assertEquals("Send star a sample of Serum.", star.text()),
                    () -> assertEquals("10.00 USD", star.cost().toString()),
                    () -> assertTrue(star.needsApproval()),
                    () -> assertEquals(
                            "Of creators who have sold, 10 of 10 samples were answered in time, with 10 videos.",
                            star.because().get(1)),
                    () -> assertTrue(star.unless().startsWith("Decline if a sample costs more than "), star.unless()));
        }

        @Test
        void sends_nothing_where_videos_lose_money() {
            Scene scene = history(20, -50).requested("seller3", 2).requested("new", 1);
            assertTrue(actions(scene, Action.SendSample.class).isEmpty());
        }

        @Test
        void keeps_a_share_of_the_wave_for_creators_without_a_post() {
            Scene scene = history(10, 100).policy(PolicyNumber.WAVE_SIZE, "5");
            for (int i = 0; i < 10; i++) {
                scene.requested("seller" + i, 3).requested("new" + i, 3);
            }
            List<String> sent = subjects(scene, Action.SendSample.class);
            assertEquals(5, sent.size());
            assertEquals(1, sent.stream().filter(name -> name.startsWith("new")).count());
        }

        @Test
        void lets_the_exploring_share_pay_with_a_fair_chance_only() {
            Scene unsure = history(3, 6).requested("new", 1);
            List<Action.SendSample> sent = actions(unsure, Action.SendSample.class);
            assertEquals(1, sent.size());
            Explanation why = sent.get(0).explanation();
            assertAll(
                    () -> assertTrue(why.expectedValue().orElseThrow().mean() < 0),
                    () -> assertTrue(why.expectedValue().orElseThrow().high() > 0),
                    () -> assertEquals(
                            "It belongs to the 20.0% of the wave that is kept for creators without a post.",
                            why.because().get(3)));
        }

        @Test
        void explores_nothing_if_the_policy_wants_none() {
            Scene scene = history(3, 6)
                    .policy(PolicyNumber.SAMPLE_EXPLORATION_SHARE, "0")
                    .requested("new", 1);
            assertTrue(actions(scene, Action.SendSample.class).isEmpty());
        }

        @Test
        void asks_about_one_request_of_a_creator_the_oldest() {
            Scene scene = history(10, 100)
                    .sample("new", Scene.CREAM, 9, null, null, "3.00")
                    .sample("new", Scene.SERUM, 2, null, null, "3.00");
            List<Action.SendSample> sent = actions(scene, Action.SendSample.class);
            assertEquals(
                    List.of(Scene.CREAM),
                    sent.stream().map(Action.SendSample::product).toList());
        }

        @Test
        void breaks_ties_by_age_of_the_request_then_name() {
            Scene scene =
                    history(10, 100).requested("zoe", 5).requested("amy", 5).requested("ned", 9);
            assertEquals("ned", subjects(scene, Action.SendSample.class).get(0).substring(0, 3));
        }

        @Test
        void takes_unknown_costs_from_like_samples_and_else_from_the_policy() {
            Scene own = history(5, 100).sample("new", Scene.SERUM, 1, null, null, null);
            Scene policy =
                    new Scene().video(1, "a", 9, 3).earned(1, 500).sample("new", Scene.SERUM, 1, null, null, null);
            assertEquals("10.00 USD", cost(own));
            assertEquals("15.00 USD", cost(policy));
        }

        private String cost(Scene scene) {
            return actions(scene, Action.SendSample.class)
                    .get(0)
                    .explanation()
                    .cost()
                    .toString();
        }

        @Test
        void invites_dormant_sellers_and_prospects_only_while_nothing_is_requested() {
            Scene scene = history(5, 100)
                    .video(900, "gone", 60, 4)
                    .earned(900, 400)
                    .video(901, "quiet", 60, 0)
                    .earned(901, 0)
                    .prospect("cold");
            assertEquals(List.of("gone", "cold"), subjects(scene, Action.InviteCreator.class));
            Explanation why = actions(scene, Action.InviteCreator.class).get(0).explanation();
            assertAll(
                    () -> assertEquals("Win back gone and offer a sample.", why.text()),
                    () -> assertTrue(why.needsApproval()),
                    () -> assertEquals("0.00 USD", why.cost().toString()));
            assertTrue(subjects(scene.requested("new", 1), Action.InviteCreator.class)
                    .isEmpty());
        }

        @Test
        void does_not_invite_who_holds_a_sample_or_who_would_cost_money() {
            Scene holding = history(5, 100)
                    .video(900, "gone", 60, 4)
                    .earned(900, 400)
                    .delivered("gone", 2)
                    .video(902, "sent", 60, 4)
                    .earned(902, 400)
                    .sample("sent", Scene.SERUM, 9, 2, null, "5.00");
            Scene losing = history(5, -100).prospect("cold");
            assertTrue(subjects(holding, Action.InviteCreator.class).isEmpty());
            assertTrue(subjects(losing, Action.InviteCreator.class).isEmpty());
        }

        @Test
        void says_so_if_no_video_could_be_ranked() {
            Seeded seeded = new Scene().video(1, "a", 9, 3).requested("new", 1).seed(SEED);
            assertTrue(seeded.report().facts().stream()
                    .anyMatch(fact -> fact.text()
                            .equals("What the next sample brings cannot be said: no video could be ranked.")));
            assertTrue(seeded.actions().isEmpty());
        }

        @Test
        void adds_back_the_samples_that_the_ranking_charges_a_video_with() {
            Scene charged = new Scene()
                    .video(1, "a", 9, 3)
                    .earned(1, 20)
                    .sample("a", Scene.SERUM, 9, 5, null, "30.00")
                    .sample("other", Scene.SERUM, null, null, null, "0.00");
            Scene free = new Scene()
                    .video(1, "a", 9, 3)
                    .earned(1, 50)
                    .sample("a", Scene.SERUM, 9, 5, null, "0.00")
                    .sample("other", Scene.SERUM, null, null, null, "30.00");
            double first = number(free.seed(SEED).report(), "nextSampleContribution");
            double second = number(charged.seed(SEED).report(), "nextSampleContribution");
            assertEquals(first, second, 1e-9);
        }

        @Test
        void headlines_what_is_to_do() {
            Scene scene = history(4, 100).requested("seller1", 2).delivered("due", 6);
            assertEquals(
                    "4 of 5 creators sell; 1 of 1 waiting samples are worth sending, 0 creators are worth inviting,"
                            + " 1 need a reminder, 0 samples can be given up.",
                    scene.seed(SEED).report().headline());
        }
    }

    @ParameterizedTest(name = "shuffle seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void gives_the_same_result_whatever_the_order_of_the_evidence(long shuffle) {
        Scene scene = history(8, 60)
                .requested("new", 3)
                .requested("seller3", 3)
                .requested("old", 3)
                .video(900, "old", 40, 1)
                .earned(900, 10)
                .delivered("due", 6)
                .delivered("late", 26);
        Seeded other = Seed.seed(scene.shuffled(shuffle), scene.selected(), SEED);
        assertEquals(scene.seed(SEED), other);
    }

    @Test
    void draws_differ_by_seed_and_repeat_by_it() {
        Scene scene = history(4, 60);
        assertEquals(scene.seed(1), scene.seed(1));
        assertFalse(scene.seed(1).report().equals(scene.seed(2).report()));
    }
}
