package dev.flywheel.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnnounceTest {
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    @TempDir
    Path folder;

    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private final List<String> ids = new CopyOnWriteArrayList<>();
    private int failures;
    private HttpServer receiver;

    @BeforeEach
    void listen() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/hook", exchange -> {
            bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            ids.add(exchange.getRequestHeaders().getFirst("webhook-id"));
            exchange.sendResponseHeaders(bodies.size() <= failures ? 500 : 204, -1);
            exchange.close();
        });
        receiver.start();
    }

    @AfterEach
    void hangUp() {
        receiver.stop(0);
    }

    @Test
    void a_rotation_is_announced_once_with_its_outcome() throws IOException {
        Run run = announce(SECRET, url());

        assertEquals(0, run.exitCode(), run.err());
        JsonNode rotation = new JsonMapper().readTree(run.out()).get("rotation");
        JsonNode event = new JsonMapper().readTree(bodies.get(0));
        String id = "rotation-completed-" + rotation.get("id").textValue().replace('.', '-');
        assertEquals(List.of(id), ids);
        assertEquals("rotation.completed", event.get("type").textValue());
        assertEquals("/brands/northpeak", event.get("source").textValue());
        assertEquals(
                "2026-11-17T08:00:00Z", event.get("time").textValue(), "the end of the last day in the brand's zone");
        JsonNode data = event.get("data");
        assertEquals("2026-11-16", data.get("asOf").textValue());
        assertEquals(rotation.get("digest").textValue(), data.get("digest").textValue());
        assertFalse(data.get("firstAction").textValue().isBlank());
    }

    @Test
    void a_failure_is_tried_once_more_with_the_same_bytes() {
        failures = 1;
        Run run = announce(SECRET, url());
        assertEquals(0, run.exitCode(), run.err());
        assertEquals(2, bodies.size());
        assertEquals(bodies.get(0), bodies.get(1));
    }

    @Test
    void two_failures_leave_the_rotation_done_but_not_announced() {
        failures = 2;
        Run run = announce(SECRET, url());
        assertEquals(4, run.exitCode());
        assertEquals(2, bodies.size());
        assertTrue(run.err().contains("Not announced: after 2 attempts: "), run.err());
        assertTrue(run.out().startsWith("{"), "the document stands all the same");
    }

    @Test
    void without_a_usable_secret_or_receiver_nothing_is_done() {
        assertWrong("--announce needs a secret to sign with: set FLYWHEEL_WEBHOOK_SECRET", announce("", url()));
        Run bad = announce("whsec_short", url());
        assertWrong("--announce cannot be used: ", bad);
        assertFalse(bad.err().contains("whsec_short"), "a secret is never shown");
        assertWrong("--announce cannot be used: ", announce(SECRET, "http://example.com/hook"));
        assertEquals(List.of(), bodies);
    }

    private static void assertWrong(String expected, Run run) {
        assertEquals(2, run.exitCode(), run.err());
        assertTrue(run.err().contains(expected), run.err());
        assertEquals("", run.out());
    }

    private String url() {
        return "http://127.0.0.1:" + receiver.getAddress().getPort() + "/hook";
    }

    private Run announce(String secret, String url) {
        Wiring wiring = Wiring.of(Map.of("FLYWHEEL_WEBHOOK_SECRET", secret), InstantSource.fixed(Run.NOW), pause -> {});
        return Run.of(wiring, "rotate", "--data", Brand.in(folder), "--json", "--announce", url);
    }
}
