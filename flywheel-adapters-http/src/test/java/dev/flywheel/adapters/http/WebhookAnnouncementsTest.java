package dev.flywheel.adapters.http;

import static dev.flywheel.adapters.http.Samples.announcement;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.flywheel.core.port.out.Announcement;
import dev.flywheel.core.port.out.Delivery;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a live receiver on loopback. */
final class WebhookAnnouncementsTest {

    private static final Instant NOW = Instant.parse("2026-11-16T09:30:00.750Z");

    private Receiver receiver;

    @BeforeEach
    void start() throws IOException {
        receiver = new Receiver(Samples.SECRET);
    }

    @AfterEach
    void stop() {
        receiver.close();
    }

    @Test
    void a_receiver_with_an_independent_library_verifies_what_was_sent() {
        WebhookAnnouncements announcements = Samples.builder(receiver.uri()).build();
        assertEquals(new Delivery.Delivered("d-1", 1), announcements.announce(announcement("d-1")));
        Receiver.Request request = receiver.requests().get(0);
        assertEquals(Receiver.VERIFIED, request.verdict());
        assertEquals("d-1", request.headers().get("webhook-id"));
        assertEquals("POST", request.headers().get(":method"));
        assertEquals("HTTP/1.1", request.headers().get(":protocol"));
        assertEquals(
                "application/cloudevents+json; charset=utf-8", request.headers().get("content-type"));
        assertEquals("flywheel", request.headers().get("user-agent"));
        assertEquals(
                "{\"specversion\":\"1.0\",\"id\":\"d-1\",\"source\":\"/brands/northpeak\",\"type\":\"rotation.completed\","
                        + "\"time\":\"2026-11-16T09:30:00Z\",\"subject\":\"rotation 7\","
                        + "\"datacontenttype\":\"application/json\",\"data\":{\"actions\":\"10\",\"rotation\":\"7\"}}",
                request.body());
    }

    @Test
    void a_receiver_with_another_secret_does_not_verify() {
        WebhookAnnouncements announcements = WebhookAnnouncements.builder(
                        receiver.uri(), List.of(Samples.OLD_SECRET), InstantSource.system(), new Random(1))
                .allowLoopback()
                .build();
        announcements.announce(announcement("d-1"));
        assertNotEquals(Receiver.VERIFIED, receiver.requests().get(0).verdict());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_receiver_that_knows_either_secret_verifies_during_rotation(boolean receiverChangedOver) throws IOException {
        try (Receiver one = new Receiver(receiverChangedOver ? Samples.SECRET : Samples.OLD_SECRET)) {
            WebhookAnnouncements announcements = WebhookAnnouncements.builder(
                            one.uri(),
                            List.of(Samples.SECRET, Samples.OLD_SECRET),
                            InstantSource.system(),
                            new Random(1))
                    .allowLoopback()
                    .build();
            announcements.announce(announcement("d-1"));
            assertEquals(Receiver.VERIFIED, one.requests().get(0).verdict());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 204, 206, 299})
    void every_2xx_delivers(int status) {
        receiver.answers(status);
        assertEquals(
                new Delivery.Delivered("a", 1),
                Samples.builder(receiver.uri()).build().announce(announcement("a")));
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 304, 400, 401, 403, 404, 407, 408, 409, 413, 418, 429, 500, 501, 502, 503, 504, 599, 600})
    void everything_else_is_tried_again(int status) {
        receiver.answers(status);
        Delivery.Waiting waiting = waiting(Samples.builder(receiver.uri()).build(), "a");
        String redirect = status < 400 ? ": redirects are not followed" : "";
        assertEquals(shown() + " answered " + status + redirect, waiting.reason());
        assertEquals(1, receiver.requests().size());
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void redirects_are_not_followed(int status) throws IOException {
        try (Receiver elsewhere = new Receiver(Samples.SECRET)) {
            receiver.answers(status, Map.of("Location", elsewhere.uri().toString()));
            Delivery.Waiting waiting = waiting(Samples.builder(receiver.uri()).build(), "a");
            assertEquals(shown() + " answered " + status + ": redirects are not followed", waiting.reason());
            assertEquals(1, receiver.requests().size());
            assertEquals(List.of(), elsewhere.requests());
        }
    }

    @Test
    void follows_the_schedule_to_exhaustion_and_signs_each_attempt_at_its_own_time() {
        receiver.answers(500);
        List<Instant> present = new ArrayList<>(List.of(NOW));
        WebhookAnnouncements announcements = WebhookAnnouncements.builder(
                        receiver.uri(), List.of(Samples.SECRET), () -> present.get(present.size() - 1), new Random(7))
                .allowLoopback()
                .build();
        Delivery last = announcements.announce(announcement("a"));
        while (last instanceof Delivery.Waiting waiting) {
            present.add(waiting.nextAttemptAt());
            List<Delivery> outcomes = announcements.retryDue(waiting.nextAttemptAt());
            assertEquals(1, outcomes.size());
            last = outcomes.get(0);
        }
        assertEquals(new Delivery.GivenUp("a", 10, shown() + " answered 500"), last);
        assertEquals(10, present.size());
        Duration all = Duration.between(NOW, present.get(9));
        Duration exact = Duration.parse("PT75H35M5S");
        assertFalse(
                all.compareTo(exact) < 0 || all.compareTo(exact.multipliedBy(6).dividedBy(5)) > 0, "took " + all);
        assertEquals(
                present.stream().map(at -> Long.toString(at.getEpochSecond())).toList(),
                receiver.requests().stream()
                        .map(request -> request.headers().get("webhook-timestamp"))
                        .toList());
        assertEquals(
                1,
                receiver.requests().stream()
                        .map(Receiver.Request::body)
                        .distinct()
                        .count());
    }

    @ParameterizedTest
    @CsvSource({"429, 3600", "502, 3600", "503, 3600", "504, 3600"})
    void retry_after_in_seconds_pauses_the_endpoint(int status, String seconds) {
        receiver.answers(status, Map.of("Retry-After", seconds));
        WebhookAnnouncements announcements = fixedClock();
        Instant pauseEnd = NOW.plusSeconds(3_600);
        assertEquals(pauseEnd, waiting(announcements, "a").nextAttemptAt());
        assertEquals(
                new Delivery.Waiting("b", 0, pauseEnd, "the receiver asked for a pause"),
                announcements.announce(announcement("b")));
        assertEquals(List.of(), announcements.retryDue(pauseEnd.minusNanos(1)));
        assertEquals(List.of("a"), receiver.ids());
        receiver.answers(204);
        assertEquals(
                List.of(new Delivery.Delivered("b", 1), new Delivery.Delivered("a", 2)),
                announcements.retryDue(pauseEnd));
    }

    @Test
    void retry_after_as_a_date_counts_from_the_clock() {
        receiver.answers(503, Map.of("Retry-After", "Mon, 16 Nov 2026 10:30:00 GMT"));
        assertEquals(
                Instant.parse("2026-11-16T10:30:00Z"),
                waiting(fixedClock(), "a").nextAttemptAt());
    }

    @Test
    void retry_after_is_capped_and_never_shortens_the_schedule() {
        receiver.answers(503, Map.of("Retry-After", "31536000"));
        assertEquals(NOW.plus(Duration.ofHours(24)), waiting(fixedClock(), "a").nextAttemptAt());
        receiver.answers(503, Map.of("Retry-After", "1"));
        Instant next = waiting(fixedClock(), "a").nextAttemptAt();
        assertFalse(next.isBefore(NOW.plusSeconds(5)), "too early: " + next);
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 400, 500})
    void retry_after_of_other_answers_is_ignored(int status) {
        receiver.answers(status, Map.of("Retry-After", "3600"));
        WebhookAnnouncements announcements = fixedClock();
        assertTrue(waiting(announcements, "a").nextAttemptAt().isBefore(NOW.plusSeconds(7)));
        waiting(announcements, "b");
        assertEquals(List.of("a", "b"), receiver.ids());
    }

    @Test
    void a_pause_during_a_sweep_holds_the_rest_back() {
        receiver.answers(500);
        WebhookAnnouncements announcements = fixedClock();
        waiting(announcements, "a");
        waiting(announcements, "b");
        receiver.answers(429, Map.of("Retry-After", "600"));
        List<Delivery> outcomes = announcements.retryDue(NOW.plusSeconds(60));
        assertEquals(1, outcomes.size());
        assertEquals(3, receiver.requests().size());
        announcements
                .waiting()
                .forEach(each -> assertFalse(each.nextAttemptAt().isBefore(NOW.plusSeconds(660)), "early: " + each));
    }

    @Test
    void reports_the_rest_of_a_sweep_when_the_receiver_goes() {
        receiver.answers(500);
        WebhookAnnouncements announcements = fixedClock();
        waiting(announcements, "a");
        waiting(announcements, "b");
        receiver.answers(410);
        List<Delivery> outcomes = announcements.retryDue(NOW.plusSeconds(60));
        assertEquals(2, outcomes.size());
        outcomes.forEach(outcome -> assertInstanceOf(Delivery.ReceiverGone.class, outcome));
        assertEquals(3, receiver.requests().size());
    }

    @Test
    void says_so_when_the_room_for_waiting_is_full() {
        receiver.answers(500);
        WebhookAnnouncements announcements =
                Samples.builder(receiver.uri()).maxWaiting(1).build();
        waiting(announcements, "a");
        assertEquals(
                new Delivery.GivenUp("b", 1, shown() + " answered 500; 1 others wait already"),
                announcements.announce(announcement("b")));
        assertEquals(1, announcements.waiting().size());
    }

    @Test
    void an_unfit_announcement_is_refused_before_anything_is_sent() {
        WebhookAnnouncements announcements = Samples.builder(receiver.uri()).build();
        Announcement unfit = new Announcement("a", "t", "s", "", NOW, Map.of("note", "x".repeat(20_000)));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> announcements.announce(unfit))
                .getMessage()
                .startsWith("announcement a must take less than 20000 bytes as JSON, got 20"));
        assertEquals(List.of(), receiver.requests());
        assertEquals(List.of(), announcements.waiting());
    }

    @Test
    void threads_that_announce_the_same_ids_send_each_once() throws Exception {
        WebhookAnnouncements announcements = Samples.builder(receiver.uri()).build();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Delivery>> work = IntStream.range(0, 200)
                    .<Callable<Delivery>>mapToObj(i -> () -> announcements.announce(announcement("d-" + i % 50)))
                    .toList();
            for (Future<Delivery> each : threads.invokeAll(work)) {
                assertInstanceOf(Delivery.Delivered.class, each.get());
            }
        } finally {
            threads.shutdownNow();
        }
        Map<String, Long> counts =
                receiver.ids().stream().collect(Collectors.groupingBy(id -> id, Collectors.counting()));
        assertEquals(50, counts.size());
        counts.forEach((id, count) -> assertEquals(1L, count, id));
    }

    @Test
    void forgets_the_oldest_delivered_id_when_memory_is_full() {
        WebhookAnnouncements announcements =
                Samples.builder(receiver.uri()).maxRemembered(2).build();
        for (String id : List.of("a", "b", "c", "b", "a")) {
            assertEquals(new Delivery.Delivered(id, 1), announcements.announce(announcement(id)));
        }
        assertEquals(List.of("a", "b", "c", "a"), receiver.ids());
    }

    @Test
    void refuses_limits_out_of_range() {
        WebhookAnnouncements.Builder builder = Samples.builder(receiver.uri());
        assertRefused("timeout must be above zero and at most PT5M, got PT0S", () -> builder.timeout(Duration.ZERO));
        assertRefused(
                "timeout must be above zero and at most PT5M, got PT-1S",
                () -> builder.timeout(Duration.ofSeconds(-1)));
        assertRefused(
                "timeout must be above zero and at most PT5M, got PT5M1S",
                () -> builder.timeout(Duration.ofSeconds(301)));
        assertRefused("maxResponseBytes must be at least 0, got -1", () -> builder.maxResponseBytes(-1));
        assertRefused("maxWaiting must be at least 1, got 0", () -> builder.maxWaiting(0));
        assertRefused("maxRemembered must be at least 1, got 0", () -> builder.maxRemembered(0));
        URI plain = receiver.uri();
        assertRefused(
                "endpoint must be an https URL (http only for loopback, after allowLoopback()), got " + shown(),
                () -> WebhookAnnouncements.builder(plain, List.of(Samples.SECRET), () -> NOW, new Random(1))
                        .build());
    }

    private static void assertRefused(String message, Runnable call) {
        assertEquals(
                message, assertThrows(IllegalArgumentException.class, call::run).getMessage());
    }

    private WebhookAnnouncements fixedClock() {
        return WebhookAnnouncements.builder(
                        receiver.uri(), List.of(Samples.SECRET), InstantSource.fixed(NOW), new Random(7))
                .allowLoopback()
                .build();
    }

    private String shown() {
        return "http://127.0.0.1:" + receiver.uri().getPort();
    }

    private static Delivery.Waiting waiting(WebhookAnnouncements announcements, String id) {
        return assertInstanceOf(Delivery.Waiting.class, announcements.announce(announcement(id)));
    }
}
