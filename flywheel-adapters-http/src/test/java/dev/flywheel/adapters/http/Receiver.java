package dev.flywheel.adapters.http;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A live receiver on loopback that judges signatures with an independent library. */
final class Receiver implements AutoCloseable {

    record Request(Map<String, String> headers, String body, String verdict) {
        String id() {
            return headers.getOrDefault("webhook-id", "");
        }
    }

    static final String VERIFIED = "verified";

    private final HttpServer server;
    private final String secret;
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private volatile int status = 204;
    private volatile Map<String, String> answerHeaders = Map.of();

    Receiver(String secret) throws IOException {
        this.secret = secret;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    URI uri() {
        return URI.create(
                "http://127.0.0.1:" + server.getAddress().getPort() + "/hooks/path-canary?token=query-canary");
    }

    void answers(int next) {
        answers(next, Map.of());
    }

    void answers(int next, Map<String, String> headers) {
        status = next;
        answerHeaders = headers;
    }

    List<Request> requests() {
        return List.copyOf(requests);
    }

    List<String> ids() {
        return requests.stream().map(Request::id).toList();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Map<String, String> headers = new HashMap<>();
            exchange.getRequestHeaders()
                    .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
            headers.put(":method", exchange.getRequestMethod());
            headers.put(":protocol", exchange.getProtocol());
            requests.add(new Request(Map.copyOf(headers), body, verdict(headers, body)));
            answerHeaders.forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
            exchange.sendResponseHeaders(status, -1);
        }
    }

    private String verdict(Map<String, String> headers, String body) {
        Map<String, List<String>> lists = new HashMap<>();
        headers.forEach((name, value) -> lists.put(name, List.of(value)));
        try {
            new Webhook(secret).verify(body, lists);
            return VERIFIED;
        } catch (WebhookVerificationException e) {
            return e.getMessage();
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
