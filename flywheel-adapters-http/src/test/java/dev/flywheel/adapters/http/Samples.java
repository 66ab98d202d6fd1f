package dev.flywheel.adapters.http;

import dev.flywheel.core.port.out.Announcement;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Synthetic announcements and secrets. */
final class Samples {

    /** The decoded key and the encoded text both carry a word to look for in whatever is shown. */
    static final String SECRET = secret("secret-canary-newest-0123456789");

    static final String OLD_SECRET = secret("secret-canary-older-00123456789");

    private Samples() {}

    static String secret(String key) {
        return "whsec_" + Base64.getEncoder().encodeToString(key.getBytes(StandardCharsets.US_ASCII));
    }

    static Announcement announcement(String id) {
        return new Announcement(
                id,
                "rotation.completed",
                "/brands/northpeak",
                "rotation 7",
                Instant.parse("2026-11-16T09:30:00Z"),
                Map.of("rotation", "7", "actions", "10"));
    }

    static WebhookAnnouncements.Builder builder(URI endpoint) {
        return WebhookAnnouncements.builder(endpoint, List.of(SECRET), InstantSource.system(), new Random(7))
                .allowLoopback();
    }
}
