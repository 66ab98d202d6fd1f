package dev.flywheel.core.learning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.flywheel.core.content.CreativeTags;
import dev.flywheel.core.content.CreativeTags.Factor;
import dev.flywheel.core.content.Video;
import dev.flywheel.core.content.VideoId;
import dev.flywheel.core.roster.CreatorId;
import dev.flywheel.core.stats.SeededDraws;
import dev.flywheel.core.winner.ConversionModel;
import dev.flywheel.core.winner.OrderEconomics;
import dev.flywheel.core.winner.RateBelief;
import dev.flywheel.core.winner.VideoOutlook;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FactorLearningTest {

    private static final OrderEconomics ECONOMICS = new OrderEconomics(3, 0.1, 1, 9, 0.6, 0.6, 5, 1);

    /** 300 videos with 400 clicks each: proof converts twice as well as question, an unboxing half as well as a demo. */
    private static List<VideoOutlook> videos(boolean proofOnlyByTwo) {
        SeededDraws chance = new SeededDraws(5);
        List<VideoOutlook> videos = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            boolean proof = i % 2 == 0;
            boolean unboxing = i % 3 == 0;
            int creator = !proofOnlyByTwo ? i % 25 : proof ? i % 4 : 5 + i % 20;
            double rate = 0.02 * (proof ? 2 : 1) * (unboxing ? 0.5 : 1) * Math.exp(0.2 * chance.normal());
            double orders = Math.max(0, Math.rint(400 * rate + Math.sqrt(400 * rate) * chance.normal()));
            Video video = Video.builder(new VideoId(Long.toString(7_480_000_000_000_000_000L + i)))
                    .creator(new CreatorId("creator" + creator))
                    .tags(new CreativeTags(
                            proof ? "proof" : "question",
                            i % 5 < 2 ? "price" : "problem",
                            "early",
                            unboxing ? "unboxing" : "demo"))
                    .build();
            videos.add(new VideoOutlook(
                    video,
                    new ConversionModel.Tally(orders, 400, 400, 40_000),
                    new RateBelief(3, 100),
                    new RateBelief(3, 100),
                    ECONOMICS));
        }
        return videos;
    }

    private static TagEffect effect(FactorLearning learning, Factor factor, String tag) {
        return learning.effects().stream()
                .filter(effect -> effect.factor() == factor && effect.level().equals(tag))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void finds_planted_effects_against_the_average_of_their_kind_and_claims_them() {
        FactorLearning learning = FactorLearning.of(videos(false), 0.03);

        TagEffect proof = effect(learning, Factor.HOOK, "proof");
        TagEffect unboxing = effect(learning, Factor.FORMAT, "unboxing");
        assertEquals(Math.sqrt(2), proof.multiplier().mean(), 0.1);
        assertEquals(Math.sqrt(0.5), unboxing.multiplier().mean(), 0.06);
        assertTrue(proof.isClaim() && unboxing.isClaim());
        assertTrue(proof.probabilityBetter() > 0.99 && unboxing.probabilityBetter() < 0.01);
        assertEquals(150, proof.videos());
        assertEquals(25, proof.creators());
    }

    @Test
    void claims_nothing_of_a_hook_that_two_creators_used() {
        FactorLearning learning = FactorLearning.of(videos(true), 0.03);

        TagEffect proof = effect(learning, Factor.HOOK, "proof");
        assertEquals(2, proof.creators());
        assertTrue(proof.multiplier().mean() > 1);
        assertFalse(proof.isClaim());
    }

    @Test
    void a_video_that_nobody_has_clicked_stands_behind_no_effect() {
        List<VideoOutlook> more = new ArrayList<>(videos(false));
        Video unseen = Video.builder(new VideoId("7490000000000000000"))
                .creator(new CreatorId("nobody else"))
                .tags(new CreativeTags("proof", "price", "early", "demo"))
                .build();
        more.add(new VideoOutlook(
                unseen,
                new ConversionModel.Tally(0, 0, 0, 500),
                new RateBelief(3, 100),
                new RateBelief(3, 100),
                ECONOMICS));

        TagEffect proof = effect(FactorLearning.of(more, 0.03), Factor.HOOK, "proof");
        assertEquals(150, proof.videos());
        assertEquals(25, proof.creators());
    }

    @Test
    void the_law_of_all_effects_together_tells_the_same_of_two_hooks_as_their_effects() {
        FactorLearning learning = FactorLearning.of(videos(false), 0.03);
        EffectLaw law = learning.law();
        int proof = law.coefficients().indexOf(new EffectLaw.Coefficient(EffectLaw.Kind.HOOK, "proof", ""));
        int question = law.coefficients().indexOf(new EffectLaw.Coefficient(EffectLaw.Kind.HOOK, "question", ""));

        assertEquals(Math.log(2), law.means().get(proof) - law.means().get(question), 0.15);
    }

    @Test
    void a_tag_that_all_videos_share_cannot_be_compared() {
        TagEffect early = effect(FactorLearning.of(videos(false), 0.03), Factor.PLACEMENT, "early");

        assertFalse(early.isClaim());
        assertTrue(early.multiplier().low() < 1 && early.multiplier().high() > 1);
    }

    @Test
    void no_video_no_effect() {
        assertEquals(List.of(), FactorLearning.of(List.of(), 0.03).effects());
    }
}
