package dev.flywheel.testkit;

import dev.flywheel.core.port.out.Announcement;
import dev.flywheel.core.port.out.Announcements;
import dev.flywheel.core.port.out.Delivery;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Announcements to a receiver in the same memory, which a test tells to accept, to fail or to leave.
 *
 * <p>A failed announcement is tried again every {@value #RETRY_MINUTES} minutes, {@value #MAX_ATTEMPTS} times in all.
 * All ids are remembered, so it is not for long-running use. Safe for use by several threads.
 */
public final class InMemoryAnnouncements implements Announcements {

    private static final int MAX_ATTEMPTS = 5;
    private static final int RETRY_MINUTES = 10;

    private enum Mood {
        ACCEPTS,
        FAILS,
        LEAVES,
        GONE
    }

    private record Kept(Announcement announcement, Delivery.Waiting state) {}

    private final InstantSource clock;
    private final List<Announcement> attempted = new ArrayList<>();
    private final Map<String, Delivery.Delivered> delivered = new HashMap<>();
    private final Map<String, Kept> kept = new LinkedHashMap<>();
    private Mood mood = Mood.ACCEPTS;

    /**
     * Starts with a receiver that accepts.
     *
     * @param clock tells when a first attempt is made
     */
    public InMemoryAnnouncements(InstantSource clock) {
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    /** From now on the receiver accepts what reaches it; a receiver that is gone stays gone. */
    public synchronized void receiverAccepts() {
        become(Mood.ACCEPTS);
    }

    /** From now on every attempt fails; a receiver that is gone stays gone. */
    public synchronized void receiverFails() {
        become(Mood.FAILS);
    }

    /** The receiver answers the next attempt by asking for nothing more, ever. */
    public synchronized void receiverLeaves() {
        become(Mood.LEAVES);
    }

    /** {@return what reached the receiver, attempt by attempt, whatever it made of it} */
    public synchronized List<Announcement> attempted() {
        return List.copyOf(attempted);
    }

    @Override
    public synchronized Delivery announce(Announcement announcement) {
        String id = announcement.id();
        Delivery.Delivered earlier = delivered.get(id);
        if (earlier != null) {
            return earlier;
        }
        if (mood == Mood.GONE) {
            return new Delivery.ReceiverGone(id);
        }
        Kept waiting = kept.get(id);
        return waiting != null ? waiting.state() : attempt(announcement, 1, clock.instant());
    }

    @Override
    public synchronized List<Delivery> retryDue(Instant now) {
        Objects.requireNonNull(now, "now");
        List<Delivery> outcomes = new ArrayList<>();
        for (Kept next : keptByDueTime()) {
            if (mood == Mood.GONE) {
                kept.remove(next.announcement().id());
                outcomes.add(new Delivery.ReceiverGone(next.announcement().id()));
            } else if (!next.state().nextAttemptAt().isAfter(now)) {
                kept.remove(next.announcement().id());
                outcomes.add(attempt(next.announcement(), next.state().attempts() + 1, now));
            }
        }
        return List.copyOf(outcomes);
    }

    @Override
    public synchronized List<Delivery.Waiting> waiting() {
        return mood == Mood.GONE
                ? List.of()
                : keptByDueTime().stream().map(Kept::state).toList();
    }

    private Delivery attempt(Announcement announcement, int attempts, Instant now) {
        attempted.add(announcement);
        String id = announcement.id();
        if (mood == Mood.ACCEPTS) {
            Delivery.Delivered done = new Delivery.Delivered(id, attempts);
            delivered.put(id, done);
            return done;
        }
        if (mood == Mood.LEAVES) {
            mood = Mood.GONE;
            return new Delivery.ReceiverGone(id);
        }
        if (attempts >= MAX_ATTEMPTS) {
            return new Delivery.GivenUp(id, attempts, "the receiver fails");
        }
        Instant due = now.plus(Duration.ofMinutes(RETRY_MINUTES));
        Delivery.Waiting state = new Delivery.Waiting(id, attempts, due, "the receiver fails");
        kept.put(id, new Kept(announcement, state));
        return state;
    }

    private List<Kept> keptByDueTime() {
        return kept.values().stream()
                .sorted(Comparator.comparing(each -> each.state().nextAttemptAt()))
                .toList();
    }

    private void become(Mood next) {
        if (mood != Mood.GONE) {
            mood = next;
        }
    }
}
