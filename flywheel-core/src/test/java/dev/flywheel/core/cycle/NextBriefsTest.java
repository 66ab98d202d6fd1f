package dev.flywheel.core.cycle;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.flywheel.core.content.Brief;
import dev.flywheel.core.content.CreativeTags;
import dev.flywheel.core.learning.BriefRecord;
import dev.flywheel.core.program.Policy;
import dev.flywheel.core.program.PolicyNumber;
import dev.flywheel.core.roster.CreatorId;
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

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2})
    void proposes_different_briefs_within_the_limit_of_a_hook_and_one_to_learn(long seed) {
        List<Brief> briefs = choose(tags(), seed).briefs();
        Map<String, Long> perHook = briefs.stream().collect(Collectors.groupingBy(Brief::hook, Collectors.counting()));
        assertEquals(Map.of("proof", 2L, "question", 2L), perHook);
        assertEquals(4, briefs.stream().map(NextBriefsTest::cell).distinct().count());
    }

    @Test
    void asks_for_what_sells_and_says_why_with_counts_and_intervals() {
        NextBriefs briefs = choose(tags().policy(PolicyNumber.BRIEFS, "1"), SEED);
        Action.SendBrief action = (Action.SendBrief) briefs.actions().get(0);
        Explanation why = action.explanation();
        Brief brief = action.brief();
        assertEquals("proof", brief.hook());
        assertEquals(brief.because(), why.because().subList(0, 4));
        String interval = "[0-9.]+ times \\([0-9.]+ to [0-9.]+\\)";
        assertAll(
                () -> matches(
                        "hook 'proof' converts " + interval
                                + " as well as the average hook, 12 videos of 6 creators\\.",
                        why,
                        0),
                () -> matches("angle '" + brief.angle() + "': .*", why, 1),
                () -> matches("placement '" + brief.placement() + "': .*", why, 2),
                () -> matches(
                        "3 videos have tried the three together; they are expected to convert " + interval
                                + " as well as average tags, and best of all combinations with probability .*%\\.",
                        why,
                        3),
                () -> matches(
                        "Expected difference to the average brief: .* \\[.*, .*\\] USD per video of 300 clicks\\.",
                        why,
                        4),
                () -> assertEquals(EffectWords.CONFOUNDING, why.because().get(5)),
                () -> assertEquals("0.00 USD", why.cost().toString()),
                () -> assertTrue(why.expectedValue().orElseThrow().mean() > 0),
                () -> assertTrue(why.needsApproval()));
    }

    private static void matches(String pattern, Explanation why, int place) {
        String line = why.because().get(place);
        assertTrue(line.matches(pattern), line);
    }

    @Test
    void sends_each_brief_to_creators_drawn_by_lot_and_names_them() {
        NextBriefs briefs = choose(tags(), SEED);
        List<String> asked = briefs.actions().stream()
                .flatMap(action -> ((Action.SendBrief) action).creators().stream())
                .map(CreatorId::value)
                .sorted()
                .toList();
        Action.SendBrief first = (Action.SendBrief) briefs.actions().get(0);
        String names = first.creators().stream().map(CreatorId::value).collect(Collectors.joining(", "));
        assertEquals(List.of("creator0", "creator1", "creator2", "creator3", "creator4", "creator5"), asked);
        assertTrue(first.explanation().text().endsWith(" Send to: " + names + "."), first.explanation()::text);
        assertEquals(
                "A lot divided the briefs among the 6 creators who can make a video now, so that what it brings is not"
                        + " the creator's own choice.",
                first.explanation().because().get(6));
        assertEquals(briefs.record().creatorsOf(briefs.record().chosen().get(0).cell()), first.creators());
    }

    @Test
    void says_so_where_nobody_can_make_a_video_now() {
        Scene scene = new Scene()
                .listed(1, "a", 40, new CreativeTags("h", "a", "p", null), Scene.SERUM)
                .funnel(1, 38, 3);
        Action.SendBrief action =
                (Action.SendBrief) choose(scene, SEED).actions().get(0);
        assertEquals(List.of(), action.creators());
        assertTrue(action.explanation().text().endsWith("placement 'p'."), action.explanation()::text);
        assertEquals(
                "No creator is known who can make a video now.",
                action.explanation().because().get(6));
    }

    @Test
    void answers_from_its_priors_where_videos_are_tagged_and_nothing_is_counted() {
        Scene scene = new Scene()
                .listed(1, "a", 5, new CreativeTags("h", "a", "p", null))
                .listed(2, "b", 5, new CreativeTags("other", "a", "p", null));
        NextBriefs briefs = choose(scene, SEED);
        Explanation why = briefs.actions().get(0).explanation();
        assertEquals(2, briefs.briefs().size());
        assertTrue(why.expectedValue().isEmpty());
        assertAll(
                () -> matches(
                        "hook '.*': no video shows yet how it converts; hooks of the brand mostly lie between .*",
                        why,
                        0),
                () -> assertEquals(
                        "No video's clicks or views are known, so it cannot be put in money.",
                        why.because().get(4)));
    }

    @Test
    void says_what_cannot_be_ruled_out_when_the_gain_is_unsure() {
        Scene scene = new Scene()
                .tagged(1, "a", new CreativeTags("h", "a", "p", null), 100, 3)
                .tagged(2, "b", new CreativeTags("other", "b", "q", null), 100, 3);
        Explanation why = choose(scene, SEED).actions().get(0).explanation();
        assertTrue(why.unless().endsWith("less than the average brief; that cannot be ruled out."), why::unless);
    }

    @Test
    void a_label_that_no_video_carries_changes_nothing() {
        CreativeTags unused = new CreativeTags("never used", "price", "early", null);
        Scene more = tags().add(builder -> builder.tag(Scene.video(999), unused));
        assertEquals(choose(tags(), SEED).briefs(), choose(more, SEED).briefs());
    }

    @Test
    void is_chosen_again_from_its_record_and_repeats_by_seed() {
        BriefRecord record = choose(tags(), 9).record();
        assertEquals(record, record.again());
        assertEquals(record, choose(tags(), 9).record());
        assertTrue(LongStream.range(10, 14)
                .anyMatch(seed -> !choose(tags(), seed).record().chosen().equals(record.chosen())));
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

    private static String cell(Brief brief) {
        return brief.hook() + " / " + brief.angle() + " / " + brief.placement();
    }
}
