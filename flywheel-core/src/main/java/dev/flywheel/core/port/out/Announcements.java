package dev.flywheel.core.port.out;

import java.time.Instant;
import java.util.List;

/**
 * Tells others what happened. Delivery is at least once: a receiver recognises repeats by {@link Announcement#id}.
 *
 * <p>Contract: {@link #announce} tries at once, unless the receiver asked for a pause that is not over, and never throws
 * for a receiver's failure; what was not delivered is kept and tried again by {@link #retryDue}; an announcement is
 * never lost before it was delivered, given up or the receiver went away, and each of these is reported as a
 * {@link Delivery}.
 *
 * <p>An id that was delivered or that waits is not tried again by announcing it again: the answer says how it stands. An
 * announcement that was given up starts afresh when it is announced again.
 */
public interface Announcements {

    /**
     * Announces something.
     *
     * @param announcement what happened
     * @return what came of the first attempt, or how it stands if the id was announced before
     * @throws IllegalArgumentException if the announcement cannot be carried, whatever the receiver's state
     */
    Delivery announce(Announcement announcement);

    /**
     * Tries again what is due. After the receiver went away this reports all that waited as
     * {@link Delivery.ReceiverGone}, due or not.
     *
     * @param now the present
     * @return what came of each attempt, in order of their due times
     */
    List<Delivery> retryDue(Instant now);

    /**
     * {@return announcements that wait for another attempt, in order of their due times; none after the receiver went
     * away}
     */
    List<Delivery.Waiting> waiting();
}
