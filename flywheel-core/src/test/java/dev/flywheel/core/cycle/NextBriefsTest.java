package dev.flywheel.core.cycle;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.flywheel.core.content.Brief;
import dev.flywheel.core.content.CreativeTags;
import dev.flywheel.core.program.Policy;
import dev.flywheel.core.program.PolicyNumber;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NextBriefsTest {

    private static final long SEED = 3;

    private static Scene tags() {
        return new Scene()
                .hook("proof", 40, 9, 8000, 200)
                .hook("question", 40, 9, 2000, 200)
                .hook("shock", 40, 9, 1000, 200)
                .angle("price", 60, 9, 9000, 200)
                .angle("problem", 60, 9, 2000, 200)
                .placement("early", 60, 9, 6000, 200)
                .placement("late", 60, 9, 5000, 200);
    }

    private static List<NextBriefs.Choice> choices(Scene scene, long seed) {
        return NextBriefs.choose(scene.measured(), scene.selected(), seed);
    }

    private static List<Brief> briefs(Scene scene, long seed) {
        return choices(scene, seed).stream().map(NextBriefs.Choice::brief).toList();
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

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void proposes_five_different_briefs_within_the_limits(long seed) {
        List<Brief> briefs = briefs(tags(), seed);
        Map<String, Long> perHook = briefs.stream().collect(Collectors.groupingBy(Brief::hook, Collectors.counting()));
        assertAll(
                () -> assertEquals(5, briefs.size()),
                () -> assertEquals(
                        5,
                        new HashSet<>(briefs.stream().map(NextBriefsTest::cell).toList()).size()),
                () -> assertTrue(perHook.values().stream().allMatch(count -> count <= 2), perHook::toString),
                () -> assertEquals(1, briefs.stream().filter(Brief::exploration).count()));
    }

    @Test
    void asks_most_for_what_pays_most() {
        Scene scene = tags().policy(PolicyNumber.BRIEFS, "1");
        int best = 0;
        for (long seed = 0; seed < 50; seed++) {
            Brief brief = briefs(scene, seed).get(0);
            best += brief.hook().equals("proof") && brief.angle().equals("price") ? 1 : 0;
        }
        assertTrue(best >= 45, "best combination in " + best + " of 50 draws");
    }

    @Test
    void tries_what_is_unsure_now_and_then() {
        Scene scene = tags().policy(PolicyNumber.BRIEFS, "1").hook("new", 3, 3, 100, 600);
        long tried = LongStream.range(0, 100)
                .filter(seed -> briefs(scene, seed).get(0).hook().equals("new"))
                .count();
        assertTrue(tried > 0 && tried < 50, "tried " + tried + " of 100 times");
    }

    @Test
    void claims_nothing_for_a_tag_of_fewer_than_three_creators() {
        Scene scene = tags().hook("star", 10, 2, 90_000, 100);
        for (long seed = 0; seed < 20; seed++) {
            for (Brief brief : briefs(scene, seed)) {
                assertTrue(!brief.hook().equals("star") || brief.exploration(), brief::toString);
            }
        }
        Brief star = briefs(scene, SEED).stream()
                .filter(brief -> brief.hook().equals("star"))
                .findFirst()
                .orElseThrow();
        assertEquals(
                "hook 'star': 10 videos of 2 creators, too few creators for a claim (3 are needed).",
                star.because().get(0));
    }

    @Test
    void explores_everywhere_while_no_tag_has_three_creators() {
        Scene scene = new Scene()
                .hook("a", 2, 1, 10, 5)
                .hook("b", 2, 2, 20, 5)
                .hook("c", 2, 2, 20, 5)
                .angle("d", 4, 2, 30, 5)
                .placement("e", 4, 2, 30, 5);
        List<Brief> briefs = briefs(scene, SEED);
        assertEquals(3, briefs.size());
        assertTrue(briefs.stream().allMatch(Brief::exploration));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void explores_the_least_tried_combination_where_all_have_been_tried(long seed) {
        Scene scene = tags();
        int id = 1;
        for (String hook : List.of("proof", "question", "shock")) {
            for (String angle : List.of("price", "problem")) {
                for (String placement : List.of("early", "late")) {
                    int videos = hook.equals("shock") && placement.equals("late") ? 1 : 2;
                    for (int i = 0; i < videos; i++) {
                        scene.listed(id++, "c", 9, new CreativeTags(hook, angle, placement, null));
                    }
                }
            }
        }
        Brief explored = briefs(scene, seed).stream()
                .filter(Brief::exploration)
                .findFirst()
                .orElseThrow();
        assertEquals(
                "1 videos have tried the three together; it is here to learn.",
                explored.because().get(3));
    }

    @Test
    void gives_counts_and_intervals_behind_each_tag() {
        Scene scene = tags().listed(1, "a", 9, new CreativeTags("proof", "price", "early", null));
        for (NextBriefs.Choice choice : choices(scene, SEED)) {
            Brief brief = choice.brief();
            boolean tried = cell(brief).equals("proof / price / early");
            assertAll(
                    () -> assertTrue(brief.because()
                            .get(0)
                            .startsWith("hook '" + brief.hook() + "': 40 videos of 9 creators, ")),
                    () -> assertTrue(brief.because().get(0).endsWith("] USD per video."), brief.because()::toString),
                    () -> assertTrue(brief.because()
                            .get(3)
                            .startsWith(tried ? "1 videos have tried" : "Nobody has tried the three together yet")));
        }
    }

    @Test
    void values_a_brief_by_its_difference_to_the_average_and_costs_nothing() {
        Scene scene = tags().policy(PolicyNumber.BRIEFS, "1")
                .earned(1, 20)
                .earned(2, 30)
                .listed(1, "a", 9, CreativeTags.UNKNOWN)
                .listed(2, "a", 9, CreativeTags.UNKNOWN);
        NextBriefs.Choice choice = choices(scene, SEED).get(0);
        Explanation why = choice.action(Scene.USD).explanation();
        double hook = 8000 / 40.0 - 11_000 / 120.0;
        double angle = 9000 / 60.0 - 11_000 / 120.0;
        double placement = 6000 / 60.0 - 11_000 / 120.0;
        assertEquals("proof / price / early", cell(choice.brief()));
        assertAll(
                () -> assertEquals(hook + angle + placement, choice.gain().mean(), 15),
                () -> assertEquals("0.00 USD", why.cost().toString()),
                () -> assertTrue(why.needsApproval()),
                () -> assertEquals(
                        "Ask for a video with hook 'proof', angle 'price' and placement 'early'.", why.text()),
                () -> assertEquals("Choose another one if the product cannot be shown this way.", why.unless()));
    }

    @Test
    void says_what_cannot_be_ruled_out_when_the_gain_is_unsure() {
        Scene scene =
                new Scene().hook("a", 4, 4, 10, 50).angle("b", 4, 4, 10, 50).placement("c", 4, 4, 10, 50);
        Explanation why = choices(scene, SEED).get(0).action(Scene.USD).explanation();
        assertTrue(why.unless().endsWith("less than the average video; that cannot be ruled out."), why::unless);
    }

    @Test
    void proposes_fewer_briefs_than_wanted_when_hooks_are_few() {
        Scene scene = new Scene()
                .hook("only", 9, 4, 90, 5)
                .angle("a", 9, 4, 90, 5)
                .angle("b", 9, 4, 90, 5)
                .angle("c", 9, 4, 90, 5)
                .placement("p", 9, 4, 90, 5);
        assertEquals(2, briefs(scene, SEED).size());
    }

    @Test
    void proposes_nothing_while_one_of_the_three_tags_is_unknown_everywhere() {
        Scene scene = new Scene().hook("a", 9, 4, 90, 5).angle("b", 9, 4, 90, 5);
        assertTrue(choices(scene, SEED).isEmpty());
        assertEquals(
                "0 briefs are proposed, 0 of them to learn: no video carries a tag for placement",
                scene.compound(SEED).report().facts().stream()
                        .filter(fact -> fact.name().equals("briefs"))
                        .findFirst()
                        .orElseThrow()
                        .text());
    }

    @Test
    void draws_noisy_levels_to_the_average() {
        List<TagLevel> levels = TagLevel.of(
                new Scene()
                        .hook("much", 100, 9, 10_000, 1)
                        .hook("little", 1, 9, 300, 1)
                        .hook("none", 0, 0, 0, 1)
                        .selected()
                        .rankings()
                        .hooks(),
                10_000);
        TagLevel little = levels.get(0);
        assertEquals(
                List.of("little", "much"), levels.stream().map(TagLevel::name).toList());
        assertTrue(little.effect() > 0 && little.effect() < 0.9 * (300 - 10_300 / 101.0), little::toString);
    }

    @Test
    void repeats_by_seed_and_differs_by_it() {
        assertEquals(choices(tags(), 9), choices(tags(), 9));
        assertTrue(
                LongStream.range(10, 30).anyMatch(seed -> !choices(tags(), seed).equals(choices(tags(), 9))));
    }

    private static String cell(Brief brief) {
        return brief.hook() + " / " + brief.angle() + " / " + brief.placement();
    }
}
