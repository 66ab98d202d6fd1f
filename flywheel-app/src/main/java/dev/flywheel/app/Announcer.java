package dev.flywheel.app;

import dev.flywheel.core.port.out.Announcement;
import dev.flywheel.core.port.out.Announcements;
import dev.flywheel.core.port.out.Delivery;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;

/** Announces within one run of a command: at once, and once more when the next attempt is due soon. */
final class Announcer {
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Announcements announcements;
    private final InstantSource clock;
    private final Pause pause;

    Announcer(Announcements announcements, InstantSource clock, Pause pause) {
        this.announcements = announcements;
        this.clock = clock;
        this.pause = pause;
    }

    /** Lets time pass. */
    @FunctionalInterface
    interface Pause {
        void of(Duration duration) throws InterruptedException;
    }

    /** Whether the receiver has it; if not, says why. */
    boolean announce(Announcement announcement, Consumer<String> notes) {
        Delivery first = announcements.announce(announcement);
        Delivery last = dueAgain(first).map(this::again).orElse(first);
        Optional<String> failure = last.match(
                delivered -> Optional.empty(),
                waiting -> Optional.of(afterAttempts(waiting.attempts(), waiting.reason())),
                givenUp -> Optional.of(afterAttempts(givenUp.attempts(), givenUp.reason())),
                gone -> Optional.of("the receiver wants no more announcements (410 Gone)"));
        failure.ifPresent(reason -> notes.accept("Not announced: " + reason
                + ". The rotation itself is done; run the same command to announce it again."));
        return failure.isEmpty();
    }

    private Optional<Delivery.Waiting> dueAgain(Delivery first) {
        return first.match(
                delivered -> Optional.empty(),
                waiting -> Optional.of(waiting)
                        .filter(next ->
                                !next.nextAttemptAt().isAfter(clock.instant().plus(PATIENCE))),
                givenUp -> Optional.empty(),
                gone -> Optional.empty());
    }

    private Delivery again(Delivery.Waiting waiting) {
        Instant due = waiting.nextAttemptAt();
        Duration untilDue = Duration.between(clock.instant(), due);
        try {
            if (!untilDue.isNegative()) {
                pause.of(untilDue);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return waiting;
        }
        return announcements.retryDue(due).stream().findFirst().orElse(waiting);
    }

    private static String afterAttempts(int attempts, String reason) {
        return "after " + attempts + (attempts == 1 ? " attempt" : " attempts") + ": " + reason;
    }
}
