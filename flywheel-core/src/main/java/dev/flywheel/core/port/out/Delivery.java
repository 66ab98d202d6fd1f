package dev.flywheel.core.port.out;

import java.time.Instant;
import java.util.function.Function;

/** What came of an attempt to announce something. */
public sealed interface Delivery {

    /** {@return the announcement's id} */
    String announcementId();

    /**
     * Answers by case.
     *
     * @param delivered the receiver has it
     * @param waiting it will be tried again
     * @param givenUp the schedule is exhausted, or the receiver refused it for good
     * @param receiverGone the receiver asked for nothing more, ever
     * @param <R> the answer
     * @return the answer of the case
     */
    <R> R match(
            Function<Delivered, R> delivered,
            Function<Waiting, R> waiting,
            Function<GivenUp, R> givenUp,
            Function<ReceiverGone, R> receiverGone);

    /**
     * The receiver has it.
     *
     * @param announcementId the announcement's id
     * @param attempts how many attempts it took
     */
    record Delivered(String announcementId, int attempts) implements Delivery {
        @Override
        public <R> R match(
                Function<Delivered, R> delivered,
                Function<Waiting, R> waiting,
                Function<GivenUp, R> givenUp,
                Function<ReceiverGone, R> receiverGone) {
            return delivered.apply(this);
        }
    }

    /**
     * It will be tried again.
     *
     * @param announcementId the announcement's id
     * @param attempts how many attempts were made
     * @param nextAttemptAt when the next attempt is due
     * @param reason why the last attempt failed, without secrets
     */
    record Waiting(String announcementId, int attempts, Instant nextAttemptAt, String reason) implements Delivery {
        @Override
        public <R> R match(
                Function<Delivered, R> delivered,
                Function<Waiting, R> waiting,
                Function<GivenUp, R> givenUp,
                Function<ReceiverGone, R> receiverGone) {
            return waiting.apply(this);
        }
    }

    /**
     * It will not be tried again.
     *
     * @param announcementId the announcement's id
     * @param attempts how many attempts were made
     * @param reason why the last attempt failed, without secrets
     */
    record GivenUp(String announcementId, int attempts, String reason) implements Delivery {
        @Override
        public <R> R match(
                Function<Delivered, R> delivered,
                Function<Waiting, R> waiting,
                Function<GivenUp, R> givenUp,
                Function<ReceiverGone, R> receiverGone) {
            return givenUp.apply(this);
        }
    }

    /**
     * The receiver asked for nothing more, ever; later announcements are answered the same without an attempt.
     *
     * @param announcementId the announcement's id
     */
    record ReceiverGone(String announcementId) implements Delivery {
        @Override
        public <R> R match(
                Function<Delivered, R> delivered,
                Function<Waiting, R> waiting,
                Function<GivenUp, R> givenUp,
                Function<ReceiverGone, R> receiverGone) {
            return receiverGone.apply(this);
        }
    }
}
