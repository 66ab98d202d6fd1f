package dev.flywheel.adapters.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.standardwebhooks.Webhook;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class WebhookSignatureTest {

    private static final String VECTOR_SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String VECTOR = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

    @Test
    void agrees_with_the_published_vector() {
        assertEquals(VECTOR, vector(List.of(VECTOR_SECRET)));
    }

    @Test
    void signs_with_every_secret_in_their_order() {
        String[] both = vector(List.of(Samples.SECRET, VECTOR_SECRET)).split(" ", -1);
        assertEquals(2, both.length);
        assertEquals(vector(List.of(Samples.SECRET)), both[0]);
        assertEquals(VECTOR, both[1]);
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 50);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void agrees_with_an_independent_library(long seed) throws Exception {
        Random random = new Random(seed);
        byte[] key = new byte[24 + random.nextInt(41)];
        random.nextBytes(key);
        String body = random.ints(random.nextInt(2_000), 0x20, 0xD7FF)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        String id = "evt_" + Long.toHexString(random.nextLong());
        long seconds = random.nextInt(Integer.MAX_VALUE);
        WebhookSignature own = WebhookSignature.ofSecrets(
                List.of("whsec_" + Base64.getEncoder().encodeToString(key)));
        assertEquals(
                new Webhook(key).sign(id, seconds, body),
                own.header(id, seconds, body.getBytes(StandardCharsets.UTF_8)));
    }

    static Stream<Arguments> unusable_secrets() {
        return Stream.of(
                Arguments.of(
                        List.of("c2VjcmV0LWNhbmFyeQ=="),
                        "secrets[0] must start with 'whsec_' (the value is not shown)"),
                Arguments.of(
                        List.of(Samples.SECRET, "whsec_secret~canary"),
                        "secrets[1] must be base64 after 'whsec_' (the value is not shown)"),
                Arguments.of(
                        List.of(Samples.secret("secret-canary-too-short")),
                        "secrets[0] must decode to 24 to 64 bytes, got 23"),
                Arguments.of(
                        List.of(Samples.secret("k".repeat(65))), "secrets[0] must decode to 24 to 64 bytes, got 65"),
                Arguments.of(List.of(), "secrets must hold at least one, got none"));
    }

    @ParameterizedTest
    @MethodSource("unusable_secrets")
    void refuses_unusable_secrets_without_showing_them(List<String> secrets, String message) {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> WebhookSignature.ofSecrets(secrets));
        assertEquals(message, refusal.getMessage());
        assertEquals(null, refusal.getCause());
    }

    @Test
    void accepts_keys_of_24_and_64_bytes() {
        List<String> secrets = List.of(Samples.secret("k".repeat(24)), Samples.secret("k".repeat(64)));
        assertEquals(2, vector(secrets).split(" ", -1).length);
    }

    @Test
    void shows_no_secret() {
        String shown = WebhookSignature.ofSecrets(List.of(Samples.SECRET)).toString();
        assertEquals("WebhookSignature[1 secrets, not shown]", shown);
        assertFalse(shown.contains(Samples.SECRET), shown);
    }

    private static String vector(List<String> secrets) {
        return WebhookSignature.ofSecrets(secrets)
                .header(
                        "msg_p5jXN8AQM9LWM0D4loKWxJek",
                        1614265330,
                        "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8));
    }
}
