package dev.flywheel.core.learning;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.flywheel.core.decision.Engine;
import dev.flywheel.core.learning.BriefRecord.Chosen;
import dev.flywheel.core.learning.BriefRecord.Rule;
import dev.flywheel.core.learning.EffectLaw.Kind;
import dev.flywheel.core.roster.CreatorId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class BriefRecordTest {

    private static final int SEEDS = 60;
    private static final BriefCell BEST = new BriefCell("proof", "price", "early");

    private static List<BriefCell> cells(BriefRecord record) {
        return record.chosen().stream().map(Chosen::cell).toList();
    }

    private static List<BriefInputs.Tried> all(int videos, int ofShockLate) {
        List<BriefInputs.Tried> tried = new ArrayList<>();
        for (String hook : Laws.HOOKS) {
            for (String angle : Laws.ANGLES) {
                for (String placement : Laws.PLACEMENTS) {
                    boolean rare = hook.equals("shock") && placement.equals("late");
                    tried.add(
                            new BriefInputs.Tried(new BriefCell(hook, angle, placement), rare ? ofShockLate : videos));
                }
            }
        }
        return tried;
    }

    @Test
    void every_seed_holds_the_limit_of_a_hook_and_the_share_that_explores() {
        for (long seed = 0; seed < SEEDS; seed++) {
            BriefRecord record = BriefRecord.choose(Laws.known().inputs(seed));
            long proofs = cells(record).stream()
                    .filter(cell -> cell.hook().equals("proof"))
                    .count();
            long exploring = record.chosen().stream()
                    .filter(chosen -> chosen.rule() == Rule.EXPLORATION)
                    .count();
            String display = "seed " + seed + ": " + cells(record);
            assertEquals(5, cells(record).stream().distinct().count(), display);
            assertTrue(proofs <= 2, display);
            assertEquals(1, exploring, display);
        }
    }

    @Test
    void every_creator_that_got_a_brief_is_named_with_it_once() {
        BriefInputs inputs = Laws.creators(
                Laws.known().inputs(4),
                List.of(
                        Laws.available("ann", "early", "late"),
                        Laws.available("bob", "late"),
                        Laws.available("cy", "early")));
        BriefRecord record = BriefRecord.choose(inputs);
        assertEquals(3, record.assignments().size());
        List<CreatorId> named = cells(record).stream()
                .flatMap(cell -> record.creatorsOf(cell).stream())
                .sorted()
                .toList();

        assertEquals(List.of(new CreatorId("ann"), new CreatorId("bob"), new CreatorId("cy")), named);
        for (BriefRecord.Assignment assignment : record.assignments()) {
            assertTrue(record.creatorsOf(assignment.cell()).contains(assignment.creator()));
        }
        assertEquals(List.of(), record.creatorsOf(new BriefCell("no", "such", "brief")));
    }

    @Test
    void asks_most_for_what_pays_most() {
        long best = LongStream.range(0, SEEDS)
                .filter(seed -> cells(BriefRecord.choose(Laws.known().inputs(seed)))
                        .get(0)
                        .equals(BEST))
                .count();
        assertTrue(best > 0.8 * SEEDS && best < SEEDS, best + " of " + SEEDS);
    }

    @Test
    void with_a_share_of_zero_the_expected_best_is_asked_for_by_every_seed() {
        for (long seed = 0; seed < SEEDS; seed++) {
            BriefInputs expected = Laws.with(Laws.known().inputs(seed), new BriefInputs.Limits(2, 2, 1, 0, 10));
            BriefRecord record = BriefRecord.choose(expected);
            assertEquals(BEST, record.chosen().get(0).cell(), "seed " + seed);
            assertEquals(Rule.EXPLORATION, record.chosen().get(1).rule());
        }
        long explored = LongStream.range(0, SEEDS)
                .mapToObj(seed -> BriefRecord.choose(
                        Laws.with(Laws.known().inputs(seed), new BriefInputs.Limits(2, 2, 1, 0, 10))))
                .map(record -> record.chosen().get(1).cell())
                .distinct()
                .count();
        assertTrue(explored > 1, "briefs kept to explore use whole draws: " + explored);
    }

    @Test
    void a_pair_that_works_together_is_found_where_its_parts_are_not_best() {
        Laws law = Laws.known()
                .and(Kind.HOOK_AND_ANGLE, "shock", "problem", 1.9, 0.05)
                .and(Kind.ANGLE_AND_PLACEMENT, "problem", "late", 0.7, 0.05);
        BriefCell together = new BriefCell("shock", "problem", "late");
        long found = LongStream.range(0, SEEDS)
                .filter(seed ->
                        cells(BriefRecord.choose(law.inputs(seed))).get(0).equals(together))
                .count();
        assertTrue(found > 0.9 * SEEDS, found + " of " + SEEDS);
    }

    @Test
    void effects_that_are_known_only_together_are_drawn_together() {
        // The sum of proof and price is well known although each alone is not.
        Laws apart = new Laws().and(Kind.HOOK, "proof", "", 0.2, 1).and(Kind.ANGLE, "price", "", 0.2, 1);
        Laws together = new Laws()
                .and(Kind.HOOK, "proof", "", 0.2, 1)
                .and(Kind.ANGLE, "price", "", 0.2, 1)
                .correlated(2, 1, -0.99);
        double width = width(together);
        assertTrue(width < 0.5 * width(apart), width + " against " + width(apart));
    }

    private static double width(Laws law) {
        BriefInputs inputs = Laws.with(law.inputs(List.of("proof"), 4), new BriefInputs.Limits(4, 4, 0, 1, 400));
        Chosen chosen = BriefRecord.choose(inputs).chosen().stream()
                .filter(one -> one.cell().equals(BEST))
                .findFirst()
                .orElseThrow();
        return Math.log(chosen.multiplier().high() / chosen.multiplier().low());
    }

    @Test
    void a_hook_that_nobody_has_tried_gets_its_turn_now_and_then() {
        List<String> hooks = List.of("brandnew", "proof", "question", "shock");
        long asked = LongStream.range(0, SEEDS)
                .filter(seed -> cells(BriefRecord.choose(Laws.known().inputs(hooks, seed))).stream()
                        .anyMatch(cell -> cell.hook().equals("brandnew")))
                .count();
        long first = LongStream.range(0, SEEDS)
                .filter(seed -> cells(BriefRecord.choose(Laws.known().inputs(hooks, seed)))
                        .get(0)
                        .hook()
                        .equals("brandnew"))
                .count();
        assertTrue(asked > SEEDS / 2, "among the briefs for " + asked + " of " + SEEDS + " seeds");
        assertTrue(first > 0 && first < SEEDS / 3, "first for " + first + " of " + SEEDS + " seeds");
    }

    @Test
    void one_more_hook_to_choose_from_changes_nothing_unless_it_is_asked_for() {
        BriefInputs.Limits one = new BriefInputs.Limits(1, 1, 0, 1, 10);
        List<String> more = List.of("aaa", "proof", "question", "shock");
        int asked = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            List<BriefCell> before =
                    cells(BriefRecord.choose(Laws.with(Laws.known().inputs(seed), one)));
            List<BriefCell> after =
                    cells(BriefRecord.choose(Laws.with(Laws.known().inputs(more, seed), one)));
            boolean isNew = after.get(0).hook().equals("aaa");
            asked += isNew ? 1 : 0;
            assertTrue(isNew || before.equals(after), "seed " + seed + ": " + before + ", then " + after);
        }
        assertTrue(asked < SEEDS / 2, asked + " of " + SEEDS);
    }

    @Test
    void explores_the_least_tried_combination_where_all_have_been_tried() {
        for (long seed = 0; seed < SEEDS; seed++) {
            BriefRecord record = BriefRecord.choose(Laws.tried(Laws.known().inputs(seed), all(3, 1)));
            Chosen explored = record.chosen().get(4);
            boolean rareWasLeft = record.chosen().subList(0, 4).stream().noneMatch(chosen -> chosen.videos() == 1);
            assertEquals(Rule.EXPLORATION, explored.rule());
            assertTrue(explored.videos() == 1 || !rareWasLeft, "seed " + seed + ": " + record.chosen());
        }
    }

    @Test
    void the_leader_stands_aside_where_the_brief_is_to_learn() {
        for (long seed = 0; seed < SEEDS; seed++) {
            BriefInputs exploring =
                    Laws.with(Laws.tried(Laws.known().inputs(seed), all(2, 2)), new BriefInputs.Limits(1, 1, 1, 1, 10));
            assertNotEquals(List.of(BEST), cells(BriefRecord.choose(exploring)), "seed " + seed);
        }
    }

    @Test
    void values_a_brief_by_the_money_of_a_usual_video_and_the_mix_so_far() {
        BriefInputs inputs = Laws.with(
                Laws.tried(
                        Laws.known().inputs(1),
                        List.of(new BriefInputs.Tried(new BriefCell("shock", "problem", "late"), 3))),
                new BriefInputs.Limits(1, 1, 0, 1, 20_000));
        BriefRecord record = BriefRecord.choose(inputs);
        Chosen best = record.chosen().get(0);
        double expected = 8000 * rate(0.9);
        double average = 8000 * rate(-0.8);
        assertEquals(BEST, best.cell());
        assertAll(
                () -> assertEquals(expected, best.value().mean(), 0.01 * expected),
                () -> assertEquals(expected - average, best.gain().mean(), 0.01 * expected),
                () -> assertEquals(Math.exp(0.9), best.multiplier().mean(), 0.03 * Math.exp(0.9)),
                () -> assertTrue(best.gain().low() > 0.5 * best.gain().mean()),
                () -> assertEquals(0.8, best.value().level()),
                () -> assertTrue(best.probabilityBest() > 0.6 && best.probabilityBest() < 0.95, best::toString),
                () -> assertEquals(0, best.videos()));
    }

    /** Four coefficients with deviation .1, .05 for the base; two untried pairs with .1 each. */
    private static double rate(double effects) {
        return 0.03 * Math.exp(effects + (0.05 * 0.05 + 5 * 0.1 * 0.1) / 2);
    }

    @Test
    void names_the_best_combination_that_was_not_chosen_and_what_it_would_bring() {
        for (long seed = 0; seed < 20; seed++) {
            BriefRecord record = BriefRecord.choose(Laws.known().inputs(seed));
            String notTaken = record.basis().notTaken().choice();
            assertTrue(cells(record).stream().noneMatch(cell -> cell.toString().equals(notTaken)), notTaken);
            double value =
                    record.basis().notTaken().expectedValue().orElseThrow().mean();
            assertTrue(value > 100 && value < 700, notTaken + " " + value);
        }
        BriefRecord one =
                BriefRecord.choose(Laws.with(Laws.known().inputs(1), new BriefInputs.Limits(1, 1, 0, 1, 400)));
        assertEquals("proof / price / late", one.basis().notTaken().choice());
    }

    @Test
    void is_chosen_again_from_the_record_alone() {
        BriefInputs inputs = Laws.creators(
                Laws.known().inputs(11), List.of(Laws.available("a", "early"), Laws.available("b", "early", "late")));
        BriefRecord record = BriefRecord.choose(inputs);
        assertEquals(record, record.again());
        assertEquals("THOMPSON", record.basis().rule());
        assertEquals(11, record.basis().seed());
        assertEquals(Engine.VERSION, record.basis().engine());
        BriefRecord altered =
                new BriefRecord(Laws.known().inputs(12), record.chosen(), record.assignments(), record.basis());
        assertNotEquals(altered, altered.again());
    }

    @Test
    void chooses_nothing_where_a_tag_is_missing_and_nothing_where_nothing_is_wanted() {
        BriefRecord noHook = BriefRecord.choose(Laws.known().inputs(List.of(), 1));
        BriefRecord notWanted =
                BriefRecord.choose(Laws.with(Laws.known().inputs(1), new BriefInputs.Limits(0, 1, 0, 1, 10)));
        assertAll(
                () -> assertEquals(List.of(), noHook.chosen()),
                () -> assertEquals("NONE", noHook.basis().rule()),
                () -> assertEquals(noHook, noHook.again()),
                () -> assertEquals(List.of(), notWanted.chosen()));
    }

    @Test
    void chooses_fewer_than_wanted_when_hooks_are_few() {
        assertEquals(
                2,
                BriefRecord.choose(Laws.known().inputs(List.of("proof"), 1))
                        .chosen()
                        .size());
    }

    @Test
    void chooses_by_conversion_where_an_order_loses_money_and_says_what_it_loses() {
        BriefInputs inputs = Laws.known().inputs(1);
        BriefInputs losing = new BriefInputs(
                inputs.hooks(),
                inputs.angles(),
                inputs.placements(),
                inputs.law(),
                inputs.tried(),
                inputs.limits(),
                new BriefInputs.Worth(1000, -2),
                inputs.creators(),
                inputs.seed());
        BriefRecord record = BriefRecord.choose(losing);
        assertEquals(cells(BriefRecord.choose(inputs)), cells(record));
        assertTrue(record.chosen().get(0).value().mean() < 0);
    }

    @Test
    void refuses_inputs_that_make_no_sense() {
        assertAll(
                () -> refused("briefs must be at least 0, got -1", () -> new BriefInputs.Limits(-1, 1, 0, 1, 10)),
                () -> refused(
                        "explorations must be at most the 1 briefs, got 2",
                        () -> new BriefInputs.Limits(1, 1, 2, 1, 10)),
                () -> refused("perHook must be at least 1, got 0", () -> new BriefInputs.Limits(1, 0, 0, 1, 10)),
                () -> refused("drawShare must be in [0, 1], got 1.5", () -> new BriefInputs.Limits(1, 1, 0, 1.5, 10)),
                () -> refused("draws must be at least 1, got 0", () -> new BriefInputs.Limits(1, 1, 0, 1, 0)),
                () -> refused("videos must be at least 1, got 0", () -> new BriefInputs.Tried(BEST, 0)),
                () -> refused(
                        "exposurePerVideo must be in [0, 1e12], got NaN", () -> new BriefInputs.Worth(Double.NaN, 1)),
                () -> refused(
                        "leftPerOrder must be in [-1e12, 1e12], got NaN", () -> new BriefInputs.Worth(1, Double.NaN)),
                () -> refused(
                        "hooks must differ from each other, got [a, a]",
                        () -> Laws.known().inputs(List.of("a", "a"), 1)));
    }

    private static void refused(String message, org.junit.jupiter.api.function.Executable action) {
        assertEquals(
                message, assertThrows(IllegalArgumentException.class, action).getMessage());
    }
}
