package dev.flywheel.adapters.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Posts a body once and says what came of it; never throws for what the network or the receiver does.
 *
 * <p>The client's own timeout ends with the answer's headers, so a body that drips would hold it for ever: the whole
 * exchange, from name lookup to the last byte, runs in a thread of its own that is interrupted at the deadline, which
 * makes the client close the connection. A POST is never repeated by the client. (JDK 17 leaves a connection open
 * whose answer had no HTTP status line or endless headers, until the receiver closes it; JDK 25 closes it.) Reasons
 * are made of status and kind of failure only, since messages of exceptions can quote the URL or the receiver.
 */
final class WebhookSender {

    private static final Set<Integer> MAY_ASK_FOR_PAUSE = Set.of(429, 502, 503, 504);
    private static final int GONE = 410;

    private final Endpoint endpoint;
    private final WebhookSignature signature;
    private final InstantSource clock;
    private final Duration timeout;
    private final int maxResponseBytes;
    private final HttpClient client;

    WebhookSender(
            Endpoint endpoint,
            WebhookSignature signature,
            InstantSource clock,
            Duration timeout,
            int maxResponseBytes) {
        this.endpoint = endpoint;
        this.signature = signature;
        this.clock = clock;
        this.timeout = timeout;
        this.maxResponseBytes = maxResponseBytes;
        // A proxy would resolve the host itself, past the check of its addresses.
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .proxy(HttpClient.Builder.NO_PROXY)
                .connectTimeout(timeout)
                .build();
    }

    Attempt post(String id, byte[] body) {
        HttpRequest request = request(id, body);
        AtomicReference<HttpResponse.ResponseInfo> head = new AtomicReference<>();
        FutureTask<Attempt> exchange = new FutureTask<>(() -> exchange(request, head));
        Thread thread = new Thread(exchange, "flywheel-webhook");
        thread.setDaemon(true);
        thread.start();
        try {
            return exchange.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return broken(head, Attempt.timedOut(endpoint + " gave no complete answer within " + timeout));
        } catch (ExecutionException e) {
            return broken(head, Attempt.failed(endpoint + ": " + describe(e.getCause())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return broken(head, Attempt.failed(endpoint + ": the sender was interrupted"));
        } finally {
            exchange.cancel(true);
        }
    }

    private HttpRequest request(String id, byte[] body) {
        long seconds = clock.instant().getEpochSecond();
        return HttpRequest.newBuilder(endpoint.uri())
                .header("Content-Type", CloudEvent.CONTENT_TYPE)
                .header("User-Agent", "flywheel")
                .header("webhook-id", id)
                .header("webhook-timestamp", Long.toString(seconds))
                .header("webhook-signature", signature.header(id, seconds, body))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
    }

    private Attempt exchange(HttpRequest request, AtomicReference<HttpResponse.ResponseInfo> head)
            throws IOException, InterruptedException {
        Optional<String> refusal = endpoint.refusal();
        if (refusal.isPresent()) {
            return Attempt.failed(refusal.get());
        }
        if (Thread.interrupted()) {
            // The lookup outlived the deadline: the attempt was already reported as failed, so nothing may be sent.
            throw new InterruptedException();
        }
        HttpResponse<Boolean> response = client.send(request, info -> {
            head.set(info);
            return new LimitedBody(maxResponseBytes);
        });
        if (isSuccess(response.statusCode()) && !response.body()) {
            return Attempt.failed(
                    endpoint + " answered " + response.statusCode() + " with more than " + maxResponseBytes + " bytes");
        }
        return judge(response.statusCode(), response.headers().firstValue("Retry-After"));
    }

    /** A refusal counts even if its body broke; a success does not, as a repeat harms less than a loss. */
    private Attempt broken(AtomicReference<HttpResponse.ResponseInfo> head, Attempt otherwise) {
        HttpResponse.ResponseInfo info = head.get();
        if (info == null || isSuccess(info.statusCode())) {
            return otherwise;
        }
        return judge(info.statusCode(), info.headers().firstValue("Retry-After"));
    }

    private Attempt judge(int status, Optional<String> retryAfter) {
        if (isSuccess(status)) {
            return Attempt.accepted();
        }
        if (status == GONE) {
            return Attempt.gone();
        }
        String redirect = status / 100 == 3 ? ": redirects are not followed" : "";
        Attempt failed = Attempt.failed(endpoint + " answered " + status + redirect);
        if (!MAY_ASK_FOR_PAUSE.contains(status)) {
            return failed;
        }
        Instant now = clock.instant();
        return retryAfter
                .flatMap(value -> RetryAfter.parse(value, now))
                .map(failed::withPause)
                .orElse(failed);
    }

    private static boolean isSuccess(int status) {
        return status / 100 == 2;
    }

    private static String describe(@Nullable Throwable failure) {
        if (failure instanceof UnknownHostException) {
            return "the host is not known";
        }
        if (failure instanceof ConnectException) {
            return "no connection";
        }
        if (isOrComesFromTls(failure)) {
            return "no trusted TLS connection";
        }
        if (failure instanceof IOException) {
            return "the connection broke or the answer was no HTTP";
        }
        return "the request failed"
                + (failure == null ? "" : " with " + failure.getClass().getSimpleName());
    }

    /** The client wraps some failures of the handshake in plain I/O failures. */
    private static boolean isOrComesFromTls(@Nullable Throwable failure) {
        return failure instanceof SSLException
                || (failure instanceof IOException && isOrComesFromTls(failure.getCause()));
    }

    @Override
    public String toString() {
        return endpoint.toString();
    }
}
