package dev.flywheel.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.flywheel.core.port.out.Announcement;
import dev.flywheel.core.port.out.Announcements;
import dev.flywheel.core.port.out.Delivery;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What every {@link Announcements} must keep. An adapter's test extends this and says how to reach its receiver.
 *
 * <p>Each test starts with fresh announcements and a receiver that accepts. Time is never waited for: the contract
 * reads the next attempt's due time and passes it as the present.
 */
public abstract class AnnouncementsContract {

    /** More attempts than any sensible schedule has. */
    private static final int ENDLESS = 1_000;

    /** For subclasses. */
    protected AnnouncementsContract() {}

    /** {@return the announcements under test, the same within one test} */
    protected abstract Announcements announcements();

    /** Lets the receiver accept from now on. */
    protected abstract void receiverAccepts();

    /** Lets the receiver fail from now on, in a way that is worth another attempt and asks for no pause. */
    protected abstract void receiverFails();

    /** Lets the receiver answer that it wants nothing more, ever. */
    protected abstract void receiverLeaves();

    /** {@return the ids that reached the receiver, attempt by attempt, whatever it made of them} */
    protected abstract List<String> attemptedIds();

    /**
     * An announcement to test with.
     *
     * @param id its id
     * @return the announcement
     */
    protected static Announcement announcement(String id) {
        return new Announcement(
                id,
                "rotation.completed",
                "/brands/northpeak",
                "rotation 7",
                Instant.parse("2026-11-16T09:30:00Z"),
                Map.of("actions", "10", "rotation", "7"));
    }

    /** An accepting receiver has it after the first attempt. */
    @Test
    public final void delivers_at_once_when_the_receiver_accepts() {
        assertEquals(new Delivery.Delivered("a", 1), announcements().announce(announcement("a")));
        assertEquals(List.of("a"), attemptedIds());
        assertEquals(List.of(), announcements().waiting());
    }

    /** What was delivered is not sent again. */
    @Test
    public final void does_not_repeat_what_was_delivered() {
        Delivery first = announcements().announce(announcement("a"));
        assertEquals(first, announcements().announce(announcement("a")));
        assertEquals(List.of("a"), attemptedIds());
    }

    /** What waits keeps to its schedule, however often it is announced. */
    @Test
    public final void does_not_hurry_what_waits() {
        receiverFails();
        Delivery first = announcements().announce(announcement("a"));
        assertEquals(first, announcements().announce(announcement("a")));
        assertEquals(List.of("a"), attemptedIds());
        assertEquals(List.of(first), announcements().waiting());
    }

    /** A failure is kept and tried again when it is due. */
    @Test
    public final void keeps_what_failed_and_delivers_it_when_due() {
        receiverFails();
        Delivery.Waiting waiting = mustWait("a");
        assertEquals(1, waiting.attempts());
        assertFalse(waiting.reason().isBlank(), "a reason must be given");
        receiverAccepts();
        assertEquals(List.of(new Delivery.Delivered("a", 2)), announcements().retryDue(waiting.nextAttemptAt()));
        assertEquals(List.of("a", "a"), attemptedIds());
        assertEquals(List.of(), announcements().waiting());
    }

    /** Before the due time nothing is tried. */
    @Test
    public final void does_not_try_before_it_is_due() {
        receiverFails();
        Delivery.Waiting waiting = mustWait("a");
        assertEquals(List.of(), announcements().retryDue(waiting.nextAttemptAt().minusNanos(1)));
        assertEquals(List.of("a"), attemptedIds());
        assertEquals(List.of(waiting), announcements().waiting());
    }

    /** What waits is listed and tried in order of due times. */
    @Test
    public final void tries_in_order_of_due_times() {
        receiverFails();
        mustWait("late");
        Delivery.Waiting early = announcements().waiting().get(0);
        announcements().retryDue(early.nextAttemptAt());
        mustWait("early");
        List<Delivery.Waiting> waiting = announcements().waiting();
        assertEquals(2, waiting.size());
        assertFalse(
                waiting.get(1).nextAttemptAt().isBefore(waiting.get(0).nextAttemptAt()), "out of order: " + waiting);
        receiverAccepts();
        List<String> outcomes = announcements().retryDue(waiting.get(1).nextAttemptAt()).stream()
                .map(Delivery::announcementId)
                .toList();
        assertEquals(waiting.stream().map(Delivery.Waiting::announcementId).toList(), outcomes);
    }

    /** A receiver that never accepts is given up in the end, and that is said. */
    @Test
    public final void gives_up_in_the_end_and_says_so() {
        receiverFails();
        Delivery.GivenUp end = exhaust("a");
        assertEquals("a", end.announcementId());
        assertEquals(attemptedIds().size(), end.attempts());
        assertFalse(end.reason().isBlank(), "a reason must be given");
        assertEquals(List.of(), announcements().waiting());
        assertEquals(List.of(), announcements().retryDue(Instant.parse("2999-01-01T00:00:00Z")));
    }

    /** Someone who repaired the receiver can announce again what was given up. */
    @Test
    public final void starts_afresh_with_what_was_given_up() {
        receiverFails();
        exhaust("a");
        receiverAccepts();
        assertEquals(new Delivery.Delivered("a", 1), announcements().announce(announcement("a")));
    }

    /** A receiver that went away is left alone. */
    @Test
    public final void leaves_a_receiver_alone_that_went_away() {
        receiverLeaves();
        assertEquals(new Delivery.ReceiverGone("a"), announcements().announce(announcement("a")));
        receiverAccepts();
        assertEquals(new Delivery.ReceiverGone("b"), announcements().announce(announcement("b")));
        assertEquals(List.of("a"), attemptedIds());
        assertEquals(List.of(), announcements().waiting());
    }

    /** What waited when the receiver went away is reported once, due or not. */
    @Test
    public final void reports_what_waited_when_the_receiver_went_away() {
        receiverFails();
        mustWait("a");
        mustWait("b");
        Instant early = announcements().waiting().get(0).nextAttemptAt().minusNanos(1);
        receiverLeaves();
        assertEquals(new Delivery.ReceiverGone("c"), announcements().announce(announcement("c")));
        assertEquals(List.of(), announcements().waiting());
        assertEquals(
                List.of(new Delivery.ReceiverGone("a"), new Delivery.ReceiverGone("b")),
                announcements().retryDue(early));
        assertEquals(List.of(), announcements().retryDue(early));
        assertEquals(List.of("a", "b", "c"), attemptedIds());
    }

    /** Nothing to do is no fault. */
    @Test
    public final void retries_nothing_when_nothing_waits() {
        assertEquals(List.of(), announcements().retryDue(Instant.parse("2026-11-16T09:30:00Z")));
        assertTrue(attemptedIds().isEmpty(), "nothing was announced");
    }

    /** Missing arguments are refused. */
    @Test
    @SuppressWarnings({"DataFlowIssue", "NullAway"})
    public final void refuses_missing_arguments() {
        assertThrows(NullPointerException.class, () -> announcements().announce(null));
        assertThrows(NullPointerException.class, () -> announcements().retryDue(null));
    }

    private Delivery.Waiting mustWait(String id) {
        return assertInstanceOf(Delivery.Waiting.class, announcements().announce(announcement(id)));
    }

    private Delivery.GivenUp exhaust(String id) {
        Delivery last = announcements().announce(announcement(id));
        for (int i = 0; i < ENDLESS && last instanceof Delivery.Waiting waiting; i++) {
            List<Delivery> outcomes = announcements().retryDue(waiting.nextAttemptAt());
            assertEquals(1, outcomes.size(), "one announcement waits, outcomes: " + outcomes);
            last = outcomes.get(0);
        }
        return assertInstanceOf(Delivery.GivenUp.class, last);
    }
}
