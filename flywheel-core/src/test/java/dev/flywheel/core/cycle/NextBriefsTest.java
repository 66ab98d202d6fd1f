package dev.flywheel.core.cycle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.flywheel.core.content.CreativeTags;
import dev.flywheel.core.program.Policy;
import dev.flywheel.core.program.PolicyNumber;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NextBriefsTest {

    private static final long SEED = 3;

    /** Each combination of two hooks, two angles and two placements, by six creators; proof sells three times as well. */
    private static Scene tags() {
        Scene scene = new Scene();
        int id = 1;
        for (String hook : List.of("proof", "question")) {
            for (String angle : List.of("price", "problem")) {
                for (String placement : List.of("early", "late")) {
                    for (int i = 0; i < 3; i++) {
                        CreativeTags tags = new CreativeTags(hook, angle, placement, null);
                        int orders = (hook.equals("proof") ? 18 : 6) + id % 3;
                        scene.tagged(id, "creator" + id % 6, tags, 300, orders);
                        id++;
                    }
                }
            }
        }
        return scene;
    }

    private static NextBriefs choose(Scene scene, long seed) {
        Measured measured = scene.measured();
        Seeded seeded = Seed.seed(measured, scene.selected(), seed);
        return NextBriefs.choose(measured, Select.rank(measured, seed), seeded, seed);
    }

    @ParameterizedTest(name = "{0} briefs, share {1}: {2} exploring")
    @CsvSource({
        "5, 0.20, 1",
        "5, 0.05, 1",
        "4, 0.20, 0",
        "4, 0.25, 1",
        "10, 0.20, 2",
        "10, 0, 0",
        "0, 0.20, 0",
        "10, 0.3, 3"
    })
    void explores_with_a_share_of_the_briefs_and_at_least_one_of_five(String briefs, String share, int exploring) {
        Policy policy =
                Policy.defaults().with(PolicyNumber.BRIEFS, briefs).with(PolicyNumber.BRIEF_EXPLORATION_SHARE, share);
        assertEquals(exploring, NextBriefs.explorations(policy));
    }

    @ParameterizedTest(name = "{0} briefs, share {1}: {2} per hook")
    @CsvSource({"5, 0.40, 2", "10, 0.40, 4", "10, 0.3, 3", "1, 0.40, 1", "5, 1, 5", "3, 0.01, 1"})
    void limits_briefs_of_one_hook(String briefs, String share, int perHook) {
        Policy policy = Policy.defaults().with(PolicyNumber.BRIEFS, briefs).with(PolicyNumber.BRIEF_HOOK_SHARE, share);
        assertEquals(perHook, NextBriefs.briefsPerHook(policy));
    }

    @Test
    void asks_for_what_sells_and_says_why_with_counts_and_intervals() {
        NextBriefs briefs = choose(tags().policy(PolicyNumber.BRIEFS, "1"), SEED);
        Action.SendBrief action = (Action.SendBrief) briefs.actions().get(0);
        List<String> because = action.explanation().because();
        System.out.println(action);
    }

    @Test
    void proposes_nothing_while_one_of_the_three_tags_is_unknown_everywhere() {
        Scene scene = new Scene().tagged(1, "a", new CreativeTags("a", "b", null, null), 100, 3);
        NextBriefs briefs = choose(scene, SEED);
        assertEquals(List.of(), briefs.briefs());
        assertEquals(List.of(), briefs.actions());
        assertEquals(
                "0 briefs are proposed, 0 of them to learn: no video carries a tag for placement",
                briefs.fact().text());
    }

    @Test
    void proposes_nothing_without_any_tag_or_any_video() {
        assertEquals(
                "0 briefs are proposed, 0 of them to learn: no video carries a tag for hook, angle, placement",
                choose(new Scene().video(1, "a", 9, 3), SEED).fact().text());
        assertEquals(
                "0 briefs are proposed, 0 of them to learn: no video carries a tag for hook, angle, placement",
                choose(new Scene(), SEED).fact().text());
    }
}
