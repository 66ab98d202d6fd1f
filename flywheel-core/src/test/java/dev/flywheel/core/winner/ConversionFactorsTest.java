package dev.flywheel.core.winner;

import static dev.flywheel.core.Portfolio.LONG_AGO;
import static dev.flywheel.core.Portfolio.video;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Stage B of statistics 1.1: what hook, angle, placement and creator tell of a video's rate. */
class ConversionFactorsTest {

    private static final int NEW = 9_000;

    @Test
    void factors_enter_from_two_hundred_videos_with_exposure_on() {
        FactorWorld world = FactorWorld.of(199, 1).post(NEW, "hook1", "creator1");

        assertFalse(world.fit().knowsFactors(), "a video without exposure does not count");

        world.show(NEW, LONG_AGO, 5_000, 100, 3);
        assertTrue(world.fit().knowsFactors());
        assertFalse(world.fit(video(NEW)).knowsFactors(), "nor does one that is held out");
    }

    @Test
    @DisplayName("a new video of a hook that sells twice as well is expected to sell better (seed 2)")
    void a_new_video_is_expected_to_do_as_its_hook_and_creator_do() {
        FactorWorld world = FactorWorld.of(600, 2);
        for (int i = 0; i < 60; i++) {
            world.post(1_000 + i, i < 30 ? "good" : "bad", "someone" + i % 15);
            world.show(1_000 + i, LONG_AGO, 20_000, 400, i < 30 ? 24 : 6);
        }
        for (int i = 0; i < 8; i++) {
            world.post(2_000 + i, "hook1", "star").show(2_000 + i, LONG_AGO, 20_000, 400, 30);
        }
        world.post(NEW, "good", "unheard of").post(NEW + 1, "bad", "unheard of").post(NEW + 2, null, "unheard of");
        world.post(NEW + 3, null, "star");
        ConversionModel model = world.fit();

        double good = model.prior(video(NEW)).mean();
        double bad = model.prior(video(NEW + 1)).mean();
        double unknown = model.prior(video(NEW + 2)).mean();
        double star = model.prior(video(NEW + 3)).mean();

        assertTrue(good > 1.5 * bad, good + " " + bad);
        assertTrue(good > unknown && unknown > bad, good + " " + unknown + " " + bad);
        assertTrue(star > 1.5 * unknown, star + " " + unknown);
        assertTrue(
                model.prior(video(NEW + 2)).shape() < model.prior(video(NEW)).shape(),
                "of an unknown hook less is known");
    }

    @Test
    @DisplayName("the prior of a held-out video ignores its own orders, lucky or not (seed 3)")
    void the_prior_of_a_video_under_test_never_sees_its_own_orders() {
        RateBelief[] heldOut = new RateBelief[2];
        RateBelief[] leaking = new RateBelief[2];
        for (int lucky = 0; lucky < 2; lucky++) {
            FactorWorld world = FactorWorld.of(300, 3)
                    .post(NEW, "hook1", "has one video")
                    .show(NEW, LONG_AGO, 8_000, 160, lucky == 1 ? 24 : 4);
            heldOut[lucky] = world.fit(video(NEW)).prior(video(NEW));
            leaking[lucky] = world.fit().prior(video(NEW));
        }

        assertEquals(heldOut[0], heldOut[1]);
        assertNotEquals(leaking[0], leaking[1]);
        assertTrue(
                leaking[1].mean() > 1.15 * heldOut[1].mean(),
                "a creator of one lucky video is taken for a lucky creator: " + leaking[1] + " " + heldOut[1]);
    }

    @Test
    void the_posterior_of_a_held_out_video_adds_its_own_orders_to_what_its_likes_tell() {
        FactorWorld world = FactorWorld.of(300, 3)
                .post(NEW, "hook1", "has one video")
                .show(NEW, LONG_AGO, 8_000, 160, 24)
                .post(NEW + 1, "hook1", "nobody");
        ConversionModel model = world.fit(video(NEW), video(NEW + 1));
        RateBelief prior = model.prior(video(NEW));

        assertEquals(prior.shape() + 24, model.posterior(video(NEW)).shape(), 1e-12);
        assertEquals(
                prior.rate() + model.tally(video(NEW)).maturedExposure(),
                model.posterior(video(NEW)).rate(),
                1e-9);
        assertEquals(model.prior(video(NEW + 1)), model.posterior(video(NEW + 1)), "nothing was seen of it");
    }

    @Test
    void beliefs_depend_on_totals_only() {
        FactorWorld whole =
                FactorWorld.of(250, 4).post(NEW, "hook1", "creator1").show(NEW, LONG_AGO, 9_000, 180, 12);
        FactorWorld split = FactorWorld.of(250, 4)
                .post(NEW, "hook1", "creator1")
                .show(NEW, LONG_AGO, 4_000, 80, 9)
                .show(NEW, LONG_AGO.minusDays(1), 5_000, 100, 3);

        assertEquals(whole.fit().tally(video(NEW)), split.fit().tally(video(NEW)));
        assertEquals(whole.fit().posterior(video(NEW)), split.fit().posterior(video(NEW)));
        assertEquals(whole.fit().posterior(video(7)), split.fit().posterior(video(7)));
    }
}
