package dev.flywheel.adapters.http;

import static dev.flywheel.adapters.http.Samples.announcement;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.flywheel.core.port.out.Delivery;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Against a server that misbehaves; each POST is counted where it arrives. */
final class WebhookFaultsTest {

    private static final Duration SHORT = Duration.ofMillis(400);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String OK = "HTTP/1.1 200 OK\r\n";

    static Stream<Arguments> faults() {
        return Stream.of(
                fault("reset before any byte", RawServer::reset, ": the connection broke or the answer was no HTTP"),
                fault("close before any byte", Socket::close, ": the connection broke or the answer was no HTTP"),
                fault(
                        "reset within the headers",
                        socket -> {
                            RawServer.send(socket, OK + "Content-Le");
                            RawServer.reset(socket);
                        },
                        ": the connection broke or the answer was no HTTP"),
                fault(
                        "truncated body",
                        socket -> RawServer.send(socket, OK + "Content-Length: 10\r\n\r\nabc"),
                        ": the connection broke or the answer was no HTTP"),
                fault(
                        "broken chunk",
                        socket -> RawServer.send(socket, OK + "Transfer-Encoding: chunked\r\n\r\nzz\r\nabc"),
                        ": the connection broke or the answer was no HTTP"),
                fault(
                        "no HTTP",
                        socket -> RawServer.send(socket, "query-canary path-canary\r\n\r\n"),
                        ": the connection broke or the answer was no HTTP"),
                fault(
                        "announced huge body",
                        socket -> {
                            RawServer.send(socket, OK + "Content-Length: 100000000\r\n\r\n");
                            RawServer.drip(socket, "x".repeat(10_000));
                        },
                        " answered 200 with more than 65536 bytes"),
                fault(
                        "endless chunks",
                        socket -> {
                            RawServer.send(socket, OK + "Transfer-Encoding: chunked\r\n\r\n");
                            RawServer.drip(socket, "2710\r\n" + "x".repeat(10_000) + "\r\n");
                        },
                        " answered 200 with more than 65536 bytes"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void a_broken_answer_is_a_failed_attempt_and_one_post(RawServer.Answer answer, String reason) throws Exception {
        try (RawServer server = new RawServer(answer)) {
            Delivery.Waiting waiting = attempt(server, PATIENCE);
            assertEquals(shown(server) + reason, waiting.reason());
            assertTrue(server.clientLeaves(), "the connection must be closed");
            assertOnePost(server);
        }
    }

    @Test
    void endless_headers_are_a_failed_attempt_and_one_post() throws Exception {
        try (RawServer server = new RawServer(socket -> {
            RawServer.send(socket, OK);
            RawServer.drip(socket, "X-Filler: " + "x".repeat(50_000) + "\r\n");
        })) {
            assertEquals(
                    shown(server) + ": the connection broke or the answer was no HTTP",
                    attempt(server, PATIENCE).reason());
            assertOnePost(server);
        }
    }

    static Stream<Arguments> dawdlers() {
        return Stream.of(
                fault("never answers", socket -> RawServer.drip(socket, ""), ""),
                fault("drips headers", socket -> RawServer.drip(socket, "H"), ""),
                fault(
                        "drips a body",
                        socket -> {
                            RawServer.send(socket, OK + "Content-Length: 60000\r\n\r\n");
                            RawServer.drip(socket, "x");
                        },
                        ""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dawdlers")
    void the_deadline_covers_the_whole_exchange(RawServer.Answer answer, String ignored) throws Exception {
        try (RawServer server = new RawServer(answer)) {
            Delivery.Waiting waiting = assertTimeoutPreemptively(Duration.ofSeconds(10), () -> attempt(server, SHORT));
            assertEquals(shown(server) + " gave no complete answer within PT0.4S", waiting.reason());
            assertTrue(server.clientLeaves(), "the connection must be closed");
            assertOnePost(server);
        }
    }

    @Test
    void a_refusal_counts_even_if_its_body_drips() throws Exception {
        try (RawServer server = new RawServer(socket -> {
            RawServer.send(socket, "HTTP/1.1 503 Busy\r\nRetry-After: 3600\r\nContent-Length: 60000\r\n\r\n");
            RawServer.drip(socket, "x");
        })) {
            Delivery.Waiting waiting = attempt(server, SHORT);
            assertEquals(shown(server) + " answered 503", waiting.reason());
            assertTrue(server.clientLeaves(), "the connection must be closed");
        }
    }

    @Test
    void a_farewell_counts_even_if_its_body_is_cut() throws Exception {
        try (RawServer server =
                new RawServer(socket -> RawServer.send(socket, "HTTP/1.1 410 Gone\r\nContent-Length: 9\r\n\r\nb"))) {
            assertEquals(
                    new Delivery.ReceiverGone("a"),
                    Samples.builder(server.uri()).build().announce(announcement("a")));
        }
    }

    @Test
    void a_refusal_counts_even_if_its_body_is_huge() throws Exception {
        try (RawServer server = new RawServer(socket -> {
            RawServer.send(socket, "HTTP/1.1 500 Oops\r\nContent-Length: 100000000\r\n\r\n");
            RawServer.drip(socket, "x".repeat(10_000));
        })) {
            assertEquals(
                    shown(server) + " answered 500", attempt(server, PATIENCE).reason());
        }
    }

    @Test
    void a_sweep_ends_with_the_first_attempt_that_ran_into_the_timeout() throws Exception {
        try (RawServer server = new RawServer(socket -> RawServer.drip(socket, ""))) {
            WebhookAnnouncements announcements =
                    Samples.builder(server.uri()).timeout(SHORT).build();
            announcements.announce(announcement("a"));
            announcements.announce(announcement("b"));
            Instant due = announcements.waiting().get(1).nextAttemptAt();
            List<Delivery> outcomes = announcements.retryDue(due);
            assertEquals(1, outcomes.size());
            assertEquals(2, announcements.waiting().size());
            assertEquals(3, server.requests().size());
        }
    }

    @Test
    void nothing_listens() throws Exception {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }
        URI uri = URI.create("http://127.0.0.1:" + port + "/path-canary?token=query-canary");
        Delivery.Waiting waiting = assertInstanceOf(
                Delivery.Waiting.class, Samples.builder(uri).build().announce(announcement("a")));
        assertEquals("http://127.0.0.1:" + port + ": no connection", waiting.reason());
    }

    @Test
    void a_server_that_speaks_no_tls_sees_no_request() throws Exception {
        try (RawServer server = RawServer.thatSpeaksFirst("HTTP/1.1 400 Bad Request\r\n\r\n")) {
            URI uri = URI.create("https://127.0.0.1:" + server.uri().getPort() + "/path-canary");
            Delivery.Waiting waiting = assertInstanceOf(
                    Delivery.Waiting.class, Samples.builder(uri).build().announce(announcement("a")));
            assertEquals(
                    "https://127.0.0.1:" + server.uri().getPort() + ": no trusted TLS connection", waiting.reason());
            assertEquals(List.of(), server.requests());
        }
    }

    @Test
    void a_name_that_stands_for_a_private_address_is_not_connected() {
        assertEquals(
                "https://hooks.example stands for an address that is not public: not connected",
                named(host -> List.of(InetAddress.getByName("10.0.0.1"))).reason());
    }

    @Test
    void a_name_that_nobody_knows() {
        assertEquals(
                "https://hooks.example: the host is not known",
                named(host -> {
                            throw new UnknownHostException("query-canary");
                        })
                        .reason());
    }

    @Test
    void a_lookup_that_fails_oddly_says_how_but_not_what() {
        assertEquals(
                "https://hooks.example: the request failed with IllegalStateException",
                named(host -> {
                            throw new IllegalStateException("query-canary");
                        })
                        .reason());
    }

    @Test
    void a_lookup_that_outlives_the_deadline_sends_nothing() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        AtomicReference<Thread> attempt = new AtomicReference<>();
        try (RawServer server = new RawServer(RawServer::reset)) {
            WebhookAnnouncements announcements = Samples.builder(server.uri())
                    .timeout(Duration.ofMillis(50))
                    .resolver(host -> {
                        attempt.set(Thread.currentThread());
                        awaitStubbornly(release);
                        return List.of(InetAddress.getLoopbackAddress());
                    })
                    .build();
            Delivery.Waiting waiting =
                    assertInstanceOf(Delivery.Waiting.class, announcements.announce(announcement("a")));
            assertTrue(waiting.reason().endsWith(" gave no complete answer within PT0.05S"), waiting.reason());
            release.countDown();
            attempt.get().join(5_000);
            assertFalse(attempt.get().isAlive(), "the attempt must end");
            assertEquals(0, server.connectionsBeforeThis());
        }
    }

    @Test
    void an_interrupted_sender_keeps_the_announcement_and_the_interrupt() throws Exception {
        try (RawServer server = new RawServer(socket -> RawServer.drip(socket, ""))) {
            WebhookAnnouncements announcements = Samples.builder(server.uri()).build();
            Thread.currentThread().interrupt();
            Delivery delivery = announcements.announce(announcement("a"));
            assertTrue(Thread.interrupted(), "the interrupt must be kept");
            Delivery.Waiting waiting = assertInstanceOf(Delivery.Waiting.class, delivery);
            assertEquals(shown(server) + ": the sender was interrupted", waiting.reason());
            assertEquals(List.of(waiting), announcements.waiting());
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void nothing_shown_carries_a_secret(RawServer.Answer answer, String ignored) throws Exception {
        try (RawServer server = new RawServer(answer)) {
            WebhookAnnouncements.Builder builder = Samples.builder(server.uri());
            WebhookAnnouncements announcements = builder.build();
            Delivery delivery = announcements.announce(announcement("a"));
            String shown = announcements + " " + delivery + " " + announcements.waiting() + " " + builder;
            for (String canary : List.of(
                    "query-canary", "path-canary", "secret-canary", Samples.SECRET, Samples.SECRET.substring(6))) {
                assertFalse(shown.contains(canary), () -> canary + " in " + shown);
            }
            assertTrue(shown.startsWith("WebhookAnnouncements[" + shown(server) + "]"), shown);
        }
    }

    private static Arguments fault(String name, RawServer.Answer answer, String reason) {
        return Arguments.of(Named.of(name, answer), reason);
    }

    private static void assertOnePost(RawServer server) {
        assertEquals(1, server.requests().size());
        assertTrue(server.requests().get(0).startsWith("POST /hooks/path-canary?token=query-canary HTTP/1.1\r\n"));
    }

    private static Delivery.Waiting attempt(RawServer server, Duration timeout) {
        Delivery delivery =
                Samples.builder(server.uri()).timeout(timeout).build().announce(announcement("a"));
        return assertInstanceOf(Delivery.Waiting.class, delivery);
    }

    private static Delivery.Waiting named(Endpoint.Resolver resolver) {
        Delivery delivery = WebhookAnnouncements.builder(
                        URI.create("https://hooks.example/path-canary?token=query-canary"),
                        List.of(Samples.SECRET),
                        InstantSource.system(),
                        new Random(1))
                .resolver(resolver)
                .build()
                .announce(announcement("a"));
        return assertInstanceOf(Delivery.Waiting.class, delivery);
    }

    /** As a lookup in native code does: an interrupt is noted and not obeyed. */
    private static void awaitStubbornly(CountDownLatch release) {
        boolean interrupted = false;
        while (release.getCount() > 0) {
            try {
                release.await();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static String shown(RawServer server) {
        return "http://127.0.0.1:" + server.uri().getPort();
    }
}
