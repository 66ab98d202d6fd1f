package dev.flywheel.adapters.http;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * When to try again, after the example schedule of Standard Webhooks 1.0.0: ten attempts, the first at once, the last
 * some 75 hours later. Each delay is counted from the attempt before and stretched by up to a fifth, never shortened,
 * so that senders that failed together do not return together.
 */
final class RetrySchedule {

    private static final List<Duration> DELAYS = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24));
    private static final double MAX_STRETCH = 0.2;

    private final RandomGenerator jitter;

    RetrySchedule(RandomGenerator jitter) {
        this.jitter = jitter;
    }

    /** The delay after a failed attempt; none after the last. */
    Optional<Duration> delayAfter(int attempts) {
        if (attempts > DELAYS.size()) {
            return Optional.empty();
        }
        double stretch = 1 + MAX_STRETCH * jitter.nextDouble();
        return Optional.of(Duration.ofMillis((long) (DELAYS.get(attempts - 1).toMillis() * stretch)));
    }
}
