package dev.flywheel.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.flywheel.core.port.out.Announcement;
import dev.flywheel.core.port.out.Announcements;
import dev.flywheel.core.port.out.Delivery;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

class AnnouncerTest {
    private static final Instant NOW = Instant.parse("2026-11-18T12:00:00Z");
    private static final Announcement DONE =
            new Announcement("a-1", "rotation.completed", "/brands/northpeak", "r-1", NOW, Map.of());

    private final Announcements receiver = Mockito.mock(Announcements.class);
    private final List<Duration> pauses = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final Announcer announcer = new Announcer(receiver, InstantSource.fixed(NOW), pauses::add);

    @Test
    void a_delivery_at_once_waits_for_nothing() {
        answers(new Delivery.Delivered("a-1", 1));
        assertTrue(announcer.announce(DONE, notes::add));
        assertEquals(List.of(), pauses);
        assertEquals(List.of(), notes);
    }

    @Test
    void a_second_attempt_is_made_when_it_is_due_soon() {
        answers(waiting(1, 5));
        Mockito.when(receiver.retryDue(NOW.plusSeconds(5))).thenReturn(List.of(new Delivery.Delivered("a-1", 2)));
        assertTrue(announcer.announce(DONE, notes::add));
        assertEquals(List.of(Duration.ofSeconds(5)), pauses);
    }

    @Test
    void there_is_no_third_attempt() {
        answers(waiting(1, 5));
        Mockito.when(receiver.retryDue(NOW.plusSeconds(5))).thenReturn(List.of(waiting(2, 300)));
        assertFalse(announcer.announce(DONE, notes::add));
        assertEquals(
                List.of("Not announced: after 2 attempts: answered 500. The rotation itself is done; run the same"
                        + " command to announce it again."),
                notes);
    }

    @Test
    void a_command_does_not_wait_longer_than_half_a_minute() {
        answers(waiting(1, 31));
        assertFalse(announcer.announce(DONE, notes::add));
        assertEquals(List.of(), pauses);
        assertTrue(notes.get(0).startsWith("Not announced: after 1 attempt: answered 500."), notes.get(0));
    }

    @Test
    void a_receiver_that_refuses_for_good_is_not_asked_again() {
        answers(new Delivery.GivenUp("a-1", 1, "no room"));
        assertFalse(announcer.announce(DONE, notes::add));
        answers(new Delivery.ReceiverGone("a-1"));
        assertFalse(announcer.announce(DONE, notes::add));
        assertTrue(notes.get(0).contains("no room"), notes.get(0));
        assertTrue(notes.get(1).contains("410 Gone"), notes.get(1));
    }

    @Test
    void an_interruption_ends_the_wait_and_stays_visible() {
        answers(waiting(1, 5));
        Announcer interrupted = new Announcer(receiver, InstantSource.fixed(NOW), pause -> {
            throw new InterruptedException();
        });
        assertFalse(interrupted.announce(DONE, notes::add));
        assertTrue(Thread.interrupted());
    }

    private void answers(Delivery delivery) {
        Mockito.when(receiver.announce(DONE)).thenReturn(delivery);
    }

    private static Delivery.Waiting waiting(int attempts, long seconds) {
        return new Delivery.Waiting("a-1", attempts, NOW.plusSeconds(seconds), "answered 500");
    }
}
