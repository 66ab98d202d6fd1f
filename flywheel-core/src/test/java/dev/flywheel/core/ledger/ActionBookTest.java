package dev.flywheel.core.ledger;

import static dev.flywheel.core.ledger.ActionState.APPROVED;
import static dev.flywheel.core.ledger.ActionState.DONE;
import static dev.flywheel.core.ledger.ActionState.EXPIRED;
import static dev.flywheel.core.ledger.ActionState.FAILED;
import static dev.flywheel.core.ledger.ActionState.OUTCOME_UNKNOWN;
import static dev.flywheel.core.ledger.ActionState.PROPOSED;
import static dev.flywheel.core.ledger.ActionState.REJECTED;
import static dev.flywheel.core.ledger.ActionState.SENDING;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.flywheel.core.content.VideoId;
import dev.flywheel.core.cycle.Action;
import dev.flywheel.core.cycle.Explanation;
import dev.flywheel.core.cycle.Proposal;
import dev.flywheel.core.money.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ActionBookTest {

    private static final Currency USD = Currency.getInstance("USD");
    private static final Instant AT = Instant.parse("2026-11-16T09:30:00Z");

    /** Every legal move, written down once more; all others are refused. */
    private static final Map<ActionState, List<ActionState>> LEGAL = new TreeMap<>(Map.of(
            PROPOSED, List.of(APPROVED, REJECTED, EXPIRED),
            APPROVED, List.of(REJECTED, EXPIRED, SENDING),
            SENDING, List.of(DONE, FAILED, OUTCOME_UNKNOWN),
            OUTCOME_UNKNOWN, List.of(DONE, FAILED)));

    /** A way to each state. */
    private static final Map<ActionState, List<ActionState>> WAYS = Map.of(
            PROPOSED, List.of(),
            APPROVED, List.of(APPROVED),
            REJECTED, List.of(REJECTED),
            EXPIRED, List.of(EXPIRED),
            SENDING, List.of(APPROVED, SENDING),
            DONE, List.of(APPROVED, SENDING, DONE),
            FAILED, List.of(APPROVED, SENDING, FAILED),
            OUTCOME_UNKNOWN, List.of(APPROVED, SENDING, OUTCOME_UNKNOWN));

    private static ActionMove proposed(String action, @Nullable BoostBudget budget) {
        return new ActionMove(action, PROPOSED, "engine", AT, "", budget);
    }

    private static ActionMove to(String action, ActionState state) {
        return ActionMove.to(action, state, "person-1", AT, "because");
    }

    private static BoostBudget boost(String boost, long cents) {
        return new BoostBudget(boost, new Money(cents, USD));
    }

    private static ActionBook bookWith(String action, @Nullable BoostBudget budget, ActionState state) {
        ActionBook book = new ActionBook().add(proposed(action, budget));
        WAYS.get(state).forEach(next -> book.add(to(action, next)));
        return book;
    }

    private static void move(ActionBook book, String action, ActionState... states) {
        List.of(states).forEach(state -> book.add(to(action, state)));
    }

    @ParameterizedTest
    @EnumSource
    void admits_legal_moves_alone(ActionState from) {
        for (ActionState to : ActionState.values()) {
            ActionBook book = bookWith("a", null, from);
            boolean legal = LEGAL.getOrDefault(from, List.of()).contains(to);
            assertEquals(legal, book.refusal(to("a", to)).isEmpty(), from + " to " + to);
            if (legal) {
                assertEquals(Optional.of(to), book.add(to("a", to)).state("a"));
            } else {
                IllegalArgumentException refused =
                        assertThrows(IllegalArgumentException.class, () -> book.add(to("a", to)));
                assertEquals("Action a cannot become " + to + ": it is " + from, refused.getMessage());
                assertEquals(Optional.of(from), book.state("a"));
            }
        }
    }

    @Test
    void starts_every_life_with_a_proposal() {
        ActionBook book = new ActionBook();
        assertEquals(
                Optional.of("Action a cannot become APPROVED: it is not proposed"), book.refusal(to("a", APPROVED)));
        assertEquals(Optional.empty(), book.state("a"));
        assertEquals(List.of(), book.actions());
    }

    @Test
    void tells_who_when_and_why() {
        ActionBook book = new ActionBook().add(proposed("a", boost("v", 500)));
        ActionMove approved = ActionMove.to("a", APPROVED, "person-7", AT.plusSeconds(60), "it holds");
        assertEquals(
                List.of(proposed("a", boost("v", 500)), approved),
                book.add(approved).history("a"));
    }

    @Test
    void is_folded_from_entries_and_leaves_others_alone() {
        List<ActionMove> moves = List.of(proposed("a", boost("v", 500)), to("a", APPROVED), to("a", SENDING));
        List<NewEntry> entries = new ArrayList<>(List.of(new NewEntry(AT, "noted", 1, "{}")));
        moves.forEach(move -> entries.add(move.entry()));
        ActionBook book = new ActionBook().add(HashChain.next(0, HashChain.start("Northpeak"), "k", entries));
        assertEquals(moves, book.history("a"));
        assertEquals(new Money(500, USD), book.perDay(USD));
        assertEquals(
                "{\"action\":\"a\",\"boost\":\"v\",\"by\":\"engine\",\"currency\":\"USD\",\"perDayMinor\":500,"
                        + "\"to\":\"PROPOSED\",\"why\":\"\"}",
                moves.get(0).entry().payload());
    }

    @Test
    void refuses_entries_that_it_does_not_understand() {
        NewEntry later = new NewEntry(AT, ActionMove.KIND, 2, "{}");
        NewEntry empty = new NewEntry(AT, ActionMove.KIND, 1, "{}");
        NewEntry noAmount = new NewEntry(AT, ActionMove.KIND, 1, "{\"boost\":\"v\",\"currency\":\"USD\"}");
        NewEntry fraction =
                new NewEntry(AT, ActionMove.KIND, 1, "{\"boost\":\"v\",\"currency\":\"USD\",\"perDayMinor\":0.5}");
        NewEntry huge = new NewEntry(
                AT, ActionMove.KIND, 1, "{\"boost\":\"v\",\"currency\":\"USD\",\"perDayMinor\":99999999999999999999}");
        for (NewEntry entry : List.of(later, empty, noAmount, fraction, huge)) {
            List<LedgerEntry> chained = HashChain.next(0, HashChain.start("Northpeak"), "k", List.of(entry));
            assertThrows(IllegalArgumentException.class, () -> new ActionBook().add(chained));
        }
    }

    @ParameterizedTest
    @EnumSource
    void counts_what_is_sent_and_not_known_to_have_failed(ActionState state) {
        boolean counts = List.of(SENDING, OUTCOME_UNKNOWN, DONE).contains(state);
        assertEquals(
                counts ? 500 : 0,
                bookWith("a", boost("v", 500), state).perDay(USD).minorUnits());
        assertEquals(state.isOpen(), List.of(SENDING, OUTCOME_UNKNOWN).contains(state));
    }

    @Test
    void counts_the_higher_budget_while_a_change_is_open() {
        ActionBook book = bookWith("start", boost("v", 500), DONE);
        book.add(proposed("raise", boost("v", 800)));
        move(book, "raise", APPROVED, SENDING, OUTCOME_UNKNOWN);
        assertEquals(800, book.perDay(USD).minorUnits());
        move(book, "raise", FAILED);
        assertEquals(500, book.perDay(USD).minorUnits());
        book.add(proposed("stop", boost("v", 0)));
        move(book, "stop", APPROVED, SENDING);
        assertEquals(500, book.perDay(USD).minorUnits());
        move(book, "stop", DONE);
        assertEquals(0, book.perDay(USD).minorUnits());
    }

    @Test
    void sends_one_change_of_a_boost_at_a_time() {
        ActionBook book = bookWith("a", boost("v", 500), OUTCOME_UNKNOWN);
        book.add(proposed("b", boost("v", 600))).add(proposed("c", boost("w", 600)));
        move(book, "b", APPROVED);
        move(book, "c", APPROVED);
        assertEquals(
                Optional.of("Action b cannot be sent: another change of boost v is open; read how that ended first"),
                book.refusal(to("b", SENDING)));
        assertEquals(Optional.empty(), book.refusal(to("c", SENDING)));
    }

    @Test
    void caps_what_runs_and_what_may_run() {
        DailyCap cap = new DailyCap(new Money(1_000, USD));
        ActionBook book = bookWith("a", boost("v", 500), OUTCOME_UNKNOWN);
        assertEquals(Optional.empty(), cap.refusal(book, boost("w", 500)));
        assertEquals(
                Optional.of("Boost w would bring all boosts to 1001 a day, above the cap of 1000, in smallest units of"
                        + " USD"),
                cap.refusal(book, boost("w", 501)));
        assertEquals(Optional.empty(), cap.refusal(book, boost("v", 1_000)));
        assertTrue(cap.refusal(book, boost("v", 1_001)).isPresent(), "its own rise counts");
    }

    @Test
    void never_refuses_to_lower_a_budget() {
        DailyCap lowered = new DailyCap(new Money(100, USD));
        ActionBook book = bookWith("a", boost("v", 500), DONE);
        assertEquals(Optional.empty(), lowered.refusal(book, boost("v", 400)));
        assertEquals(Optional.empty(), lowered.refusal(book, boost("v", 0)));
        assertFalse(lowered.refusal(book, boost("v", 501)).isEmpty(), "a rise above the cap");
        assertFalse(lowered.refusal(book, boost("w", 1)).isEmpty(), "a new boost above the cap");
    }

    /** Whatever happens in whatever order: checked before each sending, the cap holds at every step. */
    @Test
    void keeps_the_cap_in_every_random_history() {
        DailyCap cap = new DailyCap(new Money(1_000, USD));
        int refused = 0;
        for (long seed = 1; seed <= 100; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            ActionBook book = new ActionBook();
            Map<String, Long> running = new TreeMap<>();
            for (int step = 0; step < 1_000; step++) {
                ActionMove move = randomMove(random);
                boolean legal = book.refusal(move).isEmpty();
                boolean admitted = move.to() != SENDING
                        || book.budget(move.action())
                                .map(change -> cap.refusal(book, change).isEmpty())
                                .orElse(true);
                refused += legal && !admitted ? 1 : 0;
                if (legal && admitted) {
                    book.add(move);
                    if (move.to() == DONE) {
                        BoostBudget budget = book.budget(move.action()).orElseThrow();
                        running.put(budget.boost(), budget.perDay().minorUnits());
                    }
                }
                assertEquals(byHand(book, running), book.perDay(USD).minorUnits(), "seed " + seed + " step " + step);
                assertTrue(book.perDay(USD).minorUnits() <= 1_000, "seed " + seed + " step " + step);
            }
        }
        assertTrue(refused > 100, "the cap must have had something to refuse, got " + refused);
    }

    private static ActionMove randomMove(SplittableRandom random) {
        String action = "a" + random.nextInt(100);
        ActionState state = ActionState.values()[random.nextInt(ActionState.values().length)];
        return state == PROPOSED
                ? proposed(action, boost("v" + random.nextInt(6), random.nextInt(8) * 150L))
                : to(action, state);
    }

    /** The sum from what ran last and what is open now. */
    private static long byHand(ActionBook book, Map<String, Long> running) {
        Map<String, Long> highest = new TreeMap<>(running);
        for (String action : book.actions()) {
            BoostBudget budget = book.budget(action).orElseThrow();
            if (book.state(action).orElseThrow().isOpen()) {
                highest.merge(budget.boost(), budget.perDay().minorUnits(), Math::max);
            }
        }
        return highest.values().stream().mapToLong(Long::longValue).sum();
    }

    @Test
    void knows_what_actions_make_of_boosts() {
        VideoId video = new VideoId("7704733242372153678");
        Money five = new Money(500, USD);
        Money eight = new Money(800, USD);
        Explanation why = new Explanation("Do it.", null, five, List.of("1 reason."), "Do not.", true);
        assertEquals(
                Optional.of(new BoostBudget(video.value(), five)),
                BoostBudget.of(new Action.StartBoost(video, five, why)));
        assertEquals(
                Optional.of(new BoostBudget(video.value(), eight)),
                BoostBudget.of(new Action.ScaleBoost(video, five, eight, why)));
        assertEquals(
                Optional.of(new BoostBudget(video.value(), Money.zero(USD))),
                BoostBudget.of(new Action.StopBoost(video, five, why)));
        assertEquals(Optional.empty(), BoostBudget.of(new Action.RunHoldout(video, 3, why)));
        assertEquals(Optional.empty(), BoostBudget.of(new Action.RetireVideo(video, why)));
        Proposal proposal = new Proposal("StartBoost-0123", new Action.StartBoost(video, five, why));
        assertEquals(
                new ActionMove("StartBoost-0123", PROPOSED, "engine", AT, "", new BoostBudget(video.value(), five)),
                ActionMove.proposed(proposal, "engine", AT));
    }
}
