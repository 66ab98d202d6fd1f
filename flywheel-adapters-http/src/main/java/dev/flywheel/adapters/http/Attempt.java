package dev.flywheel.adapters.http;

import java.time.Duration;

/**
 * What one request came to.
 *
 * @param outcome how it ended
 * @param reason why it failed, without secrets; empty unless it failed
 * @param pause how long the receiver asked to be left alone; zero if it did not ask
 */
record Attempt(Outcome outcome, String reason, Duration pause) {

    enum Outcome {
        ACCEPTED,
        GONE,
        FAILED,
        /** Failed, and took the whole time allowed: the next attempt would probably take as long. */
        TIMED_OUT
    }

    static Attempt accepted() {
        return new Attempt(Outcome.ACCEPTED, "", Duration.ZERO);
    }

    static Attempt gone() {
        return new Attempt(Outcome.GONE, "", Duration.ZERO);
    }

    static Attempt failed(String reason) {
        return new Attempt(Outcome.FAILED, reason, Duration.ZERO);
    }

    static Attempt timedOut(String reason) {
        return new Attempt(Outcome.TIMED_OUT, reason, Duration.ZERO);
    }

    Attempt withPause(Duration asked) {
        return new Attempt(outcome, reason, asked);
    }
}
