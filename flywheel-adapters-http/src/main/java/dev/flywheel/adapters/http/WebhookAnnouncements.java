package dev.flywheel.adapters.http;

import dev.flywheel.core.port.out.Announcement;
import dev.flywheel.core.port.out.Announcements;
import dev.flywheel.core.port.out.Delivery;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.random.RandomGenerator;

/**
 * Announcements as signed webhooks to one HTTP endpoint: Standard Webhooks 1.0.0 around a CloudEvents 1.0 JSON body,
 * with the announcement's id as {@code webhook-id}.
 *
 * <p><b>Delivery.</b> Only a complete 2xx answer delivers. 410 disables the endpoint for good; anything else,
 * redirects included, is tried again: at once, then after 5 s, 5 min, 30 min, 2 h, 5 h, 10 h, 14 h, 20 h and 24 h,
 * each stretched by up to a fifth, then given up. With 429, 502, 503 or 504 a {@code Retry-After} of at most 24 h
 * pauses the whole endpoint. A receiver may see an announcement twice and knows it by {@code webhook-id}. {@link
 * #retryDue} stops early after an attempt that ran into the timeout, or when the thread is interrupted; the rest stays
 * due.
 *
 * <p><b>Memory.</b> State lives in memory only: who must survive a crash keeps a list of what was reported as
 * delivered and announces the rest again. At most {@link Builder#maxWaiting} announcements wait; one that fails while
 * the room is full is given up and says so. The last {@link Builder#maxRemembered} delivered ids are remembered and
 * not sent again.
 *
 * <p><b>Safety.</b> Plain HTTP, and loopback altogether, need {@link Builder#allowLoopback}. Private, link-local,
 * shared, multicast and other special addresses are refused before each attempt. System proxies are not used. Neither
 * secrets nor the endpoint's path and query appear in reasons, messages or {@link #toString}.
 *
 * <p>Safe for use by several threads; attempts are made one after the other. {@link #announce} blocks for its attempt,
 * at most the timeout, and for an attempt that another thread is making.
 *
 * <p>Source: Standard Webhooks 1.0.0 (standard-webhooks/spec), CloudEvents 1.0 JSON format (cloudevents/spec).
 */
public final class WebhookAnnouncements implements Announcements {

    private final WebhookSender sender;
    private final RetrySchedule schedule;
    private final InstantSource clock;
    private final int maxWaiting;
    private final int maxRemembered;

    private final ReentrantLock lock = new ReentrantLock(true);
    private final Map<String, Pending> waiting = new LinkedHashMap<>();
    private final Map<String, Delivery.Delivered> delivered = new LinkedHashMap<>();
    private Instant pausedUntil = Instant.MIN;
    private boolean gone;

    private WebhookAnnouncements(Builder builder) {
        Endpoint endpoint = Endpoint.of(builder.endpoint, builder.loopbackAllowed, builder.resolver);
        WebhookSignature signature = WebhookSignature.ofSecrets(builder.secrets);
        this.clock = builder.clock;
        this.sender = new WebhookSender(endpoint, signature, builder.clock, builder.timeout, builder.maxResponseBytes);
        this.schedule = new RetrySchedule(builder.jitter);
        this.maxWaiting = builder.maxWaiting;
        this.maxRemembered = builder.maxRemembered;
    }

    /**
     * Starts to describe an endpoint.
     *
     * @param endpoint where to post, an https URL without user info
     * @param secrets {@code whsec_} and base64 of 24 to 64 bytes each, newest first; every announcement is signed with
     *     all of them, so that a receiver can change over
     * @param clock tells when an attempt is made; receivers commonly tolerate 5 minutes of difference
     * @param jitter spreads retries
     * @return a builder with the default limits
     */
    public static Builder builder(URI endpoint, List<String> secrets, InstantSource clock, RandomGenerator jitter) {
        return new Builder(endpoint, secrets, clock, jitter);
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if the announcement takes 20,000 bytes or more as JSON, its id is not 1 to 256
     *     visible ASCII characters, its source is no URI reference, its type or subject holds control characters, its
     *     time lies outside the years 0000 to 9999, or a text is not valid Unicode
     */
    @Override
    public Delivery announce(Announcement announcement) {
        String id = announcement.id();
        byte[] body = CloudEvent.bodyOf(announcement);
        lock.lock();
        try {
            Delivery.Delivered earlier = delivered.get(id);
            if (earlier != null) {
                return earlier;
            }
            if (gone) {
                return new Delivery.ReceiverGone(id);
            }
            Pending known = waiting.get(id);
            if (known != null) {
                return state(known);
            }
            Instant now = clock.instant();
            Pending first = new Pending(id, body, 0, now, "the receiver asked for a pause");
            if (now.isBefore(pausedUntil)) {
                return keep(first);
            }
            return settle(first, sender.post(id, body), now);
        } finally {
            lock.unlock();
        }
    }

    /**
     * {@inheritDoc}
     *
     * @param now the present, which decides what is due; the timestamps in the requests come from the clock
     */
    @Override
    public List<Delivery> retryDue(Instant now) {
        Objects.requireNonNull(now, "now");
        List<Delivery> outcomes = new ArrayList<>();
        boolean more = true;
        while (more) {
            // Taken anew for each attempt, so that announce() in another thread waits for one attempt, not for all.
            lock.lock();
            try {
                more = gone ? abandon(outcomes) : retryNext(now, outcomes);
            } finally {
                lock.unlock();
            }
        }
        return List.copyOf(outcomes);
    }

    @Override
    public List<Delivery.Waiting> waiting() {
        lock.lock();
        try {
            return gone ? List.of() : byDueTime().stream().map(this::state).toList();
        } finally {
            lock.unlock();
        }
    }

    private boolean retryNext(Instant now, List<Delivery> outcomes) {
        List<Pending> queue = byDueTime();
        if (queue.isEmpty() || dueTime(queue.get(0)).isAfter(now)) {
            return false;
        }
        Pending next = queue.get(0);
        Attempt attempt = sender.post(next.id, next.body);
        waiting.remove(next.id);
        outcomes.add(settle(next, attempt, now));
        return attempt.outcome() != Attempt.Outcome.TIMED_OUT
                && !Thread.currentThread().isInterrupted();
    }

    private boolean abandon(List<Delivery> outcomes) {
        byDueTime().forEach(pending -> outcomes.add(new Delivery.ReceiverGone(pending.id)));
        waiting.clear();
        return false;
    }

    private Delivery settle(Pending pending, Attempt attempt, Instant now) {
        int attempts = pending.attempts + 1;
        return switch (attempt.outcome()) {
            case ACCEPTED -> remember(new Delivery.Delivered(pending.id, attempts));
            case GONE -> {
                gone = true;
                yield new Delivery.ReceiverGone(pending.id);
            }
            case FAILED, TIMED_OUT -> reschedule(pending, attempts, attempt, now);
        };
    }

    private Delivery reschedule(Pending pending, int attempts, Attempt attempt, Instant now) {
        Instant pauseEnd = now.plus(attempt.pause());
        if (pauseEnd.isAfter(now) && pauseEnd.isAfter(pausedUntil)) {
            pausedUntil = pauseEnd;
        }
        Optional<Duration> delay = schedule.delayAfter(attempts);
        if (delay.isEmpty()) {
            return new Delivery.GivenUp(pending.id, attempts, attempt.reason());
        }
        return keep(new Pending(pending.id, pending.body, attempts, now.plus(delay.get()), attempt.reason()));
    }

    private Delivery keep(Pending pending) {
        if (waiting.size() >= maxWaiting) {
            return new Delivery.GivenUp(
                    pending.id, pending.attempts, pending.reason + "; " + maxWaiting + " others wait already");
        }
        waiting.put(pending.id, pending);
        return state(pending);
    }

    private Delivery remember(Delivery.Delivered done) {
        if (delivered.size() >= maxRemembered) {
            delivered.remove(delivered.keySet().iterator().next());
        }
        delivered.put(done.announcementId(), done);
        return done;
    }

    private List<Pending> byDueTime() {
        // Sorted by their own due times, so that a pause that lifts many at once keeps them in order.
        return waiting.values().stream()
                .sorted(Comparator.comparing(pending -> pending.due))
                .toList();
    }

    private Delivery.Waiting state(Pending pending) {
        return new Delivery.Waiting(pending.id, pending.attempts, dueTime(pending), pending.reason);
    }

    private Instant dueTime(Pending pending) {
        return pending.due.isBefore(pausedUntil) ? pausedUntil : pending.due;
    }

    @Override
    public String toString() {
        return "WebhookAnnouncements[" + sender + "]";
    }

    /** An announcement that waits, with the bytes that every attempt sends. */
    private static final class Pending {

        private final String id;
        private final byte[] body;
        private final int attempts;
        private final Instant due;
        private final String reason;

        Pending(String id, byte[] body, int attempts, Instant due, String reason) {
            this.id = id;
            this.body = body;
            this.attempts = attempts;
            this.due = due;
            this.reason = reason;
        }
    }

    /** Describes an endpoint and its limits. Not safe for use by several threads. */
    public static final class Builder {

        private static final Duration MAX_TIMEOUT = Duration.ofMinutes(5);

        private final URI endpoint;
        private final List<String> secrets;
        private final InstantSource clock;
        private final RandomGenerator jitter;
        private Duration timeout = Duration.ofSeconds(20);
        private int maxResponseBytes = 64 * 1024;
        private int maxWaiting = 1_000;
        private int maxRemembered = 10_000;
        private boolean loopbackAllowed;
        private Endpoint.Resolver resolver = host -> List.of(InetAddress.getAllByName(host));

        private Builder(URI endpoint, List<String> secrets, InstantSource clock, RandomGenerator jitter) {
            this.endpoint = Objects.requireNonNull(endpoint, "endpoint");
            this.secrets = List.copyOf(secrets);
            this.clock = Objects.requireNonNull(clock, "clock");
            this.jitter = Objects.requireNonNull(jitter, "jitter");
        }

        /**
         * Limits one attempt, from name lookup to the answer's last byte.
         *
         * @param timeout above zero, at most 5 minutes; 20 seconds unless set
         * @return this
         * @throws IllegalArgumentException if it is out of range
         */
        public Builder timeout(Duration timeout) {
            if (timeout.isNegative() || timeout.isZero() || timeout.compareTo(MAX_TIMEOUT) > 0) {
                throw new IllegalArgumentException(
                        "timeout must be above zero and at most " + MAX_TIMEOUT + ", got " + timeout);
            }
            this.timeout = timeout;
            return this;
        }

        /**
         * Limits the body of an answer, which is read and thrown away; a success with a longer one does not count.
         *
         * @param bytes at least 0; 65,536 unless set
         * @return this
         * @throws IllegalArgumentException if it is out of range
         */
        public Builder maxResponseBytes(int bytes) {
            if (bytes < 0) {
                throw new IllegalArgumentException("maxResponseBytes must be at least 0, got " + bytes);
            }
            this.maxResponseBytes = bytes;
            return this;
        }

        /**
         * Limits how many announcements wait for another attempt, of less than 20 kB each.
         *
         * @param announcements at least 1; 1,000 unless set
         * @return this
         * @throws IllegalArgumentException if it is out of range
         */
        public Builder maxWaiting(int announcements) {
            if (announcements < 1) {
                throw new IllegalArgumentException("maxWaiting must be at least 1, got " + announcements);
            }
            this.maxWaiting = announcements;
            return this;
        }

        /**
         * Limits how many delivered ids are remembered, so that announcing them again sends nothing.
         *
         * @param ids at least 1; 10,000 unless set
         * @return this
         * @throws IllegalArgumentException if it is out of range
         */
        public Builder maxRemembered(int ids) {
            if (ids < 1) {
                throw new IllegalArgumentException("maxRemembered must be at least 1, got " + ids);
            }
            this.maxRemembered = ids;
            return this;
        }

        /**
         * Allows a receiver on this machine, over http or https: for tests and local use, never for an endpoint that
         * someone else chooses.
         *
         * @return this
         */
        public Builder allowLoopback() {
            this.loopbackAllowed = true;
            return this;
        }

        Builder resolver(Endpoint.Resolver resolver) {
            this.resolver = resolver;
            return this;
        }

        /**
         * {@return announcements to the endpoint; nothing is connected yet}
         *
         * @throws IllegalArgumentException if the endpoint or a secret is not usable
         */
        public WebhookAnnouncements build() {
            return new WebhookAnnouncements(this);
        }
    }
}
