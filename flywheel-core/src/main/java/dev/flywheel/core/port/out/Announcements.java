package dev.flywheel.core.port.out;

import java.time.Instant;
import java.util.List;

/**
 * Tells others what happened. Delivery is at least once: a receiver recognises repeats by {@link Announcement#id}.
 *
 * <p>Contract: {@link #announce} tries at once and never throws for a receiver's failure; what was not delivered is
 * kept and tried again by {@link #retryDue}; an announcement is never lost before it was delivered, given up or the
 * receiver went away, and each of these is reported as a {@link Delivery}.
 */
public interface Announcements {

    /**
     * Announces something.
     *
     * @param announcement what happened
     * @return what came of the first attempt
     */
    Delivery announce(Announcement announcement);

    /**
     * Tries again what is due.
     *
     * @param now the present
     * @return what came of each attempt, in order of their due times
     */
    List<Delivery> retryDue(Instant now);

    /** {@return announcements that wait for another attempt, in order of their due times} */
    List<Delivery.Waiting> waiting();
}
